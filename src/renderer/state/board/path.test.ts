import { expect, test } from 'vitest';
import { type EntityId, linkIdOf, type NodeId, type NodeRef } from '../../../shared/model.ts';
import type { GraphLink, GraphNode, Passage } from '../../../shared/views.ts';
import type { FoundPath, PathStep, Paths } from '../../../shared/views-paths.ts';
import { between, pathMarks, pathShownAt } from './path.ts';

const id = (digit: number) => `e_${String(digit).repeat(24)}` as EntityId;
const ref = (digit: number): NodeRef => ({ id: id(digit), type: 'company', name: `Node ${digit}`, articles: 1 });
const node = (digit: number): GraphNode => ({ ...ref(digit), weight: 0.5, community: 0, more: 0, first: null, last: null });
const link = (a: number, b: number): GraphLink => ({
  id: linkIdOf(id(a), id(b)),
  source: id(a),
  target: id(b),
  kind: 'co-mention',
  relations: [],
  articles: 1,
  sentences: 1,
  stories: 1,
  strength: 0.5,
  first: null,
  last: null,
});
const passage: Passage = {
  article: {
    id: `a_${'0'.repeat(24)}` as Passage['article']['id'],
    title: '',
    publisher: null,
    author: null,
    published: null,
    story: null,
    words: 1,
  },
  parts: [],
  relation: null,
};
const step = (a: number, b: number): PathStep => ({ from: ref(a), to: ref(b), link: link(a, b), passage, address: null });
const way = (...digits: number[]): FoundPath => ({ steps: digits.slice(1).map((to, at) => step(digits[at] ?? 0, to)), strength: 0.5 });
const slice = { focus: null, nodes: [], links: [], positions: {}, communities: [] };
const found = (...paths: FoundPath[]): Paths => ({ found: true, from: ref(1), to: ref(4), paths, slice });

test('the strongest path stands out until another is chosen of the same answer', () => {
  const answer = found(way(1, 2, 4), way(1, 3, 4));
  expect(pathShownAt({ path: null, pathShown: null })).toBeNull();
  expect(pathShownAt({ path: answer, pathShown: null })).toBe(0);
  expect(pathShownAt({ path: answer, pathShown: { of: answer, at: 1 } })).toBe(1);
  expect(pathShownAt({ path: answer, pathShown: { of: answer, at: null } })).toBeNull();
  expect(pathShownAt({ path: found(way(1, 4)), pathShown: { of: answer, at: 1 } })).toBe(0);
  expect(pathShownAt({ path: found(way(1)), pathShown: null })).toBeNull();
});

test('the other paths stand back, and so do links beside the path; what was added does not', () => {
  const answer = found(way(1, 2, 4), way(1, 3, 4));
  const board = {
    path: answer,
    pathShown: null,
    nodes: [1, 2, 3, 4, 5].map(node),
    links: [link(1, 2), link(2, 4), link(1, 3), link(3, 4), link(1, 4), link(2, 5)],
  };
  const ids = (...pairs: [number, number][]): string[] => pairs.map(([a, b]) => linkIdOf(id(a), id(b)));
  expect(pathMarks(board)?.back).toEqual(new Set<string>([id(3), ...ids([1, 3], [3, 4], [1, 4])]));
  expect(pathMarks(board)?.lit).toEqual(new Set<string>([id(1), id(2), id(4), id(5), ...ids([1, 2], [2, 4], [2, 5])]));
  expect(pathMarks({ ...board, pathShown: { of: answer, at: null } })).toBeNull();
  expect(pathMarks({ ...board, path: null })).toBeNull();
});

test('what a path leads through', () => {
  expect(between(way(1, 2, 3, 4)).map((each) => each.id)).toEqual<NodeId[]>([id(2), id(3)]);
  expect(between(way(1, 4))).toEqual([]);
});
