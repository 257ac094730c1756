import { describe, expect, test } from 'vitest';
import { graphLink, graphNode, relation } from '../drawing/fixtures.ts';
import { picksLike, picksOf } from './picking.ts';

const [middle, there, hidden, away] = [
  graphNode(1),
  graphNode(2),
  graphNode(3, { name: 'Hidden Person', type: 'person' }),
  graphNode(4, { name: 'Far Away' }),
] as const;
const neighbours = [there, hidden, away].map((node) => ({
  node,
  link: graphLink(middle.id, node.id, node === away ? { relations: [relation(middle.id, away.id)] } : { articles: 7, stories: 2 }),
}));
const choices = picksOf(neighbours, { nodes: [middle, there, hidden], hidden: new Set([hidden.id]) });

describe('neighbours to pick from', () => {
  test('are those that are not to be seen, with how they are linked and what stands behind it', () => {
    expect(choices).toEqual([
      { id: hidden.id, name: 'Hidden Person', type: 'person', how: 'named together', backing: '7 articles, 2 stories', hidden: true },
      { id: away.id, name: 'Far Away', type: 'company', how: 'acquired by', backing: '2 articles, 1 story', hidden: false },
    ]);
  });

  test('are found by letters of the name or of the link', () => {
    expect(picksLike(choices, ' away')).toEqual([choices[1]]);
    expect(picksLike(choices, 'acquired')).toEqual([choices[1]]);
    expect(picksLike(choices, '')).toBe(choices);
    expect(picksLike(choices, 'nobody')).toEqual([]);
  });
});
