import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { expect, it } from 'vitest';
import { betweenness } from './centrality.ts';
import { finished } from './steps.ts';

const links = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 })), {
  maxLength: 40,
  selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
});

it('is what graphology finds, as a share of the greatest', () => {
  fc.assert(
    fc.property(links, (pairs) => {
      const keys = Array.from({ length: 14 }, (_, at) => at + 1);
      const graph = new UndirectedGraph();
      for (const key of keys) graph.addNode(key);
      const lines = pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ a, b }));
      for (const { a, b } of lines) graph.addEdge(a, b);
      const expected = betweennessCentrality(graph, { getEdgeWeight: null, normalized: false });
      const most = Math.max(...Object.values(expected));
      const found = finished(betweenness(keys, lines));
      for (const key of keys) expect(found.get(key)).toBeCloseTo(most === 0 ? 0 : (expected[key] ?? 0) / most, 9);
    }),
  );
});

it('is 1 for the middle of a star and 0 for its ends', () => {
  const star = [2, 3, 4].map((b) => ({ a: 1, b }));
  expect([...finished(betweenness([1, 2, 3, 4], star))]).toEqual([
    [1, 1],
    [2, 0],
    [3, 0],
    [4, 0],
  ]);
});
