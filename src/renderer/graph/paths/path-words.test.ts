import { describe, expect, test } from 'vitest';
import type { ArticleId, NodeRef, NodeType } from '../../../shared/model.ts';
import type { Passage } from '../../../shared/views.ts';
import type { FoundPath, PathStep, Paths } from '../../../shared/views-paths.ts';
import { graphLink, nodeId, relation } from '../drawing/fixtures.ts';
import { markdownOf, notConnected, placeOf, sourceWords, stepWords, strengthFigure, typesBetween } from './path-words.ts';

const node = (number: number, type: NodeType = 'company'): NodeRef => ({ id: nodeId(number), type, name: `Node ${number}`, articles: 1 });
const passage = (part: Partial<Passage['article']> = {}): Passage => ({
  article: {
    id: `a_${'0'.repeat(24)}` as ArticleId,
    title: 'News',
    publisher: 'Daily Ledger',
    author: null,
    published: '2024-05-06',
    story: null,
    words: 9,
    ...part,
  },
  parts: [
    { start: 3, end: 9, text: 'One is', marks: [] },
    { start: 20, end: 29, text: 'Two is it', marks: [] },
  ],
  relation: null,
});
const step = (from: NodeRef, to: NodeRef, part: Partial<PathStep> = {}): PathStep => ({
  from,
  to,
  link: graphLink(from.id, to.id),
  passage: passage(),
  address: null,
  ...part,
});
const path = (...nodes: NodeRef[]): FoundPath => ({
  steps: nodes.slice(1).map((to, at) => step(nodes[at] ?? to, to)),
  strength: 0.4251,
});

test('how a step reads', () => {
  const [one, two] = [node(1), node(2)];
  expect(stepWords(step(one, two))).toBe('named together with');
  expect(stepWords(step(one, two, { link: graphLink(one.id, two.id, { relations: [relation(two.id, one.id)] }) }))).toBe('acquired by');
  expect(sourceWords(step(one, two))).toMatch(/^Daily Ledger · .*2024/);
  expect(sourceWords(step(one, two, { passage: passage({ publisher: null, published: null }) }))).toBe('Unknown publisher · undated');
  expect(strengthFigure(0.4251)).toBe(43);
});

test('the reader opens at the sentence that states the relation', () => {
  const [one, two] = [node(1), node(2)];
  expect(placeOf(step(one, two))).toEqual({ start: 3, end: 9 });
  const stated = {
    kind: 'acquired',
    status: 'stated',
    from: one.id,
    to: two.id,
    rule: '',
    confidence: 1,
    attributes: {},
    at: 20,
  } as Passage['relation'];
  expect(placeOf(step(one, two, { passage: { ...passage(), relation: stated } }))).toEqual({ start: 20, end: 29 });
});

test('only what lies between tells which types can be left out', () => {
  expect(typesBetween([path(node(1, 'product'), node(2, 'place'), node(3, 'person')), path(node(1), node(4, 'company'), node(3))])).toEqual(
    ['company', 'place'],
  );
  expect(typesBetween([path(node(1), node(2))])).toEqual([]);
});

test('one path or all of them as Markdown', () => {
  const paths = [path(node(1), node(2), node(3)), path(node(1), node(4), node(3))];
  const slice = { focus: null, nodes: [], links: [], positions: {}, communities: [] };
  const answer: Extract<Paths, { found: true }> = { found: true, from: node(1), to: node(3), paths, slice };
  expect(markdownOf(answer, null).text).toContain('Node 4');
  expect(markdownOf(answer, 0).text).not.toContain('Node 4');
  expect(markdownOf(answer, 0).text).toContain('— Daily Ledger, “News”, 2024-05-06');
  expect(markdownOf(answer, 0).name).toBe('Node 1 – Node 3.md');
});

describe('not connected', () => {
  const answer = { from: node(1), to: node(2), searchedSteps: 6, searchedNodes: 1234, gaveUp: false };
  test('all was gone through', () => {
    expect(notConnected(answer, false)).toEqual({
      title: 'Nothing links Node 1 and Node 2',
      detail: 'All ways of up to 6 links were gone through, and 1,234 nodes were looked at.',
    });
    expect(notConnected(answer, true).title).toBe('Nothing links Node 1 and Node 2 around what is left out');
  });
  test('the search gave up', () => {
    const { title, detail } = notConnected({ ...answer, searchedSteps: 3, gaveUp: true }, false);
    expect(title).toBe('No path from Node 1 to Node 2 was found');
    expect(detail).toContain('All ways of 3 links were gone through');
    expect(detail).toContain('there may be a longer one');
  });
});
