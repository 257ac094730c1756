import type { NodeId } from '../../../shared/model.ts';
import type { GraphLink } from '../../../shared/views.ts';
import { mixed } from './mix.ts';
import {
  blockSize,
  filteredNeighbours,
  type NeighbourFilter,
  type RankedNeighbour,
  rankedNeighbours,
  rankingNeighbours,
} from './neighbours.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import type { Steps } from './steps.ts';
import { isHub, linkCost, throughCost, wayStrength } from './way-cost.ts';

/** Which shares of the new places go to the neighbours, to theirs, and to theirs, by how deep a neighbourhood is. */
const shares: readonly (readonly number[])[] = [[1], [0.6, 0.4], [0.5, 0.3, 0.2]];
/** From how many nodes of a ring the next is chosen, and how many of each one's strongest neighbours may be in it. */
const openedMost = 10;
const considered = 60;

interface Opened {
  key: NodeKey;
  /** What the way to it costs. */
  cost: number;
}

interface Candidate extends RankedNeighbour {
  cost: number;
  by: NodeKey;
}

/** The best candidates, no more of one node's neighbours than `each`, as long as there are others. */
const spread = (candidates: readonly Candidate[], each: number): Candidate[] => {
  const taken = new Map<NodeKey, number>();
  const [first, rest]: [Candidate[], Candidate[]] = [[], []];
  for (const candidate of candidates) {
    const count = taken.get(candidate.by) ?? 0;
    taken.set(candidate.by, count + 1);
    (count < each ? first : rest).push(candidate);
  }
  return [...first, ...rest];
};

/** The nodes next to those of a ring, the strongest way first. Hubs lead everywhere, and are not gone on from. */
function* next(
  port: LinkPort,
  ring: readonly Opened[],
  filter: NeighbourFilter,
  taken: ReadonlySet<NodeKey>,
  room: number,
): Steps<Candidate[]> {
  const total = port.counts().stories;
  const rows = port.nodesByKey(ring.map(({ key }) => key));
  const open = ring.filter(({ key }) => !isHub(rows.get(key)?.stories ?? 0, total)).slice(0, openedMost);
  const best = new Map<NodeKey, Candidate>();
  for (const { key, cost } of open) {
    const row = rows.get(key);
    if (row === undefined) continue;
    yield* rankingNeighbours(port, row);
    yield;
    const paid = cost + throughCost(row.stories, total);
    const fresh = filteredNeighbours(port, row, filter).ranked.filter((neighbour) => !taken.has(neighbour.key));
    for (const neighbour of fresh.slice(0, considered)) {
      const all = paid + linkCost(neighbour.score, true);
      const known = best.get(neighbour.key);
      if (known !== undefined && known.cost <= all) continue;
      best.set(neighbour.key, { ...neighbour, score: wayStrength(all), cost: all, by: key });
    }
  }
  const ordered = [...best.values()].sort((left, right) => left.cost - right.cost || left.key - right.key);
  return mixed(spread(ordered, Math.max(2, Math.ceil((2 * room) / Math.max(1, open.length)))).slice(0, 3 * room), Math.max(1, room), room);
}

/**
 * Which nodes to add to a picture around a node, at most `room` of them: its strongest neighbours and, down to `depth`, theirs, each ring in a readable
 * mix. `onBoard` are in the picture already. What an outer ring can't fill goes to the neighbours.
 */
export function* ringsAround(
  port: LinkPort,
  node: GraphNodeRow,
  ranked: readonly RankedNeighbour[],
  { depth, room, onBoard, filter }: { depth: number; room: number; onBoard: ReadonlySet<NodeKey>; filter: NeighbourFilter },
): Steps<NodeKey[]> {
  const parts = shares[depth - 1] ?? [1];
  const inMix = mixed(
    ranked.filter(({ key }) => !onBoard.has(key)),
    Math.max(1, Math.min(blockSize, room)),
    room,
  );
  if (parts.length === 1) return inMix.map(({ key }) => key);

  const nearest = inMix.slice(0, Math.ceil((parts[0] ?? 1) * room));
  const first = new Set([...onBoard, ...nearest.map(({ key }) => key)]);
  const taken = new Set([node.key, ...first, ...rankedNeighbours(port, node).map(({ key }) => key)]);
  const outer: NodeKey[] = [];
  let ring: Opened[] = ranked
    .filter(({ key }) => key > 0 && first.has(key))
    .slice(0, 2 * openedMost)
    .map(({ key, score }) => ({ key, cost: linkCost(score, true) }));
  for (const share of parts.slice(1)) {
    const found = yield* next(port, ring, filter, taken, Math.floor(share * room));
    for (const { key } of found) {
      taken.add(key);
      outer.push(key);
    }
    ring = found.filter(({ key }) => key > 0);
  }
  return [...inMix.slice(0, room - outer.length).map(({ key }) => key), ...outer];
}

/** Links from a node to each that the links lead to. */
export const depthsFrom = (focus: NodeId, links: readonly GraphLink[]): Map<NodeId, number> => {
  const besides = new Map<NodeId, NodeId[]>();
  for (const { source, target } of links) {
    besides.set(source, [...(besides.get(source) ?? []), target]);
    besides.set(target, [...(besides.get(target) ?? []), source]);
  }
  const depths = new Map<NodeId, number>([[focus, 0]]);
  for (const [id, depth] of depths) for (const beside of besides.get(id) ?? []) if (!depths.has(beside)) depths.set(beside, depth + 1);
  return depths;
};
