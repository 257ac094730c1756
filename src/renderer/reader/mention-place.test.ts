import { expect, test } from 'vitest';
import { heirOf, placeOf, placeText } from './mention-place.ts';

test('a place is read back as it was written', () => {
  expect(placeOf(placeText({ start: 7, end: 19 }))).toEqual({ start: 7, end: 19 });
  expect([placeOf(undefined), placeOf(''), placeOf('7'), placeOf('a-b')]).toEqual([null, null, null, null]);
});

test('a name that is gone leaves the focus to the next one, the last to the one before', () => {
  const places = [
    { start: 0, end: 4 },
    { start: 10, end: 14 },
  ];
  expect([heirOf(places, 0), heirOf(places, 5), heirOf(places, 20), heirOf([], 5)]).toEqual([0, 1, 1, -1]);
});
