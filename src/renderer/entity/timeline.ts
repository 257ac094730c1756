import type { ArticleRef } from '../../shared/model.ts';
import { dateOf, plural } from '../ui/format.ts';

/** Reports, the first one first; those without a date come last, in their own order. */
export const inOrderOfReport = (reports: readonly ArticleRef[]): ArticleRef[] => {
  const timeOf = (report: ArticleRef) =>
    (report.published === null ? null : dateOf(report.published))?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...reports].sort((a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)];
    return first === second ? 0 : first - second;
  });
};

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/**
 * How much later than the first report another one came: `3 hours later` where both have a time, else `2 days later` or
 * `the same day`. Null where either date is not known.
 */
export const laterBy = (first: string | null, then: string | null): string | null => {
  const [from, to] = [first === null ? null : dateOf(first), then === null ? null : dateOf(then)];
  if (first === null || then === null || !from || !to) return null;
  const gapMs = to.getTime() - from.getTime();
  const timed = first.includes('T') && then.includes('T');
  if (timed && gapMs < dayMs) return gapMs < hourMs ? 'within the hour' : `${plural(Math.round(gapMs / hourMs), 'hour')} later`;
  const days = Math.round(gapMs / dayMs);
  return days < 1 ? 'the same day' : `${plural(days, 'day')} later`;
};
