import type { NodeId, NodeType } from '../../shared/model.ts';
import { type RelationStatus, relationKinds } from '../../shared/relations.ts';
import type { GraphLink, LinkRelation } from '../../shared/views.ts';
import { formatDate, plural } from '../ui/format.ts';

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

/** Relations that are told of a link where there is little room. */
const fewRelations = 3;

/** The same in few words: the strongest of its relations, and how many more there are. */
export const linkInFewWords = (link: GraphLink, from: NodeId): string => {
  if (link.kind === 'co-mention') return 'named together with';
  const said = [...new Set(link.relations.map((relation) => relationWords(relation, from)))];
  if (said.length <= fewRelations) return linkWords(link, from);
  return `${said.slice(0, fewRelations).join(', ')}, and ${said.length - fewRelations} more:`;
};

/** How much stands behind a link: "7 articles, 2 stories", so that copies of one report are not taken for many; a single article stands alone. */
export const backingWords = ({ articles, stories }: Pick<GraphLink, 'articles' | 'stories'>): string =>
  articles === 1 ? '1 article' : `${plural(articles, 'article')}, ${plural(stories, 'story', 'stories')}`;

/** A link as a statement: its two ends in the order in which it reads, and the words between. */
export const statementOf = (link: GraphLink): { from: NodeId; words: string; to: NodeId } => {
  const [strongest] = link.relations;
  if (strongest) return { from: strongest.from, words: relationWords(strongest, strongest.from), to: strongest.to };
  const fromStory = link.kind === 'mention' && link.target.startsWith('s_');
  const [from, to] = fromStory ? [link.target, link.source] : [link.source, link.target];
  return { from, words: link.kind === 'mention' ? 'is about' : 'named together with', to };
};

/** When a node or link was first and last reported; empty where no article of it has a date. */
export const datesWords = ({ first, last }: Pick<GraphLink, 'first' | 'last'>): string => {
  if (first === null || last === null) return '';
  const [from, to] = [formatDate(first), formatDate(last)];
  return from === to ? to : `first ${from}, last ${to}`;
};
