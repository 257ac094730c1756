import { expect, test } from 'vitest';
import { nextOf, startOf, stepMs } from './play.ts';

test('playing begins at the brush', () => {
  expect(startOf({ first: 3, last: 5 }, 40)).toEqual({ first: 3, last: 5 });
});

test('playing the whole begins with a part of it, and from the end again at the start', () => {
  expect(startOf({ first: 0, last: 39 }, 40)).toEqual({ first: 0, last: 4 });
  expect(startOf({ first: 0, last: 2 }, 3)).toEqual({ first: 0, last: 0 });
  expect(startOf({ first: 36, last: 39 }, 40)).toEqual({ first: 0, last: 3 });
});

test('it goes on bar by bar to the end, where it stops', () => {
  const seen = [];
  for (let brush = nextOf({ first: 0, last: 1 }, 4); brush !== null; brush = nextOf(brush, 4)) seen.push(brush);
  expect(seen).toEqual([
    { first: 1, last: 2 },
    { first: 2, last: 3 },
  ]);
});

test('twice the speed takes half the time; few bars are not left standing, many do not race', () => {
  expect(stepMs(60, 2)).toBe(stepMs(60, 1) / 2);
  expect(stepMs(60, 0.5)).toBe(stepMs(60, 1) * 2);
  expect(stepMs(2, 1)).toBeLessThan(1000);
  expect(stepMs(120, 1)).toBeGreaterThan(100);
});
