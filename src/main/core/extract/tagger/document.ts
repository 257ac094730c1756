import type { Reading } from '../reading.ts';
import { factsAt } from '../scan.ts';
import { bit } from '../words.ts';

/** What the other places of a word in the same text say of it (after Chieu and Ng, 2003: global features). */
export const seen = {
  /** Capitalised inside a sentence that is no headline. */
  capital: 1 << 0,
  lowerCase: 1 << 1,
  afterTitle: 1 << 2,
  afterFirstName: 1 << 3,
  beforeSuffix: 1 << 4,
  beforeOrganizationHead: 1 << 5,
  beforeSaid: 1 << 6,
  afterIn: 1 << 7,
  inBrackets: 1 << 8,
  possessive: 1 << 9,
  first: 1 << 10,
} as const;
const flagCount = 11;

export interface DocumentFacts {
  /** What each token's own place shows. */
  own: Uint16Array;
  /** For each word how often each flag was seen in the text. */
  counts: ReadonlyMap<string, Uint16Array>;
  reading: Reading;
}

const saying = new Set(['said', 'says', 'told', 'added', 'argued', 'wrote', 'noted']);

const ownFlags = (reading: Reading, i: number, first: boolean, plain: boolean): number => {
  const { bits } = factsAt(reading, i);
  if ((bits & bit.cap) === 0) return seen.lowerCase;
  let flags = 0;
  const before = factsAt(reading, i - 1);
  const after = factsAt(reading, i + 1);
  if (plain && !first) flags |= seen.capital;
  if (!first) {
    if (before.bits & bit.title) flags |= seen.afterTitle;
    if (before.bits & (bit.firstName | bit.initial) && before.bits & bit.cap) flags |= seen.afterFirstName;
    if (before.lower === 'in') flags |= seen.afterIn;
    if (reading.words[i - 1] === '(' && reading.words[i + 1] === ')') flags |= seen.inBrackets;
  }
  if (after.bits & bit.cap) {
    if (after.bits & (bit.suffix | bit.companyHead)) flags |= seen.beforeSuffix;
    if (after.bits & bit.organizationHead) flags |= seen.beforeOrganizationHead;
    if (bits & bit.firstName) flags |= seen.first;
  }
  if (saying.has(after.lower)) flags |= seen.beforeSaid;
  if (reading.words[i + 1] === "'s" || reading.words[i + 1] === '’s') flags |= seen.possessive;
  return flags;
};

/** Looks through a whole text once. */
export const documentFactsOf = (reading: Reading): DocumentFacts => {
  const own = new Uint16Array(reading.words.length);
  const counts = new Map<string, Uint16Array>();
  for (const { first, last, style } of reading.sentences) {
    for (let i = first; i < last; i += 1) {
      const { bits, squashed } = factsAt(reading, i);
      if ((bits & bit.word) === 0 || squashed.length < 2) continue;
      const flags = ownFlags(reading, i, i === first, style === 'plain');
      own[i] = flags;
      let sums = counts.get(squashed);
      if (!sums) {
        sums = new Uint16Array(flagCount);
        counts.set(squashed, sums);
      }
      for (let flag = 0; flag < flagCount; flag += 1) if (flags & (1 << flag)) sums[flag] = (sums[flag] as number) + 1;
    }
  }
  return { own, counts, reading };
};

/** What is known of token `i` from the other places of its word. */
export const documentFlags = ({ own, counts, reading }: DocumentFacts, i: number): number => {
  const { bits, squashed } = factsAt(reading, i);
  if ((bits & bit.cap) === 0) return 0;
  const sums = counts.get(squashed);
  if (!sums) return 0;
  const mine = own[i] as number;
  let flags = 0;
  for (let flag = 0; flag < flagCount; flag += 1) if ((sums[flag] as number) - ((mine >> flag) & 1) > 0) flags |= 1 << flag;
  return flags;
};
