import type { QueryCombination } from 'minisearch';
import { type Correction, meaningsOf, type QueryWord, queryWords } from './query.ts';
import { stopWords } from './stop-words.ts';
import { TermIndex } from './term-index.ts';
import { termsOf } from './words.ts';

/** An article as the index takes it in. */
export interface ArticleDocument {
  seq: number;
  title: string;
  body: string;
  /** Names of the entities that it mentions, apart by line breaks. */
  names: string;
}

export interface ArticleMatch {
  seq: number;
  score: number;
  /** The indexed words that matched: what to mark. */
  terms: string[];
}

export interface ArticleMatches {
  matches: ArticleMatch[];
  matched: 'all' | 'any';
  corrected: Correction[];
}

export type ArticleIndex = TermIndex<ArticleDocument>;

/** A word in a title outweighs the same word anywhere else, however often it stands there (BM25 saturates at 2.7 × idf). */
const boost = { title: 6, names: 2, body: 1 };
const everywhere = ['title', 'names', 'body'];
const headings = ['title', 'names'];
const titles = ['title'];

/** An empty index of articles: titles, names and bodies, nothing stored. */
export const createArticleIndex = (): ArticleIndex =>
  new TermIndex<ArticleDocument>('articles', {
    idField: 'seq',
    fields: everywhere,
    tokenize: (text, field) => (field === 'body' ? termsOf(text).filter((term) => !stopWords.has(term)) : termsOf(text)),
    processTerm: (term) => term,
    searchOptions: { boost },
  });

/**
 * The articles that match a query, best first. All words must be in an article; where none has them all, some suffice
 * (`matched: 'any'`). Words of one or two letters alone are looked for in titles and names only.
 */
export const matchArticles = (index: ArticleIndex, query: string): ArticleMatches => {
  const words = queryWords(query);
  const telling = words.filter(({ plain }) => !plain);
  const required = telling.length > 0 ? telling : words;
  const none: ArticleMatches = { matches: [], matched: 'all', corrected: [] };
  if (required.length === 0) return none;

  const little = required.every(({ short, plain }) => short || plain);
  // Nearly every article has some name that begins with a given letter: going through them takes 40 ms and tells nothing.
  const begun = required.every(({ word }) => word.length === 1) ? titles : headings;
  const fieldsFor = ({ short }: QueryWord) =>
    little ? { exact: headings, prefix: begun } : { exact: everywhere, prefix: short ? headings : everywhere };
  const meanings = meaningsOf(index, required, fieldsFor);
  const queries = meanings.flatMap(({ query }) => (query ? [query] : []));
  const corrected = meanings.flatMap(({ correction }) => (correction ? [correction] : []));
  const run = (combineWith: 'AND' | 'OR'): ArticleMatch[] =>
    index.search({ combineWith, queries } satisfies QueryCombination).map(({ id, score, terms }) => ({ seq: Number(id), score, terms }));

  const all = queries.length === required.length ? run('AND') : [];
  if (all.length > 0) return { matches: newestOfEqual(all), matched: 'all', corrected };
  const some = queries.length > 0 ? run('OR') : [];
  return some.length > 0 ? { matches: newestOfEqual(some), matched: required.length > 1 ? 'any' : 'all', corrected } : none;
};

const newestOfEqual = (matches: ArticleMatch[]): ArticleMatch[] => matches.sort((a, b) => b.score - a.score || b.seq - a.seq);
