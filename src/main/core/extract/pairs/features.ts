import type { EntityType } from '../../../../shared/model.ts';
import { entityTypes } from '../../../../shared/model.ts';
import type { Item } from '../items.ts';
import { isBody } from '../key.ts';
import { clusterOf } from '../tagger/clusters.ts';
import { hashOf } from '../tagger/hash.ts';
import { verbOf } from '../verbs.ts';
import { bit } from '../words.ts';

/** A sentence's items as columns, with what the features of all its pairs share. Words are numbers: hashes of their texts. */
export interface PairScene {
  items: readonly Item[];
  /** The type of the name at each item; undefined where there is none. */
  types: readonly (EntityType | undefined)[];
  /** A short text for each item: its word, its type in place of a name, its kind in place of a role. */
  words: readonly string[];
  wordHashes: readonly number[];
  /** The base form of the verb at each item, marked where it is passive; and its hash, 0 where there is none. */
  verbs: readonly (string | undefined)[];
  verbHashes: readonly number[];
  /** Groups of meaning, 0 where unknown. */
  fine: readonly number[];
  coarse: readonly number[];
  title: boolean;
  question: boolean;
  condition: boolean;
}

/** Takes a feature: its template, and up to three numbers. */
export type Push = (template: number, a: number, b?: number, c?: number) => void;

/** The templates of the features, by their numbers; their names are shown to people. */
export const templates = [
  'types',
  'names between',
  'distance',
  'pronoun',
  'list',
  'headline',
  'question',
  'condition',
  'word between',
  'word between, place',
  'word between, types',
  'meaning between',
  'meaning between, types',
  'beginning of a word between',
  'verb between',
  'verb between, names',
  'verb between, next word',
  'words between',
  'short words between',
  'three words between',
  'all words between',
  'what stands between',
  'what stands between, types',
  'noun between',
  'word before',
  'word right before',
  'word near before',
  'meaning before',
  'verb before',
  'word after',
  'word right after',
  'word near after',
  'meaning after',
  'verb after',
  'two words before',
  'two words after',
  'three words after',
  'words before and between',
  'words between and after',
  'both sides',
  'next verb',
  'verb ahead',
  'rivals',
  'rivals of the first',
  'rivals of the second',
  'clauses',
  'joints',
  'joints, types',
  'verb or noun and both names',
  'verb or noun and the first name',
  'verb or noun and the second name',
  'verb or noun, roughly',
  'meaning and both names',
  'path',
  'path, types',
  'first words between',
  'first word between',
  'last words between',
  'last word between',
  'ends between',
] as const;
export type Template = (typeof templates)[number];

const number: Readonly<Record<Template, number>> = Object.fromEntries(templates.map((name, at) => [name, at])) as Record<Template, number>;

/** Mixes a feature into one number, before the direction is mixed in. */
export const featureHash = (template: number, a: number, b = 0, c = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ Math.imul(c, 0x165667b1);
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
};

const join = (a: number, b: number): number => Math.imul(a, 31) + Math.imul(b, 0x9e3779b1) + 1;

const roleWord = (item: Item): string => `ROLE-${item.role?.over ? 'over-' : ''}${item.role?.kinds.join('+') ?? ''}`;
const conditional = /^(?:if|unless|whether|should|would|could|suppose)$/;
const passiveAux = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", 'got']);
const maybePassive = /(?:ed|en|wn|ght|ld|t|de)$/;

/** A verb by its base form, marked where it stands in the passive. */
const verbAt = (items: readonly Item[], i: number): string | undefined => {
  const item = items[i] as Item;
  if (item.kind !== 'word' || item.tag !== 'VERB') return undefined;
  const base = verbOf(item.lower);
  if (!maybePassive.test(item.lower)) return base;
  for (let k = i - 1; k >= Math.max(0, i - 4); k -= 1) {
    const before = items[k] as Item;
    if (passiveAux.has(before.lower)) return `${base}-passive`;
    if (before.tag !== 'ADV' && before.tag !== 'AUX') break;
  }
  return items[i + 1]?.lower === 'by' ? `${base}-passive` : base;
};

const sameType = (a: EntityType | undefined, b: EntityType | undefined): boolean => a === b || (isBody(a) && isBody(b));

const hashes = new Map<string, number>();
const mostHashes = 100_000;
const hashOfWord = (word: string): number => {
  let hash = hashes.get(word);
  if (hash === undefined) {
    if (hashes.size > mostHashes) hashes.clear();
    hash = hashOf(word);
    hashes.set(word, hash);
  }
  return hash;
};

/** Prepares a sentence; `typeAt` tells the type of the name at an item. */
export const pairSceneOf = (items: readonly Item[], typeAt: (i: number) => EntityType | undefined, title: boolean): PairScene => {
  const types = items.map((item, i) => (item.kind === 'name' ? typeAt(i) : undefined));
  const words = items.map((item, i) => {
    if (item.kind === 'name') return `<${isBody(types[i]) ? 'body' : types[i]}>`;
    if (item.kind === 'role') return roleWord(item);
    return item.bits & bit.number ? '0' : item.lower;
  });
  const clusters = items.map((item) => (item.kind === 'word' ? clusterOf(item.lower) : undefined));
  const verbs = items.map((_, i) => verbAt(items, i));
  return {
    items,
    types,
    words,
    wordHashes: words.map(hashOfWord),
    verbs,
    verbHashes: verbs.map((verb) => (verb === undefined ? 0 : hashOfWord(verb))),
    fine: clusters.map((cluster) => cluster?.fine ?? 0),
    coarse: clusters.map((cluster) => cluster?.coarse ?? 0),
    title,
    question: items.slice(-3).some(({ lower }) => lower === '?'),
    condition: items.some(({ lower }) => conditional.test(lower)),
  };
};

const skipped = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'PUNCT', 'SYM']);
const keptMarks = new Set([',', '(', '-']);

/** How far beyond the two names words still count. */
const around = 6;
const nothing = hashOf('');
const dots = hashOf('…');

/** The hash of the words from `from` up to but not including `to`. */
const stretch = (hashesOfWords: readonly number[], from: number, to: number): number => {
  let hash = nothing;
  for (let i = from; i < to; i += 1) hash = join(hash, hashesOfWords[i] as number);
  return hash;
};

/** Features of the words between the two names. */
const pushBetween = (scene: PairScene, first: number, second: number, pair: number, names: number, push: Push): void => {
  const { items, wordHashes, verbHashes, fine, coarse } = scene;
  const bare: number[] = [];
  let noun = 0;
  for (let i = first + 1; i < second; i += 1) {
    const item = items[i] as Item;
    const word = wordHashes[i] as number;
    push(number['word between'], word);
    push(number['word between, place'], word, i - first <= 5 ? 1 : second - i <= 5 ? 2 : 3);
    push(number['word between, types'], word, pair);
    if (item.kind === 'word') {
      if (fine[i]) {
        push(number['meaning between'], fine[i] as number);
        push(number['meaning between, types'], coarse[i] as number, pair);
      }
      if (item.lower.length > 5) push(number['beginning of a word between'], hashOfWord(item.lower.slice(0, 5)));
    }
    const verb = verbHashes[i] as number;
    if (verb !== 0) {
      push(number['verb between'], verb);
      push(number['verb between, names'], verb, Math.min(2, names));
      push(number['verb between, next word'], verb, wordHashes[i + 1] as number);
    }
    if (item.kind !== 'word' || !skipped.has(item.tag) || keptMarks.has(item.lower)) bare.push(verb !== 0 ? verb : word);
    if (item.tag === 'NOUN') noun = word;
    if (i + 1 < second) push(number['words between'], word, wordHashes[i + 1] as number);
  }
  for (let i = 0; i + 1 < bare.length; i += 1) push(number['short words between'], bare[i] as number, bare[i + 1] as number);
  for (let i = 0; i + 2 < bare.length; i += 1)
    push(number['three words between'], bare[i] as number, bare[i + 1] as number, bare[i + 2] as number);
  if (second - first <= 8) push(number['all words between'], stretch(wordHashes, first + 1, second));
  if (bare.length <= 6) {
    const all = stretch(bare, 0, bare.length);
    push(number['what stands between'], all);
    push(number['what stands between, types'], all, pair);
  }
  if (noun !== 0) push(number['noun between'], noun, wordHashes[first + 1] as number);
};

/** Features of the words before the first name and after the second. */
const pushAround = (scene: PairScene, first: number, second: number, pair: number, push: Push): void => {
  const { items, wordHashes, verbHashes, fine } = scene;
  const at = (i: number): number => wordHashes[i] ?? 0;
  const pushWord = (place: number, i: number, distance: number): void => {
    if (i < 0 || i >= items.length) return;
    const word = at(i);
    push(place, word);
    if (distance === 1) push(place + 1, word, pair);
    if (distance <= 2) push(place + 2, word);
    if (fine[i] && distance <= 3) push(place + 3, fine[i] as number);
    if (verbHashes[i]) push(place + 4, verbHashes[i] as number, at(i + 1));
  };
  for (let distance = 1; distance <= around; distance += 1) {
    pushWord(number['word before'], first - distance, distance);
    pushWord(number['word after'], second + distance, distance);
  }
  const gap = second - first - 1;
  const inside = gap <= 4 ? stretch(wordHashes, first + 1, second) : dots;
  push(number['two words before'], at(first - 2), at(first - 1));
  push(number['two words after'], at(second + 1), at(second + 2));
  push(number['three words after'], at(second + 1), at(second + 2), at(second + 3));
  push(number['words before and between'], at(first - 1), inside);
  push(number['words between and after'], inside, at(second + 1));
  push(number['both sides'], at(first - 1), at(second + 1), pair);
  // The first verb after the pair, for subjects that share it ("A and B agreed to merge"), and the last before.
  for (let i = second + 1; i < Math.min(items.length, second + 12); i += 1) {
    if (!verbHashes[i]) continue;
    push(number['next verb'], verbHashes[i] as number, pair, gap <= 2 ? inside : 0);
    break;
  }
  for (let i = first - 1; i >= Math.max(0, first - 12); i -= 1) {
    if (!verbHashes[i]) continue;
    push(number['verb ahead'], verbHashes[i] as number, gap <= 3 ? inside : 0);
    break;
  }
};

const joints = new Set('and but or which who whose that where while after before when as ; : ( ) “ ” " said says'.split(' '));

/** Names that could stand in the place of either end, and lie nearer to the other; and what divides the two. */
const pushRivals = ({ types, words, wordHashes, verbHashes }: PairScene, first: number, second: number, pair: number, push: Push): void => {
  const distance = second - first;
  const count = (like: number, other: number): number => {
    let inside = 0;
    let outside = 0;
    const limit = Math.min(types.length, second + distance);
    for (let i = Math.max(0, first - distance); i < limit; i += 1) {
      if (i === like || i === other || types[i] === undefined || !sameType(types[i], types[like])) continue;
      if (i > first && i < second) inside += 1;
      else if (Math.abs(i - other) < distance) outside += 1;
    }
    return 3 * Math.min(2, inside) + Math.min(2, outside);
  };
  const firsts = count(first, second);
  const seconds = count(second, first);
  push(number.rivals, pair, firsts, seconds);
  push(number['rivals of the first'], pair, firsts);
  push(number['rivals of the second'], pair, seconds);
  let verbs = 0;
  let commas = 0;
  let between = nothing;
  let found = 0;
  for (let i = first + 1; i < second; i += 1) {
    if (verbHashes[i]) verbs += 1;
    const word = words[i] as string;
    if (word === ',') commas += 1;
    else if (found < 8 && joints.has(word)) {
      between = join(between, wordHashes[i] as number);
      found += 1;
    }
  }
  push(number.clauses, Math.min(3, verbs), Math.min(3, commas), pair);
  push(number.joints, between);
  push(number['joints, types'], between, pair);
};

/** For each verb, role and noun near the pair how both ends stand to it: a poor man's parse. */
const pushTriggers = (scene: PairScene, first: number, second: number, push: Push): void => {
  const { items, types, words, wordHashes, verbHashes, fine } = scene;
  const namesBetween = (a: number, b: number): number => {
    let names = 0;
    const to = Math.max(a, b);
    for (let i = Math.min(a, b) + 1; i < to; i += 1) if (types[i] !== undefined && sameType(types[i], types[b])) names += 1;
    return Math.min(2, names);
  };
  const to = Math.min(items.length, second + 9);
  for (let i = Math.max(0, first - 8); i < to; i += 1) {
    const item = items[i] as Item;
    if (item.kind === 'name') continue;
    const verb = verbHashes[i] as number;
    if (verb === 0 && item.kind !== 'role' && item.tag !== 'NOUN') continue;
    const trigger = verb !== 0 ? verb : (wordHashes[i] as number);
    // roughly: side and names between; fully: also how near, and the word that ties the name
    const rough = (end: number): number => (end < i ? 0 : 3) + namesBetween(i, end) + 1;
    const full = (end: number, base: number): number => {
      const gap = Math.abs(end - i) - 1;
      const near = gap === 0 ? 2 : gap <= 2 ? 1 : 0;
      const tie = end > i ? (wordHashes[end - 1] as number) : words[end + 1] === "'s" ? (wordHashes[end + 1] as number) : 0;
      return join(3 * base + near, tie);
    };
    const a = rough(first);
    const b = rough(second);
    const fullA = full(first, a);
    const fullB = full(second, b);
    push(number['verb or noun and both names'], trigger, fullA, fullB);
    push(number['verb or noun and the first name'], trigger, fullA);
    push(number['verb or noun and the second name'], trigger, fullB);
    push(number['verb or noun, roughly'], trigger, a, b);
    if (fine[i]) push(number['meaning and both names'], fine[i] as number, a, fullB);
  }
};

const keptInPath = new Set(
  ", ( ) - : ; 's and or of by in at for from to with on as into against over which who whose that not no if".split(' '),
);
const anyNoun = hashOf('<noun>');

/** The pair's path with all but names, verbs, roles, prepositions and joints left out. */
const pushSkeleton = (scene: PairScene, first: number, second: number, pair: number, push: Push): void => {
  const { items, words, types, wordHashes, verbHashes } = scene;
  let path = nothing;
  let length = 0;
  let last = 0;
  for (let i = first + 1; i < second; i += 1) {
    const item = items[i] as Item;
    let step = 0;
    if (types[i] !== undefined || item.kind === 'role' || keptInPath.has(words[i] as string)) step = wordHashes[i] as number;
    else if (verbHashes[i]) step = verbHashes[i] as number;
    else if (item.tag === 'NOUN' && last !== anyNoun) step = anyNoun;
    if (step === 0) continue;
    path = join(path, step);
    last = step;
    length += 1;
    if (length > 8) return;
  }
  push(number.path, path);
  push(number['path, types'], path, pair);
};

/** All features of a pair of names, the first before the second in the sentence; whichever is the subject. */
export const pairFeatures = (scene: PairScene, first: number, second: number, push: Push): void => {
  const { items, types, wordHashes } = scene;
  const a = items[first] as Item;
  const b = items[second] as Item;
  const pair = 1 + entityTypes.indexOf(types[first] as EntityType) * entityTypes.length + entityTypes.indexOf(types[second] as EntityType);
  const gap = second - first - 1;
  let names = 0;
  for (let i = first + 1; i < second; i += 1) if (types[i] !== undefined) names += 1;
  push(number.types, pair);
  push(number['names between'], pair, Math.min(3, names));
  push(number.distance, gap < 6 ? gap : Math.min(20, 6 + (gap >> 2)));
  push(number.pronoun, a.pronoun ? hashOfWord(a.lower) : 0, b.pronoun ? hashOfWord(b.lower) : 0, pair);
  if (a.members.length > 1) push(number.list, 1);
  if (b.members.length > 1) push(number.list, 2);
  if (scene.title) push(number.headline, pair);
  if (scene.question) push(number.question, 0);
  if (scene.condition) push(number.condition, 0);
  pushBetween(scene, first, second, pair, names, push);
  const inside = (i: number): number => (i > first && i < second ? (wordHashes[i] as number) : 0);
  push(number['first words between'], inside(first + 1), inside(first + 2));
  push(number['first word between'], inside(first + 1), pair);
  push(number['last words between'], inside(second - 2), inside(second - 1));
  push(number['last word between'], inside(second - 1), pair);
  push(number['ends between'], inside(first + 1), inside(second - 1), pair);
  pushAround(scene, first, second, pair, push);
  pushRivals(scene, first, second, pair, push);
  pushTriggers(scene, first, second, push);
  pushSkeleton(scene, first, second, pair, push);
};
