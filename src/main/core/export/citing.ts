import { relationKinds } from '../../../shared/relations.ts';
import type { LinkRelation } from '../../../shared/views.ts';
import type { BoardLinkMaterial, BoardMaterial, Quote } from './board.ts';
import { counted, dayOf, onOneLine } from './text.ts';

/** What all formats say of sentences and statements, in words. */

/** The sentence of a quote; what lies between two of its parts is left out. */
export const quoted = ({ parts }: Quote): string => parts.map(onOneLine).join(' … ');

/** `Daily Ledger, “OpenAI buys io”, 2025-05-21`, with what is known of it. */
export const sourceInWords = ({ article: { publisher, title, published } }: Quote): string =>
  [publisher === null ? null : onOneLine(publisher), `“${onOneLine(title)}”`, published === null ? 'undated' : dayOf(published)]
    .filter((part) => part !== null)
    .join(', ');

/** What a text says of whether a statement holds, in brackets; empty where it says nothing further. */
export const statusWords = ({ status }: Pick<LinkRelation, 'status'>): string => (status === 'stated' ? '' : ` (${status})`);

/** `acquired (announced)`. */
export const statementWords = (relation: Pick<LinkRelation, 'kind' | 'status'>): string =>
  `${relationKinds[relation.kind].verb}${statusWords(relation)}`;

/** `OpenAI acquired io (announced)`. */
export const statementOf = (relation: Pick<LinkRelation, 'kind' | 'status' | 'from' | 'to'>, nameOf: (id: string) => string): string =>
  `${nameOf(relation.from)} ${relationKinds[relation.kind].verb} ${nameOf(relation.to)}${statusWords(relation)}`;

/** `3 articles, 2 stories`. */
export const backing = ({ articles, stories }: Pick<BoardLinkMaterial, 'articles' | 'stories'>): string =>
  `${counted(articles, 'article')}, ${counted(stories, 'story', 'stories')}`;

/** From when to when; empty where nothing is dated. */
export const period = ({ first, last }: { first: string | null; last: string | null }): string =>
  [...new Set([first, last].flatMap((date) => (date === null ? [] : dayOf(date))))].join(' to ');

/** How much a board holds: `41 nodes, 96 links, 310 of 1204 sentences quoted`. */
export const extent = ({ nodes, links, sentences, allSentences }: BoardMaterial): string => {
  const told = sentences === allSentences ? counted(sentences, 'sentence') : `${sentences} of ${counted(allSentences, 'sentence')}`;
  return `${counted(nodes.length, 'node')}, ${counted(links.length, 'link')}, ${told} quoted`;
};

/** Names by id; the id itself for one that is not on the board. */
export const namesOf = ({ nodes }: Pick<BoardMaterial, 'nodes'>): ((id: string) => string) => {
  const names = new Map<string, string>(nodes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

/** What is said of a board as a whole, each a line. */
export const aboutBoard = (board: BoardMaterial): string[] => [
  `Exported ${dayOf(board.made)}: ${extent(board)}.`,
  ...board.filter,
  ...board.missing,
  ...board.notes.map((note) => `Note: ${onOneLine(note)}`),
];
