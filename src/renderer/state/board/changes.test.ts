import { describe, expect, test } from 'vitest';
import { type EntityId, linkIdOf, type NodeId } from '../../../shared/model.ts';
import type { GraphLink, GraphNode } from '../../../shared/views.ts';
import { type BoardDoc, emptyDoc } from './board.ts';
import {
  addNote,
  changeNote,
  collapse,
  grownFrom,
  hide,
  isolate,
  move,
  pin,
  refilter,
  removeNote,
  reveal,
  unhide,
  unpin,
} from './changes.ts';

const id = (letter: string): NodeId => `e_${letter.repeat(24)}` as EntityId;
const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')];
const node = (each: NodeId): GraphNode => ({
  id: each,
  type: 'company',
  name: each.slice(2, 3),
  articles: 1,
  weight: 1,
  community: 0,
  more: 0,
  first: null,
  last: null,
});
const link = (from: NodeId, to: NodeId): GraphLink => ({
  id: linkIdOf(from, to),
  source: from,
  target: to,
  kind: 'co-mention',
  relations: [],
  articles: 1,
  stories: 1,
  sentences: 1,
  strength: 0.5,
  first: null,
  last: null,
});

/** Four in a row, a in the middle; b came by expanding a, c by expanding b, d by expanding c. */
const doc: BoardDoc = {
  ...emptyDoc,
  nodes: [a, b, c, d].map(node),
  links: [link(a, b), link(b, c), link(c, d)],
  positions: Object.fromEntries([a, b, c, d].map((each, x) => [each, { x, y: 0 }])),
  focus: a,
  grown: new Map([
    [b, a],
    [c, b],
    [d, c],
  ]),
};

describe('what can be done to a board', () => {
  test('hiding spares the middle, and is nothing where nothing else was meant', () => {
    expect(hide(doc, [a, b])).toEqual({ hidden: new Set([b]) });
    expect(hide(doc, [a])).toBeNull();
    expect(hide({ ...doc, hidden: new Set([b]) }, [b])).toBeNull();
  });

  test('isolating hides the others; the middle is kept where it is among them', () => {
    expect(isolate(doc, new Set([a, b]))).toEqual({ hidden: new Set([c, d]), focus: a });
    expect(isolate(doc, new Set([b]))).toEqual({ hidden: new Set([a, c, d]), focus: null });
    expect(isolate(doc, new Set([a, b, c, d]))).toBeNull();
  });

  test('bringing back brings back all', () => {
    expect(unhide(doc)).toBeNull();
    expect(unhide({ ...doc, hidden: new Set([b, c]) })).toEqual({ hidden: new Set() });
  });

  test('what came by a node is what came by those as well', () => {
    expect(grownFrom(doc, b)).toEqual(new Set([c, d]));
    expect(grownFrom(doc, d)).toEqual(new Set());
    const circle = { ...doc, grown: new Map([...doc.grown, [a, d] as const]) };
    expect(grownFrom(circle, b)).toEqual(new Set([c, d, a]));
  });

  test('collapsing takes nodes with their links and places, pinned ones excepted', () => {
    const left = collapse({ ...doc, pinned: new Set([d]), hidden: new Set([c]) }, b);
    expect(left?.nodes?.map((each) => each.id)).toEqual([a, b, d]);
    expect(left?.links?.map((each) => each.id)).toEqual([linkIdOf(a, b)]);
    expect(Object.keys(left?.positions ?? {})).toEqual([a, b, d]);
    expect([...(left?.grown ?? [])]).toEqual([
      [b, a],
      [d, c],
    ]);
    expect(left?.hidden).toEqual(new Set());
    expect(collapse(doc, d)).toBeNull();
  });

  test('whatever is moved is pinned', () => {
    expect(move(doc, { [b]: { x: 7, y: 8 } })).toEqual({ positions: { ...doc.positions, [b]: { x: 7, y: 8 } }, pinned: new Set([b]) });
    expect(pin(doc, [b, c])).toEqual({ pinned: new Set([b, c]) });
    expect(unpin({ ...doc, pinned: new Set([b, c]) }, [b])).toEqual({ pinned: new Set([c]) });
  });

  test('revealing adds the links that are not drawn', () => {
    expect(reveal(doc, [link(a, b), link(a, c)])?.links).toEqual([...doc.links, link(a, c)]);
    expect(reveal(doc, [link(a, b)])).toBeNull();
  });

  test('a filter is changed in part, and notes come, change and go', () => {
    expect(refilter(doc, { strength: 0.3 }).filter).toEqual({ ...doc.filter, strength: 0.3 });
    const note = { id: 'n1', text: '', x: 1, y: 2 };
    const noted = { ...doc, ...addNote(doc, note) };
    expect(changeNote(noted, 'n1', { text: 'why?' }).notes).toEqual([{ ...note, text: 'why?' }]);
    expect(changeNote(noted, 'n2', { text: 'why?' }).notes).toEqual([note]);
    expect(removeNote(noted, 'n1').notes).toEqual([]);
  });
});
