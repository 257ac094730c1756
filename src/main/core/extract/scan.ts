import { beginsKnownName, type KnownName, knownName, longestKnownName } from './gazetteer.ts';
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

/** The longest name of our lists that starts at token `i` and ends before `limit`. */
export const knownAt = (reading: Reading, i: number, limit: number): { name: KnownName; last: number } | undefined => {
  let squashed = '';
  let best: { name: KnownName; last: number } | undefined;
  const end = Math.min(limit, i + longestKnownName);
  for (let last = i; last < end; last += 1) {
    const word = reading.words[last];
    const part = factsAt(reading, last).squashed;
    if (part === '') {
      // Inside a name stand hyphens, periods and apostrophes only.
      if (last === i || !(isHyphen(word) || word === '.' || word === "'" || word === '’' || word === '!')) break;
      continue;
    }
    squashed = last === i ? part : squashed + part;
    if (!beginsKnownName(squashed)) break;
    const name = knownName(squashed);
    if (name && spelledAlike(reading, i, last, name)) best = { name, last: last + 1 };
  }
  return best;
};

const spelledAlike = (reading: Reading, first: number, last: number, name: KnownName): boolean => {
  if (name.type === 'product' && /^\p{Ll}+$/u.test(name.name)) return true;
  const bits = bitsAt(reading, first);
  if ((bits & bit.cap) === 0 && !/^\p{Ll}|^\d/u.test(name.name)) return false;
  const word = reading.words[first] ?? '';
  if (name.upper && first === last) return word === word.toUpperCase();
  return (bitsAt(reading, last) & (bit.cap | bit.number)) !== 0 || isPossessive(reading.words[last]) || last === first;
};

/** Words that close a name: University, Motors, River, Inc. */
export const nameHeads = bit.organizationHead | bit.companyHead | bit.placeHead | bit.suffix;
/** Whether a unit ends in a word such as University, Motors, River within the next capitalised words from `i`. */
export const headAhead = (reading: Reading, i: number, limit: number, heads: number): number => {
  let last = -1;
  for (let k = i; k < Math.min(limit, i + 6); k += 1) {
    const bits = bitsAt(reading, k);
    const word = reading.words[k];
    if (bits & bit.cap && (bits & bit.calendar) === 0) {
      if (bits & heads) last = k + 1;
      continue;
    }
    if (word === '&' || word === 'and' || word === 'of' || (isHyphen(word) && touches(reading, k))) continue;
    break;
  }
  return last;
};

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
