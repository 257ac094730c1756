import { describe, expect, test } from 'vitest';
import { type EntityId, linkIdOf, type NodeId, type NodeType } from '../../../shared/model.ts';
import type { RelationKind } from '../../../shared/relations.ts';
import type { GraphLink, GraphNode } from '../../../shared/views.ts';
import { type BoardDoc, emptyDoc } from './board.ts';
import { facetsOf, isFiltered, kindsOf, rememberedSeen, seenOf } from './seen.ts';

const id = (letter: string) => `e_${letter.repeat(24)}` as EntityId;
const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')];
const node = (each: NodeId, type: NodeType, community = 0): GraphNode => ({
  id: each,
  type,
  name: each.slice(2, 3),
  articles: 1,
  weight: 0.5,
  community,
  more: 0,
  first: null,
  last: null,
});
const link = (from: EntityId, to: EntityId, strength: number, kind?: RelationKind): GraphLink => ({
  id: linkIdOf(from, to),
  source: from,
  target: to,
  kind: kind ? 'relation' : 'co-mention',
  relations: kind ? [{ kind, status: 'stated', from, to, sentences: 1, articles: 1 }] : [],
  articles: 5,
  stories: 5,
  sentences: 5,
  strength,
  first: '2024-01-01',
  last: '2025-01-01',
});

/** a owns b, a and c are named together, d stands alone. */
const doc: BoardDoc = {
  ...emptyDoc,
  nodes: [node(a, 'company'), node(b, 'company'), node(c, 'person', 1), node(d, 'place', 1)],
  links: [link(a, b, 0.9, 'owns'), link(a, c, 0.2)],
  focus: a,
  communities: [
    { id: 0, name: 'a, b', size: 2, head: b },
    { id: 1, name: 'c', size: 2, head: c },
  ],
};
const filtered = (part: Partial<BoardDoc['filter']>): BoardDoc => ({ ...doc, filter: { ...doc.filter, ...part } });
const letters = (board: BoardDoc, support: Parameters<typeof seenOf>[1] = null) =>
  seenOf(board, support)
    .nodes.map(({ name }) => name)
    .join('');

describe('what is to be seen of a board', () => {
  test('is all of it without a filter', () => {
    expect(seenOf(doc, null)).toEqual({ nodes: doc.nodes, links: doc.links });
    expect(isFiltered(doc.filter)).toBe(false);
  });

  test('lacks what is hidden, with its links; who is alone by that stays', () => {
    const seen = seenOf({ ...doc, hidden: new Set([b]) }, null);
    expect(seen.nodes.map(({ name }) => name)).toEqual(['a', 'c', 'd']);
    expect(seen.links).toHaveLength(1);
  });

  test('lacks types that are off, but not the middle', () => {
    expect(letters(filtered({ typesOff: ['company'] }))).toBe('acd');
    expect(letters(filtered({ typesOff: ['person', 'place'] }))).toBe('ab');
  });

  test('keeps what the library was not asked about yet, while a span filters the rest', () => {
    const span = { from: '2024-01-01', to: null };
    const told = { nodes: { [a]: 1, [b]: 0, [c]: 1 }, links: {} };
    const seen = seenOf(filtered({ span }), told);
    expect(seen.nodes.map(({ name }) => name)).toEqual(['a', 'd']);
    const joined = seenOf(filtered({ span }), { nodes: { [a]: 1, [b]: 1 }, links: {} });
    expect(joined.links.map(({ id: each }) => each)).toEqual([linkIdOf(a, c)]);
  });

  test('lacks weak links, and those who hang on nothing else; who had no link stays', () => {
    expect(letters(filtered({ strength: 0.5 }))).toBe('abd');
    expect(letters(filtered({ strength: 0.95 }))).toBe('ad');
  });

  test('lacks links whose every kind is off', () => {
    expect(kindsOf(link(a, b, 1, 'owns'))).toEqual(['owns']);
    expect(letters(filtered({ kindsOff: ['co-mention'] }))).toBe('abd');
    expect(letters(filtered({ kindsOff: ['owns'] }))).toBe('acd');
  });

  test('lacks communities by their heads, but not the middle', () => {
    expect(letters(filtered({ communitiesOff: [b] }))).toBe('acd');
    expect(letters(filtered({ communitiesOff: [c] }))).toBe('ab');
  });

  test('within a span is what its articles say, once they have answered', () => {
    const board = filtered({ span: { from: '2025-01-01', to: null } });
    expect(letters(board)).toBe('abcd');
    const told = { articles: 1, stories: 1, sentences: 1, relations: [], first: '2025-01-01', last: '2025-01-01' };
    const seen = seenOf(board, { nodes: { [a]: 1, [b]: 1, [c]: 0, [d]: 0 }, links: { [linkIdOf(a, b)]: told } });
    expect(seen.nodes.map(({ name }) => name)).toEqual(['a', 'b']);
    // what stated the relation is not in the span
    expect(seen.links).toMatchObject([{ articles: 1, kind: 'co-mention', strength: 0.9 }]);
    // who joined the board since is not asked about yet
    expect(letters(board, { nodes: { [a]: 1, [b]: 1, [c]: 0 }, links: { [linkIdOf(a, b)]: told } })).toBe('abd');
    expect(letters(doc, { nodes: { [b]: 0 }, links: {} })).toBe('abcd');
  });

  test('is sized by centrality where that is wanted and known', () => {
    const sized = seenOf({ ...doc, sizing: 'centrality', centrality: { [a]: 1 } }, null);
    expect(sized.nodes.map(({ weight }) => weight)).toEqual([1, 0.5, 0.5, 0.5]);
    expect(seenOf({ ...doc, sizing: 'centrality' }, null).nodes[0]?.weight).toBe(0.5);
  });

  test('is the same object until something of it changes', () => {
    const remembered = rememberedSeen();
    const first = remembered(doc, null);
    const moved: BoardDoc = { ...doc, positions: {} };
    expect(remembered(moved, null)).toBe(first);
    expect(remembered({ ...doc, hidden: new Set([b]) }, null)).not.toBe(first);
  });

  test('is that also while a span is dragged, until the library has told what lies in it', () => {
    const remembered = rememberedSeen();
    const told = { nodes: { [a]: 1, [b]: 1 }, links: {} };
    const from = (day: string) => filtered({ span: { from: day, to: null } });
    const first = remembered(from('2024-01-01'), told);
    expect(remembered(from('2024-02-01'), told)).toBe(first);
    expect(remembered(from('2024-02-01'), { ...told })).not.toBe(first);
    expect(remembered(doc, told).nodes).toHaveLength(4);
  });
});

describe('the counts beside the switches', () => {
  test('tell what each would show by the other switches', () => {
    const facets = facetsOf(filtered({ typesOff: ['person'], strength: 0.1 }), null);
    expect(facets.types).toEqual({ company: 2, person: 1, place: 1 });
    expect(facets.kinds).toEqual({ owns: 1 });
    expect(facets.communities).toEqual({ [b]: 2, [c]: 1 });
  });
});
