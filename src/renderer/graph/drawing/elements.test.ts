import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { GraphLink } from '../../../shared/views.ts';
import { continues, type Drawing, type DrawnLink, type DrawnNode, differenceOf, drawingOf, emptyDrawing } from './elements.ts';
import { graphLink, graphNode, nodeId, relation } from './fixtures.ts';

/** A board of some of twelve nodes, each pair of which may be linked, in either direction or none. */
const board = fc
  .record({
    present: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    shift: fc.integer({ min: 0, max: 3 }),
    pairs: fc.array(
      fc.record({ a: fc.integer({ min: 1, max: 12 }), b: fc.integer({ min: 1, max: 12 }), way: fc.integer({ min: 0, max: 2 }) }),
    ),
    focus: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ present, shift, pairs, focus }) => {
    const nodes = present.map((id) => graphNode(id, { weight: ((id + shift) % 4) / 4, more: shift }));
    const links = new Map<string, GraphLink>();
    for (const { a, b, way } of pairs) {
      if (a === b || !present.includes(a) || !present.includes(b)) continue;
      const [from, to] = way === 1 ? [nodeId(a), nodeId(b)] : [nodeId(b), nodeId(a)];
      const link = graphLink(from, to, way === 0 ? {} : { relations: [relation(from, to)] });
      links.set(link.id, link);
    }
    const positions = Object.fromEntries(present.map((id) => [nodeId(id), { x: id * 10 + (id % 2) * shift, y: id }]));
    return drawingOf({ nodes, links: [...links.values()], positions, focus: nodeId(focus), pinned: new Set([nodeId(2)]) });
  });

/** Does to a copy of a drawing what Cytoscape is told to do; fails where that cannot be done. */
const applied = (before: Drawing, after: Drawing): Drawing => {
  const nodes = new Map<NodeId, DrawnNode>(before.nodes);
  const links = new Map<LinkId, DrawnLink>(before.links);
  const difference = differenceOf(before, after);
  for (const id of difference.links.removed) expect(links.delete(id)).toBe(true);
  for (const id of difference.nodes.removed) expect(nodes.delete(id)).toBe(true);
  for (const node of difference.nodes.added) {
    expect(nodes.has(node.id)).toBe(false);
    nodes.set(node.id, node);
  }
  for (const node of difference.nodes.changed) {
    const { x = 0, y = 0 } = nodes.get(node.id) ?? {};
    nodes.set(node.id, { ...node, x, y });
  }
  for (const { id, x, y } of difference.nodes.moved) {
    const node = nodes.get(id);
    if (node) nodes.set(id, { ...node, x, y });
  }
  for (const link of difference.links.added) {
    expect(links.has(link.id)).toBe(false);
    expect(nodes.has(link.source) && nodes.has(link.target)).toBe(true);
    links.set(link.id, link);
  }
  for (const link of difference.links.changed) {
    // the ends of an edge cannot be changed in place
    expect(links.get(link.id)?.source).toBe(link.source);
    links.set(link.id, link);
  }
  return { nodes, links };
};

const sorted = ({ nodes, links }: Drawing) => ({
  nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  links: [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('the difference of two drawings', () => {
  test('turns the one into the other', () => {
    fc.assert(
      fc.property(board, board, (before, after) => {
        expect(sorted(applied(before, after))).toEqual(sorted(after));
      }),
    );
  });

  test('of a drawing and itself is nothing', () => {
    fc.assert(
      fc.property(board, (drawing) => {
        const { nodes, links } = differenceOf(drawing, drawing);
        const counts = [nodes.added, nodes.changed, nodes.removed, nodes.moved, links.added, links.changed, links.removed].map(
          ({ length }) => length,
        );
        expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
      }),
    );
  });
});

describe('a drawn link', () => {
  const [a, b] = [nodeId(1), nodeId(2)];
  const drawn = (link: Partial<GraphLink>) => {
    const positions = { [a]: { x: 0, y: 0 }, [b]: { x: 9, y: 9 } };
    const drawing = drawingOf({
      nodes: [graphNode(1), graphNode(2)],
      links: [graphLink(a, b, link)],
      positions,
      focus: a,
      pinned: new Set(),
    });
    return [...drawing.links.values()][0];
  };

  test('runs in the direction of its strongest relation and is named by its verb', () => {
    expect(drawn({ relations: [relation(b, a), relation(a, b, { kind: 'sued' })] })).toMatchObject({
      source: b,
      target: a,
      arrow: 'one',
      label: 'acquired',
    });
  });

  test('has two heads where both did the same to each other, and none where the relation has no direction', () => {
    expect(drawn({ relations: [relation(a, b, { kind: 'sued' }), relation(b, a, { kind: 'sued' })] })?.arrow).toBe('both');
    expect(drawn({ relations: [relation(a, b, { kind: 'partners_with' })] })?.arrow).toBe('none');
  });

  test('that states nothing has neither verb nor arrow', () => {
    expect(drawn({})).toMatchObject({ status: 'none', label: '', arrow: 'none' });
  });
});

describe('a board', () => {
  test('goes on from the one before where a third of it was there', () => {
    const of = (...ids: number[]) =>
      drawingOf({
        nodes: ids.map((id) => graphNode(id)),
        links: [],
        positions: Object.fromEntries(ids.map((id) => [nodeId(id), { x: id, y: 0 }])),
        focus: null,
        pinned: new Set(),
      });
    expect(continues(of(1, 2), of(2, 3, 4))).toBe(true);
    expect(continues(of(1, 2), of(2, 3, 4, 5))).toBe(false);
    expect(continues(emptyDrawing, of(1))).toBe(false);
  });
});
