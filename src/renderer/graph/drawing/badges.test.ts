import { describe, expect, test } from 'vitest';
import { badgePlace } from './badges.ts';
import { drawingOf } from './elements.ts';
import { graphNode, nodeId } from './fixtures.ts';

const drawn = (places: readonly [number, number][]) => {
  const nodes = places.map((_, at) => graphNode(at));
  const positions = Object.fromEntries(places.map(([x, y], at) => [nodeId(at), { x, y }]));
  return [...drawingOf({ nodes, links: [], positions, focus: null, pinned: new Set() }).nodes.values()];
};
const cornerAmong = (...places: [number, number][]) => {
  const nodes = drawn([[0, 0], ...places]);
  const [first] = nodes;
  return first && badgePlace(first, nodes, 1).corner;
};

describe('a badge', () => {
  test('stands at the upper right', () => {
    expect(cornerAmong([200, 200])).toEqual({ x: 1, y: -1 });
  });
  test('moves to another corner where a node is in its way', () => {
    expect(cornerAmong([40, -25])).toEqual({ x: -1, y: -1 });
    expect(cornerAmong([40, -25], [-40, -25])).toEqual({ x: 1, y: 1 });
  });
  test('stays at the upper right where no corner is free', () => {
    expect(cornerAmong([40, -25], [-40, -25], [40, 25], [-40, 25])).toEqual({ x: 1, y: -1 });
  });
});
