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
/** Links read before a search gives up: some 0.2 s, ten times what a connection of three steps takes. */
const linksMost = 150_000;
/** Pairs that are looked up one by one rather than read through: half a microsecond each. */
const lookUpsMost = 60_000;

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

const joined = (one: Side, last: NodeKey, other: Side, next: NodeKey): NodeKey[] => [...wayTo(one, last).reverse(), ...wayTo(other, next)];

/** The best link from the edge of one side to the edge of the other, looked up; null where there is none. */
const bridge = (port: LinkPort, one: Side, other: Side, total: number): NodeKey[] | null => {
  let best: { from: NodeKey; to: NodeKey; cost: number } | null = null;
  for (const pair of port.pairsBetween(one.frontier, other.frontier)) {
    const [from, to] = one.reached.has(pair.a) && other.reached.has(pair.b) ? [pair.a, pair.b] : [pair.b, pair.a];
    const [here, there] = [one.reached.get(from), other.reached.get(to)];
    if (here === undefined || there === undefined) continue;
    const near = pair.sentences + pair.relations > 0;
    const cost = here.cost + (near ? 1 : apartCost) / pairScore(pair, here, there, total) + there.cost;
    if (best === null || cost < best.cost || (cost === best.cost && from < best.from)) best = { from, to, cost };
  }
  return best === null ? null : joined(one, best.from, other, best.to);
};

/**
 * The shortest connection of two nodes over links between entities, of at most `steps` steps and around the nodes in
 * `without`; among equally short ones that whose links are strongest, which keeps it off hubs. Searched from both ends: the
 * side with fewer links is widened, and the last step looked up rather than read through, so that a hub's thousands of links
 * are mostly left alone.
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
  const linksOf = (side: Side): number => [...port.degrees(side.frontier).values()].reduce((sum, degree) => sum + degree, 0);
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
    const more = one.depth + other.depth < steps;
    const few = one.frontier.length * other.frontier.length <= lookUpsMost;
    const bridged = more && few ? bridge(port, one, other, total) : null;
    if (bridged !== null) return { keys: bridged };
    const stuck = one.frontier.length === 0 || other.frontier.length === 0;
    if (!more || stuck || left <= 0) {
      return { searchedSteps: one.depth + other.depth, searchedNodes: one.reached.size + other.reached.size };
    }
    left -= widen(linksOf(one) <= linksOf(other) ? one : other, stepsFrom, excluded, left);
  }
};
