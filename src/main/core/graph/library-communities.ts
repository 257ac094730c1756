import { entityTypes, type NodeId } from '../../../shared/model.ts';
import type { Slice } from '../../../shared/views.ts';
import type { Community } from '../../../shared/views-structure.ts';
import { communitiesOf } from './communities.ts';
import { findingLinks, type ScoredLink } from './links.ts';
import { rankedNeighbours } from './neighbours.ts';
import type { GraphNodeRow, NodeKey, OverviewPort } from './ports.ts';
import { slicingAmong } from './slice.ts';
import type { Steps } from './steps.ts';

/** The strong part of a library: so many of the most reported entities, each with so many of its strongest links to the others. */
const strongEntities = 600;
const strongLinks = 6;

/** The communities of a library: who belongs to which, and the members of each, strongest first. */
export interface LibraryCommunities {
  of: ReadonlyMap<NodeKey, number>;
  members: readonly (readonly GraphNodeRow[])[];
}

/** The links that are among the strongest few of one of their ends. */
const strongest = (links: readonly ScoredLink[]): ScoredLink[] => {
  /** The best scores of each node, greatest first. */
  const best = new Map<NodeKey, number[]>();
  for (const { a, b, score } of links) {
    for (const key of [a, b]) {
      const scores = best.get(key) ?? [];
      best.set(key, scores);
      if (scores.length === strongLinks && score <= (scores.at(-1) ?? 0)) continue;
      let at = scores.length;
      while (at > 0 && (scores[at - 1] ?? 0) < score) at -= 1;
      scores.splice(at, 0, score);
      if (scores.length > strongLinks) scores.pop();
    }
  }
  const least = (key: NodeKey): number => best.get(key)?.at(-1) ?? 0;
  return links.filter(({ a, b, score }) => score >= least(a) || score >= least(b));
};

/**
 * The communities of the whole library: Louvain's over its strong part, for a pass over all of its millions of pairs would take seconds and
 * add what is named once or twice. The largest first; the same for the same library.
 */
export function* findingCommunities(port: OverviewPort): Steps<LibraryCommunities> {
  const rows = new Map(port.largestEntities(entityTypes, strongEntities).map((row) => [row.key, row]));
  const all = yield* findingLinks(port, rows);
  yield;
  const links = strongest(all);
  yield;
  const weights = new Map<NodeKey, number>();
  for (const { a, b, score } of links) for (const key of [a, b]) weights.set(key, (weights.get(key) ?? 0) + score);
  const weight = (key: NodeKey): number => weights.get(key) ?? 0;
  const of = communitiesOf([...rows.keys()], links, weight);
  const members: GraphNodeRow[][] = [];
  const byWeight = [...rows.values()].sort((left, right) => weight(right.key) - weight(left.key) || left.key - right.key);
  for (const row of byWeight) {
    const number = of.get(row.key) ?? 0;
    const list = members[number];
    if (list === undefined) members[number] = [row];
    else list.push(row);
  }
  return { of, members };
}

/** The two strongest that are no places, as communities are called. */
const nameOf = (members: readonly GraphNodeRow[]): string => {
  const named = members.filter(({ type }) => type !== 'place');
  return (named.length > 0 ? named : members)
    .slice(0, 2)
    .map(({ name }) => name)
    .join(', ');
};

/**
 * The community around a node, at most `limit` of its members and the node itself. One that is outside the strong part of the library
 * belongs where its strongest neighbour inside does; where it has none, its community is it alone.
 */
export function* communityAround(port: OverviewPort, communities: LibraryCommunities, node: GraphNodeRow, limit: number): Steps<Community> {
  const inside = communities.of.has(node.key) ? node.key : rankedNeighbours(port, node).find(({ key }) => communities.of.has(key))?.key;
  const number = inside === undefined ? undefined : communities.of.get(inside);
  const members = number === undefined ? [] : (communities.members[number] ?? []);
  const all = members.some(({ key }) => key === node.key) ? members : [node, ...members];
  const others = all.filter(({ key }) => key !== node.key);
  const slice: Slice = yield* slicingAmong(port, [node, ...others.slice(0, Math.max(0, limit - 1))], {});
  const head: NodeId = all.find(({ type }) => type !== 'place' && type !== 'story')?.id ?? node.id;
  return { ...slice, head, name: nameOf(all), total: all.length };
}
