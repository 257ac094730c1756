import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './camera.ts';
import { boxBeside, boxesAlong, type LabelWish, labelSides, labelZoom, overlap, placeLabels } from './labels.ts';

const coordinate = fc.integer({ min: 0, max: 600 });
const box = fc
  .record({ x1: coordinate, y1: coordinate, width: fc.integer({ min: 1, max: 180 }), height: fc.integer({ min: 8, max: 40 }) })
  .map(({ x1, y1, width, height }): Box => ({ x1, y1, x2: x1 + width, y2: y1 + height }));
const place = fc.array(box, { minLength: 1, maxLength: 4 });
const wishes = fc
  .array(fc.record({ places: fc.array(fc.option(place), { maxLength: 4 }), always: fc.boolean(), insistent: fc.boolean() }), {
    maxLength: 60,
  })
  .map((list): LabelWish<number>[] =>
    list.map((wish, id) => ({ ...wish, id, places: [[{ x1: id, y1: 0, x2: id + 90, y2: 14 }], ...wish.places] })),
  );

const boxesOf = (list: readonly LabelWish<number>[], shown: ReadonlyMap<number, number>, id: number): readonly Box[] =>
  list[id]?.places[shown.get(id) ?? 0] ?? [];

describe('labels', () => {
  test('no two that could give way to each other overlap', () => {
    fc.assert(
      fc.property(wishes, fc.array(box, { maxLength: 30 }), (list, obstacles) => {
        const shown = placeLabels(list, obstacles);
        const placed = [...shown.keys()];
        for (const [at, one] of placed.entries()) {
          for (const other of placed.slice(at + 1)) {
            if (list[one]?.always && list[other]?.always) continue;
            for (const a of boxesOf(list, shown, one)) for (const b of boxesOf(list, shown, other)) expect(overlap(a, b)).toBe(false);
          }
        }
      }),
    );
  });

  test('only those that insist cover an obstacle', () => {
    fc.assert(
      fc.property(wishes, fc.array(box, { maxLength: 30 }), (list, obstacles) => {
        const shown = placeLabels(list, obstacles);
        for (const id of shown.keys()) {
          if (list[id]?.always || list[id]?.insistent) continue;
          for (const a of boxesOf(list, shown, id)) for (const b of obstacles) expect(overlap(a, b)).toBe(false);
        }
      }),
    );
  });

  test('what is pointed at is always named', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const shown = placeLabels(list);
        for (const { id, always } of list) if (always) expect(shown.has(id)).toBe(true);
      }),
    );
  });

  test('the first in line gets its best place, the next another one, and the last none', () => {
    const spot: Box = { x1: 0, y1: 0, x2: 50, y2: 14 };
    const aside: Box = { x1: 100, y1: 0, x2: 150, y2: 14 };
    const shown = placeLabels([
      { id: 'first', places: [[spot]] },
      { id: 'second', places: [[spot], [aside]] },
      { id: 'third', places: [[spot], null, [aside]] },
    ]);
    expect([...shown]).toEqual([
      ['first', 0],
      ['second', 1],
    ]);
  });

  test('stand clear of their own node on every side', () => {
    const body: Box = { x1: -20, x2: 20, y1: -12, y2: 12 };
    for (const side of labelSides) expect(overlap(boxBeside(side, { x: 0, y: 0 }, { x: 20, y: 12 }, 90, 2), body)).toBe(false);
  });

  test('along a slanted line cover it from end to end of the words and no more', () => {
    const boxes = boxesAlong({ x: 0, y: 0 }, { x: 300, y: 300 }, 80);
    const reach = Math.max(...boxes.map(({ x2 }) => x2)) - Math.min(...boxes.map(({ x1 }) => x1));
    expect(reach).toBeGreaterThan(80 * Math.SQRT1_2);
    expect(reach).toBeLessThan(80);
  });

  test('are set for a zoom within 5 % of the one there is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 4, noNaN: true }), (zoom) => {
        expect(Math.abs(Math.log(labelZoom(zoom) / zoom))).toBeLessThan(0.05);
      }),
    );
  });
});
