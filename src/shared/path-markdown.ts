import { linkInWords } from './link-words.ts';
import type { FoundPath, PathStep, Paths } from './views-paths.ts';

/** Text that Markdown shows as it is, on one line. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** An address that can stand between `<` and `>`. */
export const targetMarkdown = (address: string): string => address.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));

/** `Daily Ledger, “OpenAI buys io”, 2025-05-21, <https://…>`, with what is known of it. */
const citation = ({ passage: { article }, address }: PathStep): string =>
  [
    article.publisher === null ? null : plainMarkdown(article.publisher),
    `“${plainMarkdown(article.title)}”`,
    article.published === null ? 'undated' : article.published.slice(0, 10),
    address === null ? null : `<${targetMarkdown(address)}>`,
  ]
    .filter((part) => part !== null)
    .join(', ');

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const stepLines = (step: PathStep, number: number): string[] => {
  const { from, to, link, passage } = step;
  const backing = `${counted(link.articles, 'article')}, ${counted(link.stories, 'story', 'stories')}`;
  const said = link.kind === 'mention' ? 'mention' : linkInWords(link, from.id);
  return [
    `${number}. **${plainMarkdown(from.name)}** – **${plainMarkdown(to.name)}**: ${said} (${backing})`,
    '',
    `   > “${passage.parts.map(({ text }) => plainMarkdown(text)).join(' … ')}”`,
    '   >',
    `   > — ${citation(step)}`,
    '',
  ];
};

const pathLines = ({ steps }: FoundPath, number: number): string[] => {
  const [first] = steps;
  const names = first === undefined ? [] : [first.from, ...steps.map(({ to }) => to)].map(({ name }) => plainMarkdown(name));
  return [`## ${number}. ${names.join(' → ')}`, '', ...steps.flatMap((step, at) => stepLines(step, at + 1))];
};

/** How far a search went that found nothing, in words: `6 steps, 120 nodes looked at; there was more to look at`. */
export const searchInWords = ({ searchedSteps, searchedNodes, gaveUp }: Paths & { found: false }): string => {
  const far = `${counted(searchedSteps, 'step')}, ${counted(searchedNodes, 'node')} looked at`;
  return gaveUp ? `${far}; the search ended before all was gone through` : far;
};

/**
 * An answer to a question for paths as Markdown: each path a chain of quoted, dated sentences, each with its publisher, title and
 * address; or how far the search went.
 */
export const pathMarkdown = (answer: Paths): string => {
  const { from, to } = answer;
  const heading = `# ${plainMarkdown(from.name)} – ${plainMarkdown(to.name)}`;
  if (!answer.found) return `${heading}\n\nNot connected (${searchInWords(answer)}).\n`;
  const paths = answer.paths.filter(({ steps }) => steps.length > 0);
  if (paths.length === 0) return `${heading}\n\nBoth are the same.\n`;
  return `${[heading, '', ...paths.flatMap((path, at) => pathLines(path, at + 1))].join('\n').trimEnd()}\n`;
};
