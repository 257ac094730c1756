import { describe, expect, test } from 'vitest';
import type { Point } from '../../../shared/views.ts';
import { drawingOf } from './elements.ts';
import { graphLink, graphNode, nodeId, relation } from './fixtures.ts';
import { placeLabels } from './labels.ts';
import { labelsOf } from './wishes.ts';

const width = (text: string, px: number) => text.length * px * 0.55;
const nobody = { on: new Set<string>(), near: new Set<string>() };

/** Two companies this far apart, one of which acquired the other, and a crowd around a third. */
const scene = (apart: number) => {
  const nodes = [
    graphNode(1, { weight: 1 }),
    graphNode(2, { weight: 0.2 }),
    ...[3, 4, 5, 6, 7].map((id) => graphNode(id, { weight: id / 10 })),
  ];
  const positions: Record<string, Point> = { [nodeId(1)]: { x: 0, y: 0 }, [nodeId(2)]: { x: apart, y: 0 } };
  for (const id of [3, 4, 5, 6, 7]) positions[nodeId(id)] = { x: 600 + 12 * id, y: 300 };
  const links = [graphLink(nodeId(1), nodeId(2), { relations: [relation(nodeId(1), nodeId(2))] })];
  return drawingOf({ nodes, links, positions, focus: nodeId(1), pinned: new Set() });
};
const shownAt = (apart: number, zoom: number, attention = nobody) => {
  const { nodes, links, obstacles } = labelsOf(scene(apart), zoom, attention, width);
  return placeLabels<string>([...nodes, ...links], obstacles);
};

describe('what wants a label', () => {
  test('in a crowd the heaviest is named', () => {
    const shown = shownAt(300, 1);
    expect(shown.has(nodeId(7))).toBe(true);
    expect([3, 4, 5, 6].every((id) => shown.has(nodeId(id)))).toBe(false);
  });

  test('zooming in names more', () => {
    expect(shownAt(300, 4).size).toBeGreaterThan(shownAt(300, 0.5).size);
  });

  test('what is pointed at is named however crowded its place', () => {
    const attention = { on: new Set<string>([nodeId(3)]), near: new Set<string>() };
    expect(shownAt(300, 0.3, attention).has(nodeId(3))).toBe(true);
  });

  test('a verb is written where its line has room, and only there', () => {
    const link = graphLink(nodeId(1), nodeId(2)).id;
    expect(shownAt(300, 1).has(link)).toBe(true);
    expect(shownAt(90, 1).has(link)).toBe(false);
  });
});
