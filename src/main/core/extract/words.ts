import firstNames from '../../../../resources/gazetteer/first-names.json' with { type: 'json' };
import lists from '../../../../resources/gazetteer/words.json' with { type: 'json' };

/** What is known of a word by its spelling and our lists: bits, so that a token costs one number. */
export const bit = {
  /** Starts like a name: upper case, camel case (iPhone), or letters with digits (3M). */
  cap: 1 << 0,
  /** Two or more letters, all upper case. */
  upper: 1 << 1,
  /** An upper-case letter after a lower-case one: OpenAI, eBay. */
  camel: 1 << 2,
  /** One upper-case letter, or letters with periods: J., J.K. */
  initial: 1 << 3,
  number: 1 << 4,
  /** Letters and digits: R1, GPT-4o, A380. */
  code: 1 << 5,
  word: 1 << 6,
  title: 1 << 7,
  titleModifier: 1 << 8,
  role: 1 << 9,
  demonym: 1 << 10,
  calendar: 1 << 11,
  generic: 1 << 12,
  event: 1 << 13,
  organizationHead: 1 << 14,
  companyHead: 1 << 15,
  suffix: 1 << 16,
  placeHead: 1 << 17,
  placeStart: 1 << 18,
  particle: 1 << 19,
  function: 1 << 20,
  starter: 1 << 21,
  firstName: 1 << 22,
  companyNoun: 1 << 23,
  organizationNoun: 1 << 24,
  productNoun: 1 << 25,
  placeNoun: 1 << 26,
  /** In the general vocabulary, so that a capital at the start of a sentence says nothing. */
  common: 1 << 27,
  /** Opens the name of an event: "Hurricane", "Operation". */
  eventStart: 1 << 28,
} as const;

/** A word as met in the text, with what is known of it. */
export interface WordFacts {
  lower: string;
  /** Letters and digits only, lower case: names are compared in this form. */
  squashed: string;
  bits: number;
}

const setOf = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));
const lowerSetOf = (line: string): ReadonlySet<string> => setOf(line.toLowerCase());

/** Lists whose words count as written, since their lower-case twins are ordinary words ("may", "us", "polish"). */
const exactLists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [bit.title, setOf(lists.titles)],
  [bit.titleModifier, setOf(lists.titleModifiers)],
  [bit.demonym, setOf(lists.demonyms)],
  [bit.calendar, setOf(lists.calendar)],
  [bit.generic, setOf(lists.generic)],
  [bit.event, setOf(lists.events)],
  [bit.eventStart, setOf(lists.eventStarts)],
  [bit.organizationHead, setOf(lists.organizationHeads)],
  [bit.companyHead, setOf(lists.companyHeads)],
  [bit.suffix, setOf(lists.companySuffixes)],
  [bit.placeHead, setOf(lists.placeHeads)],
  [bit.placeStart, setOf(lists.placeStarts)],
  [bit.firstName, setOf(...firstNames)],
];
const lowerLists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [bit.role, lowerSetOf(lists.roles)],
  [bit.particle, lowerSetOf(lists.nameParticles)],
  [bit.function, lowerSetOf(lists.function)],
  [bit.starter, lowerSetOf(lists.starters)],
  [bit.companyNoun, lowerSetOf(lists.companyNouns)],
  [bit.organizationNoun, lowerSetOf(lists.organizationNouns)],
  [bit.productNoun, lowerSetOf(lists.productNouns)],
  [bit.placeNoun, lowerSetOf(lists.placeNouns)],
];

const letters = /\p{L}/u;
const upperStart = /^\p{Lu}/u;
const camelCase = /^\p{L}*\p{Ll}\p{Lu}/u;
const upperOnly = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const initialForm = /^\p{Lu}(?:\.(?:\p{Lu}\.?)*)?$/u;
const numberForm = /^[\d.,:%]*\d[\d.,:%]*(?:st|nd|rd|th|s|m|bn|k|p|am|pm|km|kg|in|ft)?$/i;
const codeForm = /^(?=.*\d)(?=.*\p{Lu})[\p{L}\d.+-]+$/u;

const shapeOf = (word: string): number => {
  let bits = 0;
  if (numberForm.test(word)) return bit.number;
  if (!letters.test(word)) return 0;
  bits |= bit.word;
  if (camelCase.test(word)) bits |= bit.camel | bit.cap;
  if (upperStart.test(word)) bits |= bit.cap;
  if (codeForm.test(word)) bits |= bit.code | bit.cap;
  if (upperOnly.test(word)) bits |= bit.upper;
  if (initialForm.test(word)) bits |= bit.initial;
  return bits;
};

/** Printable ASCII alone: most names, which need no slow rules. */
const plainLetters = /^[ -~]*$/;

/** Letters and digits of a name in lower case, without accents, `&` as "and": "Coca-Cola" and "Coca Cola" are alike. */
export const squash = (name: string): string =>
  plainLetters.test(name)
    ? name
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^a-z\d]+/g, '')
    : name
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^\p{L}\p{N}]/gu, '');

/** Looks a word up in all lists; `common` says whether the general vocabulary has it in lower case. */
export const factsOf = (word: string, common: boolean): WordFacts => {
  const lower = word.toLowerCase();
  let bits = shapeOf(word);
  if (common) bits |= bit.common;
  for (const [flag, list] of exactLists) if (list.has(word)) bits |= flag;
  for (const [flag, list] of lowerLists) if (list.has(lower)) bits |= flag;
  return { lower, squashed: squash(word), bits };
};
