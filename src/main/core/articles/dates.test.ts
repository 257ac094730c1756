import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInAddress, isoDate } from './dates.ts';

const now = Date.UTC(2026, 5, 1);

describe('a date', () => {
  const cases: [unknown, string | null][] = [
    ['2025-03-04', '2025-03-04'],
    ['2025/3/4', '2025-03-04'],
    ['2025-03-04T10:15:30Z', '2025-03-04T10:15:30Z'],
    ['2025-03-04T10:15:30.123+01:00', '2025-03-04T09:15:30Z'],
    ['2025-03-04T23:30:00-0500', '2025-03-05T04:30:00Z'],
    ['2025-03-04 10:15:30', '2025-03-04'],
    ['2025-03-04 10:15 UTC', '2025-03-04T10:15:00Z'],
    ['Tue, 04 Mar 2025 10:15:30 GMT', '2025-03-04T10:15:30Z'],
    ['Tue, 4 Mar 2025 10:15:30 +0100', '2025-03-04T09:15:30Z'],
    ['Tue Mar 04 2025 10:15:30 GMT+0100 (Central European Standard Time)', '2025-03-04T09:15:30Z'],
    ['Tue Mar 04 10:15:30 +0000 2025', '2025-03-04T10:15:30Z'],
    ['March 4, 2025', '2025-03-04'],
    ['March 4th 2025', '2025-03-04'],
    ['Mar. 4, 2025 10:15 a.m. EST', '2025-03-04T15:15:00Z'],
    ['Mar 4, 2025, 12:05 am UTC', '2025-03-04T00:05:00Z'],
    ['March 4, 2025 at 10am ET', '2025-03-04'],
    ['4 March 2025', '2025-03-04'],
    ['4 Mar 2025', '2025-03-04'],
    ['4th of March, 2025', '2025-03-04'],
    ['04-Mar-2025', '2025-03-04'],
    ['Tuesday, 4 March 2025', '2025-03-04'],
    ['Published: March 4, 2025', '2025-03-04'],
    ['4. März 2025, 10:15 Uhr', '2025-03-04'],
    ['le 4 mars 2025', '2025-03-04'],
    ['4 de marzo de 2025', '2025-03-04'],
    ['4.3.2025', '2025-03-04'],
    ['13/04/2025', '2025-04-13'],
    ['04/13/2025', '2025-04-13'],
    ['04/04/2025', '2025-04-04'],
    ['03/04/2025', null],
    ['20250304', '2025-03-04'],
    ['20250304T101530Z', '2025-03-04T10:15:30Z'],
    ['20250304101530', '2025-03-04'],
    [20250304, '2025-03-04'],
    [20250304101530, '2025-03-04'],
    [1741083330, '2025-03-04T10:15:30Z'],
    ['1741083330', '2025-03-04T10:15:30Z'],
    [1741083330123, '2025-03-04T10:15:30Z'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', null],
    ['2025-13-01', null],
    ['2025-04-31', null],
    ['31 February 2025', null],
    ['2025-03-04T25:00:00Z', null],
    ['1899-12-31', null],
    ['1900-01-01', '1900-01-01'],
    ['2027-12-31', '2027-12-31'],
    ['2028-01-01', null],
    ['March 2025', null],
    ['2025', null],
    ['2 hours ago', null],
    ['Version 2025-03-04 of the text', null],
    ['', null],
    [0, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [null, null],
    [{}, null],
  ];
  for (const [written, expected] of cases) it(`${JSON.stringify(written)}`, () => expect(isoDate(written, now)).toBe(expected));

  it('is read back as it was written', () => {
    const moments = fc.date({ min: new Date(Date.UTC(1900, 0, 1)), max: new Date(Date.UTC(2027, 11, 31)), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const iso = `${moment.toISOString().slice(0, 19)}Z`;
        expect(isoDate(iso, now)).toBe(iso);
        expect(isoDate(iso.slice(0, 10), now)).toBe(iso.slice(0, 10));
        expect(isoDate(moment.toUTCString(), now)).toBe(iso);
      }),
    );
  });

  it('never throws, and gives nothing but dates', () => {
    const scraps = fc.constantFrom('4', '03', '2025', 'March', 'mon', ',', '-', '/', ':', ' ', 'T', 'Z', '+01', 'pm', '.', '99', 'UTC');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join('')),
          fc.string(),
          fc.double(),
          fc.jsonValue(),
        ),
        (value) => {
          expect(isoDate(value, now) ?? '1999-01-01').toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('a day stands in many addresses', () => {
  expect(dateInAddress('https://ledger.example/2025/03/04/plant', now)).toBe('2025-03-04');
  expect(dateInAddress('https://ledger.example/2025/13/04/plant', now)).toBeNull();
  expect(dateInAddress('https://ledger.example/a/20250304', now)).toBeNull();
  expect(dateInAddress(null, now)).toBeNull();
});
