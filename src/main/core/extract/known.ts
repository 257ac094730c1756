import { spelledBit } from './known-lists.ts';
import { longestFrom, spellingOf } from './known-table.ts';
import type { Reading } from './reading.ts';
import { bitsAt, factsAt, isHyphen, isPossessive } from './scan.ts';
import { hashOf } from './tagger/hash.ts';
import { bit } from './words.ts';

export { typeBit } from './known-lists.ts';
export { type KnownEntity, knownAs } from './known-table.ts';

/** A name of our lists that stands at tokens up to but not including `last`. */
interface KnownMatch {
  last: number;
  /** Bits of `typeBit`. */
  types: number;
}

/** The most tokens that a name of our lists takes up. */
const longestKnownName = 9;

const allTypes = spelledBit.upper - 1;

const spelledAlike = (reading: Reading, first: number, last: number, spelling: number): boolean => {
  const bits = bitsAt(reading, first);
  if ((bits & bit.cap) === 0 && (spelling & spelledBit.small) === 0) return false;
  const word = reading.words[first] ?? '';
  if (spelling & spelledBit.upper && first === last) return word === word.toUpperCase();
  return first === last || (bitsAt(reading, last) & (bit.cap | bit.number)) !== 0 || isPossessive(reading.words[last]);
};

/** The longest name of our lists that starts at token `i` and ends before `limit`. */
export const knownAt = (reading: Reading, i: number, limit: number): KnownMatch | undefined => {
  const start = factsAt(reading, i).squashed;
  if (start === '') return undefined;
  const most = longestFrom(hashOf(start));
  if (most === 0) return undefined;
  let hash = hashOf('');
  let length = 0;
  let best: KnownMatch | undefined;
  const end = Math.min(limit, i + longestKnownName);
  for (let last = i; last < end; last += 1) {
    const word = reading.words[last];
    const part = factsAt(reading, last).squashed;
    if (part === '') {
      // Inside a name stand hyphens, periods and apostrophes only.
      if (last === i || !(isHyphen(word) || word === '.' || word === "'" || word === '’' || word === '!')) break;
      continue;
    }
    hash = hashOf(part, hash);
    length += part.length;
    // "&" counts as three letters here and as one there
    if (length > most + 2) break;
    const spelling = spellingOf(hash);
    if (spelling !== 0 && spelledAlike(reading, i, last, spelling)) best = { last: last + 1, types: spelling & allTypes };
  }
  return best;
};
