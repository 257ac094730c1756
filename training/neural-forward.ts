import {
  directions,
  hiddenSize,
  inputSize,
  reach,
  scoreSize,
  sidesSize,
  startOf,
  stateSize,
  statesSize,
} from '../src/main/core/extract/pairs/neural-shape.ts';

/** `out += matrix · input`; the matrix lies output by output from `at` on. Training works with 64 bits a number; what reads (pairs/neural.ts) with 32. */
export const addProduct = (
  weights: Float64Array,
  at: number,
  input: Float64Array,
  inputAt: number,
  inputs: number,
  out: Float64Array,
  outAt: number,
  outputs: number,
): void => {
  let row = at;
  let j = 0;
  for (; j + 3 < outputs; j += 4) {
    const b = row + inputs;
    const c = b + inputs;
    const d = c + inputs;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let i = 0; i < inputs; i += 1) {
      const value = input[inputAt + i] as number;
      sumA += value * (weights[row + i] as number);
      sumB += value * (weights[b + i] as number);
      sumC += value * (weights[c + i] as number);
      sumD += value * (weights[d + i] as number);
    }
    out[outAt + j] = (out[outAt + j] as number) + sumA;
    out[outAt + j + 1] = (out[outAt + j + 1] as number) + sumB;
    out[outAt + j + 2] = (out[outAt + j + 2] as number) + sumC;
    out[outAt + j + 3] = (out[outAt + j + 3] as number) + sumD;
    row = d + inputs;
  }
  for (; j < outputs; j += 1) {
    let sum = 0;
    for (let i = 0; i < inputs; i += 1) sum += (input[inputAt + i] as number) * (weights[row + i] as number);
    out[outAt + j] = (out[outAt + j] as number) + sum;
    row += inputs;
  }
};

/** `out[outAt…] = weights[at…]`: a bias, before products are added. */
export const setBias = (weights: Float64Array, at: number, out: Float64Array, outAt: number, count: number): void => {
  for (let k = 0; k < count; k += 1) out[outAt + k] = weights[at + k] as number;
};

/** All that is worked out for a sentence; training goes back over it. Arrays are longer than needed and used again. */
export interface Trace {
  /** Items of the sentence. */
  length: number;
  /** Items that there is room for. */
  room: number;
  /** `inputSize` an item, nothing below zero: set by the caller. */
  inputs: Float64Array;
  /** For each direction the gates (reset, update, candidate) of an item, and the candidate's part from the state before. */
  gates: readonly [Float64Array, Float64Array];
  remembered: readonly [Float64Array, Float64Array];
  /** What the state before says to the gates at hand. */
  from: Float64Array;
  /** `statesSize` an item: forward, then backward. */
  states: Float64Array;
}

const numbers = (count: number): Float64Array => new Float64Array(count);

const newTrace = (room: number): Trace => ({
  length: 0,
  room,
  inputs: numbers(room * inputSize),
  gates: [numbers(room * 3 * stateSize), numbers(room * 3 * stateSize)],
  remembered: [numbers(room * stateSize), numbers(room * stateSize)],
  from: numbers(3 * stateSize),
  states: numbers(room * statesSize),
});

/** Room for a sentence of `length` items: `trace` itself where it is large enough. */
export const traceFor = (length: number, trace?: Trace): Trace => {
  const fitting = trace && trace.room >= length ? trace : newTrace(Math.max(64, 2 * length));
  fitting.length = length;
  return fitting;
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const noState = new Float64Array(stateSize);

/** Gated recurrent units (GRU) over the items, one way. */
const recur = (weights: Float64Array, trace: Trace, way: 0 | 1): void => {
  const { length, inputs, states, from } = trace;
  const { input, inputBias, state, stateBias } = directions[way];
  const gates = trace.gates[way];
  const remembered = trace.remembered[way];
  let before: Float64Array = noState;
  let beforeAt = 0;
  for (let step = 0; step < length; step += 1) {
    const t = way === 0 ? step : length - 1 - step;
    const at = t * 3 * stateSize;
    setBias(weights, inputBias, gates, at, 3 * stateSize);
    addProduct(weights, input, inputs, t * inputSize, inputSize, gates, at, 3 * stateSize);
    setBias(weights, stateBias, from, 0, 3 * stateSize);
    if (step > 0) addProduct(weights, state, before, beforeAt, stateSize, from, 0, 3 * stateSize);
    const out = t * statesSize + way * stateSize;
    for (let j = 0; j < stateSize; j += 1) {
      const reset = sigmoid((gates[at + j] as number) + (from[j] as number));
      const update = sigmoid((gates[at + stateSize + j] as number) + (from[stateSize + j] as number));
      const memory = from[2 * stateSize + j] as number;
      const candidate = Math.tanh((gates[at + 2 * stateSize + j] as number) + reset * memory);
      gates[at + j] = reset;
      gates[at + stateSize + j] = update;
      gates[at + 2 * stateSize + j] = candidate;
      remembered[t * stateSize + j] = memory;
      states[out + j] = (1 - update) * candidate + update * (before[beforeAt + j] as number);
    }
    before = states;
    beforeAt = out;
  }
};

/** Works out the states of a sentence's items from `trace.inputs`. */
export const encode = (weights: Float64Array, trace: Trace): void => {
  recur(weights, trace, 0);
  recur(weights, trace, 1);
};

/** All that is worked out for a pair. */
export interface PairTrace {
  sides: Float64Array;
  /** Which item each of the largest states came from; −1 where there is none. */
  largest: Int32Array;
  hidden: Float64Array;
  scores: Float64Array;
}

/** Room for a pair. */
export const newPairTrace = (): PairTrace => ({
  sides: numbers(sidesSize),
  largest: new Int32Array(3 * statesSize),
  hidden: numbers(hiddenSize),
  scores: numbers(scoreSize),
});

/** Factors by which training thins out the sides and the hidden units. */
export interface Thinning {
  sides: Float64Array;
  hidden: Float64Array;
}

const gatherSides = ({ states, length }: Trace, first: number, second: number, { sides, largest }: PairTrace): void => {
  sides.set(states.subarray(first * statesSize, (first + 1) * statesSize), 0);
  sides.set(states.subarray(second * statesSize, (second + 1) * statesSize), statesSize);
  const stretches = [
    [Math.max(0, first - reach), first],
    [first + 1, second],
    [second + 1, Math.min(length, second + 1 + reach)],
  ] as const;
  for (const [s, [from, to]] of stretches.entries()) {
    const at = (2 + s) * statesSize;
    const places = s * statesSize;
    sides.fill(from < to ? Number.NEGATIVE_INFINITY : 0, at, at + statesSize);
    largest.fill(-1, places, places + statesSize);
    for (let t = from; t < to; t += 1) {
      for (let j = 0; j < statesSize; j += 1) {
        const value = states[t * statesSize + j] as number;
        if (value <= (sides[at + j] as number)) continue;
        sides[at + j] = value;
        largest[places + j] = t;
      }
    }
  }
};

/** Scores a pair's classes in both directions, into `pair.scores`: the softmax over those that its types allow gives chances. */
export const scorePair = (
  weights: Float64Array,
  trace: Trace,
  first: number,
  second: number,
  traits: readonly number[],
  pair: PairTrace,
  thinning?: Thinning,
): void => {
  const { sides, hidden, scores } = pair;
  gatherSides(trace, first, second, pair);
  if (thinning) for (let k = 0; k < sidesSize; k += 1) sides[k] = (sides[k] as number) * (thinning.sides[k] as number);
  setBias(weights, startOf.hiddenBias, hidden, 0, hiddenSize);
  for (const trait of traits) {
    const at = startOf.traits + trait * hiddenSize;
    for (let j = 0; j < hiddenSize; j += 1) hidden[j] = (hidden[j] as number) + (weights[at + j] as number);
  }
  addProduct(weights, startOf.sides, sides, 0, sidesSize, hidden, 0, hiddenSize);
  for (let j = 0; j < hiddenSize; j += 1) hidden[j] = Math.max(0, hidden[j] as number) * (thinning ? (thinning.hidden[j] as number) : 1);
  setBias(weights, startOf.scoreBias, scores, 0, scoreSize);
  addProduct(weights, startOf.scores, hidden, 0, hiddenSize, scores, 0, scoreSize);
};
