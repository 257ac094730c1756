import type { Span } from '../../shared/model.ts';

/** Marks that a keyboard lacks, and what is typed for them. */
const plainMarks: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\n': ' ',
  '\t': ' ',
};

/** A letter and the accents that were taken off it. Hangul comes apart too, but into letters: it is left whole. */
const accented = /^.\p{M}+$/u;

/** One UTF-16 unit without case and accent; always one unit again, so that places stay what they are. */
const foldUnit = (unit: string): string => {
  const plain = plainMarks[unit];
  if (plain !== undefined) return plain;
  const apart = unit.normalize('NFD');
  const lower = (accented.test(apart) ? apart.charAt(0) : unit).toLowerCase();
  return lower.length === 1 ? lower : unit;
};

/** The text without case, accents and typographic quotes, unit for unit: a place in it is the same place in the text. */
export const fold = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, foldUnit).replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());

/** Every place of `wanted` in text that was folded, in order, not overlapping. None where nothing is wanted. */
export const placesOf = (folded: string, wanted: string): Span[] => {
  const needle = fold(wanted).replace(/\s+/g, ' ');
  if (needle.trim() === '') return [];
  const places: Span[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    places.push({ start: at, end: at + needle.length });
  }
  return places;
};

const wordPattern = /[\p{L}\p{N}]+/gu;
/** Words that stand in every text; marked only when nothing else was searched for. */
const common = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'in', 'is', 'of', 'on', 'or', 'the', 'to', 'with']);

/** The words that a query looks for, folded: without operators, field names and what it leaves out. */
export const wordsOf = (query: string): string[] => {
  const sought = query
    .replace(/(^|[\s(])-("[^"]*"|\S+)/g, ' ')
    .replace(/\bNOT\s+("[^"]*"|\S+)/g, ' ')
    .replace(/\b(AND|OR)\b/g, ' ')
    .replace(/\b[a-z]+:(?=\S)/gi, ' ');
  const words = [...new Set(fold(sought).match(wordPattern) ?? [])];
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
};

/** Letters from which a searched word also stands for longer ones: `invest` for `investors`. */
const prefixFrom = 3;

/** Every word of folded text that one of `words` stands for, whole, in order. */
export const wordPlaces = (folded: string, words: readonly string[]): Span[] => {
  if (words.length === 0) return [];
  const exact = new Set(words);
  const starts = words.filter((word) => word.length >= prefixFrom);
  const places: Span[] = [];
  for (const match of folded.matchAll(wordPattern)) {
    const word = match[0];
    if (exact.has(word) || starts.some((start) => word.startsWith(start)))
      places.push({ start: match.index, end: match.index + word.length });
  }
  return places;
};
