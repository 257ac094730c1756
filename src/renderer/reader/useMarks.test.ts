import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedOf } from './useMarks.ts';

test('of very many matches those around the present one are marked, and few steps change which', () => {
  const found = Array.from({ length: 500 }, (_, at) => ({ start: at, end: at + 1 }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 499 }), (at) => {
      const marked = markedOf(found, at, 100);
      expect(marked.length).toBeLessThanOrEqual(100);
      expect(marked).toContain(found[at]);
    }),
  );
  expect(new Set(found.map((_, at) => markedOf(found, at, 100)[0])).size).toBeLessThanOrEqual(10);
  expect(markedOf(found, 3)).toBe(found);
});
