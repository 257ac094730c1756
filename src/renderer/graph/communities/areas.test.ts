import { expect, test } from 'vitest';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { drawingOf } from '../drawing/elements.ts';
import { graphNode, nodeId } from '../drawing/fixtures.ts';
import { areaAt, areaReach, areasOf } from './areas.ts';
import { islandsOf } from './islands.ts';

/** Nodes at these places, each list of them a community. */
const drawn = (...communities: Point[][]) => {
  const nodes = communities.flatMap((places, community) => places.map((_, at) => graphNode(community * 20 + at + 1, { community })));
  const places = communities.flat();
  const positions = Object.fromEntries(nodes.map(({ id }, at) => [id, places[at] ?? { x: 0, y: 0 }])) as Record<NodeId, Point>;
  const drawing = drawingOf({ nodes, links: [], positions, focus: null, pinned: new Set() });
  const islands = islandsOf(
    drawing.nodes.values(),
    communities.map((_, id) => ({ id, name: `Community ${id}`, head: nodeId(id * 20 + 1) })),
  );
  return { areas: areasOf(islands, drawing, 1), placeOf: (id: NodeId) => positions[id] ?? null };
};

const square = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 110 },
  { x: 0, y: 110 },
];

test('an area joins members that stand next to each other, and what they enclose', () => {
  const { areas, placeOf } = drawn(square);
  const [area] = areas;
  expect(area?.edges).toContainEqual([nodeId(1), nodeId(2)]);
  expect(area?.faces.length).toBeGreaterThanOrEqual(2);
  const inside = (x: number, y: number) => areaAt(areas, { x, y }, placeOf, areaReach) !== null;
  expect(inside(50, 55)).toBe(true);
  expect(inside(-20, 50)).toBe(true);
  expect(inside(-40, 50)).toBe(false);
});

test('a member far off has a ground of its own', () => {
  const far = { x: 900, y: 0 };
  const { areas, placeOf } = drawn([...square, far]);
  const lonely = nodeId(5);
  expect(areas[0]?.edges).toContainEqual([lonely, lonely]);
  expect(areaAt(areas, { x: 905, y: 10 }, placeOf, areaReach)).toBe(areas[0]);
  expect(areaAt(areas, { x: 500, y: 0 }, placeOf, areaReach)).toBeNull();
});

test('where areas lie over each other, the nearer one is meant', () => {
  const beside = square.map(({ x, y }) => ({ x: x + 150, y }));
  const { areas, placeOf } = drawn(square, beside);
  expect(areaAt(areas, { x: 122, y: 50 }, placeOf, areaReach)?.island.name).toBe('Community 0');
  expect(areaAt(areas, { x: 128, y: 50 }, placeOf, areaReach)?.island.name).toBe('Community 1');
});
