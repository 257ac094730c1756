import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, formatCount, formatDate, formatDuration, formatRange, plural } from './format.ts';

const now = new Date(2025, 2, 14, 15, 30);

describe('counts', () => {
  test('have separators and their noun', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
    expect(plural(1, 'article')).toBe('1 article');
    expect(plural(0, 'article')).toBe('0 articles');
    expect(plural(2000, 'entity', 'entities')).toBe('2,000 entities');
  });
});

describe('dates', () => {
  test('within a week are told from today', () => {
    expect(formatDate('2025-03-14', now)).toBe('today');
    expect(formatDate('2025-03-13', now)).toBe('yesterday');
    expect(formatDate('2025-03-08', now)).toBe('6 days ago');
  });

  test('further back, or ahead, stand in full', () => {
    const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
    expect(formatDate('2025-03-07', now)).toBe(full.format(new Date(2025, 2, 7)));
    expect(formatDate('2025-03-15', now)).toBe(full.format(new Date(2025, 2, 15)));
  });

  test('a bare date is that day wherever one is', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(2000, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true }), (day) => {
        const pad = (part: number) => String(part).padStart(2, '0');
        const read = dateOf(`${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`);
        expect([read?.getFullYear(), read?.getMonth(), read?.getDate()]).toEqual([day.getFullYear(), day.getMonth(), day.getDate()]);
      }),
    );
  });

  test('text that is no date stays as it is', () => {
    expect(formatDate('last spring', now)).toBe('last spring');
  });

  test('a range of one day is one date, and of none is nothing', () => {
    expect(formatRange('2025-03-07', '2025-03-07')).toBe(formatRange('2025-03-07', null));
    expect(formatRange(null, null)).toBe('');
  });
});

describe('durations', () => {
  test('are rough', () => {
    expect(formatDuration(1200)).toBe('a few seconds');
    expect(formatDuration(43_000)).toBe('45 seconds');
    expect(formatDuration(61_000)).toBe('1 minute');
    expect(formatDuration(2 * 3600_000)).toBe('2 hours');
  });
});
