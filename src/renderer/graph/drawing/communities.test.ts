import { expect, test } from 'vitest';
import { islandsOf } from './communities.ts';
import { drawingOf } from './elements.ts';
import { graphNode, nodeId } from './fixtures.ts';

test('an island is a community of three or more, in the order given', () => {
  const nodes = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => graphNode(id, { community: id <= 3 ? 1 : id <= 5 ? 2 : 0 }));
  const positions = Object.fromEntries(nodes.map(({ id }) => [id, { x: 0, y: 0 }]));
  const drawing = drawingOf({ nodes, links: [], positions, focus: null, pinned: new Set() });
  const communities = [
    { id: 0, name: 'First' },
    { id: 1, name: 'Second' },
    { id: 2, name: 'Pair' },
  ];
  expect(islandsOf(drawing.nodes.values(), communities)).toEqual([
    { id: 0, name: 'First', members: [6, 7, 8].map((id) => nodeId(id)) },
    { id: 1, name: 'Second', members: [1, 2, 3].map((id) => nodeId(id)) },
  ]);
});
