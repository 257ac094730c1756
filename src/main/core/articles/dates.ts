import { monthNumbers, weekdays, zoneMinutes } from './calendar.ts';

/** Turns the ways in which sources write dates into the one form of the model. Nothing here knows the local time zone. */

interface Day {
  year: number;
  month: number;
  day: number;
}

const earliestYear = 1900;
const two = (value: number): string => String(value).padStart(2, '0');

const validDay = ({ year, month, day }: Day, now: number): boolean => {
  if (year < earliestYear || year > new Date(now).getUTCFullYear() + 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const dateText = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

const instantText = (milliseconds: number, now: number): string | null => {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return validDay(day, now) ? `${dateText(day)}T${date.toISOString().slice(11, 19)}Z` : null;
};

const zone = String.raw`(?:z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,5})`;
const time = String.raw`(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(?:uhr|hrs?|h)?\s*([ap]\.?m\.?)?\s*(${zone})?`;
const timePattern = new RegExp(`^${time}$`);

/** Minutes east of Greenwich, or null where the name says nothing certain. */
const zoneOffset = (text: string): number | null => {
  const named = zoneMinutes[text];
  if (named !== undefined) return named;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : match[1] === '-' ? -minutes : minutes;
};

/** A time without a zone could be any of two days' hours: the date alone is what is known. */
const withTime = (day: Day, clock: string, now: number): string | null => {
  if (!validDay(day, now)) return null;
  const match = timePattern.exec(clock);
  if (!match) return clock === '' ? dateText(day) : null;
  const half = match[4]?.[0];
  const written = Number(match[1]);
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  if (match[2] === undefined && half === undefined) return null;
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 60 || (half !== undefined && (written < 1 || written > 12))) return null;
  const offset = match[5] === undefined ? null : zoneOffset(match[5]);
  if (offset === null) return dateText(day);
  return instantText(Date.UTC(day.year, day.month - 1, day.day, hour, minute - offset, Math.min(second, 59)), now);
};

const monthName = '([\\p{L}]{3,12})';
const clockTail = '(?:(?:[t,]|\\s|[-–|@])*(?:at|um|à|a las|alle)?\\s*(.*))?$';

/** Each form with the places of year, month, day and clock among its groups. */
const forms: readonly { pattern: RegExp; year: number; month: number; day: number; clock: number }[] = [
  // 2025-03-04, 2025/3/4, 2025-03-04T10:00:00Z
  { pattern: new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)${clockTail}`, 'u'), year: 1, month: 3, day: 4, clock: 5 },
  // 4 March 2025, 4. März 2025, 4 de marzo de 2025, 04-Mar-2025
  {
    pattern: new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]*(?:de |of )?${monthName}\\.?,?[\\s-]*(?:de |del )?(\\d{4})(?!\\d)${clockTail}`,
      'u',
    ),
    year: 3,
    month: 2,
    day: 1,
    clock: 4,
  },
  // March 4, 2025, Mar 4th 2025
  {
    pattern: new RegExp(`^${monthName}\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d),?\\s*(\\d{4})(?!\\d)${clockTail}`, 'u'),
    year: 3,
    month: 1,
    day: 2,
    clock: 4,
  },
  // Mar 04 10:00:00 +0000 2025
  {
    pattern: new RegExp(`^${monthName} (\\d{1,2}) (\\d{2}:\\d{2}:\\d{2} ?[a-z0-9+-]*) (\\d{4})$`, 'u'),
    year: 4,
    month: 1,
    day: 2,
    clock: 3,
  },
  // 4.3.2025: dots are written with the day first everywhere
  { pattern: new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)${clockTail}`, 'u'), year: 3, month: 2, day: 1, clock: 4 },
  // 20250304, 20250304T101500Z, 20250304101500
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:t?(\d{6}z?))?$/, year: 1, month: 2, day: 3, clock: 4 },
];

const eitherWay = new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})(?!\\d)${clockTail}`, 'u');

/** 13/04/2025 has one reading, 03/04/2025 two: then nothing is known. */
const fromSlashes = (text: string, now: number): string | null => {
  const match = eitherWay.exec(text);
  if (!match) return null;
  const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const clock = (match[5] ?? '').trim();
  const readings = new Set([withTime({ year, month: b, day: a }, clock, now), withTime({ year, month: a, day: b }, clock, now)]);
  readings.delete(null);
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
};

const stripped = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\([^()]*\)\s*$/, '')
    .trim()
    .replace(/^(?:(?:first |date |last )?(?:published|posted|updated|date|datum|on|am|le|el)\b(?: on| at)?:? ?)+/, '')
    .replace(weekdays, '')
    .trim();

const fromText = (text: string, now: number): string | null => {
  const plain = stripped(text);
  if (/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(plain)) return fromNumber(Number(plain), now);
  for (const { pattern, year, month, day, clock } of forms) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const monthText = match[month] ?? '';
    const number = /^\d+$/.test(monthText) ? Number(monthText) : (monthNumbers[monthText] ?? 0);
    const clockText = (match[clock] ?? '').trim().replace(/^(\d{2})(\d{2})(\d{2})(z?)$/, '$1:$2:$3$4');
    const found = withTime({ year: Number(match[year]), month: number, day: Number(match[day]) }, clockText, now);
    if (found !== null) return found;
  }
  return fromSlashes(plain, now);
};

/** Unix seconds or milliseconds; 20250304 and 20250304101500 written as numbers. */
const fromNumber = (value: number, now: number): string | null => {
  if (!Number.isFinite(value) || value < 1e7) return null;
  if (value < 1e8 || value >= 1e13) {
    const written = Number.isInteger(value) ? fromText(String(value), now) : null;
    if (written !== null || value < 1e8) return written;
  }
  return instantText(value < 1e11 ? value * 1000 : value, now);
};

/**
 * A date as `2025-03-14`, or with a time as `2025-03-14T10:00:00Z` where the zone is known. Takes text in the usual
 * forms, Unix seconds and milliseconds. Null for what is no date, could mean two days, or lies outside 1900 to next year.
 */
export const isoDate = (value: unknown, now: number = Date.now()): string | null => {
  if (typeof value === 'number') return fromNumber(value, now);
  if (typeof value !== 'string' || value.length > 200) return null;
  const text = value.trim();
  return text === '' || text.length > 100 || !/\d/.test(text) ? null : fromText(text, now);
};

/** The day in an address such as `/2025/03/14/title`; null where there is none. */
export const dateInAddress = (address: string | null, now: number = Date.now()): string | null => {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])/.exec(address ?? '');
  const day = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return day && validDay(day, now) ? dateText(day) : null;
};
