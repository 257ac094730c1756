import { createHash } from 'node:crypto';
import type { ArticleId, ParsedArticle } from '../../../shared/model.ts';

const quotes = /["'`´‘’‚‛“”„‟«»‹›′″‵‶＂＇]+/g;
const dashes = /[-‐‑‒–—―−﹘﹣－]+/g;
const unseen = /(?:[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector})+/gu;

/**
 * What remains of a text when quotes, dashes, white space, invisible characters and Unicode forms are set aside. White
 * space goes altogether: a text saved with and without a space at a tag or a dash is the same text.
 */
const essence = (text: string): string =>
  // Quotes fold before NFKC as well: it would turn ´ into a space with a mark.
  text.replace(quotes, "'").replace(unseen, '').normalize('NFKC').replace(unseen, '').replace(dashes, '-').replace(quotes, "'");

/** The id of an article, from its title and text alone: the same for copies that differ in quotes, dashes or spaces. */
export const articleId = (article: Pick<ParsedArticle, 'text'>): ArticleId =>
  `a_${createHash('sha256').update(essence(article.text)).digest('hex').slice(0, 24)}` as ArticleId;

/** A headline for comparing: case, quotes, punctuation and spaces folded. Empty where it has no letters or digits. */
export const headlineKey = (title: string): string =>
  title
    .replace(/['’‘`´′]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
