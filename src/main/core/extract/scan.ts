import type { Reading } from './reading.ts';
import { bit, type WordFacts } from './words.ts';

const noFacts: WordFacts = { lower: '', squashed: '', bits: 0 };
/** Facts of token `i`; of none outside the text. */
export const factsAt = (reading: Reading, i: number): WordFacts => reading.facts[i] ?? noFacts;
/** What is known of the word of token `i`, as bits (`bit` in words.ts); 0 outside the text. */
export const bitsAt = (reading: Reading, i: number): number => reading.facts[i]?.bits ?? 0;
/** Whether token `i` follows the one before without a space. */
export const touches = (reading: Reading, i: number): boolean => i > 0 && reading.starts[i] === reading.ends[i - 1];

/** Whether a token is a hyphen or a dash that joins words. */
export const isHyphen = (word: string | undefined): boolean => word === '-' || word === '–' || word === '‐';
/** Whether a token is the ending `’s`. */
export const isPossessive = (word: string | undefined): boolean => word === "'s" || word === '’s' || word === "'S" || word === '’S';

/** What a title sequence at `i` ends before: "Deputy Prime Minister", "Secretary of State"; `i` if there is none. */
export const titleEnd = (reading: Reading, i: number, limit: number): number => {
  let end = i;
  let k = i;
  // Nine words are more than any title has; without a bound a text of modifiers alone would take quadratic time.
  while (k < Math.min(limit, i + 9)) {
    const bits = bitsAt(reading, k);
    const word = reading.words[k];
    if (bits & bit.title) end = k + 1;
    else if (!(bits & bit.titleModifier) && !(end > i && (word === '-' || word === '&'))) break;
    k += 1;
  }
  if (end > i && reading.words[end] === 'of' && /^(?:State|Defen[cs]e|Commerce|Staff|Operations)$/.test(reading.words[end + 1] ?? ''))
    return end + 2;
  return end;
};
