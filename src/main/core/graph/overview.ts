import { entityTypes, type NodeType } from '../../../shared/model.ts';
import type { Slice } from '../../../shared/views.ts';
import { findingLinks, type ScoredLink } from './links.ts';
import type { GraphNodeRow, NodeKey, OverviewPort } from './ports.ts';
import { slicing } from './slice.ts';
import type { Steps } from './steps.ts';
import { readableLinks, thinning } from './thin.ts';

/** From how many of the most reported entities the overview is chosen. */
const candidatesPerNode = 3;
const candidatesMost = 500;
/** An entity counts as much as its strongest links: enough of them that a hub of strong links stands out, few enough that one
 * of many weak links does not. */
const countedLinks = 6;
/** At most this share of an overview are stories, where they are asked for. */
const storyShare = 0.2;

/** The more stories an entity is in, the more its links count: one article can link a dozen names that never recur. */
const importance = (links: readonly ScoredLink[], nodes: ReadonlyMap<NodeKey, GraphNodeRow>): Map<NodeKey, number> => {
  const scores = new Map<NodeKey, number[]>();
  for (const { a, b, score } of links) {
    for (const key of [a, b]) {
      const there = scores.get(key);
      if (there === undefined) scores.set(key, [score]);
      else there.push(score);
    }
  }
  const strongest = (list: number[]) => list.sort((left, right) => right - left).slice(0, countedLinks);
  return new Map(
    [...scores].map(([key, list]) => [
      key,
      Math.log1p(nodes.get(key)?.stories ?? 0) * strongest(list).reduce((sum, score) => sum + score, 0),
    ]),
  );
};

/**
 * The strongest entities of the library in their communities, at most `limit` nodes; entities without a link to another of
 * them are left out where there are enough others. Stories are in it only where `types` names them. In steps: it takes some 0.3 s.
 */
export function* makingOverview(port: OverviewPort, limit: number, types: readonly NodeType[] = entityTypes): Steps<Slice> {
  const stories = types.includes('story') ? port.largestStories(Math.round(limit * storyShare)) : [];
  const most = Math.min(candidatesMost, candidatesPerNode * limit);
  const candidates = port.largestEntities(
    types.filter((type) => type !== 'story'),
    most,
  );
  const byKey = new Map<NodeKey, GraphNodeRow>([...candidates, ...stories].map((row) => [row.key, row]));
  const links = yield* findingLinks(port, byKey);
  yield;
  const weights = importance(links, byKey);
  const byWeight = (left: GraphNodeRow, right: GraphNodeRow): number =>
    (weights.get(right.key) ?? 0) - (weights.get(left.key) ?? 0) || right.articles - left.articles || left.key - right.key;
  const rows = [...stories, ...candidates.sort(byWeight).slice(0, Math.max(0, limit - stories.length))];
  const inside = new Set(rows.map(({ key }) => key));
  const among = links.filter(({ a, b }) => inside.has(a) && inside.has(b));
  const chosen = yield* thinning(among, Math.min(readableLinks(rows.length), 2 * rows.length));
  const linked = new Set(chosen.flatMap(({ a, b }) => [a, b]));
  const connected = rows.filter(({ key }) => linked.has(key));
  return yield* slicing(port, connected.length >= rows.length / 2 ? connected : rows, among, chosen, { apart: true });
}
