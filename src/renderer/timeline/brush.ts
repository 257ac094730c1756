import type { ArticleFilter } from '../../shared/article-filter.ts';
import { type Axis, lastDayOf, placeAfterDay, placeOfDay } from './bars.ts';

export type Span = ArticleFilter['span'];

/** Bars that are brushed, both ends included. */
export interface Brush {
  first: number;
  last: number;
}

export const openSpan: Span = { from: null, to: null };

export const isOpen = ({ from, to }: Span): boolean => from === null && to === null;

export const sameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The bars that a span touches; all of them where it is open. A span beyond the axis is at its end. */
export const brushOf = (axis: Axis, { from, to }: Span): Brush => {
  const end = Math.max(0, axis.froms.length - 1);
  const first =
    from === null
      ? 0
      : clamp(
          axis.froms.findLastIndex((day) => day <= from),
          0,
          end,
        );
  const last =
    to === null
      ? end
      : clamp(
          axis.froms.findLastIndex((day) => day <= to),
          0,
          end,
        );
  return { first, last: Math.max(first, last) };
};

/** The days of brushed bars; open where all of them are. */
export const spanOf = ({ unit, froms }: Axis, { first, last }: Brush): Span => {
  const [from, to] = [froms[first], froms[last]];
  if (from === undefined || to === undefined || (first === 0 && last === froms.length - 1)) return openSpan;
  return { from, to: lastDayOf(unit, to) };
};

/** Where a span begins and ends along the axis, in bars: to the day, as a span may have come with another axis. */
export const edgesOf = (axis: Axis, { from, to }: Span): { left: number; right: number } => {
  const left = from === null ? 0 : placeOfDay(axis, from);
  const right = to === null ? axis.froms.length : placeAfterDay(axis, to);
  return { left: Math.min(left, right), right };
};

/** The brush drawn from one bar to another, in whichever direction. */
export const drawn = (from: number, to: number, bars: number): Brush => {
  const [a, b] = [clamp(from, 0, bars - 1), clamp(to, 0, bars - 1)];
  return { first: Math.min(a, b), last: Math.max(a, b) };
};

/** The brush moved by bars; as wide as before, however near the end is. */
export const moved = ({ first, last }: Brush, by: number, bars: number): Brush => {
  const step = clamp(by, -first, bars - 1 - last);
  return { first: first + step, last: last + step };
};

/** The brush with one end at another bar; it keeps one bar at least. */
export const resized = ({ first, last }: Brush, end: 'first' | 'last', to: number, bars: number): Brush =>
  end === 'first' ? { first: clamp(to, 0, last), last } : { first, last: clamp(to, first, bars - 1) };

export const isWhole = ({ first, last }: Brush, bars: number): boolean => first === 0 && last === bars - 1;
