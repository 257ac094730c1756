import { readFileSync } from 'node:fs';
import type { EntityType } from '../../../shared/model.ts';
import { resourcePath } from '../places.ts';
import { HashTable } from './hash-table.ts';
import { hashOf } from './tagger/hash.ts';
import { squash } from './words.ts';

/** Bits of the types that a name of our lists may have. */
export const typeBit: Readonly<Record<EntityType, number>> = { company: 1, organization: 2, person: 4, place: 8, product: 16 };

/** Beside the types of a spelling: written in capitals only, so that "who" and "us" are not taken for it; starts with a small letter or a digit ("iPhone", "3M"). */
export const spelledBit = { upper: 32, small: 64 } as const;

const tables: readonly (readonly [string, EntityType])[] = [
  ['companies', 'company'],
  ['organizations', 'organization'],
  ['people', 'person'],
  ['places', 'place'],
  ['products', 'product'],
];

/** Our lists, opened: every spelling by its hash (`squashedHash`), as a place in columns. */
export interface Lists {
  spellings: HashTable;
  /** Bits of `typeBit` and `spelledBit`. */
  bits: number[];
  /** The first row that has the spelling, and of the few that more have, the others. */
  rows: number[];
  moreRows: Map<number, number[]>;
  /** For the hash of the first word of each name the length of the longest name that begins so. */
  longest: HashTable;
  types: EntityType[];
  lineAt: (row: number) => string;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Letters beyond ASCII go the slow way. */
const isForeign = (code: number): boolean => code > 126;
const ampersand = 38;

/** Goes on from a hash with the letters and digits of `text` from `from` to `to`. */
const hashOn = (text: string, from: number, to: number): number => {
  let hash = hashOf('');
  let letters = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (isForeign(code)) {
      const squashed = squash(text.slice(from, to));
      return squashed === '' ? 0 : hashOf(squashed);
    }
    if (code === ampersand) hash = hashOf('and', hash);
    else if (isCapital(code) || isSmall(code) || isDigit(code)) hash = Math.imul(hash ^ (isCapital(code) ? code + 32 : code), 0x01000193);
    else continue;
    letters += 1;
  }
  return letters === 0 ? 0 : hash;
};

/**
 * The hash of a name's letters and digits in lower case, accents left out, `&` as "and"; 0 where it has none. Names are
 * found by it, so that opening the lists makes no texts: it is `hashOf` of `squash`.
 */
export const squashedHash = (name: string): number => hashOn(name, 0, name.length);

const isUpper = (text: string, from: number, to: number): boolean => {
  if (to - from > 5) return false;
  const name = text.slice(from, to);
  return name === name.toUpperCase();
};

/** Where the first word of "Coca-Cola" or "Coca Cola" ends: at what is neither letter nor digit. */
const wordEnd = (text: string, from: number, to: number): number => {
  let at = from;
  for (; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (!(isForeign(code) || isSmall(code) || isCapital(code) || isDigit(code))) break;
  }
  return at;
};

const addStart = ({ longest }: Lists, hash: number, length: number): void => {
  if (longest.get(hash) < length) longest.set(hash, length);
};

const addSpelling = (lists: Lists, text: string, start: number, to: number, row: number, type: number): void => {
  const from = text.startsWith('The ', start) ? start + 4 : start;
  const hash = hashOn(text, from, to);
  if (hash === 0) return;
  const { spellings, bits, rows, moreRows } = lists;
  const at = spellings.get(hash);
  const upper = isUpper(text, from, to) ? spelledBit.upper : 0;
  if (at < 0) {
    const first = text.charCodeAt(from);
    spellings.set(hash, bits.length);
    bits.push(type | upper | (isSmall(first) || isDigit(first) ? spelledBit.small : 0));
    rows.push(row);
  } else {
    bits[at] = ((bits[at] as number) | type) & (upper === 0 ? ~spelledBit.upper : ~0);
    const more = moreRows.get(at);
    if (more) {
      if (more[more.length - 1] !== row) more.push(row);
    } else if (rows[at] !== row) moreRows.set(at, [row]);
  }
  const joint = wordEnd(text, from, to);
  if (joint > from) addStart(lists, hashOn(text, from, joint), to - from);
  const space = text.indexOf(' ', joint);
  if (joint < to && text.charCodeAt(joint) !== 32) addStart(lists, hashOn(text, from, space < 0 ? to : Math.min(space, to)), to - from);
};

const tab = 9;
const newLine = 10;
const semicolon = 59;
/** The cells that hold names: the name itself, others, former ones. */
const nameCells = 3;

/** Opens the tables of `resources/gazetteer/`. Throws where one is missing. */
export const openLists = (): Lists => {
  const texts: string[] = [];
  const starts: number[] = [];
  const tableOfRow: number[] = [];
  const lists: Lists = {
    spellings: new HashTable(),
    bits: [],
    rows: [],
    moreRows: new Map(),
    longest: new HashTable(),
    types: [],
    lineAt: (row) => {
      const text = texts[tableOfRow[row] ?? -1] ?? '';
      const start = starts[row] ?? 0;
      return text.slice(start, text.indexOf('\n', start));
    },
  };
  for (const [table, [name, type]] of tables.entries()) {
    const text = `${readFileSync(resourcePath('gazetteer', `${name}.tsv`), 'utf8').trimEnd()}\n`;
    texts.push(text);
    for (let at = text.indexOf('\n') + 1; at < text.length; at = text.indexOf('\n', at) + 1) {
      const row = starts.push(at) - 1;
      tableOfRow.push(table);
      lists.types.push(type);
      let from = at;
      for (let cell = 0; cell < nameCells; at += 1) {
        const code = text.charCodeAt(at);
        const ends = code === tab || code === newLine;
        if (!ends && !(code === semicolon && cell > 0 && text.charCodeAt(at + 1) === 32)) continue;
        if (at > from) addSpelling(lists, text, from, at, row, typeBit[type]);
        from = ends ? at + 1 : at + 2;
        if (ends) cell += 1;
        if (code === newLine) break;
      }
    }
  }
  return lists;
};
