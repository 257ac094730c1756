import type { QueryCombination } from 'minisearch';
import { stopWords } from './stop-words.ts';
import type { TermIndex } from './term-index.ts';
import { wordsOf } from './words.ts';

/** A word of a query. */
export interface QueryWord {
  word: string;
  /** One or two letters: too little to look through whole texts for. */
  short: boolean;
  /** A word such as `of`: not insisted on. */
  plain: boolean;
  /** The last word, which may be half typed: it also stands for every word that begins like it. */
  typing: boolean;
}

/** Beyond this many words a query is a pasted text; the rest adds time and no precision. */
const mostWords = 24;

/** The words of a query in order, each once. */
export const queryWords = (query: string): QueryWord[] => {
  const words = [...new Set(wordsOf(query.slice(0, 1000)).map(({ word }) => word))].slice(0, mostWords);
  return words.map((word, at) => ({
    word,
    short: [...word].length <= 2 && /^[a-z0-9]*$/.test(word),
    plain: stopWords.has(word),
    typing: at === words.length - 1,
  }));
};

/** A word that was taken for another one. */
export interface Correction {
  from: string;
  to: string;
}

export interface Meaning {
  /** The ways in which the index may hold this word, as a MiniSearch query; null when it has none. */
  query: QueryCombination | null;
  correction: Correction | null;
}

interface Leaf {
  term: string;
  prefix: boolean;
  weight: number;
  fields: string[];
}

/** Exact words count in full, the beginnings of longer ones less, what is only alike least. */
const weights = { prefix: 0.5, near: 0.4, nearRare: 0.15 };
/** Below this many documents a word may itself be a slip: words near it are let in behind it. */
const rareBelow = 3;

const asQuery = (leaf: Leaf): QueryCombination => ({
  queries: [leaf.term],
  tokenize: (text) => [text],
  fields: leaf.fields,
  prefix: leaf.prefix,
  fuzzy: false,
  boostTerm: () => leaf.weight,
  weights: { prefix: weights.prefix, fuzzy: 0 },
});

/**
 * What each word of a query may stand for in this index: itself, for the last one its continuations, itself joined with
 * its neighbour (`high flyer` for `highflyer`), and where nothing of that is there, the words a slip away.
 */
export const meaningsOf = <Document>(
  index: TermIndex<Document>,
  words: readonly QueryWord[],
  fieldsFor: (word: QueryWord) => { exact: string[]; prefix: string[] },
): Meaning[] => {
  const has = (term: string, prefix: boolean) => index.documentsWith(term) > 0 || (prefix && index.hasPrefix(term));
  return words.map((queryWord, at) => {
    const { word, typing } = queryWord;
    const { exact, prefix } = fieldsFor(queryWord);
    const leaves: Leaf[] = [];
    const found = has(word, typing);
    if (found && typing && exact.join() !== prefix.join()) leaves.push({ term: word, prefix: false, weight: 1, fields: exact });
    if (found) leaves.push({ term: word, prefix: typing, weight: 1, fields: typing ? prefix : exact });
    const before = words[at - 1];
    const after = words[at + 1];
    const joins = [
      ...(before ? [{ term: before.word + word, prefix: typing }] : []),
      ...(after ? [{ term: word + after.word, prefix: after.typing }] : []),
    ].filter(({ term, prefix }) => has(term, prefix));
    leaves.push(...joins.map((join) => ({ ...join, weight: 1, fields: exact })));

    let correction: Correction | null = null;
    if (!found && joins.length === 0) {
      const near = index.near(word, 3);
      leaves.push(...near.map(({ term, slips }) => ({ term, prefix: false, weight: weights.near / slips, fields: exact })));
      if (near[0]) correction = { from: word, to: near[0].term };
    } else if (found && index.documentsWith(word) < rareBelow && !(typing && index.hasPrefix(word))) {
      leaves.push(...index.near(word, 2).map(({ term }) => ({ term, prefix: false, weight: weights.nearRare, fields: exact })));
    }
    return { query: leaves.length > 0 ? { combineWith: 'OR', queries: leaves.map(asQuery) } : null, correction };
  });
};
