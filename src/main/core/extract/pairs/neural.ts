import { hashOf, placeOf } from '../tagger/hash.ts';
import { VectorMemory } from '../vectors/memory.ts';
import type { PairScene } from './features.ts';
import {
  directions,
  hiddenSize,
  inputSize,
  lookUp,
  marksOf,
  reach,
  scoreSize,
  sidesSize,
  startOf,
  stateSize,
  statesSize,
  traitsOf,
  wordOf,
} from './neural-shape.ts';
import { pairClasses } from './pairs.ts';

/** What the network has learnt. */
export interface PairNet {
  /** Hashes of the words, ascending. */
  words: Int32Array;
  /** `inputSize` steps a word, each of its word's own size in `steps`. */
  vectors: Int8Array;
  steps: Float32Array;
  /** Everything else, as `startOf` tells. */
  weights: Float32Array;
}

/** Items of the longest sentence that is read. */
const longest = 400;

const gateSize = 3 * stateSize;

/** What inputs say to the gates is kept for this many different items, as they repeat. */
const mostKept = 4000;

/** Reads a sentence as a whole, then scores its pairs of names. One sentence at a time: `read` forgets the one before. */
export class PairReader {
  #net: PairNet;
  #memory: VectorMemory;
  #scene: PairScene | undefined;
  #encoded = false;
  #scored = -1;
  #weights: Float32Array;
  #input: Float32Array;
  /** For each direction what the inputs of the items say to their gates. */
  #gates: readonly [Float32Array, Float32Array];
  #kept = new Map<string, Float32Array>();
  #states: Float32Array;
  /** Room for what the state before says to the gates. */
  #from: Float32Array;
  #noState: Float32Array;
  #sides: Float32Array;
  #hidden: Float32Array;
  #scores: Float32Array;

  constructor(net: PairNet) {
    const items = longest * (2 * gateSize + statesSize);
    const memory = new VectorMemory(
      4 * (net.weights.length + items + gateSize + inputSize + stateSize + sidesSize + hiddenSize + scoreSize) + 256,
    );
    this.#net = net;
    this.#memory = memory;
    this.#weights = memory.floats(net.weights.length);
    this.#weights.set(net.weights);
    this.#input = memory.floats(inputSize);
    this.#gates = [memory.floats(longest * gateSize), memory.floats(longest * gateSize)];
    this.#states = memory.floats(longest * statesSize);
    this.#from = memory.floats(gateSize);
    this.#noState = memory.floats(stateSize);
    this.#sides = memory.floats(sidesSize);
    this.#hidden = memory.floats(hiddenSize);
    this.#scores = memory.floats(scoreSize);
  }

  /** Takes up a sentence. It costs nothing until a pair is asked for. */
  read(scene: PairScene): void {
    this.#scene = scene;
    this.#encoded = false;
    this.#scored = -1;
  }

  /** `to += weights` from `from` on. */
  #add(to: Float32Array, from: number): void {
    const weights = this.#weights;
    for (let k = 0; k < to.length; k += 1) to[k] = (to[k] as number) + (weights[from + k] as number);
  }

  /** `out = bias + matrix · input`. */
  #layer(matrix: number, bias: number, input: Float32Array, out: Float32Array, at: number, outputs: number): void {
    const memory = this.#memory;
    out.set(this.#weights.subarray(bias, bias + outputs), at);
    memory.functions.addProduct(
      memory.address(this.#weights, matrix, input.length * outputs),
      memory.address(input, 0, input.length),
      input.length,
      memory.address(out, at, outputs),
      outputs,
    );
  }

  /** Sets `#input`: what an item's word and its marks say together, nothing below zero. */
  #setInput(word: string | undefined, marks: readonly number[]): void {
    const { words, vectors, steps } = this.#net;
    const input = this.#input;
    input.fill(0);
    this.#add(input, startOf.inputBias);
    const rowOf = (each: string): number | undefined => {
      const place = placeOf(words, hashOf(each));
      return place < 0 ? undefined : place;
    };
    const row = word === undefined ? undefined : lookUp(rowOf, word);
    if (row !== undefined) {
      const step = steps[row] as number;
      for (let k = 0; k < inputSize; k += 1) input[k] = (input[k] as number) + step * (vectors[row * inputSize + k] as number);
    }
    for (const mark of marks) this.#add(input, startOf.marks + mark * inputSize);
    for (let k = 0; k < inputSize; k += 1) input[k] = Math.max(0, input[k] as number);
  }

  /** Sets what item `i` says to its gates. */
  #setGates(scene: PairScene, i: number): void {
    const word = wordOf(scene, i);
    const marks = marksOf(scene, i);
    const key = `${word ?? ''} ${marks.join(' ')}`;
    const at = i * gateSize;
    let kept = this.#kept.get(key);
    if (!kept) {
      if (this.#kept.size >= mostKept) this.#kept.clear();
      kept = new Float32Array(2 * gateSize);
      this.#kept.set(key, kept);
      this.#setInput(word, marks);
      for (const [way, { input, inputBias }] of directions.entries()) {
        const gates = this.#gates[way] as Float32Array;
        this.#layer(input, inputBias, this.#input, gates, at, gateSize);
        kept.set(gates.subarray(at, at + gateSize), way * gateSize);
      }
    } else for (const [way, gates] of this.#gates.entries()) gates.set(kept.subarray(way * gateSize, (way + 1) * gateSize), at);
  }

  #encode(scene: PairScene): void {
    const memory = this.#memory;
    const { length } = scene.items;
    for (let i = 0; i < length; i += 1) this.#setGates(scene, i);
    for (const [way, { state, stateBias }] of directions.entries()) {
      // backwards from the last item to the first
      const last = way === 0 ? 0 : length - 1;
      const step = way === 0 ? 4 : -4;
      memory.functions.recur(
        length,
        memory.address(this.#gates[way] as Float32Array, 0, length * gateSize) + 4 * last * gateSize,
        step * gateSize,
        memory.address(this.#weights, state, gateSize * stateSize),
        memory.address(this.#weights, stateBias, gateSize),
        memory.address(this.#from, 0, gateSize),
        memory.address(this.#noState, 0, stateSize),
        memory.address(this.#states, 0, length * statesSize) + 4 * (last * statesSize + way * stateSize),
        step * statesSize,
        stateSize,
      );
    }
    this.#encoded = true;
  }

  /** Sets a side to the largest states of the items from `from` up to but not including `to`. */
  #setSide(side: number, from: number, to: number): void {
    const memory = this.#memory;
    const at = side * statesSize;
    if (from >= to) {
      this.#sides.fill(0, at, at + statesSize);
      return;
    }
    const rows = memory.address(this.#states, from * statesSize, (to - from) * statesSize);
    memory.functions.largest(rows, to - from, 4 * statesSize, memory.address(this.#sides, at, statesSize), 4 * statesSize);
  }

  #score(scene: PairScene, first: number, second: number): void {
    this.#setSide(0, first, first + 1);
    this.#setSide(1, second, second + 1);
    this.#setSide(2, Math.max(0, first - reach), first);
    this.#setSide(3, first + 1, second);
    this.#setSide(4, second + 1, Math.min(scene.items.length, second + 1 + reach));
    const hidden = this.#hidden;
    this.#layer(startOf.sides, startOf.hiddenBias, this.#sides, hidden, 0, hiddenSize);
    for (const trait of traitsOf(scene, first, second)) this.#add(hidden, startOf.traits + trait * hiddenSize);
    for (let k = 0; k < hiddenSize; k += 1) hidden[k] = Math.max(0, hidden[k] as number);
    this.#layer(startOf.scores, startOf.scoreBias, hidden, this.#scores, 0, scoreSize);
  }

  /**
   * Adds `factor` times the scores of a pair's classes (see `pairClasses`) to `scores`; `subject` and `object` are items with
   * names. Scores are logarithms of chances, up to a sum. Sentences of
   * more than 400 items get none. Throws where no sentence was read.
   */
  add(subject: number, object: number, factor: number, scores: Float64Array): void {
    const scene = this.#scene;
    if (!scene) throw new Error('Read a sentence first.');
    if (scene.items.length > longest) return;
    const first = Math.min(subject, object);
    const second = Math.max(subject, object);
    const key = first * longest + second;
    if (key !== this.#scored) {
      if (!this.#encoded) this.#encode(scene);
      this.#score(scene, first, second);
      this.#scored = key;
    }
    const from = subject < object ? 0 : pairClasses;
    for (let c = 0; c < pairClasses; c += 1) scores[c] = (scores[c] as number) + factor * (this.#scores[from + c] as number);
  }
}
