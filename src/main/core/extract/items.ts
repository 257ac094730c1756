import { isBody } from './key.ts';
import type { PlacedMention } from './mentions.ts';
import type { Reading, Sentence } from './reading.ts';
import { type Role, roleAt } from './roles.ts';
import { factsAt, touches } from './scan.ts';
import { bit } from './words.ts';

/** A sentence as patterns see it: words, names (also lists of names, and pronouns that stand for one), and roles. */
export interface Item {
  kind: 'word' | 'name' | 'role';
  lower: string;
  tag: string;
  bits: number;
  /** Indices into the mentions: of a list, all; of a pronoun, the mention that it refers to. */
  members: readonly number[];
  /** Says the name by a pronoun or by "the company". */
  pronoun: boolean;
  role: Role | undefined;
}

const listJoint = new Set(['and', '&', 'or', 'plus']);

const wordItem = (reading: Reading, i: number): Item => {
  const { lower, bits } = factsAt(reading, i);
  return {
    kind: 'word',
    lower: lower === '' ? (reading.words[i] ?? '') : lower.replace('’', "'"),
    tag: reading.tags[i] ?? '',
    bits,
    members: [],
    pronoun: false,
    role: undefined,
  };
};

/** The item that stands for names: `members` are places in the mentions, several for a list; `lower` is the word where it is a pronoun. */
export const nameItem = (members: readonly number[], lower = '', pronoun = false): Item => ({
  kind: 'name',
  lower,
  tag: 'PROPN',
  bits: 0,
  members,
  pronoun,
  role: undefined,
});

/** Where the word at `i` ends with what hyphens join to it: "spin-off" is three tokens. */
const hyphenatedEnd = (reading: Reading, i: number, limit: number): number => {
  let end = i + 1;
  const isWord = (k: number): boolean => k < limit && (factsAt(reading, k).bits & (bit.word | bit.cap)) === bit.word;
  if (!isWord(i)) return end;
  while (/^[-‐]$/.test(reading.words[end] ?? '') && touches(reading, end) && isWord(end + 1) && touches(reading, end + 1)) end += 2;
  return end;
};

/** Words, names and roles of a sentence, pronouns not yet resolved. */
const plainItems = (reading: Reading, sentence: Sentence, mentions: readonly PlacedMention[], from: number, to: number): Item[] => {
  const items: Item[] = [];
  let next = from;
  let i = sentence.first;
  const lower = (k: number): string => factsAt(reading, k).lower;
  while (i < sentence.last) {
    const mention = next < to ? mentions[next] : undefined;
    if (mention && mention.first === i) {
      items.push(nameItem([next]));
      i = mention.last;
      next += 1;
      continue;
    }
    const limit = mention ? Math.min(mention.first, sentence.last) : sentence.last;
    const role = factsAt(reading, i).bits & bit.word ? roleAt(lower, i, limit) : undefined;
    if (role) {
      items.push({ ...wordItem(reading, role.last - 1), kind: 'role', role: role.role });
      i = role.last;
      continue;
    }
    const joined = hyphenatedEnd(reading, i, limit);
    const item = wordItem(reading, joined - 1);
    if (joined > i + 1) item.lower = reading.text.slice(reading.starts[i], reading.ends[joined - 1]).toLowerCase();
    items.push(item);
    i = joined;
  }
  return items;
};

/** "(TSMC)" after its full name goes; "X, Y and Z" becomes one name with three members. */
const withLists = (items: readonly Item[], mentions: readonly PlacedMention[]): Item[] => {
  const entity = (item: Item | undefined): string => mentions[item?.members[0] ?? -1]?.entity ?? '';
  const single: Item[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as Item;
    const before = single[single.length - 1];
    if (
      item.lower === '(' &&
      before?.kind === 'name' &&
      items[i + 1]?.kind === 'name' &&
      items[i + 2]?.lower === ')' &&
      entity(before) === entity(items[i + 1])
    ) {
      i += 2;
      continue;
    }
    single.push(item);
  }
  const listed: Item[] = [];
  for (let i = 0; i < single.length; i += 1) {
    const item = single[i] as Item;
    if (item.kind !== 'name') {
      listed.push(item);
      continue;
    }
    const end = listEnd(single, i, mentions);
    const members: number[] = [];
    for (let k = i; k <= end; k += 1) members.push(...(single[k]?.members ?? []));
    listed.push(nameItem(members));
    i = end;
  }
  return listed;
};

const classAt = (items: readonly Item[], i: number, mentions: readonly PlacedMention[]): string => {
  const type = mentions[items[i]?.members[0] ?? -1]?.type;
  return type === undefined ? '' : isBody(type) || type === 'person' ? 'actor' : type;
};

/** Where a list of names of one class that starts at `from` ends; `from` itself where there is none. */
const listEnd = (items: readonly Item[], from: number, mentions: readonly PlacedMention[]): number => {
  const kind = classAt(items, from, mentions);
  const end = from;
  let k = from;
  for (;;) {
    let next = k + 1;
    const comma = items[next]?.lower === ',';
    if (comma) next += 1;
    const joint = listJoint.has(items[next]?.lower ?? '');
    if (joint) next += 1;
    if (next > k + 1 && items[next]?.lower === 'the') next += 1;
    // "X, a unit of Y, and Z": a comma before "and" closes a list of three or more only.
    if (comma && joint && k === from) return end;
    if ((!comma && !joint) || items[next]?.kind !== 'name' || classAt(items, next, mentions) !== kind) return end;
    k = next;
    // Names apart by commas alone are no list ("Paris, France"), unless a last "and" closes it; and a name that
    // owns or describes what follows, or begins a clause of its own, does not belong to it.
    if (joint) {
      const after = items[next + 1];
      const clause =
        after !== undefined &&
        (after.tag === 'VERB' || after.tag === 'AUX') &&
        from > 0 &&
        items.slice(0, from).some((item) => item.tag === 'VERB');
      return clause || after?.kind === 'role' ? end : next;
    }
  }
};

/** A sentence as words, names, lists of names and roles, pronouns not yet resolved. `from` to `to` are its mentions. */
export const listedItems = (reading: Reading, sentence: Sentence, mentions: readonly PlacedMention[], from: number, to: number): Item[] =>
  withLists(plainItems(reading, sentence, mentions, from, to), mentions);
