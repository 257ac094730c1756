import { type Histogram, type HistogramUnit, histogramUnits } from '../../../shared/views-activity.ts';

/** More bars than this are not told apart. */
const barsMost = 120;
const dayMs = 86_400_000;

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first day of the bar that a day lies in. */
const barStart = (unit: HistogramUnit, day: string): string => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (unit) {
    case 'day':
      return day;
    case 'week': {
      const time = Date.parse(day);
      // Weeks begin on Monday; 1 January 1970 was a Thursday.
      return isoOf(time - ((((time / dayMs + 3) % 7) + 7) % 7) * dayMs);
    }
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'quarter':
      return `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
  }
};

const monthsOf: Readonly<Partial<Record<HistogramUnit, number>>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the bar after the one that begins on a day. */
const nextBar = (unit: HistogramUnit, from: string): string => {
  const months = monthsOf[unit];
  if (months === undefined) return isoOf(Date.parse(from) + (unit === 'day' ? 1 : 7) * dayMs);
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

/** First days of all bars from a day to another, or null where there would be more than `most`. */
const barsBetween = (unit: HistogramUnit, first: string, last: string, most: number): string[] | null => {
  const bars: string[] = [];
  for (let from = barStart(unit, first); from <= last; from = nextBar(unit, from)) {
    if (bars.length === most) return null;
    bars.push(from);
  }
  return bars;
};

/** The bars of a histogram and the number of the one that each date lies in. */
export interface Bars {
  unit: HistogramUnit;
  froms: string[];
  barOf: (day: string) => number;
}

/**
 * Bars for the time from a day to another, as fine as can be told apart: at most `most`. Where not even years are few enough
 * (a date in the Middle Ages is mostly a slip), the first bar holds all that is older than the others.
 */
export const barsFor = (first: string, last: string, most = barsMost): Bars => {
  const made = (unit: HistogramUnit, froms: string[]): Bars => {
    const numbers = new Map(froms.map((from, number) => [from, number]));
    return { unit, froms, barOf: (day) => numbers.get(barStart(unit, day)) ?? 0 };
  };
  for (const unit of histogramUnits) {
    const froms = barsBetween(unit, first, last, most);
    if (froms !== null) return made(unit, froms);
  }
  const year = Number(last.slice(0, 4));
  return made(
    'year',
    Array.from({ length: most }, (_, at) => `${String(year - most + 1 + at).padStart(4, '0')}-01-01`),
  );
};

/** No bars at all, for articles without dates. */
export const noBars: Bars = { unit: 'day', froms: [], barOf: () => 0 };

/** A histogram of numbers counted by bar. */
export const histogramOf = ({ unit, froms }: Bars, counts: ArrayLike<number>, undated: number): Histogram => ({
  unit,
  bars: froms.map((from, number) => ({ from, articles: counts[number] ?? 0 })),
  undated,
});
