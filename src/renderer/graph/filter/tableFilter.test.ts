import { expect, test } from 'vitest';
import { noFilter } from '../../../shared/board.ts';
import type { NodeRef } from '../../../shared/model.ts';
import type { Neighbours } from '../../../shared/views.ts';
import { graphLink, graphNode, nodeId, relation } from '../drawing/fixtures.ts';
import { neighboursWithin } from './tableFilter.ts';

const middle = nodeId(0);
const ids = [1, 2, 3, 4].map((number) => nodeId(number));
const links = ids.map((id, at) => graphLink(middle, id, at === 0 ? { relations: [relation(middle, id)] } : { strength: at / 10 }));
const ref = (number: number): NodeRef => ({ id: nodeId(number), type: 'company', name: `Node ${number}`, articles: 1 });
const neighbours: Neighbours = {
  of: ref(0),
  total: 4,
  byType: { company: 4, organization: 0, person: 0, place: 0, product: 0, story: 0 },
  items: links.map((link, at) => ({ node: ref(at + 1), link })),
};
/** 1 and 2 are on the board, of which 2 is filtered away; 3 and 4 are not. */
const board = { nodes: [0, 1, 2].map((number) => graphNode(number)), links: links.slice(0, 2), hidden: new Set<typeof middle>() };
const [first] = links;
if (!first) throw new Error('there are four links');
const seen = { nodes: [graphNode(0), graphNode(1)], links: [{ ...first, articles: 1 }] };
const within = (filter: Partial<typeof noFilter>, part: Partial<typeof board> = {}) => {
  const { items, unknown } = neighboursWithin(neighbours, { ...board, ...part, filter: { ...noFilter, ...filter } }, seen);
  return { names: items.map(({ node }) => node.name), unknown, articles: items[0]?.link.articles };
};

test('what is on the board is listed as it is seen there', () => {
  expect(within({})).toEqual({ names: ['Node 1', 'Node 3', 'Node 4'], unknown: 0, articles: 1 });
});

test('what is not is judged by its link', () => {
  expect(within({ strength: 0.25 }).names).toEqual(['Node 1', 'Node 4']);
  expect(within({ kindsOff: ['co-mention'] }).names).toEqual(['Node 1']);
});

test('a filter of articles leaves out what is not on the board, and says how many', () => {
  expect(within({ publishersOff: ['AP'] })).toEqual({ names: ['Node 1'], unknown: 2, articles: 1 });
});

test('what was taken off by hand is listed still', () => {
  expect(within({}, { hidden: new Set([nodeId(2)]) }).names).toEqual(['Node 1', 'Node 2', 'Node 3', 'Node 4']);
});
