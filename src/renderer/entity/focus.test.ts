import { expect, test } from 'vitest';
import { nextFocus } from './focus.ts';

test('arrows move by one and stop at the ends, Home and End leap', () => {
  expect(nextFocus('ArrowDown', 0, 3)).toBe(1);
  expect(nextFocus('ArrowDown', 2, 3)).toBeNull();
  expect(nextFocus('ArrowUp', 0, 3)).toBeNull();
  expect(nextFocus('End', 0, 3)).toBe(2);
  expect(nextFocus('Home', 2, 3)).toBe(0);
  expect(nextFocus('a', 1, 3)).toBeNull();
});
