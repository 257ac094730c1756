import type { ScoredLink } from './links.ts';
import type { NodeKey } from './ports.ts';

/** Links that can be read in one drawing: three a node, as long as there are more than a few nodes. */
export const readableLinks = (nodes: number): number => Math.max(60, 3 * nodes);

const byScore = (left: ScoredLink, right: ScoredLink): number => right.score - left.score || left.a - right.a || left.b - right.b;

/** The links that keep together what is together, by their greatest scores: a spanning forest. */
const backbone = (strongestFirst: readonly ScoredLink[]): Set<ScoredLink> => {
  const parent = new Map<NodeKey, NodeKey>();
  const rootOf = (key: NodeKey): NodeKey => {
    let root = key;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const kept = new Set<ScoredLink>();
  for (const link of strongestFirst) {
    const [one, other] = [rootOf(link.a), rootOf(link.b)];
    if (one === other) continue;
    parent.set(one, other);
    kept.add(link);
  }
  return kept;
};

/**
 * The links to draw, at most `budget` of them but for those that always stay: the links of `focus`, a spanning forest of the
 * strongest, then each node's strongest few in turn (relations before co-mentions at equal rank), so that no part of the
 * drawing takes all. Strongest first; the same for any order of the input.
 */
export const thinned = (links: readonly ScoredLink[], budget: number, focus: NodeKey | null = null): ScoredLink[] => {
  const strongestFirst = [...links].sort(byScore);
  if (strongestFirst.length <= budget) return strongestFirst;
  const kept = backbone(strongestFirst);
  for (const link of strongestFirst) if (focus !== null && (link.a === focus || link.b === focus)) kept.add(link);

  const rank = new Map<NodeKey, number>();
  const rankOf = (key: NodeKey): number => {
    const next = rank.get(key) ?? 0;
    rank.set(key, next + 1);
    return next;
  };
  const inTurn = strongestFirst
    .map((link) => ({ link, turn: Math.min(rankOf(link.a), rankOf(link.b)) - (link.stated ? 2 : 0) }))
    .sort((left, right) => left.turn - right.turn || byScore(left.link, right.link));
  for (const { link } of inTurn) {
    if (kept.size >= budget) break;
    kept.add(link);
  }
  return strongestFirst.filter((link) => kept.has(link));
};
