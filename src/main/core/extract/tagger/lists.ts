import { knownAt } from '../known.ts';
import type { Reading, Sentence } from '../reading.ts';

/** Where names of our lists stand in a sentence: for each token a number that tells types, beginning or inside, one word or more; 0 for none. */
export interface ListMatches {
  at(token: number): number;
}

/** The longest names of our lists in a sentence, from left to right. */
export const listMatchesIn = (reading: Reading, sentence: Sentence): ListMatches => {
  const values = new Uint16Array(sentence.last - sentence.first);
  for (let i = sentence.first; i < sentence.last; ) {
    const found = knownAt(reading, i, sentence.last);
    if (!found) {
      i += 1;
      continue;
    }
    const several = found.last - i > 1 ? 64 : 0;
    for (let k = i; k < found.last; k += 1) values[k - sentence.first] = found.types | several | (k === i ? 128 : 256);
    i = found.last;
  }
  return { at: (token) => values[token - sentence.first] ?? 0 };
};
