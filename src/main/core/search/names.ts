import type { EntityId } from '../../../shared/model.ts';
import { type Correction, meaningsOf, queryWords } from './query.ts';
import { TermIndex } from './term-index.ts';
import { termsOf, wordsOf } from './words.ts';

/** One name of an entity as the index takes it in: each alias is a document of its own. */
export interface NameDocument {
  row: number;
  entity: EntityId;
  name: string;
}

export interface NameMatch {
  entity: EntityId;
  /** The alias that matched. */
  name: string;
  /** Quality of the match, best 0: see `ranks`. */
  rank: number;
  score: number;
}

export interface NameMatches {
  /** The best alias of each entity, by rank, then by MiniSearch's score. */
  matches: NameMatch[];
  corrected: Correction[];
}

export type NameIndex = TermIndex<NameDocument>;

const ranks = { same: 0, begins: 1, words: 2, inQuery: 3, corrected: 4 } as const;

/** The words of a name written as one, so that `Open AI`, `OpenAI` and `open-ai` are the same. */
const joinedName = (name: string): string =>
  wordsOf(name)
    .map(({ word }) => word)
    .join('');

/** An empty index of names. Stored with each: its entity and the name itself. */
export const createNameIndex = (): NameIndex =>
  new TermIndex<NameDocument>('names', {
    idField: 'row',
    fields: ['words', 'joined'],
    storeFields: ['entity', 'name'],
    extractField: (document, field) => (field === 'words' || field === 'joined' ? document.name : document[field as keyof NameDocument]),
    tokenize: (text, field) => (field === 'joined' ? [joinedName(text)] : termsOf(text)),
    processTerm: (term) => term,
  });

interface Hit {
  entity: EntityId;
  name: string;
  score: number;
}

/**
 * The entities whose names match a query. Every word must be in one name of the entity, the last one as a beginning; where
 * no name has them all, names that stand whole inside the query (`openai lawsuit` → OpenAI).
 */
export const matchNames = (index: NameIndex, query: string): NameMatches => {
  const words = queryWords(query);
  if (words.length === 0) return { matches: [], corrected: [] };
  const fields = ['words', 'joined'];
  // What begins a name joined begins its first word too. Of the thousands with some word that begins with a given letter,
  // one letter shows those that begin with it themselves.
  const begun = (word: string) => (word.length === 1 ? ['joined'] : ['words']);
  const meanings = meaningsOf(index, words, ({ word, short }) => ({ exact: fields, prefix: short ? begun(word) : fields }));
  const queries = meanings.flatMap(({ query }) => (query ? [query] : []));
  const run = (combineWith: 'AND' | 'OR'): Hit[] =>
    queries.length === 0
      ? []
      : index
          .search({ combineWith, queries })
          .map((result) => ({ entity: result.entity as EntityId, name: String(result.name), score: result.score }));

  const whole = queries.length === words.length ? run('AND') : [];
  const corrected = meanings.flatMap(({ correction }) => (correction ? [correction] : []));
  const typed = words.map(({ word }) => word).join('');
  if (whole.length > 0) {
    const replaced = new Map(corrected.map(({ from, to }) => [from, to]));
    const meant = words.map(({ word }) => replaced.get(word) ?? word).join('');
    const rankOf = (name: string): number => {
      const joined = joinedName(name);
      const rank = joined === meant ? ranks.same : joined.startsWith(meant) ? ranks.begins : ranks.words;
      return corrected.length > 0 ? rank + ranks.corrected : rank;
    };
    return { matches: bestOfEach(whole.map((hit) => ({ ...hit, rank: rankOf(hit.name) }))), corrected };
  }
  const asked = new Set(words.map(({ word }) => word));
  const inside = run('OR').filter(({ name }) => {
    const parts = wordsOf(name).map(({ word }) => word);
    return parts.length > 0 && (parts.every((part) => asked.has(part)) || (parts.join('').length > 3 && typed.includes(parts.join(''))));
  });
  return { matches: bestOfEach(inside.map((hit) => ({ ...hit, rank: ranks.inQuery }))), corrected: [] };
};

const bestOfEach = (hits: NameMatch[]): NameMatch[] => {
  hits.sort((a, b) => a.rank - b.rank || b.score - a.score);
  const best = new Map<EntityId, NameMatch>();
  for (const hit of hits) if (!best.has(hit.entity)) best.set(hit.entity, hit);
  return [...best.values()];
};
