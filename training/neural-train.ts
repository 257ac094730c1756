import type { PairNet } from '../src/main/core/extract/pairs/neural.ts';
import { inputSize, lookUp, weightCount } from '../src/main/core/extract/pairs/neural-shape.ts';
import { hashOf } from '../src/main/core/extract/tagger/hash.ts';
import { sentencesOf, type TrainingSentence } from './neural-data.ts';
import { addProduct } from './neural-forward.ts';
import { Learner, type Pace } from './neural-learner.ts';
import { type Drops, Passes } from './neural-passes.ts';
import type { PairExample } from './relation-data.ts';
import { shuffle } from './shuffle.ts';

/** Vectors of words by what they mean, the most frequent word first. */
export interface WordVectors {
  words: readonly string[];
  size: number;
  /** `size` numbers a word. */
  numbers: Float32Array;
}

export interface NetOptions extends Pace, Drops {
  /** How often all sentences are gone through. */
  epochs: number;
  /** Sentences between two steps. */
  batch: number;
  /** Words seen in fewer items than this get no numbers of their own beside their vector. */
  leastSeen: number;
  log: (line: string) => void;
}

/** Vectors of equal strength on the whole: their numbers' mean square is a quarter. */
const evened = ({ numbers }: WordVectors): Float64Array => {
  let sum = 0;
  for (let k = 0; k < numbers.length; k += 1) sum += (numbers[k] as number) ** 2;
  const factor = 0.5 / Math.sqrt(sum / numbers.length);
  return Float64Array.from(numbers, (number) => number * factor);
};

/** The words of the network with their numbers: projected vectors and what was learnt of single words, in one byte each. */
const wordTable = (
  { words, size }: WordVectors,
  evenedVectors: Float64Array,
  learner: Learner,
  ownWords: readonly string[],
): Pick<PairNet, 'words' | 'vectors' | 'steps'> => {
  const known = new Map(words.map((word, row) => [word, row]));
  const own = new Map(ownWords.map((word, row) => [word, row]));
  // of words with one hash, which hardly happens, the first
  const byHash = new Map([...words, ...ownWords].reverse().map((word) => [hashOf(word), word]));
  const hashes = Int32Array.from(byHash.keys()).sort();
  const all = Array.from(hashes, (hash) => byHash.get(hash) as string);
  const vectors = new Int8Array(all.length * inputSize);
  const steps = new Float32Array(all.length);
  const numbers = new Float64Array(inputSize);
  for (const [row, word] of all.entries()) {
    numbers.fill(0);
    const vector = lookUp((each) => known.get(each), word);
    if (vector !== undefined) addProduct(learner.averages, weightCount, evenedVectors, vector * size, size, numbers, 0, inputSize);
    const ownRow = lookUp((each) => own.get(each), word);
    if (ownRow !== undefined)
      for (let k = 0; k < inputSize; k += 1) numbers[k] = (numbers[k] as number) + (learner.own[ownRow * inputSize + k] as number);
    const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-9);
    steps[row] = largest / 127;
    for (let k = 0; k < inputSize; k += 1) vectors[row * inputSize + k] = Math.round((127 * (numbers[k] as number)) / largest);
  }
  return { words: hashes, vectors, steps };
};

/**
 * Learns to tell kinds of relations apart from a sentence as a whole: words' vectors, a recurrent layer in both directions, and
 * what it says at, between and around two names. The same examples, vectors and draws give the same network.
 */
export const trainPairNet = (examples: readonly PairExample[], vectors: WordVectors, options: NetOptions): PairNet => {
  const { epochs, batch, leastSeen, random, log } = options;
  const known = new Map(vectors.words.map((word, row) => [word, row]));
  const { sentences, words } = sentencesOf(examples, known, leastSeen);
  const evenedVectors = evened(vectors);
  const learner = new Learner(words.length, vectors.size, random);
  const passes = new Passes(learner, evenedVectors, vectors.size, options);
  const order = Int32Array.from(sentences.keys());
  const total = epochs * Math.ceil(order.length / batch);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    for (let from = 0; from < order.length; from += batch) {
      const some = order.subarray(from, from + batch);
      for (const at of some) loss += passes.learn(sentences[at] as TrainingSentence);
      learner.step(some.length, total, options);
    }
    log(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(3)} a sentence`);
  }
  const weights = Float32Array.from(learner.averages.subarray(0, weightCount));
  return { ...wordTable(vectors, evenedVectors, learner, words), weights };
};
