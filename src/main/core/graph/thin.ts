import type { ScoredLink } from './links.ts';
import type { NodeKey } from './ports.ts';
import type { Steps } from './steps.ts';

/** Links that can be read in one drawing: three a node, as long as there are more than a few nodes. */
export const readableLinks = (nodes: number): number => Math.max(60, 3 * nodes);

const byScore = (left: ScoredLink, right: ScoredLink): number => right.score - left.score || left.a - right.a || left.b - right.b;

/** Scores go into whole numbers with this much of a difference left between them, a link's place beside them. */
const scoreSteps = 1e6;
const placeRange = 2 ** 21;

/** Strongest first. A large board has 200,000 links: sorting them as numbers takes a tenth of the time. */
const inOrder = (links: readonly ScoredLink[]): ScoredLink[] => {
  if (links.length < 2000 || links.length > placeRange) return [...links].sort(byScore);
  const codes = Float64Array.from(links, ({ score }, place) => -Math.round(score * scoreSteps) * placeRange + place).sort();
  const ordered: ScoredLink[] = [];
  let alike: ScoredLink[] = [];
  let last = Number.NaN;
  for (const code of codes) {
    const step = Math.floor(code / placeRange);
    const link = links[code - step * placeRange];
    if (link === undefined) continue;
    if (step !== last && alike.length > 0) {
      ordered.push(...(alike.length > 1 ? alike.sort(byScore) : alike));
      alike = [];
    }
    last = step;
    alike.push(link);
  }
  return [...ordered, ...alike.sort(byScore)];
};

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
 * drawing takes all. Strongest first; the same for any order of the input. In steps.
 */
export function* thinning(links: readonly ScoredLink[], budget: number, focus: NodeKey | null = null): Steps<ScoredLink[]> {
  yield;
  const strongestFirst = inOrder(links);
  if (strongestFirst.length <= budget) return strongestFirst;
  yield;
  const kept = backbone(strongestFirst);
  for (const link of strongestFirst) if (focus !== null && (link.a === focus || link.b === focus)) kept.add(link);
  yield;

  const rank = new Map<NodeKey, number>();
  const rankOf = (key: NodeKey): number => {
    const next = rank.get(key) ?? 0;
    rank.set(key, next + 1);
    return next;
  };
  /** Links by their turn, two ahead for those that state a relation; strongest first within each. */
  const turns: ScoredLink[][] = [];
  for (const link of strongestFirst) {
    const turn = Math.min(rankOf(link.a), rankOf(link.b)) + (link.stated ? 0 : 2);
    const there = turns[turn];
    if (there === undefined) turns[turn] = [link];
    else there.push(link);
  }
  for (const link of turns.flat()) {
    if (kept.size >= budget) break;
    kept.add(link);
  }
  return strongestFirst.filter((link) => kept.has(link));
}
