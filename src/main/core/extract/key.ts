import type { EntityType } from '../../../shared/model.ts';
import { knownAs } from './known-table.ts';

/** What is one for the question "who is this?": texts call the same body now a company, now an organization. */
export type EntityClass = 'org' | 'person' | 'place' | 'product';

/** Whether a type is one of those that texts mix up: company or organization. */
export const isBody = (type: EntityType | undefined): type is 'company' | 'organization' => type === 'company' || type === 'organization';

/** The class in which an entity of this type is known: `company` and `organization` share `org`. */
export const entityClass = (type: EntityType): EntityClass => (isBody(type) ? 'org' : type);

const corporateSuffixes = new Set(
  'inc incorporated corp corporation co company ltd limited plc ag gmbh sa se nv llc llp lp spa ab asa oyj bv kk pty bhd pte kgaa'.split(
    ' ',
  ),
);
const personTitles = new Set('mr mrs ms miss dr prof professor sir dame lord lady'.split(' '));

const plainLetters = /^[ -~]*$/;

const foldLetters = (name: string): string =>
  plainLetters.test(name)
    ? name.toLowerCase()
    : name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/ß/g, 'ss');

const fold = (name: string): string => foldLetters(name).replace(/['’`´]s$/u, '');

const wordsOf = (folded: string): string[] =>
  folded
    .replace(/&/g, ' and ')
    .replace(/['’`´.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const withoutSuffixes = (words: string[]): string[] => {
  let end = words.length;
  while (end > 1 && corporateSuffixes.has(words[end - 1] ?? '')) end -= 1;
  if (end > 1 && end < words.length && words[end - 1] === 'and') end -= 1;
  return words.slice(0, end);
};

const personWords = (words: string[]): string[] => {
  const untitled = words.filter((word, place) => place > 0 || words.length === 1 || !personTitles.has(word));
  const spelled = untitled.filter((word) => word.length > 1);
  // "Donald J. Trump" is Donald Trump; "J. K. Rowling" keeps its letters, for there is no other first name.
  return spelled.length > 1 && (untitled[0]?.length ?? 0) > 1 ? spelled : untitled;
};

/** The normal form of a name by its spelling alone, before the list of aliases is asked. */
const spellingKey = (name: string, kind: EntityClass): string => {
  const folded = fold(name.trim());
  const all = wordsOf(folded);
  const words = all.length > 1 && all[0] === 'the' ? all.slice(1) : all;
  const key = kind === 'person' ? personWords(words).join(' ') : kind === 'org' ? withoutSuffixes(words).join('') : words.join('');
  return key === '' ? folded : key;
};

/**
 * The key of the main name that our lists lead to from another one; undefined where the name is itself a main one, or where
 * two entities are called so.
 */
const listedKey = (name: string, key: string, kind: EntityClass): string | undefined => {
  const known = new Set([...knownAs(name), ...knownAs(key)].filter(({ type }) => entityClass(type) === kind));
  let found: string | undefined;
  for (const entity of known) {
    const main = spellingKey(entity.name, kind);
    if (main === key) return undefined;
    if (found !== undefined && found !== main) return undefined;
    found = main;
  }
  return found;
};

/**
 * The normal form under which an entity is known across articles; equal keys within one class mean one entity.
 * Case, accents, punctuation, a leading "the", a possessive 's and corporate suffixes (Inc, Ltd, AG …) are folded away,
 * and for all but persons the spaces too; well-known other names ("DeepMind", "PRC", "AWS") give the key of the main
 * one. Never empty for a name that has a visible character.
 */
export const entityKey = (name: string, type: EntityType): string => {
  const kind = entityClass(type);
  const key = spellingKey(name, kind);
  return listedKey(name, key, kind) ?? key;
};
