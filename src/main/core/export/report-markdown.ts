import { plainMarkdown, targetMarkdown } from '../../../shared/path-markdown.ts';
import { clean } from '../../../shared/xml-text.ts';
import type { Report, ReportedEntity, ReportedLink, Said } from './report.ts';

const plain = (text: string): string => plainMarkdown(clean(text));

/** Text at the start of a line, where a few signs would begin a list or a heading. */
const paragraph = (text: string): string =>
  plain(text).replace(/^([-+=]|\d+[.)])/, (sign) => (/\d/.test(sign) ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign}`));

const cited = (numbers: readonly number[]): string => numbers.map((number) => ` [${number}](#source-${number})`).join('');

const saidLine = ({ from, words, to, status, sources }: Said): string =>
  `  - ${plain(from)} ${plain(words)} ${plain(to)}${status}${cited(sources)}`;

/** Several paragraphs as a quotation. */
const noteLines = (text: string, indent: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, at) => [...(at === 0 ? [] : [`${indent}>`]), `${indent}> ${paragraph(line)}`]);

const entityLines = ({ name, type, facts, note, says }: ReportedEntity): string[] => [
  `- **${plain(name)}**, ${type} (${plain(facts)})`,
  ...(note === '' ? [] : ['', ...noteLines(note, '  '), '']),
  ...says.map(saidLine),
];

const linkLines = ({ from, words, to, status, facts, quotes, more }: ReportedLink): string[] => [
  `### ${plain(from)} ${plain(words)} ${plain(to)}${status}`,
  '',
  `${paragraph(facts)}.`,
  '',
  ...quotes.flatMap(({ sentence, states, source }) => [
    `> “${plain(sentence)}”${states === '' ? '' : ` (${plain(states)})`}${cited([source])}`,
    '',
  ]),
  ...(more === '' ? [] : [paragraph(more), '']),
];

/** A report as Markdown: what is on the board, each link with its sentences quoted, and the sources by number at the end. */
export const reportMarkdown = ({ title, date, extent, filter, missing, notes, entities, links, sources }: Report): string => {
  const section = (heading: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, '']);
  const lines = [
    `# ${plain(title)}`,
    '',
    `${date}. ${extent}.`,
    '',
    ...section(
      'Filter',
      filter.map((line) => `- ${plain(line)}`),
    ),
    ...section(
      'Missing',
      missing.map((line) => `- ${plain(line)}`),
    ),
    ...section(
      'Notes',
      notes.flatMap((note) => [...noteLines(note, ''), '']),
    ),
    ...section('Entities', entities.flatMap(entityLines)),
    ...section('Links', links.flatMap(linkLines)),
    ...section(
      'Sources',
      sources.flatMap(({ number, words, address }) => [
        `<a id="source-${number}"></a>[${number}] ${plain(words)}${address === null ? '' : `, <${targetMarkdown(clean(address))}>`}`,
        '',
      ]),
    ),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
};
