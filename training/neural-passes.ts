import {
  hiddenSize,
  inputSize,
  scoreSize,
  sidesSize,
  startOf,
  statesSize,
  weightCount,
} from '../src/main/core/extract/pairs/neural-shape.ts';
import { noRelation, pairClasses } from '../src/main/core/extract/pairs/pairs.ts';
import { encodeBack, pairBack, productBack, type Slopes } from './neural-backward.ts';
import type { Target, TrainingSentence } from './neural-data.ts';
import { addProduct, encode, newPairTrace, scorePair, setBias, type Thinning, type Trace, traceFor } from './neural-forward.ts';
import type { Learner } from './neural-learner.ts';

/** The share of inputs and hidden units, of states, and of words' own numbers that are left out at random. */
export interface Drops {
  drop: number;
  dropStates: number;
  dropWords: number;
  random: () => number;
}

const thin = (factors: Float64Array, count: number, share: number, random: () => number): void => {
  for (let k = 0; k < count; k += 1) factors[k] = random() < share ? 0 : 1 / (1 - share);
};

/** The slopes of a direction's scores from `from` on: chances less what they should be. Returns the loss. */
const scoreBack = (scores: Float64Array, from: number, { classes, must, may }: Target, slopes: Float64Array): number => {
  if (must.length === 0 && may.length > 0) return 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const c of classes) most = Math.max(most, scores[from + c] as number);
  let sum = 0;
  for (const c of classes) sum += Math.exp((scores[from + c] as number) - most);
  let loss = 0;
  for (const c of classes) {
    const chance = Math.exp((scores[from + c] as number) - most) / sum;
    const wanted = must.length === 0 ? Number(c === noRelation) : must.includes(c) ? 1 / must.length : 0;
    if (wanted > 0) loss -= wanted * Math.log(chance + 1e-9);
    if (!may.includes(c)) slopes[from + c] = chance - wanted;
  }
  return loss;
};

/** Goes through sentences one at a time, there and back. */
export class Passes {
  #learner: Learner;
  #vectors: Float64Array;
  #size: number;
  #drops: Drops;
  #trace: Trace | undefined;
  #pair = newPairTrace();
  #back: Slopes = { states: new Float64Array(0), inputs: new Float64Array(0) };
  #inputFactors = new Float64Array(0);
  #ownKept = new Uint8Array(0);
  #scoreSlopes = new Float64Array(scoreSize);
  #thinning: Thinning = { sides: new Float64Array(sidesSize), hidden: new Float64Array(hiddenSize) };

  constructor(learner: Learner, vectors: Float64Array, size: number, drops: Drops) {
    this.#learner = learner;
    this.#vectors = vectors;
    this.#size = size;
    this.#drops = drops;
  }

  #roomFor(length: number): Trace {
    const trace = traceFor(length, this.#trace);
    if (trace !== this.#trace) {
      this.#trace = trace;
      this.#back = { states: new Float64Array(trace.room * statesSize), inputs: new Float64Array(trace.room * inputSize) };
      this.#inputFactors = new Float64Array(trace.room * inputSize);
      this.#ownKept = new Uint8Array(trace.room);
    }
    return trace;
  }

  #setInputs({ vectors, own, marks }: TrainingSentence, inputs: Float64Array): void {
    const { numbers, own: ownNumbers } = this.#learner;
    const { random, drop, dropWords } = this.#drops;
    thin(this.#inputFactors, marks.length * inputSize, drop, random);
    const add = (from: Float64Array, start: number, at: number): void => {
      for (let k = 0; k < inputSize; k += 1) inputs[at + k] = (inputs[at + k] as number) + (from[start + k] as number);
    };
    for (const [t, ofItem] of marks.entries()) {
      const at = t * inputSize;
      setBias(numbers, startOf.inputBias, inputs, at, inputSize);
      const vector = vectors[t] as number;
      if (vector >= 0) addProduct(numbers, weightCount, this.#vectors, vector * this.#size, this.#size, inputs, at, inputSize);
      for (const mark of ofItem) add(numbers, startOf.marks + mark * inputSize, at);
      const row = own[t] as number;
      const kept = row >= 0 && random() >= dropWords;
      this.#ownKept[t] = Number(kept);
      if (kept) add(ownNumbers, row * inputSize, at);
      for (let k = at; k < at + inputSize; k += 1) {
        if ((inputs[k] as number) <= 0) this.#inputFactors[k] = 0;
        inputs[k] = (inputs[k] as number) * (this.#inputFactors[k] as number);
      }
    }
  }

  #inputsBack({ vectors, own, marks }: TrainingSentence): void {
    const { numbers, slopes, ownSlopes, touched } = this.#learner;
    const { inputs } = this.#back;
    const add = (to: Float64Array, start: number, at: number): void => {
      for (let k = 0; k < inputSize; k += 1) to[start + k] = (to[start + k] as number) + (inputs[at + k] as number);
    };
    for (const [t, ofItem] of marks.entries()) {
      const at = t * inputSize;
      for (let k = at; k < at + inputSize; k += 1) inputs[k] = (inputs[k] as number) * (this.#inputFactors[k] as number);
      add(slopes, startOf.inputBias, at);
      for (const mark of ofItem) add(slopes, startOf.marks + mark * inputSize, at);
      const vector = vectors[t] as number;
      if (vector >= 0)
        productBack(numbers, slopes, weightCount, this.#vectors, vector * this.#size, this.#size, inputs, at, inputSize, undefined, 0);
      if (this.#ownKept[t]) {
        const row = own[t] as number;
        touched.add(row);
        add(ownSlopes, row * inputSize, at);
      }
    }
  }

  /** Adds a sentence's slopes to the learner's. Returns its loss. */
  learn(sentence: TrainingSentence): number {
    const { numbers, slopes } = this.#learner;
    const { random, drop, dropStates } = this.#drops;
    const trace = this.#roomFor(sentence.marks.length);
    this.#setInputs(sentence, trace.inputs);
    encode(numbers, trace);
    this.#back.states.fill(0, 0, trace.length * statesSize);
    let loss = 0;
    for (const { first, second, traits, targets } of sentence.pairs) {
      thin(this.#thinning.sides, sidesSize, dropStates, random);
      thin(this.#thinning.hidden, hiddenSize, drop, random);
      scorePair(numbers, trace, first, second, traits, this.#pair, this.#thinning);
      this.#scoreSlopes.fill(0);
      for (const [way, target] of targets.entries())
        if (target) loss += scoreBack(this.#pair.scores, way * pairClasses, target, this.#scoreSlopes);
      pairBack(numbers, slopes, this.#scoreSlopes, first, second, traits, this.#pair, this.#thinning, this.#back.states);
    }
    encodeBack(numbers, slopes, trace, this.#back);
    this.#inputsBack(sentence);
    return loss;
  }
}
