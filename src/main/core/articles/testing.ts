import type { BlockKind, ParsedArticle } from '../../../shared/model.ts';
import { type ReadResult, readArticles } from './read.ts';

/** Help for this room's tests. */

/** What is wrong with an article's form, one sentence each; empty for a sound one. */
export const faultsOf = (article: ParsedArticle): string[] => {
  const { text, blocks, links } = article;
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const slices = blocks.map((block) => text.slice(block.start, block.end));
  check(slices.join('\n\n') === text, 'the text is not its blocks joined');
  check(blocks[0]?.kind === 'title' && slices[0] === article.title, 'the first block is not the title');
  check(
    blocks.slice(1).every((block) => block.kind !== 'title'),
    'a second title',
  );
  check(
    slices.every((slice) => slice.trim() === slice && slice !== ''),
    'a block is empty or not trimmed',
  );
  check(
    slices.every((slice) => !slice.includes('\n\n')),
    'an empty line inside a block',
  );
  check(
    blocks.every((block) => 0 <= block.start && block.end <= text.length),
    'a block out of range',
  );
  check(
    blocks.every((block) => (block.level !== undefined) === (block.kind === 'heading')),
    'a level without a heading',
  );
  check(text === text.normalize('NFC'), 'not NFC');
  check(!/(?![\n\t])\p{Cc}|[\u2028\u2029\u200b\ufeff\u00ad]|\p{Surrogate}/u.test(text), 'a control or invisible character');
  const inside = links.every((link) => blocks.some((block) => block.start <= link.start && link.start < link.end && link.end <= block.end));
  check(inside, 'a link outside a block');
  check(
    links.every((link, index) => index === 0 || (links[index - 1]?.end ?? 0) <= link.start),
    'links that overlap or are out of order',
  );
  check(
    links.every((link) => /^https?:\/\//.test(link.href)),
    'a link that is not http',
  );
  check(article.address === null || /^https?:\/\//.test(article.address), 'an address that is not http');
  check(article.published === null || /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(article.published), 'a date not in ISO form');
  check(article.language === null || /^[a-z]{2,3}$/.test(article.language), 'a language that is no tag');
  return faults;
};

/** Reads text as if it were a file of this name. */
export const readString = (text: string, name: string): ReadResult => readArticles(new TextEncoder().encode(text), name);

/** The only article in a text. Throws where there is none, or more than one. */
export const onlyArticle = (text: string, name: string): ParsedArticle => {
  const { articles, problems } = readString(text, name);
  const [article] = articles;
  if (!article || articles.length !== 1) throw new Error(`${articles.length} articles; ${problems.map((one) => one.reason).join(' ')}`);
  const faults = faultsOf(article);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return article;
};

/** The blocks of an article as `kind: text`, the title left out. */
export const blockTexts = (article: ParsedArticle): string[] =>
  article.blocks.slice(1).map((block) => `${block.kind}: ${article.text.slice(block.start, block.end)}`);

/** The texts of the blocks of one kind. */
export const textsOf = (article: ParsedArticle, kind: BlockKind): string[] =>
  article.blocks.filter((block) => block.kind === kind).map((block) => article.text.slice(block.start, block.end));

/** The links of an article as `words → address`. */
export const linkTexts = (article: ParsedArticle): string[] =>
  article.links.map((link) => `${article.text.slice(link.start, link.end)} → ${link.href}`);
