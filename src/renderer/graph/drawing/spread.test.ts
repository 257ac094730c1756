import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { boardPlace, drawnPlace } from './camera.ts';
import { drawingOf } from './elements.ts';
import { graphNode, nodeId } from './fixtures.ts';
import { spread } from './spread.ts';

const fit = { x: 1.2, y: 1.5, scale: 1.6 };
const places = fc.array(fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) }), {
  minLength: 2,
  maxLength: 12,
});
const boardOf = (points: readonly Point[]) => {
  const nodes = points.map((_, at) => graphNode(at + 1, { weight: ((at * 7) % 10) / 10 }));
  const positions: Record<NodeId, Point> = Object.fromEntries(points.map((point, at) => [nodeId(at + 1), point]));
  return { nodes, positions };
};

test('no node of a crowded map covers another', () => {
  fc.assert(
    fc.property(places, (points) => {
      const { nodes, positions } = boardOf(points);
      const moves = spread(nodes, positions, fit, 0.4);
      const drawn = [...drawingOf({ nodes, positions, links: [], focus: null, pinned: new Set() }, { ...fit, moves }).nodes.values()];
      drawn.forEach((one, at) => {
        for (const other of drawn.slice(at + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan((one.size + other.size) / 2 - 1);
        }
      });
    }),
  );
});

test('a map that is shown at full size stays as it is, and so do nodes with room around them', () => {
  const { nodes, positions } = boardOf([
    { x: 0, y: 0 },
    { x: 5, y: 0 },
    { x: 900, y: 900 },
  ]);
  expect(spread(nodes, positions, fit, 1).size).toBe(0);
  const moves = spread(nodes, positions, fit, 0.4);
  expect([...moves.keys()].sort()).toEqual([nodeId(1), nodeId(2)].sort());
});

test('a place that was drawn is found again on the board', () => {
  const moves = new Map([[nodeId(1), { x: 12, y: -7 }]]);
  const place = boardPlace({ ...fit, moves }, nodeId(1), drawnPlace({ ...fit, moves }, nodeId(1), { x: 40, y: 60 }));
  expect(place.x).toBeCloseTo(40);
  expect(place.y).toBeCloseTo(60);
});
