import type { NodeRef } from '../../shared/model.ts';
import type { GraphLink, Neighbours } from '../../shared/views.ts';
import type { Seen } from '../state/board/seen.ts';
import { nodeTypeLabels } from '../ui/types.ts';
import { linkWords } from './words.ts';

/** A line of the table. */
export interface Row {
  node: NodeRef;
  /** The link to the node in the middle; null in views that have none. */
  link: GraphLink | null;
  /** How it hangs together with the node in the middle. */
  how: string;
  articles: number;
  sentences: number;
  /** 0 to 1. */
  strength: number;
  first: string | null;
  last: string | null;
}

/** A link as it reads from a node to the one in the middle: "backed by" where Microsoft invested in it. */
const rowOf = (node: NodeRef, link: GraphLink): Row => ({
  node,
  link,
  how: linkWords(link, node.id),
  articles: link.articles,
  sentences: link.sentences,
  strength: link.strength,
  first: link.first,
  last: link.last,
});

/** The neighbours as rows, in the order of their rank. */
export const neighbourRows = ({ items }: Neighbours): Row[] => items.map(({ node, link }) => rowOf(node, link));

/** What is to be seen of a board as rows, heaviest first. */
export const boardRows = (board: Seen): Row[] =>
  [...board.nodes]
    .sort((a, b) => b.weight - a.weight)
    .map((node) => {
      const own = board.links.filter((link) => link.source === node.id || link.target === node.id);
      const dates = own.flatMap((link) => [link.first, link.last].filter((date) => date !== null)).sort();
      return {
        node,
        link: null,
        how: '',
        articles: node.articles,
        sentences: own.reduce((sum, link) => sum + link.sentences, 0),
        strength: node.weight,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
      };
    });

export type Column = 'rank' | 'name' | 'type' | 'how' | 'articles' | 'sentences' | 'strength' | 'first' | 'last';
export interface Order {
  column: Column;
  descending: boolean;
}

/** The rank that the core gave. */
export const ranked: Order = { column: 'rank', descending: false };

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const dates = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '');

const comparers: Record<Exclude<Column, 'rank'>, (a: Row, b: Row) => number> = {
  name: (a, b) => names.compare(a.node.name, b.node.name),
  type: (a, b) => names.compare(nodeTypeLabels[a.node.type].one, nodeTypeLabels[b.node.type].one),
  how: (a, b) => names.compare(a.how, b.how),
  articles: (a, b) => a.articles - b.articles,
  sentences: (a, b) => a.sentences - b.sentences,
  strength: (a, b) => a.strength - b.strength,
  first: (a, b) => dates(a.first, b.first),
  last: (a, b) => dates(a.last, b.last),
};

/** The rows in another order; equal ones stay in theirs. */
export const sorted = (rows: readonly Row[], { column, descending }: Order): Row[] => {
  if (column === 'rank') return [...rows];
  const compare = comparers[column];
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
};

/** What a click on a column's head makes of the order: first the way that tells most, then the other, then by rank again. */
export const orderAfterClick = (order: Order, column: Column, descendingFirst: boolean): Order => {
  if (order.column !== column) return { column, descending: descendingFirst };
  return order.descending === descendingFirst ? { column, descending: !descendingFirst } : ranked;
};
