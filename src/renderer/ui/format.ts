/** Numbers and dates as the user reads them. */

const number = new Intl.NumberFormat('en');

/** A count with separators: `1,234`. */
export const formatCount = (count: number): string => number.format(count);

/** A count with its noun: `1 article`, `1,234 articles`. `many` where adding an s is wrong. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`;

const dayMs = 24 * 60 * 60 * 1000;
const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A moment from ISO 8601 text; a bare date is that day here, not midnight in Greenwich. Null when it is no date. */
export const dateOf = (iso: string): Date | null => {
  const bare = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const date = bare ? new Date(Number(bare[1]), Number(bare[2]) - 1, Number(bare[3])) : new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
};

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** The system's locale, as the browser tells it. */
const medium = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const longWithTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

/** A date in few words: `today`, `3 days ago` within a week, else in the system's locale. Text that is no date as it is. */
export const formatDate = (iso: string, now = new Date()): string => {
  const date = dateOf(iso);
  if (!date) return iso;
  const days = Math.round((startOfDay(date) - startOfDay(now)) / dayMs);
  return days <= 0 && days > -7 ? relative.format(days, 'day') : medium.format(date);
};

/** A date in full, for tooltips: weekday, day, month, year, and the time where there is one. */
export const formatFullDate = (iso: string): string => {
  const date = dateOf(iso);
  if (!date) return iso;
  return iso.includes('T') ? longWithTime.format(date) : long.format(date);
};

/** First and last date as one range: `14 Mar 2025 – 2 Apr 2025`, one date where both fall on a day; empty when unknown. */
export const formatRange = (first: string | null, last: string | null): string => {
  const from = first === null ? null : dateOf(first);
  const to = last === null ? null : dateOf(last);
  if (from && to) return medium.formatRange(from, to);
  const one = from ?? to;
  return one ? medium.format(one) : '';
};

/** A stretch of time in rough words: `a few seconds`, `40 seconds`, `3 minutes`, `2 hours`. */
export const formatDuration = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 5) return 'a few seconds';
  if (seconds < 60) return `${Math.round(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? plural(minutes, 'minute') : plural(Math.round(minutes / 60), 'hour');
};
