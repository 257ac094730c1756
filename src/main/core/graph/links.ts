import { type EntityId, linkIdOf } from '../../../shared/model.ts';
import type { GraphLink, LinkRelation } from '../../../shared/views.ts';
import type { GraphNodeRow, LinkPort, NodeKey, PairLink, RelationSum, StoryLink } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';
import { finished, type Steps } from './steps.ts';

/** A link as it is ranked: what stands behind it, and its score. What is drawn is made of the few that are kept. */
export interface ScoredLink {
  a: NodeKey;
  b: NodeKey;
  score: number;
  /** Some sentence states a relation. */
  stated: boolean;
  behind: Pick<GraphLink, 'articles' | 'sentences' | 'stories' | 'first' | 'last'>;
}

type Nodes = ReadonlyMap<NodeKey, GraphNodeRow>;

const scoredPairs = (pairs: readonly PairLink[], nodes: Nodes, total: number): ScoredLink[] =>
  pairs.flatMap((pair) => {
    const [a, b] = [nodes.get(pair.a), nodes.get(pair.b)];
    if (a === undefined || b === undefined) return [];
    const score = pairScore(pair, { type: a.type, reach: a.stories }, { type: b.type, reach: b.stories }, total);
    return [{ a: pair.a, b: pair.b, score, stated: pair.relations > 0, behind: pair }];
  });

const scoredReports = (stories: readonly StoryLink[], newest: string | null): ScoredLink[] =>
  stories.map((link) => {
    const { articles, sentences, first, last } = link;
    const behind = { articles, sentences, stories: 1, first, last };
    return { a: link.story, b: link.entity, score: storyScore(link, newest), stated: false, behind };
  });

/** Pairs looked up in one step: some 10 ms. */
const lookUpsAtOnce = 10_000;

/** The same as `linksAmong`, in steps. */
export function* findingLinks(port: LinkPort, nodes: Nodes): Steps<ScoredLink[]> {
  const keys = [...nodes.keys()];
  const total = port.counts().stories;
  const found = scoredReports(port.storyLinksAmong(keys), port.lastPublished());
  const some = Math.max(1, Math.floor(lookUpsAtOnce / Math.max(1, keys.length)));
  for (let at = 0; at < keys.length; at += some) {
    const these = keys.slice(at, at + some);
    const rest = keys.slice(at + some);
    yield;
    found.push(...scoredPairs(port.pairsAmong(these), nodes, total));
    if (rest.length > 0) found.push(...scoredPairs(port.pairsBetween(these, rest), nodes, total));
  }
  return found;
}

/** All links among some nodes, scored. */
export const linksAmong = (port: LinkPort, nodes: Nodes): ScoredLink[] => finished(findingLinks(port, nodes));

/** The links between one node and some others, scored. `nodes` holds them all, the one as well. */
export const linksWith = (port: LinkPort, node: GraphNodeRow, others: readonly NodeKey[], nodes: Nodes): ScoredLink[] => {
  const entities = others.filter((key) => key > 0);
  const reports = node.key > 0 ? others.filter((key) => key < 0) : entities;
  return [
    ...(node.key > 0 ? scoredPairs(port.pairsWith(node.key, entities), nodes, port.counts().stories) : []),
    ...scoredReports(port.storyLinksAmong([node.key, ...reports]), port.lastPublished()),
  ];
};

const relationsByPair = (relations: readonly RelationSum[], nodes: Nodes): Map<string, LinkRelation[]> => {
  const byPair = new Map<string, LinkRelation[]>();
  const ordered = [...relations].sort(
    (left, right) => right.articles - left.articles || right.sentences - left.sentences || (left.kind < right.kind ? -1 : 1),
  );
  for (const { kind, status, subject, object, sentences, articles } of ordered) {
    const from = nodes.get(subject)?.id as EntityId | undefined;
    const to = nodes.get(object)?.id as EntityId | undefined;
    if (from === undefined || to === undefined) continue;
    const key = subject < object ? `${subject} ${object}` : `${object} ${subject}`;
    const there = byPair.get(key);
    const relation = { kind, status, from, to, sentences, articles };
    if (there === undefined) byPair.set(key, [relation]);
    else there.push(relation);
  }
  return byPair;
};

/**
 * The links as they are drawn, in the same order, with their relations. Strength is the score as a share of `strongest`
 * (the strongest of them where it is left out), 0..1.
 */
export const drawnLinks = (
  port: LinkPort,
  links: readonly ScoredLink[],
  nodes: Nodes,
  strongest = links.reduce((most, { score }) => Math.max(most, score), 0),
): GraphLink[] => {
  const ends = new Set(links.flatMap(({ a, b, stated }) => (stated ? [a, b] : [])));
  const relations = ends.size === 0 ? new Map<string, LinkRelation[]>() : relationsByPair(port.relationsAmong([...ends]), nodes);
  return links.flatMap(({ a, b, score, stated, behind }) => {
    const [one, other] = [nodes.get(a)?.id, nodes.get(b)?.id];
    if (one === undefined || other === undefined) return [];
    const [source, target] = one < other ? [one, other] : [other, one];
    const { articles, sentences, stories, first, last } = behind;
    return [
      {
        id: linkIdOf(one, other),
        source,
        target,
        kind: a < 0 ? 'mention' : stated ? 'relation' : 'co-mention',
        relations: relations.get(`${a} ${b}`) ?? [],
        articles,
        sentences,
        stories,
        strength: strongest > 0 ? Math.min(1, score / strongest) : 0,
        first,
        last,
      },
    ];
  });
};
