import { type EntityId, linkIdOf } from '../../../shared/model.ts';
import type { GraphLink, LinkRelation } from '../../../shared/views.ts';
import type { GraphNodeRow, LinkPort, NodeKey, PairLink, RelationSum, StoryLink } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';

/** A link with its score, before it is scaled to its slice: `link.strength` is 0. */
export interface ScoredLink {
  a: NodeKey;
  b: NodeKey;
  score: number;
  link: GraphLink;
}

/** What links are made from. */
interface Material {
  nodes: ReadonlyMap<NodeKey, GraphNodeRow>;
  pairs: readonly PairLink[];
  stories: readonly StoryLink[];
  relations: readonly RelationSum[];
}

const relationsByPair = (relations: readonly RelationSum[], nodes: Material['nodes']): Map<string, LinkRelation[]> => {
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

const scoredLinks = ({ nodes, pairs, stories, relations }: Material, total: number, newest: string | null): ScoredLink[] => {
  const stated = relationsByPair(relations, nodes);
  const links: ScoredLink[] = [];
  const add = (a: NodeKey, b: NodeKey, score: number, rest: Omit<GraphLink, 'id' | 'source' | 'target' | 'strength'>): void => {
    const [one, other] = [nodes.get(a)?.id, nodes.get(b)?.id];
    if (one === undefined || other === undefined) return;
    const [source, target] = one < other ? [one, other] : [other, one];
    links.push({ a, b, score, link: { id: linkIdOf(one, other), source, target, strength: 0, ...rest } });
  };
  for (const pair of pairs) {
    const [a, b] = [nodes.get(pair.a), nodes.get(pair.b)];
    if (a === undefined || b === undefined) continue;
    const score = pairScore(pair, { type: a.type, reach: a.stories }, { type: b.type, reach: b.stories }, total);
    const { articles, sentences, stories: told, first, last } = pair;
    const its = stated.get(`${pair.a} ${pair.b}`) ?? [];
    add(pair.a, pair.b, score, {
      kind: its.length > 0 ? 'relation' : 'co-mention',
      relations: its,
      articles,
      sentences,
      stories: told,
      first,
      last,
    });
  }
  for (const story of stories) {
    const { articles, sentences, first, last } = story;
    add(story.story, story.entity, storyScore(story, newest), {
      kind: 'mention',
      relations: [],
      articles,
      sentences,
      stories: 1,
      first,
      last,
    });
  }
  return links;
};

/** All links among some nodes. */
export const linksAmong = (port: LinkPort, nodes: ReadonlyMap<NodeKey, GraphNodeRow>): ScoredLink[] => {
  const keys = [...nodes.keys()];
  const material = { nodes, pairs: port.pairsAmong(keys), stories: port.storyLinksAmong(keys), relations: port.relationsAmong(keys) };
  return scoredLinks(material, port.counts().stories, port.lastPublished());
};

/** The links between one node and some others, by the others' keys. `nodes` holds them all. */
export const linksWith = (
  port: LinkPort,
  node: GraphNodeRow,
  others: readonly NodeKey[],
  nodes: ReadonlyMap<NodeKey, GraphNodeRow>,
): Map<NodeKey, ScoredLink> => {
  const all = new Map(nodes).set(node.key, node);
  const entities = others.filter((key) => key > 0);
  const material: Material =
    node.key > 0
      ? {
          nodes: all,
          pairs: port.pairsWith(node.key, entities),
          stories: port.storyLinksAmong([node.key, ...others.filter((key) => key < 0)]),
          relations: port.relationsWith(node.key, entities),
        }
      : { nodes: all, pairs: [], stories: port.storyLinksAmong([node.key, ...entities]), relations: [] };
  const links = scoredLinks(material, port.counts().stories, port.lastPublished());
  return new Map(links.map((link) => [link.a === node.key ? link.b : link.a, link]));
};

/** The links as they are drawn: strength as a share of `strongest` (the strongest of them where it is left out), 0..1. */
export const scaled = (links: readonly ScoredLink[], strongest = Math.max(0, ...links.map(({ score }) => score))): GraphLink[] =>
  links.map(({ link, score }) => ({ ...link, strength: strongest > 0 ? Math.min(1, score / strongest) : 0 }));
