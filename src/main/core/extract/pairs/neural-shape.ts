import { type EntityType, entityTypes } from '../../../../shared/model.ts';
import { relationKindNames } from '../../../../shared/relations.ts';
import type { PairScene } from './features.ts';
import { pairClasses } from './pairs.ts';

/** Numbers that stand for an item of a sentence before its neighbours are looked at. */
export const inputSize = 48;
/** Units of the recurrent layer, in each of its two directions. */
export const stateSize = 48;
/** Units between the states of a pair and its classes. */
export const hiddenSize = 64;
/** What both directions say of an item. */
export const statesSize = 2 * stateSize;
/** A pair is judged by the states at its two names, and by the largest between, before and after them. */
export const sidesSize = 5 * statesSize;
/** The classes of a pair: first those with the first name as the subject, then those with the second. */
export const scoreSize = 2 * pairClasses;

/** Items before the first name and after the second that count for a pair. */
export const reach = 10;

const tags = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
const wordBits = 29;

const markStart = { tags: 0, shapes: 0, bits: 0, roles: 0, over: 0, passive: 0, verb: 0 };
markStart.shapes = tags.length;
markStart.bits = markStart.shapes + 2 + 3 * entityTypes.length;
markStart.roles = markStart.bits + wordBits;
markStart.over = markStart.roles + relationKindNames.length;
markStart.passive = markStart.over + 1;
markStart.verb = markStart.passive + 1;
/** How many marks an item can bear. */
const markCount = markStart.verb + 1;

/** What is known of an item besides its word, as numbers below `markCount`. */
export const marksOf = (scene: PairScene, i: number): number[] => {
  const item = scene.items[i];
  if (!item) return [];
  const tag = tags.indexOf(item.tag);
  const marks = [tag < 0 ? tags.length - 1 : tag];
  const type = scene.types[i];
  const shape =
    type === undefined
      ? item.kind === 'role'
        ? 1
        : 0
      : 2 + 3 * entityTypes.indexOf(type) + (item.pronoun ? 1 : item.members.length > 1 ? 2 : 0);
  marks.push(markStart.shapes + shape);
  for (let b = 0; b < wordBits; b += 1) if (item.bits & (1 << b)) marks.push(markStart.bits + b);
  for (const kind of item.role?.kinds ?? []) marks.push(markStart.roles + relationKindNames.indexOf(kind));
  if (item.role?.over) marks.push(markStart.over);
  const verb = scene.verbs[i];
  if (verb !== undefined) marks.push(markStart.verb);
  if (verb?.endsWith('-passive')) marks.push(markStart.passive);
  return marks;
};

const plainMarks: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '‐': '-' };

/** The word that an item is looked up by; undefined for names, of which only the type counts. */
export const wordOf = (scene: PairScene, i: number): string | undefined => {
  const item = scene.items[i];
  if (!item || item.kind === 'name') return undefined;
  return scene.words[i] === '0' ? '0' : (plainMarks[item.lower] ?? item.lower);
};

/** What `found` finds for a word, or else for the last part of a word with hyphens: "chip-maker" counts as "maker". */
export const lookUp = (found: (word: string) => number | undefined, word: string): number | undefined => {
  const direct = found(word);
  if (direct !== undefined) return direct;
  const last = Math.max(word.lastIndexOf('-'), word.lastIndexOf('‐'));
  return last > 0 ? found(word.slice(last + 1)) : undefined;
};

const gapBounds = [0, 1, 2, 3, 4, 5, 7, 11, 15, 23, 31];
const mostNames = 4;
const typePairs = entityTypes.length * entityTypes.length;
const gapStart = typePairs;
const namesStart = gapStart + gapBounds.length + 1;
const flagStart = namesStart + mostNames + 1;
/** How many traits a pair can bear. */
const traitCount = flagStart + 3;

/** What is known of two names besides the words around them, as numbers below `traitCount`. */
export const traitsOf = (scene: PairScene, first: number, second: number): number[] => {
  const typeAt = (i: number): number => entityTypes.indexOf(scene.types[i] as EntityType);
  const gap = second - first - 1;
  const bound = gapBounds.findIndex((most) => gap <= most);
  let names = 0;
  for (let i = first + 1; i < second; i += 1) if (scene.types[i] !== undefined) names += 1;
  const traits = [
    typeAt(first) * entityTypes.length + typeAt(second),
    gapStart + (bound < 0 ? gapBounds.length : bound),
    namesStart + Math.min(mostNames, names),
  ];
  if (scene.title) traits.push(flagStart);
  if (scene.question) traits.push(flagStart + 1);
  if (scene.condition) traits.push(flagStart + 2);
  return traits;
};

const gateSize = 3 * stateSize;
const blocks = {
  marks: markCount * inputSize,
  inputBias: inputSize,
  forwardInput: gateSize * inputSize,
  forwardInputBias: gateSize,
  forwardState: gateSize * stateSize,
  forwardStateBias: gateSize,
  backwardInput: gateSize * inputSize,
  backwardInputBias: gateSize,
  backwardState: gateSize * stateSize,
  backwardStateBias: gateSize,
  sides: hiddenSize * sidesSize,
  traits: traitCount * hiddenSize,
  hiddenBias: hiddenSize,
  scores: scoreSize * hiddenSize,
  scoreBias: scoreSize,
};

export type Block = keyof typeof blocks;
/** The parts of the weights, in their order, with how many numbers each has. */
export const blockSizes: Readonly<Record<Block, number>> = blocks;

const starts: Partial<Record<Block, number>> = {};
let sum = 0;
for (const [block, size] of Object.entries(blocks)) {
  starts[block as Block] = sum;
  sum += size;
}

/** How many weights there are, the words' own apart. */
export const weightCount = sum;
/** Where a part of the weights starts. Matrices lie output by output. */
export const startOf = starts as Readonly<Record<Block, number>>;

/** The two directions of the recurrent layer, with where their weights start. */
export const directions = [
  {
    input: startOf.forwardInput,
    inputBias: startOf.forwardInputBias,
    state: startOf.forwardState,
    stateBias: startOf.forwardStateBias,
  },
  {
    input: startOf.backwardInput,
    inputBias: startOf.backwardInputBias,
    state: startOf.backwardState,
    stateBias: startOf.backwardStateBias,
  },
] as const;
