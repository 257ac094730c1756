import type { Histogram, HistogramUnit } from '../../shared/views-activity.ts';

/** The bars of a histogram as an axis of time: dates are days (`2025-03-14`), places are counted in bars from the left. */
export interface Axis {
  unit: HistogramUnit;
  /** First day of each bar, in order and without a gap. */
  froms: readonly string[];
}

const dayMs = 86_400_000;
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** The axis of a histogram. */
export const axisOf = ({ unit, bars }: Histogram): Axis => ({ unit, froms: bars.map(({ from }) => from) });

/** The last day of a bar that begins on a day. */
export const lastDayOf = (unit: HistogramUnit, from: string): string => {
  if (unit === 'day') return from;
  if (unit === 'week') return isoOf(Date.parse(from) + 6 * dayMs);
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + monthsOf[unit]);
  return isoOf(date.getTime() - dayMs);
};

/** How far along the axis a day begins, in bars; days beyond its ends stand at them. */
export const placeOfDay = ({ unit, froms }: Axis, day: string): number => {
  const [first] = froms;
  if (first === undefined || day <= first) return 0;
  const bar = froms.findLastIndex((from) => from <= day);
  const from = Date.parse(froms[bar] ?? first);
  const length = Date.parse(lastDayOf(unit, froms[bar] ?? first)) + dayMs - from;
  return Math.min(bar + (Date.parse(day) - from) / length, bar + 1);
};

/** How far along the axis a day ends, in bars. */
export const placeAfterDay = (axis: Axis, day: string): number => {
  const [first] = axis.froms;
  if (first === undefined || day < first) return 0;
  return placeOfDay(axis, isoOf(Date.parse(day) + dayMs));
};

/** The articles of all bars together. */
export const articlesIn = ({ bars }: Pick<Histogram, 'bars'>): number => bars.reduce((sum, { articles }) => sum + articles, 0);
