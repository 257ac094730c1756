import type { NodeType } from '../../../shared/model.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';
import { readingPairs } from './reading-pairs.ts';
import type { Steps } from './steps.ts';
import { linkCost, throughCost } from './way-cost.ts';

/** How far a search went. `gaveUp`: there were more links than it may read, so there may be a connection all the same. */
export interface Searched {
  searchedSteps: number;
  searchedNodes: number;
  gaveUp: boolean;
}

/** What a search for a connection found: the nodes of the way, ends included, or how far it went. */
export type Connection = { keys: NodeKey[] } | Searched;

/** How a connection is searched for. */
export interface SearchOptions {
  steps: number;
  /** Nodes that no way may pass; the ends are never asked for. */
  excluded: (key: NodeKey, type: NodeType) => boolean;
}

interface Reached {
  depth: number;
  /** Sum of what the links so far cost, and the nodes passed. */
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

/** Links read before a search gives up: some 0.2 s, ten times what a connection of three steps takes. */
const linksMost = 150_000;
/** Pairs that are looked up one by one rather than read through: half a microsecond each. */
const lookUpsMost = 60_000;

const sideFrom = ({ key, type, stories }: GraphNodeRow): Side => ({
  reached: new Map([[key, { depth: 0, cost: 0, from: null, type, reach: stories }]]),
  frontier: [key],
  depth: 0,
});

/** What a way that reached a node has paid when it goes on from there. */
const leaving = ({ depth, cost, reach }: Reached, total: number): number => cost + (depth === 0 ? 0 : throughCost(reach, total));

/** One step further on one side; answers how many links were looked at. */
function* widen(
  side: Side,
  stepsFrom: (key: NodeKey, at: Reached) => Steps<Step[]>,
  excluded: SearchOptions['excluded'],
  { most, total }: { most: number; total: number },
): Steps<number> {
  const depth = side.depth + 1;
  const next = new Set<NodeKey>();
  let looked = 0;
  for (const key of side.frontier) {
    const at = side.reached.get(key);
    if (at === undefined || looked > most) continue;
    yield;
    const paid = leaving(at, total);
    for (const step of yield* stepsFrom(key, at)) {
      looked += 1;
      if (excluded(step.key, step.type)) continue;
      const known = side.reached.get(step.key);
      const cost = paid + linkCost(step.score, step.near);
      if (known !== undefined && (known.depth < depth || known.cost <= cost)) continue;
      side.reached.set(step.key, { depth, cost, from: key, type: step.type, reach: step.reach });
      next.add(step.key);
    }
  }
  side.frontier = [...next];
  side.depth = depth;
  return looked;
}

/** Where the two sides meet by the fewest steps, then by the least cost. */
const meeting = (one: Side, other: Side, total: number): NodeKey | null => {
  const [small, large] = one.reached.size <= other.reached.size ? [one, other] : [other, one];
  let best: { key: NodeKey; depth: number; cost: number } | null = null;
  for (const [key, here] of small.reached) {
    const there = large.reached.get(key);
    if (there === undefined) continue;
    const depth = here.depth + there.depth;
    const cost = leaving(here, total) + there.cost;
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
    const cost = leaving(here, total) + linkCost(pairScore(pair, here, there, total), near) + leaving(there, total);
    if (best === null || cost < best.cost || (cost === best.cost && from < best.from)) best = { from, to, cost };
  }
  return best === null ? null : joined(one, best.from, other, best.to);
};

/**
 * The shortest connection of two nodes over links between entities, of at most `steps` steps and around what is excluded; among
 * equally short ones a cheap one. Searched from both ends: the side with fewer links is widened, and the last step looked up rather
 * than read through, so that a hub's thousands of links are mostly left alone.
 */
export function* connect(port: LinkPort, from: GraphNodeRow, to: GraphNodeRow, { steps, ...options }: SearchOptions): Steps<Connection> {
  const total = port.counts().stories;
  const newest = port.lastPublished();
  const stepsFrom = function* (key: NodeKey, at: Reached): Steps<Step[]> {
    if (key < 0) {
      const named = port.entitiesOf(key);
      return named.map((row) => ({ key: row.entity, type: row.type, reach: row.reach, score: storyScore(row, newest), near: true }));
    }
    const pairs = yield* readingPairs(port, key, at.reach);
    return pairs.map((row) => ({
      key: row.key,
      type: row.type,
      reach: row.reach,
      score: pairScore(row, at, row, total),
      near: row.sentences + row.relations > 0,
    }));
  };
  const excluded = (key: NodeKey, type: NodeType): boolean => key !== from.key && key !== to.key && options.excluded(key, type);
  const [one, other] = [sideFrom(from), sideFrom(to)];
  const linksOf = (side: Side): number => [...port.degrees(side.frontier).values()].reduce((sum, degree) => sum + degree, 0);
  let left = linksMost;
  const further = function* (side: Side): Steps<void> {
    left -= yield* widen(side, stepsFrom, excluded, { most: left, total });
  };
  // Only a story's own side leads out of it, so that goes first.
  for (const [side, { key }] of [
    [one, from],
    [other, to],
  ] as const) {
    if (key < 0 && from.key !== to.key && one.depth + other.depth < steps) yield* further(side);
  }
  for (;;) {
    yield;
    const middle = meeting(one, other, total);
    if (middle !== null) return { keys: [...wayTo(one, middle).reverse(), ...wayTo(other, middle).slice(1)] };
    const more = one.depth + other.depth < steps;
    const few = one.frontier.length * other.frontier.length <= lookUpsMost;
    const bridged = more && few ? bridge(port, one, other, total) : null;
    if (bridged !== null) return { keys: bridged };
    const stuck = one.frontier.length === 0 || other.frontier.length === 0;
    if (!more || stuck || left <= 0) {
      const searchedNodes = one.reached.size + other.reached.size;
      return { searchedSteps: one.depth + other.depth, searchedNodes, gaveUp: left <= 0 };
    }
    yield;
    yield* further(linksOf(one) <= linksOf(other) ? one : other);
  }
}
