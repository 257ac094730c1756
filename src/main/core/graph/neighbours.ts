import type { NodeType } from '../../../shared/model.ts';
import { nodeTypes } from '../../../shared/model.ts';
import type { RelationKind } from '../../../shared/relations.ts';
import type { Neighbours } from '../../../shared/views.ts';
import { drawnLinks, linksWith } from './links.ts';
import { mixed } from './mix.ts';
import type { GraphNodeRow, LinkPort, NeighbourRow, NodeKey } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';
import { readingPairs } from './reading-pairs.ts';
import { finished, type Steps } from './steps.ts';

/** A neighbour in the order of strength. */
export interface RankedNeighbour {
  key: NodeKey;
  type: NodeType;
  score: number;
}

/** Which neighbours are wanted: node types (left out: all; none: none), and kinds of relation (left out or none: any link). */
export interface NeighbourFilter {
  types?: readonly NodeType[] | undefined;
  kinds?: readonly RelationKind[] | undefined;
}

/** Neighbours come in mixed blocks of this many, in tables as in the graph. */
export const blockSize = 40;

const byStrength = (left: RankedNeighbour, right: RankedNeighbour): number => right.score - left.score || left.key - right.key;

/**
 * Scores of one entity's neighbours. Most of a hub's thousands met it once and differ in little: of 6,600 pairs 670 are
 * different to the formula, so what it has said is kept.
 */
const scorer = (node: GraphNodeRow, total: number): ((row: NeighbourRow) => number) => {
  const end = { type: node.type, reach: node.stories };
  const said = new Map<number, number>();
  return (row) => {
    const { reach, stories, articles, sentences, relations } = row;
    if (articles >= 32 || sentences >= 64 || relations >= 64) return pairScore(row, end, row, total);
    const like = ((((reach * 32 + stories) * 32 + articles) * 64 + sentences) * 64 + relations) * 2 + (row.type === 'place' ? 1 : 0);
    const known = said.get(like);
    if (known !== undefined) return known;
    const score = pairScore(row, end, row, total);
    said.set(like, score);
    return score;
  };
};

function* neighboursOfEntity(port: LinkPort, node: GraphNodeRow): Steps<RankedNeighbour[]> {
  const newest = port.lastPublished();
  const scoreOf = scorer(node, port.counts().stories);
  const pairs = yield* readingPairs(port, node.key, node.stories);
  const entities = pairs.map((row) => ({ key: row.key, type: row.type, score: scoreOf(row) }));
  yield;
  const stories = port.storiesOf(node.key).map((row) => ({ key: row.story, type: 'story' as const, score: storyScore(row, newest) }));
  return [...entities, ...stories];
}

const neighboursOfStory = (port: LinkPort, node: GraphNodeRow): RankedNeighbour[] => {
  const newest = port.lastPublished();
  return port.entitiesOf(node.key).map((row) => ({ key: row.entity, type: row.type, score: storyScore(row, newest) }));
};

/** How many nodes' rankings are kept: a hub has thousands of neighbours, and windows of one ranking are asked in a row. */
const rememberedRankings = 64;
const remembered = new WeakMap<LinkPort, { version: string; rankings: Map<NodeKey, RankedNeighbour[]> }>();

/** The same as `rankedNeighbours`, in steps: a hub has tens of thousands. */
export function* rankingNeighbours(port: LinkPort, node: GraphNodeRow): Steps<readonly RankedNeighbour[]> {
  const version = port.version();
  let kept = remembered.get(port);
  if (kept?.version !== version) {
    kept = { version, rankings: new Map() };
    remembered.set(port, kept);
  }
  const known = kept.rankings.get(node.key);
  const ranking = known ?? (node.key > 0 ? yield* neighboursOfEntity(port, node) : neighboursOfStory(port, node));
  if (known === undefined) {
    yield;
    ranking.sort(byStrength);
  }
  kept.rankings.delete(node.key);
  kept.rankings.set(node.key, ranking);
  const oldest = kept.rankings.size > rememberedRankings ? kept.rankings.keys().next().value : undefined;
  if (oldest !== undefined) kept.rankings.delete(oldest);
  return ranking;
}

/** All neighbours of a node, strongest first. Kept until the library changes; not to be changed by the caller. */
export const rankedNeighbours = (port: LinkPort, node: GraphNodeRow): readonly RankedNeighbour[] => finished(rankingNeighbours(port, node));

/** The neighbours that a filter lets through, strongest first, with how many of each type its `kinds` alone would let through. */
export const filteredNeighbours = (
  port: LinkPort,
  node: GraphNodeRow,
  { types, kinds }: NeighbourFilter,
): { ranked: readonly RankedNeighbour[]; byType: Record<NodeType, number> } => {
  let ranked = rankedNeighbours(port, node);
  if (kinds !== undefined && kinds.length > 0) {
    const related = new Set(node.key > 0 ? port.relatedBy(node.key, kinds) : []);
    ranked = ranked.filter(({ key }) => related.has(key));
  }
  const byType = Object.fromEntries(nodeTypes.map((type) => [type, 0])) as Record<NodeType, number>;
  for (const { type } of ranked) byType[type] += 1;
  return { ranked: types === undefined ? ranked : ranked.filter(({ type }) => types.includes(type)), byType };
};

/** A window of a node's neighbours in mixed blocks, with their links; strengths are shares of the strongest neighbour's. */
export const neighboursOf = (
  port: LinkPort,
  node: GraphNodeRow,
  filter: NeighbourFilter,
  window: { offset: number; limit: number },
): Neighbours => {
  const { ranked, byType } = filteredNeighbours(port, node, filter);
  const strongest = ranked[0]?.score ?? 0;
  const wanted = mixed(ranked, blockSize, window.offset + window.limit).slice(window.offset);
  const keys = wanted.map(({ key }) => key);
  const nodes = port.nodesByKey(keys).set(node.key, node);
  const links = new Map(
    drawnLinks(port, linksWith(port, node, keys, nodes), nodes, strongest).map((link) => [
      link.source === node.id ? link.target : link.source,
      link,
    ]),
  );
  const items = keys.flatMap((key) => {
    const row = nodes.get(key);
    const link = row === undefined ? undefined : links.get(row.id);
    return row === undefined || link === undefined ? [] : [{ node: refOf(row), link }];
  });
  return { of: refOf(node), items, total: ranked.length, byType };
};

/** A node in one line, as answers carry it. */
export const refOf = ({ id, type, name, articles }: GraphNodeRow) => ({ id, type, name, articles });
