import { type EntityId, linkIdOf, type NodeId, type NodeType } from '../../../shared/model.ts';
import type { GraphLink, GraphNode, LinkRelation } from '../../../shared/views.ts';

/** Nodes and links for tests. */

/** A well-formed id made of a number. */
export const nodeId = (number: number, type: NodeType = 'company'): NodeId =>
  `${type === 'story' ? 's' : 'e'}_${number.toString(16).padStart(24, '0')}` as NodeId;

/** A node; its name tells its number. */
export const graphNode = (number: number, part: Partial<GraphNode> = {}): GraphNode => {
  const type = part.type ?? 'company';
  const dates = { first: null, last: null };
  return { id: nodeId(number, type), type, name: `Node ${number}`, articles: 3, weight: 0.5, community: 0, more: 0, ...dates, ...part };
};

/** A link of two nodes: a relation where relations are given, else a co-mention. */
export const graphLink = (a: NodeId, b: NodeId, part: Partial<GraphLink> = {}): GraphLink => {
  const [source, target] = a < b ? [a, b] : [b, a];
  return {
    id: linkIdOf(a, b),
    source,
    target,
    kind: part.relations ? 'relation' : 'co-mention',
    relations: [],
    articles: 2,
    sentences: 3,
    stories: 1,
    strength: 0.5,
    first: '2024-01-02',
    last: '2025-03-04',
    ...part,
  };
};

/** An acquisition of one by the other, in so many words. */
export const relation = (from: NodeId, to: NodeId, part: Partial<LinkRelation> = {}): LinkRelation => ({
  kind: 'acquired',
  status: 'stated',
  from: from as EntityId,
  to: to as EntityId,
  sentences: 2,
  articles: 1,
  ...part,
});
