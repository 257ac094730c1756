import { dateOf } from '../ui/format.ts';
import type { Axis } from './bars.ts';

export interface Tick {
  /** Number of the bar at whose left edge it stands. */
  bar: number;
  label: string;
}

/** px that a label needs, with room to the next. */
const labelWidth = 62;

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat(undefined, { month: 'short' });
const monthAndYear = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric' });

type Grain = 'day' | 'month' | 'year';
interface Level {
  grain: Grain;
  has: (from: string) => boolean;
}

const monthOf = (from: string): number => Number(from.slice(5, 7));
const dayOf = (from: string): number => Number(from.slice(8, 10));
const yearsBy = (step: number): Level => ({
  grain: 'year',
  has: (from) => monthOf(from) === 1 && dayOf(from) <= 7 && Number(from.slice(0, 4)) % step === 0,
});
const isMonday = (from: string): boolean => new Date(from).getUTCDay() === 1;

const days: readonly Level[] = [
  { grain: 'day', has: () => true },
  { grain: 'day', has: isMonday },
];
const months: readonly Level[] = [1, 3].map((step) => ({
  grain: 'month',
  has: (from) => dayOf(from) <= 7 && (monthOf(from) - 1) % step === 0,
}));
const firstsOnly = (level: Level): Level => ({ ...level, has: (from) => dayOf(from) === 1 && level.has(from) });
const years = [1, 2, 5, 10, 20, 50, 100].map(yearsBy);

/** Marks that are rounder and rounder, for each unit: weeks count by the month in which they begin. */
const levels: Record<Axis['unit'], readonly Level[]> = {
  day: [...days, ...months.map(firstsOnly), ...years.map(firstsOnly)],
  week: [...days.slice(0, 1), ...months, ...years],
  month: [...months, ...years],
  quarter: [...months.slice(1), ...years],
  year: years,
};

const labelOf = (grain: Grain, from: string, first: boolean): string => {
  const date = dateOf(from);
  if (!date) return from;
  if (grain === 'year') return from.slice(0, 4);
  if (grain === 'month') return (first || monthOf(from) === 1 ? monthAndYear : month).format(date);
  return day.format(date);
};

/** The marks of an axis that is so many px wide: the closest round ones whose labels have room. */
export const ticksOf = ({ unit, froms }: Axis, width: number): Tick[] => {
  const room = Math.max(1, Math.floor(width / labelWidth));
  const fits = levels[unit]
    .map(({ grain, has }) => ({ grain, bars: froms.flatMap((from, bar) => (has(from) ? [bar] : [])) }))
    .find(({ bars }) => {
      const apart = bars.slice(1).every((bar, at) => ((bar - (bars[at] ?? 0)) / froms.length) * width >= labelWidth);
      return bars.length > 0 && bars.length <= room && apart;
    });
  const { grain, bars } = fits ?? { grain: 'year' as const, bars: froms.length > 0 ? [0] : [] };
  return bars.map((bar, at) => ({ bar, label: labelOf(grain, froms[bar] ?? '', at === 0) }));
};

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const long = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });
const medium = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** What stretch of time a bar is, in words. */
export const barWords = (unit: Axis['unit'], from: string): string => {
  const date = dateOf(from);
  if (!date) return from;
  switch (unit) {
    case 'day':
      return weekday.format(date);
    case 'week':
      return `Week of ${medium.format(date)}`;
    case 'month':
      return long.format(date);
    case 'quarter':
      return `Quarter ${(monthOf(from) + 2) / 3} of ${from.slice(0, 4)}`;
    case 'year':
      return from.slice(0, 4);
  }
};
