import { describe, expect, test } from 'vitest';
import type { HistogramUnit } from '../../shared/views-activity.ts';
import { type Axis, lastDayOf, placeAfterDay, placeOfDay } from './bars.ts';
import { brushOf, drawn, edgesOf, isWhole, moved, openSpan, resized, spanOf } from './brush.ts';

const months: Axis = { unit: 'month', froms: ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'] };

describe('bars', () => {
  test.each<[HistogramUnit, string, string]>([
    ['day', '2024-02-29', '2024-02-29'],
    ['week', '2024-12-30', '2025-01-05'],
    ['month', '2024-02-01', '2024-02-29'],
    ['quarter', '2024-10-01', '2024-12-31'],
    ['year', '2023-01-01', '2023-12-31'],
  ])('a %s from %s ends on %s', (unit, from, last) => {
    expect(lastDayOf(unit, from)).toBe(last);
  });

  test('a day stands in its bar, and none stands beyond the axis', () => {
    expect(placeOfDay(months, '2024-01-01')).toBe(0);
    expect(placeOfDay(months, '2024-02-15')).toBeCloseTo(1 + 14 / 29);
    expect(placeAfterDay(months, '2024-02-29')).toBe(2);
    expect(placeAfterDay(months, '2024-04-30')).toBe(4);
    expect(placeOfDay(months, '2030-01-01')).toBe(4);
    expect(placeAfterDay(months, '2020-01-01')).toBe(0);
  });
});

describe('a brush', () => {
  test('and its span tell each other', () => {
    const span = spanOf(months, { first: 1, last: 2 });
    expect(span).toEqual({ from: '2024-02-01', to: '2024-03-31' });
    expect(brushOf(months, span)).toEqual({ first: 1, last: 2 });
  });

  test('over all bars is no span, so that articles without a date count again', () => {
    expect(spanOf(months, { first: 0, last: 3 })).toEqual(openSpan);
    expect(isWhole(brushOf(months, openSpan), 4)).toBe(true);
  });

  test('of a span of other bars takes the bars that it touches, and is drawn to the day', () => {
    const span = { from: '2024-01-16', to: '2024-02-10' };
    expect(brushOf(months, span)).toEqual({ first: 0, last: 1 });
    const { left, right } = edgesOf(months, span);
    expect(left).toBeCloseTo(15 / 31);
    expect(right).toBeCloseTo(1 + 10 / 29);
  });

  test('open at one end reaches to that end', () => {
    expect(brushOf(months, { from: '2024-03-05', to: null })).toEqual({ first: 2, last: 3 });
    expect(brushOf(months, { from: null, to: '2024-02-05' })).toEqual({ first: 0, last: 1 });
  });

  test('of a span beyond the axis has no width there', () => {
    const { left, right } = edgesOf(months, { from: '2030-01-01', to: '2030-02-01' });
    expect([left, right]).toEqual([4, 4]);
    expect(brushOf(months, { from: '2030-01-01', to: '2030-02-01' })).toEqual({ first: 3, last: 3 });
  });

  test('is drawn in either direction, within the axis', () => {
    expect(drawn(3, 1, 4)).toEqual({ first: 1, last: 3 });
    expect(drawn(-2, 9, 4)).toEqual({ first: 0, last: 3 });
  });

  test('keeps its width however far it is moved', () => {
    expect(moved({ first: 1, last: 2 }, 1, 4)).toEqual({ first: 2, last: 3 });
    expect(moved({ first: 1, last: 2 }, 9, 4)).toEqual({ first: 2, last: 3 });
    expect(moved({ first: 1, last: 2 }, -9, 4)).toEqual({ first: 0, last: 1 });
  });

  test('keeps a bar when an end is pulled across the other', () => {
    expect(resized({ first: 1, last: 2 }, 'first', 9, 4)).toEqual({ first: 2, last: 2 });
    expect(resized({ first: 1, last: 2 }, 'last', -1, 4)).toEqual({ first: 1, last: 1 });
    expect(resized({ first: 1, last: 2 }, 'last', 9, 4)).toEqual({ first: 1, last: 3 });
  });
});
