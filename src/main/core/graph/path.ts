import type { NodeType } from '../../../shared/model.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';

/** What a search for a connection found: the nodes of the way, ends included, or how far it went. */
export type Connection = { keys: NodeKey[] } | { searchedSteps: number; searchedNodes: number };

interface Reached {
  depth: number;
  /** Sum over the steps so far of what each costs; the stronger a step's link the less. */
  cost: number;
  from: NodeKey | null;
  type: NodeType;
  reach: number;
}

interface Side {
  reached: Map<NodeKey, Reached>;
  frontier: NodeKey[];
  depth: number;
}

interface Step {
  key: NodeKey;
  type: NodeType;
  reach: number;
  score: number;
  /** One sentence names both, or states what joins them. */
  near: boolean;
}

/** What a step costs more where no sentence names both: a chain of such steps is hard to believe. */
const apartCost = 2;

/** Links looked at before a search gives up: some 0.1 s, many times what a connection of three steps takes. */
const linksMost = 200_000;

const sideFrom = ({ key, type, stories }: GraphNodeRow): Side => ({
  reached: new Map([[key, { depth: 0, cost: 0, from: null, type, reach: stories }]]),
  frontier: [key],
  depth: 0,
});

/** One step further on one side; answers how many links were looked at. */
const widen = (side: Side, stepsFrom: (key: NodeKey, at: Reached) => Step[], excluded: ReadonlySet<NodeKey>, most: number): number => {
  const depth = side.depth + 1;
  const next = new Set<NodeKey>();
  let looked = 0;
  for (const key of side.frontier) {
    const at = side.reached.get(key);
    if (at === undefined || looked > most) continue;
    for (const step of stepsFrom(key, at)) {
      looked += 1;
      if (excluded.has(step.key)) continue;
      const known = side.reached.get(step.key);
      const cost = at.cost + (step.near ? 1 : apartCost) / step.score;
      if (known !== undefined && (known.depth < depth || known.cost <= cost)) continue;
      side.reached.set(step.key, { depth, cost, from: key, type: step.type, reach: step.reach });
      next.add(step.key);
    }
  }
  side.frontier = [...next];
  side.depth = depth;
  return looked;
};

/** Where the two sides meet by the fewest steps, then by the least cost. */
const meeting = (one: Side, other: Side): NodeKey | null => {
  const [small, large] = one.reached.size <= other.reached.size ? [one, other] : [other, one];
  let best: { key: NodeKey; depth: number; cost: number } | null = null;
  for (const [key, here] of small.reached) {
    const there = large.reached.get(key);
    if (there === undefined) continue;
    const depth = here.depth + there.depth;
    const cost = here.cost + there.cost;
    if (best === null || depth < best.depth || (depth === best.depth && (cost < best.cost || (cost === best.cost && key < best.key)))) {
      best = { key, depth, cost };
    }
  }
  return best?.key ?? null;
};

const wayTo = (side: Side, key: NodeKey): NodeKey[] => {
  const way: NodeKey[] = [];
  for (let at: NodeKey | null = key; at !== null; at = side.reached.get(at)?.from ?? null) way.push(at);
  return way;
};

/**
 * The shortest connection of two nodes over links between entities, of at most `steps` steps and around the nodes in
 * `without`; among equally short ones that whose links are strongest, which keeps it off hubs. Searched from both ends, the
 * smaller side first.
 */
export const connect = (
  port: LinkPort,
  from: GraphNodeRow,
  to: GraphNodeRow,
  { steps, without }: { steps: number; without: ReadonlySet<NodeKey> },
): Connection => {
  const total = port.counts().stories;
  const newest = port.lastPublished();
  const stepsFrom = (key: NodeKey, at: Reached): Step[] =>
    key < 0
      ? port
          .entitiesOf(key)
          .map((row) => ({ key: row.entity, type: row.type, reach: row.reach, score: storyScore(row, newest), near: true }))
      : port.pairsOf(key).map((row) => ({
          key: row.key,
          type: row.type,
          reach: row.reach,
          score: pairScore(row, at, row, total),
          near: row.sentences + row.relations > 0,
        }));
  const excluded = new Set([...without].filter((key) => key !== from.key && key !== to.key));
  const [one, other] = [sideFrom(from), sideFrom(to)];
  let left = linksMost;
  // Only a story's own side leads out of it, so that goes first.
  for (const [side, { key }] of [
    [one, from],
    [other, to],
  ] as const) {
    if (key < 0 && from.key !== to.key && one.depth + other.depth < steps) left -= widen(side, stepsFrom, excluded, left);
  }
  for (;;) {
    const middle = meeting(one, other);
    if (middle !== null) return { keys: [...wayTo(one, middle).reverse(), ...wayTo(other, middle).slice(1)] };
    const stuck = one.frontier.length === 0 || other.frontier.length === 0;
    if (stuck || left <= 0 || one.depth + other.depth >= steps) {
      return { searchedSteps: one.depth + other.depth, searchedNodes: one.reached.size + other.reached.size };
    }
    left -= widen(one.frontier.length <= other.frontier.length ? one : other, stepsFrom, excluded, left);
  }
};
