import { linkInWords } from '../../../shared/link-words.ts';
import type { BoardLinkMaterial, BoardMaterial, BoardNodeMaterial } from './board.ts';
import { aboutBoard, namesOf, quoted, sourceInWords, statementOf } from './citing.ts';
import { type Columns, type EdgeElement, type GraphFormat, type NodeElement, rounded } from './graph-format.ts';
import { counted } from './text.ts';

/** A board in the formats of graph tools. */

const nodeColumns: Columns = {
  type: 'string',
  articles: 'int',
  articles_within: 'int',
  stories: 'int',
  mentions: 'int',
  first: 'string',
  last: 'string',
  community: 'string',
  importance: 'double',
  pinned: 'boolean',
  note: 'string',
};
const edgeColumns: Columns = {
  kind: 'string',
  relations: 'string',
  articles: 'int',
  stories: 'int',
  sentences: 'int',
  first: 'string',
  last: 'string',
  evidence: 'string',
  evidence_quoted: 'int',
  evidence_total: 'int',
};

/** px across of the least and the greatest node, as the map draws them. */
const sizes = { least: 20, most: 52 } as const;

const nodeOf = ({
  id,
  name,
  place,
  weight,
  type,
  articles,
  articlesWithin,
  stories,
  mentions,
  first,
  last,
  community,
  pinned,
  note,
}: BoardNodeMaterial): NodeElement => ({
  id,
  label: name,
  type,
  place,
  size: sizes.least + (sizes.most - sizes.least) * weight,
  first,
  last,
  values: {
    type,
    articles,
    articles_within: articlesWithin,
    stories,
    mentions,
    first,
    last,
    community,
    importance: rounded(weight, 4),
    pinned,
    note,
  },
});

/** The statements of a link: `OpenAI acquired (announced) io, 3 sentences`, each a line. */
export const relationsInWords = ({ relations }: BoardLinkMaterial, nameOf: (id: string) => string): string =>
  relations.map((relation) => `${statementOf(relation, nameOf)}, ${counted(relation.sentences, 'sentence')}`).join('\n');

/** The sentences of a link with their sources, each a line. */
export const evidenceInWords = ({ quotes }: BoardLinkMaterial): string =>
  quotes.map((quote) => `“${quoted(quote)}” (${[sourceInWords(quote), quote.address].filter(Boolean).join(', ')})`).join('\n');

/** What is written at a link: what it states, from its source to its target; empty where it states nothing. */
export const labelOf = ({ relations, direction }: BoardLinkMaterial): string =>
  relations.length === 0 ? '' : linkInWords({ relations }, direction.source);

const edgeOf = (link: BoardLinkMaterial, nameOf: (id: string) => string): EdgeElement => {
  const { id, kind, direction, strength, articles, stories, sentences, first, last, quotes, allQuotes } = link;
  const values = {
    kind,
    relations: relationsInWords(link, nameOf),
    articles,
    stories,
    sentences,
    first,
    last,
    evidence: evidenceInWords(link),
    evidence_quoted: quotes.length,
    evidence_total: allQuotes,
  };
  return { id, ...direction, label: labelOf(link), weight: strength, first, last, values };
};

/** A board as one text in a format of graph tools. */
export const boardGraph = (format: GraphFormat, board: BoardMaterial): string => {
  const nameOf = namesOf(board);
  const { title, made } = board;
  return [
    format.begin({ title, description: aboutBoard(board), made, nodes: nodeColumns, edges: edgeColumns }),
    ...board.nodes.map((node) => format.node(nodeOf(node))),
    format.between,
    ...board.links.map((link) => format.edge(edgeOf(link, nameOf))),
    format.end,
  ].join('');
};
