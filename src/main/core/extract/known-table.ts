import type { EntityType } from '../../../shared/model.ts';
import { type Lists, openLists, squashedHash } from './known-lists.ts';

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

let opened: Lists | undefined;
const getLists = (): Lists => {
  opened ??= openLists();
  return opened;
};

/** What our lists say of the spelling with this hash (`squashedHash`), as bits of `typeBit` and `spelledBit`; 0 where they have none. */
export const spellingOf = (hash: number): number => {
  const { spellings, bits } = getLists();
  const at = spellings.get(hash);
  return at < 0 ? 0 : (bits[at] as number);
};

/** The length of the longest name that begins with the word of this hash; 0 where none does. */
export const longestFrom = (hash: number): number => Math.max(0, getLists().longest.get(hash));

const list = (cell: string | undefined): string[] => (cell ? cell.split('; ').filter((name) => name !== '') : []);

const entities = new Map<number, KnownEntity>();

/** A row of our lists. */
const knownEntity = (row: number): KnownEntity => {
  const known = entities.get(row);
  if (known) return known;
  const { lineAt, types } = getLists();
  const [name = '', aliases, former, parent, tickers] = lineAt(row).split('\t');
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
  const { spellings, rows, moreRows } = getLists();
  const at = spellings.get(squashedHash(name.startsWith('The ') ? name.slice(4) : name));
  if (at < 0) return none;
  return [rows[at] as number, ...(moreRows.get(at) ?? [])].map(knownEntity);
};
