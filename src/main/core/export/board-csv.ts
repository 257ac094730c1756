import { clean } from '../../../shared/xml-text.ts';
import type { BoardMaterial } from './board.ts';
import { labelOf, relationsInWords } from './board-graph.ts';
import { aboutBoard, namesOf, quoted, statementOf } from './citing.ts';
import { rounded, type Value } from './graph-format.ts';

/** What a spreadsheet would take for a formula, in its full-width forms too. */
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell: quoted where it must be; an apostrophe before what a spreadsheet would compute. Numbers stay numbers. */
const cell = (value: Value): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = clean(value);
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Rows as RFC 4180 has them, with the mark by which spreadsheets know UTF-8. */
const table = (head: readonly string[], rows: readonly (readonly Value[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A board as tables: nodes, links (with the columns that Gephi looks for), their sentences, and what is said of the whole. */
export const boardCsv = (board: BoardMaterial): { name: string; text: string }[] => {
  const nameOf = namesOf(board);
  const { nodes, links } = board;
  return [
    {
      name: 'nodes.csv',
      text: table(
        [
          'Id',
          'Label',
          'type',
          'articles',
          'articles_within',
          'stories',
          'mentions',
          'first',
          'last',
          'community',
          'importance',
          'x',
          'y',
          'pinned',
          'note',
        ],
        nodes.map((node) => {
          const { id, name, type, articles, articlesWithin, stories, mentions, first, last, community, weight, place, pinned, note } = node;
          const at = [place === null ? null : rounded(place.x, 1), place === null ? null : rounded(place.y, 1)];
          return [
            id,
            name,
            type,
            articles,
            articlesWithin,
            stories,
            mentions,
            first,
            last,
            community,
            rounded(weight, 4),
            ...at,
            pinned,
            note,
          ];
        }),
      ),
    },
    {
      name: 'links.csv',
      text: table(
        ['Id', 'Source', 'Target', 'Type', 'Weight', 'Label', 'source name', 'target name', 'kind', 'relations'].concat([
          'articles',
          'stories',
          'sentences',
          'first',
          'last',
          'quoted',
          'quotable',
        ]),
        links.map((link) => {
          const { id, direction, strength, kind, articles, stories, sentences, first, last, quotes, allQuotes } = link;
          const { source, target, directed } = direction;
          const ends = [id, source, target, directed ? 'Directed' : 'Undirected', rounded(strength, 4), labelOf(link)];
          const told = [nameOf(source), nameOf(target), kind, relationsInWords(link, nameOf)];
          return [...ends, ...told, articles, stories, sentences, first, last, quotes.length, allQuotes];
        }),
      ),
    },
    {
      name: 'sentences.csv',
      text: table(
        ['link', 'source name', 'target name', 'statements', 'sentence', 'title', 'publisher', 'author', 'published', 'address'],
        links.flatMap(({ id, direction, quotes }) =>
          quotes.map((quote) => {
            const { relations, article, address } = quote;
            const said = [...new Set(relations.map((relation) => statementOf(relation, nameOf)))].join('\n');
            return [
              id,
              nameOf(direction.source),
              nameOf(direction.target),
              said,
              quoted(quote),
              article.title,
              article.publisher,
              article.author,
              article.published,
              address,
            ];
          }),
        ),
      ),
    },
    {
      name: 'about.csv',
      text: table(
        ['about'],
        [board.title, ...aboutBoard(board)].map((line) => [line]),
      ),
    },
  ];
};
