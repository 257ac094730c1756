import { expect, test } from 'vitest';
import type { Axis } from './bars.ts';
import { barWords, ticksOf } from './ticks.ts';

const axis = (unit: Axis['unit'], from: string, bars: number): Axis => {
  const froms: string[] = [];
  const date = new Date(from);
  for (let bar = 0; bar < bars; bar += 1) {
    froms.push(date.toISOString().slice(0, 10));
    if (unit === 'day') date.setUTCDate(date.getUTCDate() + 1);
    else if (unit === 'week') date.setUTCDate(date.getUTCDate() + 7);
    else date.setUTCMonth(date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[unit]);
  }
  return { unit, froms };
};

const examples: [Axis['unit'], string, number][] = [
  ['day', '2024-03-05', 4],
  ['day', '2024-03-05', 110],
  ['week', '2023-10-30', 100],
  ['month', '2019-05-01', 70],
  ['quarter', '2001-04-01', 90],
  ['year', '1931-01-01', 94],
];

test.each(examples)('marks of %ss from %s have room for their labels, and there is one at least', (unit, from, bars) => {
  for (const width of [120, 560, 1400]) {
    const ticks = ticksOf(axis(unit, from, bars), width);
    expect(ticks.length).toBeGreaterThan(0);
    const apart = ticks.slice(1).map(({ bar }, at) => ((bar - (ticks[at]?.bar ?? 0)) / bars) * width);
    expect(Math.min(...apart, 1000)).toBeGreaterThan(55);
    expect(ticks.every(({ label }) => label !== '')).toBe(true);
  }
});

test('few bars are marked each, many at round dates', () => {
  expect(ticksOf(axis('day', '2024-03-05', 4), 560)).toHaveLength(4);
  const marked = ticksOf(axis('month', '2019-05-01', 70), 560).map(({ label }) => label);
  expect(marked).toEqual(['2020', '2021', '2022', '2023', '2024', '2025']);
});

test('an axis without bars has no marks', () => {
  expect(ticksOf({ unit: 'day', froms: [] }, 500)).toEqual([]);
});

test('bars are told apart in words', () => {
  expect(barWords('quarter', '2024-04-01')).toBe('Quarter 2 of 2024');
  expect(barWords('year', '1999-01-01')).toBe('1999');
  expect(barWords('week', '2024-04-01')).toMatch(/^Week of .*2024/);
});
