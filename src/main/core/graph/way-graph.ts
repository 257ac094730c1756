import type { NodeKey } from './ports.ts';

/** A link of a way graph: places of its ends in `keys`, and its cost. */
export interface WayLink {
  a: number;
  b: number;
  cost: number;
}

/** Two nodes in one word, the same for either order. */
export const pairKey = (a: NodeKey, b: NodeKey): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A bounded part of a library in which ways are looked for: from the first of its nodes to the second. */
export interface WayGraph {
  keys: readonly NodeKey[];
  /** What passing through each node costs. */
  through: readonly number[];
  links: readonly WayLink[];
}

const start = 0;
const end = 1;

/** A way: places of its nodes in `keys`, ends included, of its links, and what it costs. */
export interface Way {
  nodes: number[];
  links: number[];
  cost: number;
}

/** What is to be paid on top, by place of node and of link. */
interface Surcharge {
  through: Float64Array;
  links: Float64Array;
}

/** Least costs from a start with at most 0, 1, … links, and by which link each node is reached; -1 where by none of this round. */
interface Rounds {
  costs: Float64Array[];
  via: Int32Array[];
}

const roundsFrom = ({ keys, through, links }: WayGraph, start: number, steps: number, extra: Surcharge | null): Rounds => {
  const first = new Float64Array(keys.length).fill(Number.POSITIVE_INFINITY);
  first[start] = 0;
  const costs = [first];
  const via = [new Int32Array(keys.length).fill(-1)];
  for (let round = 1; round <= steps; round += 1) {
    const before = costs[round - 1] ?? first;
    const now = Float64Array.from(before);
    const by = new Int32Array(keys.length).fill(-1);
    const leaving = (node: number): number =>
      node === start ? 0 : (before[node] ?? 0) + (through[node] ?? 0) + (extra?.through[node] ?? 0);
    let index = -1;
    for (const { a, b, cost } of links) {
      index += 1;
      const paid = cost + (extra?.links[index] ?? 0);
      const toB = leaving(a) + paid;
      if (toB < (now[b] ?? 0)) {
        now[b] = toB;
        by[b] = index;
      }
      const toA = leaving(b) + paid;
      if (toA < (now[a] ?? 0)) {
        now[a] = toA;
        by[a] = index;
      }
    }
    costs.push(now);
    via.push(by);
  }
  return { costs, via };
};

/** The cheapest way of at most `steps` links; null where there is none. Costs are above zero, so it passes no node twice. */
const cheapest = (graph: WayGraph, steps: number, extra: Surcharge): Omit<Way, 'cost'> | null => {
  const { costs, via } = roundsFrom(graph, start, steps, extra);
  if (costs.at(-1)?.[end] === Number.POSITIVE_INFINITY) return null;
  const nodes = [end];
  const links: number[] = [];
  let at = end;
  for (let round = steps; round > 0 && at !== start; round -= 1) {
    const index = via[round]?.[at] ?? -1;
    const link = graph.links[index];
    if (link === undefined) continue;
    at = link.a === at ? link.b : link.a;
    nodes.unshift(at);
    links.unshift(index);
  }
  return { nodes, links };
};

/** The part of a graph with some of its nodes and the links among them; the first two must be among them. */
export const narrowed = ({ keys, through, links }: WayGraph, kept: ReadonlySet<number>): WayGraph => {
  const keep = [...kept].sort((left, right) => left - right);
  const places = new Map(keep.map((at, place) => [at, place]));
  return {
    keys: keep.map((at) => keys[at] ?? 0),
    through: keep.map((at) => through[at] ?? 0),
    links: links.flatMap(({ a, b, cost }) => {
      const [one, other] = [places.get(a), places.get(b)];
      return one === undefined || other === undefined ? [] : [{ a: one, b: other, cost }];
    }),
  };
};

/** The part of a graph through which ways of at most `steps` links lead that cost at most `most`. */
export const pruned = (graph: WayGraph, steps: number, most: number): WayGraph => {
  const out = roundsFrom(graph, start, steps, null).costs.at(-1);
  const back = roundsFrom(graph, end, steps, null).costs.at(-1);
  const kept = new Set([start, end]);
  for (const at of graph.keys.keys()) {
    if ((out?.[at] ?? 0) + (back?.[at] ?? 0) + (graph.through[at] ?? 0) <= most) kept.add(at);
  }
  return narrowed(graph, kept);
};

/** What a node or a link costs more for each way that has used it. */
const again = { node: 1.2, link: 0.6 };
/** What a way may cost at most to be shown beside the best: twice as much, and a link more. */
export const worthShowing = (best: number): number => 2 * best + 1;

/** What the cheapest way of at most `steps` links costs; infinite where there is none. */
export const leastCost = (graph: WayGraph, steps: number): number =>
  roundsFrom(graph, start, steps, null).costs.at(-1)?.[end] ?? Number.POSITIVE_INFINITY;

/** True where a way passes all that another passes, and more: the other with a detour. */
const isDetour = (way: Way, other: Way): boolean =>
  other.nodes.length > 2 && way.nodes.length > other.nodes.length && other.nodes.every((at) => way.nodes.includes(at));

/**
 * Up to `most` cheap ways of at most `steps` links that differ, cheapest first: what a way has used costs more for those after it, and
 * one with a detour is not another. This is the iterative penalty method (V. Akgün, E. Erkut, R. Batta, *On finding dissimilar paths*,
 * European Journal of Operational Research 121(2), 2000); the k cheapest outright would be one way with a single node exchanged.
 */
export const differingWays = (graph: WayGraph, steps: number, most: number): Way[] => {
  const extra = { through: new Float64Array(graph.keys.length), links: new Float64Array(graph.links.length) };
  let found: Way[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 2 * most && found.length < most; tries += 1) {
    const nodesAndLinks = cheapest(graph, steps, extra);
    if (nodesAndLinks === null) break;
    const { nodes, links } = nodesAndLinks;
    const inner = nodes.slice(1, -1);
    const cost =
      links.reduce((sum, at) => sum + (graph.links[at]?.cost ?? 0), 0) + inner.reduce((sum, at) => sum + (graph.through[at] ?? 0), 0);
    best = Math.min(best, cost);
    const way = { nodes, links, cost };
    const known = found.some((other) => other.nodes.join() === nodes.join() || isDetour(way, other));
    if (!known && cost <= worthShowing(best)) found = [...found.filter((other) => !isDetour(other, way)), way];
    for (const at of inner) extra.through[at] = (extra.through[at] ?? 0) + again.node;
    for (const at of links) extra.links[at] = (extra.links[at] ?? 0) + again.link;
  }
  return found.sort((left, right) => left.cost - right.cost);
};
