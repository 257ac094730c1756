import type { NodeId, NodeType } from '../../shared/model.ts';
import { type RelationStatus, relationKinds } from '../../shared/relations.ts';
import type { GraphLink, LinkRelation } from '../../shared/views.ts';
import { plural } from '../ui/format.ts';

/** Letters on a line of the canvas: 22 are some 140 px wide, as much as three big nodes. */
export const lineLetters = 22;

/** A name cut in the middle to at most `limit` characters: both ends tell names apart, the middle seldom does. */
export const cutInMiddle = (name: string, limit = lineLetters): string => {
  const letters = Array.from(name);
  if (letters.length <= limit) return name;
  const front = Math.ceil((limit - 1) * 0.6);
  const back = limit - 1 - front;
  return `${letters.slice(0, front).join('').trimEnd()}…${letters.slice(-back).join('').trimStart()}`;
};

/** A headline cut after a word: its start tells most. */
const cutAtEnd = (headline: string, limit: number): string => {
  if (headline.length <= limit) return headline;
  const cut = headline.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:–-]+$/, '')}…`;
};

/**
 * A name or headline as the canvas writes it: on one line where it fits, else on two, broken where they come out most
 * even.
 */
export const canvasLines = (name: string, type: NodeType): string => {
  if (Array.from(name).length <= lineLetters) return name;
  const most = 2 * lineLetters - 4;
  const words = (type === 'story' ? cutAtEnd(name, most) : cutInMiddle(name, most)).split(' ');
  const breaks = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')] as const);
  const width = ([first, second]: readonly [string, string]) => Math.max(first.length, second.length);
  const [best] = breaks.sort((a, b) => width(a) - width(b));
  return best && width(best) <= lineLetters + 2 ? best.join('\n') : cutInMiddle(name);
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

/**
 * How much stands behind a link: "7 articles, 12 sentences". Articles need not name both in one sentence, so the sentences
 * are not said to be in them; where no single one names both, the articles stand alone.
 */
export const backingWords = (link: Pick<GraphLink, 'sentences' | 'articles'>): string => {
  const articles = plural(link.articles, 'article');
  return link.sentences > 0 ? `${articles}, ${plural(link.sentences, 'sentence')}` : articles;
};

/** A link as a statement: its two ends in the order in which it reads, and the words between. */
export const statementOf = (link: GraphLink): { from: NodeId; words: string; to: NodeId } => {
  const [strongest] = link.relations;
  if (strongest) return { from: strongest.from, words: relationWords(strongest, strongest.from), to: strongest.to };
  const fromStory = link.kind === 'mention' && link.target.startsWith('s_');
  const [from, to] = fromStory ? [link.target, link.source] : [link.source, link.target];
  return { from, words: link.kind === 'mention' ? 'is about' : 'named together with', to };
};
