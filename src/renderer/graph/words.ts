import type { NodeId } from '../../shared/model.ts';
import { type RelationStatus, relationKinds } from '../../shared/relations.ts';
import type { GraphLink, LinkRelation } from '../../shared/views.ts';
import { plural } from '../ui/format.ts';

/** Names longer than this are cut in the middle on the canvas: measured, 22 letters are some 140 px, three big nodes. */
export const canvasNameLimit = 22;

/** A name cut in the middle to at most `limit` characters: both ends tell names apart, the middle seldom does. */
export const cutInMiddle = (name: string, limit = canvasNameLimit): string => {
  const letters = Array.from(name);
  if (letters.length <= limit) return name;
  const front = Math.ceil((limit - 1) * 0.6);
  const back = limit - 1 - front;
  return `${letters.slice(0, front).join('').trimEnd()}…${letters.slice(-back).join('').trimStart()}`;
};

const statusWords: Partial<Record<RelationStatus, string>> = {
  announced: 'announced',
  rumoured: 'rumoured',
  denied: 'denied',
  ended: 'ended',
};

const withStatus = (words: string, status: RelationStatus): string => {
  const said = statusWords[status];
  return said === undefined ? words : `${words} (${said})`;
};

/** How a relation reads from one of its ends: "acquired", "acquired by (rumoured)". */
export const relationWords = (relation: LinkRelation, from: NodeId): string => {
  const { verb, inverse } = relationKinds[relation.kind];
  return withStatus(relation.from === from ? verb : inverse, relation.status);
};

/** How two nodes hang together as read from one of them: its relations, strongest first, or that they are named together. */
export const linkWords = (link: GraphLink, from: NodeId): string => {
  if (link.kind === 'mention') return from.startsWith('s_') ? 'is about' : 'reported in';
  if (link.relations.length === 0) return 'named together';
  return [...new Set(link.relations.map((relation) => relationWords(relation, from)))].join(', ');
};

/** How much stands behind a link: "12 sentences in 7 articles"; no sentences where no single one names both. */
export const backingWords = (link: Pick<GraphLink, 'sentences' | 'articles'>): string => {
  const articles = plural(link.articles, 'article');
  return link.sentences > 0 ? `${plural(link.sentences, 'sentence')} in ${articles}` : articles;
};

/** A link as a statement: its two ends in the order in which it reads, and the words between. */
export const statementOf = (link: GraphLink): { from: NodeId; words: string; to: NodeId } => {
  const [strongest] = link.relations;
  if (strongest) return { from: strongest.from, words: relationWords(strongest, strongest.from), to: strongest.to };
  const fromStory = link.kind === 'mention' && link.target.startsWith('s_');
  const [from, to] = fromStory ? [link.target, link.source] : [link.source, link.target];
  return { from, words: link.kind === 'mention' ? 'is about' : 'named together with', to };
};
