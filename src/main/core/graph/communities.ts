import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { NodeKey } from './ports.ts';
import { randomFrom } from './random.ts';

/** A weighted line between two nodes. */
export interface WeightedLink {
  a: NodeKey;
  b: NodeKey;
  score: number;
}

const seed = 20_230;

/**
 * The community of each node, numbered from 0 with the heaviest first (`weight` sums over members). Louvain over link scores,
 * squared so that what is said outright outweighs many weak co-mentions; the same answer for the same input in any order.
 */
export const communitiesOf = (
  keys: readonly NodeKey[],
  links: readonly WeightedLink[],
  weight: (key: NodeKey) => number,
): Map<NodeKey, number> => {
  const graph = new UndirectedGraph();
  for (const key of [...keys].sort((left, right) => left - right)) graph.addNode(key);
  const lines = links
    .map(({ a, b, score }) => ({ a: Math.min(a, b), b: Math.max(a, b), score }))
    .sort((left, right) => left.a - right.a || left.b - right.b);
  for (const { a, b, score } of lines) {
    if (graph.hasNode(a) && graph.hasNode(b)) graph.mergeEdge(a, b, { weight: score * score });
  }
  const found = graph.size === 0 ? {} : louvain(graph, { getEdgeWeight: 'weight', rng: randomFrom(seed) });

  const members = new Map<string, NodeKey[]>();
  for (const key of keys) {
    const name = found[key] === undefined || graph.degree(key) === 0 ? `alone ${key}` : String(found[key]);
    const there = members.get(name);
    if (there === undefined) members.set(name, [key]);
    else there.push(key);
  }
  const weightOf = (list: readonly NodeKey[]): number => list.reduce((sum, key) => sum + weight(key), 0);
  const ordered = [...members.values()]
    .map((list) => ({ list, weight: weightOf(list), first: Math.min(...list) }))
    .sort((left, right) => right.weight - left.weight || left.first - right.first);
  return new Map(ordered.flatMap(({ list }, number) => list.map((key) => [key, number] as const)));
};
