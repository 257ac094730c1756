import type { PairScene } from './features.ts';
import { encode, newPairTrace, newTrace, type PairTrace, scorePair, setBias, type Trace } from './neural-forward.ts';
import { inputSize, lookUp, marksOf, startOf, traitsOf, wordOf } from './neural-shape.ts';
import { pairClasses } from './pairs.ts';
import { simdNumbers } from './simd.ts';

/** What the network has learnt. */
export interface PairNet {
  /** Where the numbers of a word lie. */
  words: ReadonlyMap<string, number>;
  /** `inputSize` steps a word, each of its word's own size in `steps`. */
  vectors: Int8Array;
  steps: Float32Array;
  /** Everything else, as `startOf` tells. */
  weights: Float64Array | Float32Array;
}

/** `inputs` of an item: what its word and its marks say together, nothing below zero. */
const setInput = ({ words, vectors, steps, weights }: PairNet, scene: PairScene, i: number, inputs: Float32Array): void => {
  const at = i * inputSize;
  setBias(weights, startOf('inputBias'), inputs, at, inputSize);
  const word = wordOf(scene, i);
  const row = word === undefined ? undefined : lookUp((each) => words.get(each), word);
  if (row !== undefined) {
    const step = steps[row] as number;
    for (let k = 0; k < inputSize; k += 1) inputs[at + k] = (inputs[at + k] as number) + step * (vectors[row * inputSize + k] as number);
  }
  for (const mark of marksOf(scene, i)) {
    const from = startOf('marks') + mark * inputSize;
    for (let k = 0; k < inputSize; k += 1) inputs[at + k] = (inputs[at + k] as number) + (weights[from + k] as number);
  }
  for (let k = at; k < at + inputSize; k += 1) inputs[k] = Math.max(0, inputs[k] as number);
};

/** Items of the longest sentence that is read. */
const longest = 400;

/** Reads a sentence as a whole, then scores its pairs of names. One sentence at a time: `read` forgets the one before. */
export class PairReader {
  #net: PairNet;
  #scene: PairScene | undefined;
  #trace: Trace<Float32Array> = newTrace(longest, simdNumbers);
  #encoded = false;
  #pair: PairTrace<Float32Array> = newPairTrace(simdNumbers);
  #scored = '';

  constructor(net: PairNet) {
    const weights = simdNumbers(net.weights.length);
    weights.set(net.weights);
    this.#net = { ...net, weights };
  }

  /** Takes up a sentence. It costs nothing until a pair is asked for. */
  read(scene: PairScene): void {
    this.#scene = scene;
    this.#encoded = false;
    this.#scored = '';
  }

  #encode(scene: PairScene): void {
    const trace = this.#trace;
    trace.length = scene.items.length;
    for (let i = 0; i < scene.items.length; i += 1) setInput(this.#net, scene, i, trace.inputs);
    encode(this.#net.weights, trace);
    this.#encoded = true;
  }

  /**
   * Adds `factor` times the scores of a pair's classes (see `pairClasses`) to `scores`; `subject` and `object` are items with
   * names. Scores are logarithms of chances, up to a sum. Sentences of
   * more than 400 items get none. Throws where no sentence was read.
   */
  add(subject: number, object: number, factor: number, scores: Float64Array): void {
    if (!this.#scene) throw new Error('Read a sentence first.');
    if (this.#scene.items.length > longest) return;
    const first = Math.min(subject, object);
    const second = Math.max(subject, object);
    const key = `${first} ${second}`;
    if (key !== this.#scored) {
      if (!this.#encoded) this.#encode(this.#scene);
      scorePair(this.#net.weights, this.#trace, first, second, traitsOf(this.#scene, first, second), this.#pair);
      this.#scored = key;
    }
    const from = subject < object ? 0 : pairClasses;
    for (let c = 0; c < pairClasses; c += 1) scores[c] = (scores[c] as number) + factor * (this.#pair.scores[from + c] as number);
  }
}
