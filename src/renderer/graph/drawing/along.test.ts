import { expect, test } from 'vitest';
import { freePlace } from './along.ts';
import { drawingOf } from './elements.ts';
import { graphLink, graphNode, nodeId } from './fixtures.ts';

const placeWith = (others: readonly number[]) => {
  const nodes = [graphNode(0), graphNode(1), ...others.map((_, at) => graphNode(at + 2))];
  const positions = Object.fromEntries(nodes.map(({ id }, at) => [id, { x: at < 2 ? at * 400 : (others[at - 2] ?? 0) * 400, y: 0 }]));
  const drawing = drawingOf({ nodes, links: [graphLink(nodeId(0), nodeId(1))], positions, focus: null, pinned: new Set() });
  const [link] = drawing.links.values();
  if (!link) throw new Error('there is a link');
  return freePlace(link, drawing.nodes, [...drawing.nodes.values()]);
};

test('a mark on a link stands off its middle', () => {
  expect(placeWith([])).toBe(0.38);
});

test('a mark gives way to a node that the link runs under, and stays where all of it is covered', () => {
  expect(placeWith([0.38])).toBe(0.62);
  expect(placeWith([0.38, 0.6])).toBe(0.3);
  expect(placeWith([0.25, 0.32, 0.4, 0.46, 0.54, 0.6, 0.68, 0.76])).toBe(0.38);
});
