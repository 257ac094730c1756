import { expect, test } from 'vitest';
import { drawingOf } from '../drawing/elements.ts';
import { graphNode, nodeId } from '../drawing/fixtures.ts';
import { islandsOf } from './islands.ts';

test('an island is a community of three or more, in the order given', () => {
  const nodes = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => graphNode(id, { community: id <= 3 ? 1 : id <= 5 ? 2 : 0 }));
  const positions = Object.fromEntries(nodes.map(({ id }) => [id, { x: 0, y: 0 }]));
  const drawing = drawingOf({ nodes, links: [], positions, focus: null, pinned: new Set() });
  const communities = [
    { id: 0, name: 'First', head: nodeId(6) },
    { id: 1, name: 'Second', head: nodeId(1) },
    { id: 2, name: 'Pair', head: nodeId(4) },
  ];
  expect(islandsOf(drawing.nodes.values(), communities)).toEqual([
    { id: 0, name: 'First', head: nodeId(6), members: [6, 7, 8].map((id) => nodeId(id)) },
    { id: 1, name: 'Second', head: nodeId(1), members: [1, 2, 3].map((id) => nodeId(id)) },
  ]);
});
