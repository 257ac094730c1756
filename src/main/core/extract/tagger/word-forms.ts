import type { WordFacts } from '../words.ts';
import { clusterOf } from './clusters.ts';
import { hashOf } from './hash.ts';

/** A word as the tagger sees it: hashes of its forms, its groups of meaning, what our lists say of it. */
export interface WordForm {
  exact: number;
  lower: number;
  shape: number;
  /** The shape with repeats folded: `Xx`, `X`, `x-X`. */
  kind: number;
  prefixes: readonly number[];
  suffixes: readonly number[];
  /** Group of words of like meaning, and the group of groups; 0 where the word is unknown. */
  fine: number;
  coarse: number;
  bits: number;
  /** Number of this form: the caches of sums are filed under it. */
  id: number;
}

const shapeOf = (word: string): string =>
  word
    .slice(0, 16)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{L}/gu, 'l')
    .replace(/\d/g, '0');

/** All that the features need of a word. */
export const wordFormOf = (word: string, facts: WordFacts, id: number): WordForm => {
  const lower = facts.lower.replace(/\d/g, '0');
  const shape = shapeOf(word);
  const { fine, coarse } = clusterOf(facts.lower);
  const cut = (length: number): boolean => lower.length >= length;
  return {
    exact: hashOf(word.replace(/\d/g, '0')),
    lower: hashOf(lower),
    shape: hashOf(shape),
    kind: hashOf(shape.replace(/(.)\1+/gu, '$1')),
    prefixes: [2, 3, 4].filter(cut).map((length) => hashOf(`<${lower.slice(0, length)}`)),
    suffixes: [1, 2, 3, 4].filter(cut).map((length) => hashOf(`${lower.slice(-length)}>`)),
    fine,
    coarse,
    bits: facts.bits,
    id,
  };
};

/** What stands before the first word of a sentence and after the last. */
export const noWord = wordFormOf('', { lower: '', squashed: '', bits: 0 }, -1);
