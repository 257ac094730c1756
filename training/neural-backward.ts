import {
  directions,
  hiddenSize,
  inputSize,
  scoreSize,
  sidesSize,
  startOf,
  stateSize,
  statesSize,
} from '../src/main/core/extract/pairs/neural-shape.ts';
import type { PairTrace, Thinning, Trace } from './neural-forward.ts';

/** The slopes of a sentence's loss: for the states (filled pair by pair), then for the inputs. */
export interface Slopes {
  states: Float64Array;
  inputs: Float64Array;
}

/** Takes slopes back through `out = matrix · input`: to the matrix, and to the input where wanted. */
export const productBack = (
  weights: Float64Array,
  slopes: Float64Array,
  at: number,
  input: Float64Array,
  inputAt: number,
  inputs: number,
  outSlopes: Float64Array,
  outAt: number,
  outputs: number,
  inputSlopes: Float64Array | undefined,
  inputSlopesAt: number,
): void => {
  let row = at;
  let j = 0;
  for (; j + 3 < outputs; j += 4) {
    const slopeA = outSlopes[outAt + j] as number;
    const slopeB = outSlopes[outAt + j + 1] as number;
    const slopeC = outSlopes[outAt + j + 2] as number;
    const slopeD = outSlopes[outAt + j + 3] as number;
    const b = row + inputs;
    const c = b + inputs;
    const d = c + inputs;
    if (slopeA !== 0 || slopeB !== 0 || slopeC !== 0 || slopeD !== 0) {
      for (let i = 0; i < inputs; i += 1) {
        const value = input[inputAt + i] as number;
        if (value === 0) continue;
        slopes[row + i] = (slopes[row + i] as number) + slopeA * value;
        slopes[b + i] = (slopes[b + i] as number) + slopeB * value;
        slopes[c + i] = (slopes[c + i] as number) + slopeC * value;
        slopes[d + i] = (slopes[d + i] as number) + slopeD * value;
      }
      if (inputSlopes) {
        for (let i = 0; i < inputs; i += 1) {
          inputSlopes[inputSlopesAt + i] =
            (inputSlopes[inputSlopesAt + i] as number) +
            (slopeA * (weights[row + i] as number) + slopeB * (weights[b + i] as number)) +
            (slopeC * (weights[c + i] as number) + slopeD * (weights[d + i] as number));
        }
      }
    }
    row = d + inputs;
  }
  for (; j < outputs; j += 1) {
    const slope = outSlopes[outAt + j] as number;
    for (let i = 0; i < inputs; i += 1) {
      slopes[row + i] = (slopes[row + i] as number) + slope * (input[inputAt + i] as number);
      if (inputSlopes) inputSlopes[inputSlopesAt + i] = (inputSlopes[inputSlopesAt + i] as number) + slope * (weights[row + i] as number);
    }
    row += inputs;
  }
};

const addTo = (slopes: Float64Array, at: number, from: Float64Array, fromAt: number, count: number): void => {
  for (let k = 0; k < count; k += 1) slopes[at + k] = (slopes[at + k] as number) + (from[fromAt + k] as number);
};

const hiddenSlopes = new Float64Array(hiddenSize);
const sideSlopes = new Float64Array(sidesSize);

/** Takes the slopes of a pair's scores back to the weights and to the states of its sentence. */
export const pairBack = (
  weights: Float64Array,
  slopes: Float64Array,
  scoreSlopes: Float64Array,
  first: number,
  second: number,
  traits: readonly number[],
  { sides, largest, hidden }: PairTrace,
  thinning: Thinning,
  states: Float64Array,
): void => {
  hiddenSlopes.fill(0);
  sideSlopes.fill(0);
  productBack(weights, slopes, startOf.scores, hidden, 0, hiddenSize, scoreSlopes, 0, scoreSize, hiddenSlopes, 0);
  addTo(slopes, startOf.scoreBias, scoreSlopes, 0, scoreSize);
  for (let j = 0; j < hiddenSize; j += 1) {
    hiddenSlopes[j] = (hidden[j] as number) > 0 ? (hiddenSlopes[j] as number) * (thinning.hidden[j] as number) : 0;
  }
  addTo(slopes, startOf.hiddenBias, hiddenSlopes, 0, hiddenSize);
  for (const trait of traits) addTo(slopes, startOf.traits + trait * hiddenSize, hiddenSlopes, 0, hiddenSize);
  productBack(weights, slopes, startOf.sides, sides, 0, sidesSize, hiddenSlopes, 0, hiddenSize, sideSlopes, 0);
  for (let k = 0; k < sidesSize; k += 1) sideSlopes[k] = (sideSlopes[k] as number) * (thinning.sides[k] as number);
  addTo(states, first * statesSize, sideSlopes, 0, statesSize);
  addTo(states, second * statesSize, sideSlopes, statesSize, statesSize);
  for (let k = 0; k < largest.length; k += 1) {
    const t = largest[k] as number;
    if (t < 0) continue;
    const at = t * statesSize + (k % statesSize);
    states[at] = (states[at] as number) + (sideSlopes[2 * statesSize + k] as number);
  }
};

const noState = new Float64Array(stateSize);
const gateSlopes = new Float64Array(3 * stateSize);
const memorySlopes = new Float64Array(3 * stateSize);
let later = new Float64Array(stateSize);
let earlier = new Float64Array(stateSize);

/** Takes the slopes of one direction's states back through time. */
const recurBack = (weights: Float64Array, slopes: Float64Array, trace: Trace, way: 0 | 1, back: Slopes): void => {
  const { length, inputs, states } = trace;
  const { input, inputBias, state, stateBias } = directions[way];
  const gates = trace.gates[way];
  const remembered = trace.remembered[way];
  later.fill(0);
  for (let step = length - 1; step >= 0; step -= 1) {
    const t = way === 0 ? step : length - 1 - step;
    const out = t * statesSize + way * stateSize;
    const before = step > 0 ? states : noState;
    const beforeAt = step > 0 ? out + (way === 0 ? -statesSize : statesSize) : 0;
    const at = t * 3 * stateSize;
    for (let j = 0; j < stateSize; j += 1) {
      const slope = (back.states[out + j] as number) + (later[j] as number);
      const reset = gates[at + j] as number;
      const update = gates[at + stateSize + j] as number;
      const candidate = gates[at + 2 * stateSize + j] as number;
      const toCandidate = slope * (1 - update) * (1 - candidate * candidate);
      const toUpdate = slope * ((before[beforeAt + j] as number) - candidate) * update * (1 - update);
      const toReset = toCandidate * (remembered[t * stateSize + j] as number) * reset * (1 - reset);
      earlier[j] = slope * update;
      gateSlopes[j] = toReset;
      gateSlopes[stateSize + j] = toUpdate;
      gateSlopes[2 * stateSize + j] = toCandidate;
      memorySlopes[j] = toReset;
      memorySlopes[stateSize + j] = toUpdate;
      memorySlopes[2 * stateSize + j] = toCandidate * reset;
    }
    addTo(slopes, inputBias, gateSlopes, 0, 3 * stateSize);
    addTo(slopes, stateBias, memorySlopes, 0, 3 * stateSize);
    productBack(weights, slopes, state, before, beforeAt, stateSize, memorySlopes, 0, 3 * stateSize, earlier, 0);
    productBack(weights, slopes, input, inputs, t * inputSize, inputSize, gateSlopes, 0, 3 * stateSize, back.inputs, t * inputSize);
    const kept = later;
    later = earlier;
    earlier = kept;
  }
};

/** Takes the slopes of a sentence's states back to the weights and to its inputs. */
export const encodeBack = (weights: Float64Array, slopes: Float64Array, trace: Trace, back: Slopes): void => {
  back.inputs.fill(0, 0, trace.length * inputSize);
  recurBack(weights, slopes, trace, 0, back);
  recurBack(weights, slopes, trace, 1, back);
};
