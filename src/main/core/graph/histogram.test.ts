import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsFor } from './histogram.ts';

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('bars', () => {
  it('are days, weeks from Monday, months, quarters or years, as fine as can be told apart', () => {
    expect(barsFor('2025-03-01', '2025-03-03')).toMatchObject({ unit: 'day', froms: ['2025-03-01', '2025-03-02', '2025-03-03'] });
    expect(barsFor('2025-01-01', '2025-12-31').froms.slice(0, 2)).toEqual(['2024-12-30', '2025-01-06']);
    expect(barsFor('2020-05-17', '2025-12-31')).toMatchObject({ unit: 'month' });
    expect(barsFor('2005-05-17', '2025-12-31').froms.slice(0, 2)).toEqual(['2005-04-01', '2005-07-01']);
    expect(barsFor('1950-05-17', '2025-12-31')).toMatchObject({ unit: 'year' });
  });

  it('are at most 120, in order, and every day lies in the one that begins last before it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 20 }), (days) => {
        const ordered = [...days].sort();
        const { froms, barOf } = barsFor(ordered[0] ?? '', ordered.at(-1) ?? '');
        expect(froms.length).toBeLessThanOrEqual(120);
        expect(froms).toEqual([...froms].sort());
        for (const one of days) {
          const last = froms.findLastIndex((from) => from <= one);
          expect(barOf(one)).toBe(Math.max(0, last));
        }
      }),
    );
  });

  it('put what is older than can be shown into the first', () => {
    const { froms, barOf } = barsFor('1066-10-14', '2025-01-01');
    expect([froms[0], froms.length, barOf('1066-10-14'), barOf('2025-01-01')]).toEqual(['1906-01-01', 120, 0, 119]);
  });
});
