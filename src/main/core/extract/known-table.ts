import { readFileSync } from 'node:fs';
import type { EntityType } from '../../../shared/model.ts';
import { resourcePath } from '../places.ts';
import { hashOf } from './tagger/hash.ts';
import { squash } from './words.ts';

/** A row of our lists: facts about a name, as the tables in `resources/gazetteer/` hold them. */
export interface KnownEntity {
  name: string;
  type: EntityType;
  /** Other names, former ones included. */
  aliases: readonly string[];
  former: readonly string[];
  parent: string | null;
  tickers: readonly string[];
}

/** Bits of the types that a name of our lists may have. */
export const typeBit: Readonly<Record<EntityType, number>> = { company: 1, organization: 2, person: 4, place: 8, product: 16 };

/** A spelling of our lists, with all that it may mean. */
export interface Spelling {
  /** Numbers of the rows. */
  rows: number[];
  /** Bits of `typeBit`. */
  types: number;
  /** Written in capitals only, so that "who" and "us" are not taken for it. */
  upper: boolean;
  /** Starts with a small letter or a digit: "iPhone", "3M". */
  small: boolean;
}

const tables: readonly (readonly [string, EntityType])[] = [
  ['companies', 'company'],
  ['organizations', 'organization'],
  ['people', 'person'],
  ['places', 'place'],
  ['products', 'product'],
];

/**
 * The hash of a name's letters and digits in lower case, accents left out, `&` as "and"; 0 where it has none. Names are
 * found by it, so that opening the lists makes no texts: it is `hashOf` of `squash`.
 */
const squashedHash = (name: string): number => {
  let hash = 0x811c9dc5 | 0;
  let letters = 0;
  for (let i = 0; i < name.length; i += 1) {
    let code = name.charCodeAt(i);
    if (code > 126) return wordHash(squash(name));
    if (code >= 65 && code <= 90) code += 32;
    if (code === 38) {
      hash = hashOf('and', hash);
      letters += 1;
    } else if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      letters += 1;
    }
  }
  return letters === 0 ? 0 : hash;
};

const wordHash = (squashed: string): number => (squashed === '' ? 0 : hashOf(squashed));

interface Lists {
  lines: string[];
  types: EntityType[];
  spellings: Map<number, Spelling>;
  /** For the first word of each name the length of the longest name that begins so, in letters and digits. */
  longest: Map<number, number>;
}

const isUpper = (name: string): boolean => name.length <= 5 && name === name.toUpperCase();

const addSpelling = (lists: Lists, written: string, row: number): void => {
  const name = written.startsWith('The ') ? written.slice(4) : written;
  const hash = squashedHash(name);
  if (hash === 0) return;
  const bit = typeBit[lists.types[row] as EntityType];
  const spelling = lists.spellings.get(hash);
  if (spelling) {
    if (!spelling.rows.includes(row)) spelling.rows.push(row);
    spelling.types |= bit;
    spelling.upper &&= isUpper(name);
  } else {
    const first = name.charCodeAt(0);
    lists.spellings.set(hash, {
      rows: [row],
      types: bit,
      upper: isUpper(name),
      small: (first >= 97 && first <= 122) || (first >= 48 && first <= 57),
    });
  }
  const space = name.indexOf(' ');
  addStart(lists, space < 0 ? name : name.slice(0, space), name.length);
  const joint = jointOf(name);
  if (joint > 0 && joint !== space) addStart(lists, name.slice(0, joint), name.length);
};

/** Where the first word of "Coca-Cola" ends for a tokenizer that parts at hyphens; -1 where it is one word. */
const jointOf = (name: string): number => {
  for (let i = 0; i < name.length; i += 1) {
    const code = name.charCodeAt(i);
    const letter = code > 126 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!letter) return i;
  }
  return -1;
};

const addStart = (lists: Lists, start: string, length: number): void => {
  const hash = squashedHash(start);
  if ((lists.longest.get(hash) ?? 0) < length) lists.longest.set(hash, length);
};

const open = (): Lists => {
  const lists: Lists = { lines: [], types: [], spellings: new Map(), longest: new Map() };
  for (const [table, type] of tables) {
    const [, ...rows] = readFileSync(resourcePath('gazetteer', `${table}.tsv`), 'utf8')
      .trimEnd()
      .split('\n');
    for (const line of rows) {
      const row = lists.lines.push(line) - 1;
      lists.types.push(type);
      const cells = line.split('\t', 3);
      addSpelling(lists, cells[0] ?? '', row);
      for (const cell of [cells[1], cells[2]]) if (cell) for (const alias of cell.split('; ')) addSpelling(lists, alias, row);
    }
  }
  return lists;
};

let opened: Lists | undefined;
const getLists = (): Lists => {
  opened ??= open();
  return opened;
};

/** What our lists have under the hash of a squashed name (`squashedHash`). */
export const spellingOf = (hash: number): Spelling | undefined => getLists().spellings.get(hash);

/** The length of the longest name that begins with the word of this hash; 0 where none does. */
export const longestFrom = (hash: number): number => getLists().longest.get(hash) ?? 0;

const list = (cell: string | undefined): string[] => (cell ? cell.split('; ').filter((name) => name !== '') : []);

const entities = new Map<number, KnownEntity>();

/** A row of our lists. */
const knownEntity = (row: number): KnownEntity => {
  const known = entities.get(row);
  if (known) return known;
  const { lines, types } = getLists();
  const [name = '', aliases, former, parent, tickers] = (lines[row] ?? '').split('\t');
  const earlier = list(former);
  const entity: KnownEntity = {
    name,
    type: types[row] as EntityType,
    aliases: [...list(aliases), ...earlier],
    former: earlier,
    parent: parent || null,
    tickers: list(tickers),
  };
  entities.set(row, entity);
  return entity;
};

const none: readonly KnownEntity[] = [];

/** What our lists know under this spelling, in the order of the tables; none for an unknown one. */
export const knownAs = (name: string): readonly KnownEntity[] => {
  const spelling = spellingOf(squashedHash(name.startsWith('The ') ? name.slice(4) : name));
  return spelling ? spelling.rows.map(knownEntity) : none;
};
