import type { Item } from './items.ts';
import { bit } from './words.ts';

const prepositions = new Set(
  'of in by for from with to at on about against between into than via under over among including through without within across toward towards near like despite per'.split(
    ' ',
  ),
);

/** Bodies that act for a place: "Italy's data protection authority blocked …" is Italy's doing. */
const authorities = new Set(
  'government governments authority authorities regulators regulator court courts administration lawmakers officials watchdog watchdogs agency commission ministry parliament senate police president'.split(
    ' ',
  ),
);
/** Whether an item is a word for a body that acts for a place (`government`, `regulator`), not a name. */
export const isAuthority = (item: Item | undefined): boolean => item?.kind !== 'name' && authorities.has(item?.lower ?? '');

/** Whether the name at `i` can be a subject: it does not hang on a preposition and owns nothing but an authority. */
export const canBeSubject = (items: readonly Item[], i: number): boolean => {
  const after = items[i + 1]?.lower;
  if (after === '-') return false;
  if (after === "'s" && !items.slice(i + 2, i + 6).some(isAuthority)) return false;
  for (let k = i - 1; k >= 0; k -= 1) {
    const item = items[k] as Item;
    if (prepositions.has(item.lower)) return false;
    const premodifier =
      item.kind === 'role' || ((item.tag === 'DET' || item.tag === 'ADJ' || item.tag === 'NOUN') && !(item.bits & bit.calendar));
    if (!premodifier) return true;
  }
  return true;
};

/** The name that a sentence is about: the first that can be a subject. */
export const subjectOf = (items: readonly Item[]): number | undefined => {
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as Item;
    if (item.kind === 'name' && item.lower !== 'its' && canBeSubject(items, i)) return i;
    if (item.tag === 'VERB' && i > 12) return undefined;
  }
  return undefined;
};
