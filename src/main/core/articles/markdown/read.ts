import { Marked } from 'marked';
import { tidy } from '../characters.ts';
import { type Draft, factsOf, noFacts } from '../draft.ts';
import { piecesOfFragment } from '../html/read.ts';
import { factsInFields } from '../json/fields.ts';
import { readText, withoutTop } from '../text/read.ts';
import { frontMatterOf } from './front-matter.ts';

const marked = new Marked({ gfm: true, breaks: false });

/** Longer than this the parser's worst cases take seconds; a text of that size is read as plain paragraphs. */
const longestMarkdown = 2_000_000;
/** The parser's time grows with the square of a paragraph's length at worst: 50,000 characters took 170 ms, 20,000 take 30. */
const longestStretch = 20_000;
const stretchEnd = /\n(?=[ \t]*(?:\n|[-*+] |\d{1,9}[.)] |[|#>]))/;
const deepNesting = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){24,}/m;

/** What other programs add to Markdown: wiki links, embedded files, callouts, short codes, footnotes. */
const plainMarkdown = (text: string): string =>
  text
    .replace(/!\[\[[^[\]\n]{1,300}\]\]/g, '')
    .replace(/\[\[(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/g, '$1')
    .replace(/^([ \t]*>[ \t]*)\[![\w-]{1,30}\][+-]?[ \t]*/gm, '$1')
    .replace(/\{\{[<%][^{}]{0,500}[>%]\}\}/g, '')
    .replace(/\[\^[\w-]{1,30}\](?!:)/g, '')
    .replace(/^%%[^%]{0,2000}%%$/gm, '');

const isTame = (text: string): boolean => {
  if (text.length > longestMarkdown || deepNesting.test(text)) return false;
  return !text.split(stretchEnd).some((stretch) => stretch.length > longestStretch);
};

/** Reads Markdown, its front matter included. `problem` is set where the front matter is broken; the text comes in. */
export const readMarkdown = (source: string): { draft: Draft; problem: string | null } => {
  const { fields, body, problem } = frontMatterOf(tidy(source));
  const facts = { ...noFacts, ...factsInFields(fields) };
  if (!isTame(body)) return { draft: readText(body, facts), problem };
  const html = marked.parse(plainMarkdown(body), { async: false });
  const top = withoutTop(piecesOfFragment(html, facts.address), true);
  return { draft: { ...factsOf(facts, { ...noFacts, ...top.facts }), pieces: top.body }, problem };
};
