import { describe, expect, test } from 'vitest';
import { graphLink, graphNode, nodeId, relation } from './drawing/fixtures.ts';
import { boardRows, neighbourRows, type Order, orderAfterClick, type Row, ranked, sorted } from './tableRows.ts';

const [middle, a, b, c] = [nodeId(1), nodeId(2), nodeId(3), nodeId(4)];
const neighbours = {
  of: graphNode(1),
  items: [
    {
      node: graphNode(2, { name: 'beta' }),
      link: graphLink(middle, a, { relations: [relation(middle, a)], articles: 9, strength: 1, last: null }),
    },
    { node: graphNode(3, { name: 'Alpha' }), link: graphLink(middle, b, { articles: 2, strength: 0.5 }) },
    { node: graphNode(4, { name: 'Gamma' }), link: graphLink(middle, c, { articles: 5, strength: 0.4 }) },
  ],
  total: 3,
  byType: { company: 3, organization: 0, person: 0, place: 0, product: 0, story: 0 },
};
const rows = neighbourRows(neighbours);
const namesBy = (order: Order) => sorted(rows, order).map((row: Row) => row.node.name);

describe('the table', () => {
  test('reads each row from the neighbour to the middle, in the order of rank', () => {
    expect(rows.map(({ how }) => how)).toEqual(['acquired by', 'named together', 'named together']);
    expect(namesBy(ranked)).toEqual(['beta', 'Alpha', 'Gamma']);
  });

  test('is sorted by any column, names without regard to case, unknown dates first', () => {
    expect(namesBy({ column: 'name', descending: false })).toEqual(['Alpha', 'beta', 'Gamma']);
    expect(namesBy({ column: 'articles', descending: true })).toEqual(['beta', 'Gamma', 'Alpha']);
    expect(namesBy({ column: 'last', descending: false })[0]).toBe('beta');
  });

  test('keeps the rank among equals in either direction', () => {
    expect(namesBy({ column: 'type', descending: false })).toEqual(['beta', 'Alpha', 'Gamma']);
    expect(namesBy({ column: 'type', descending: true })).toEqual(['beta', 'Alpha', 'Gamma']);
  });

  test('a head clicked three times leads back to the rank', () => {
    const once = orderAfterClick(ranked, 'articles', true);
    const twice = orderAfterClick(once, 'articles', true);
    expect([once, twice, orderAfterClick(twice, 'articles', true)]).toEqual([
      { column: 'articles', descending: true },
      { column: 'articles', descending: false },
      ranked,
    ]);
  });

  test('of an overview lists its nodes, heaviest first, with what their links add up to', () => {
    const nodes = [graphNode(2, { weight: 0.2 }), graphNode(3, { weight: 0.9 })];
    const listed = boardRows({ nodes, links: [graphLink(a, b, { sentences: 4 })] });
    expect(listed.map(({ node, sentences, first }) => [node.id, sentences, first])).toEqual([
      [b, 4, '2024-01-02'],
      [a, 4, '2024-01-02'],
    ]);
  });
});
