import { bucketCount } from '../src/main/core/extract/tagger/features.ts';
import { labelCount, mayFollow } from '../src/main/core/extract/tagger/labels.ts';
import { shuffle } from './shuffle.ts';
import type { Example } from './tagger-data.ts';

/** Weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001). */
export interface CrfWeights {
  /** For each feature a weight a label. */
  emission: Float32Array;
  /** From the label of a row (the last row is the start of the sentence) to the label of a column. */
  transition: Float32Array;
}

const L = labelCount;
const startRow = L;

export interface TrainOptions {
  epochs: number;
  rate: number;
  /** Pull towards zero, by example. */
  decay: number;
  random: () => number;
  log: (line: string) => void;
  afterEpoch?: (epoch: number, weights: CrfWeights) => void;
}

const forbidden: readonly boolean[] = Array.from({ length: (L + 1) * L }, (_, at) => {
  const before = Math.floor(at / L);
  return !mayFollow(before === startRow ? -1 : before, at % L);
});

/** Buffers for sentences of up to `length` tokens. */
class Lattice {
  emission = new Float64Array(0);
  scores = new Float64Array(0);
  forward = new Float64Array(0);
  backward = new Float64Array(0);
  clampedForward = new Float64Array(0);
  clampedBackward = new Float64Array(0);

  fit(length: number): void {
    if (this.scores.length >= length * L) return;
    const size = Math.max(length * L, 2 * this.scores.length);
    this.scores = new Float64Array(size);
    this.emission = new Float64Array(size);
    this.forward = new Float64Array(size);
    this.backward = new Float64Array(size);
    this.clampedForward = new Float64Array(size);
    this.clampedBackward = new Float64Array(size);
  }
}

/**
 * Forward and backward sums, scaled at each token so that they neither vanish nor overflow; returns the logarithm of the sum
 * over all paths. `allowed` limits the labels of each token; undefined lets all through.
 */
const sums = (
  emission: Float64Array,
  transition: Float64Array,
  n: number,
  allowed: Uint16Array | undefined,
  forward: Float64Array,
  backward: Float64Array,
): number => {
  let log = 0;
  for (let i = 0; i < n; i += 1) {
    const mask = allowed ? (allowed[i] as number) : 0xffff;
    let scale = 0;
    for (let y = 0; y < L; y += 1) {
      let sum = 0;
      if (mask & (1 << y)) {
        if (i === 0) sum = transition[startRow * L + y] as number;
        else for (let x = 0; x < L; x += 1) sum += (forward[(i - 1) * L + x] as number) * (transition[x * L + y] as number);
        sum *= emission[i * L + y] as number;
      }
      forward[i * L + y] = sum;
      scale += sum;
    }
    if (scale === 0) return Number.NEGATIVE_INFINITY;
    for (let y = 0; y < L; y += 1) forward[i * L + y] = (forward[i * L + y] as number) / scale;
    log += Math.log(scale);
  }
  for (let y = 0; y < L; y += 1) backward[(n - 1) * L + y] = 1;
  for (let i = n - 2; i >= 0; i -= 1) {
    const mask = allowed ? (allowed[i + 1] as number) : 0xffff;
    let scale = 0;
    for (let x = 0; x < L; x += 1) {
      let sum = 0;
      for (let y = 0; y < L; y += 1) {
        if (mask & (1 << y))
          sum += (transition[x * L + y] as number) * (emission[(i + 1) * L + y] as number) * (backward[(i + 1) * L + y] as number);
      }
      backward[i * L + x] = sum;
      scale += sum;
    }
    for (let x = 0; x < L; x += 1) backward[i * L + x] = (backward[i * L + x] as number) / scale;
  }
  return log;
};

/** Writes each token's chance of each label into `forward`. */
const marginals = (n: number, forward: Float64Array, backward: Float64Array): void => {
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let y = 0; y < L; y += 1) {
      const value = (forward[i * L + y] as number) * (backward[i * L + y] as number);
      forward[i * L + y] = value;
      sum += value;
    }
    for (let y = 0; y < L; y += 1) forward[i * L + y] = (forward[i * L + y] as number) / sum;
  }
};

/** Learns the weights that make the allowed paths likely: AdaGrad on the log-likelihood, an example at a time; of the last two epochs the mean. */
export const trainCrf = (examples: readonly Example[], options: TrainOptions): CrfWeights => {
  const { epochs, rate, decay, random, log } = options;
  const weights = new Float32Array(bucketCount * L);
  const squares = new Float32Array(bucketCount * L);
  const transition = new Float32Array((L + 1) * L);
  const transitionSquares = new Float32Array((L + 1) * L);
  const average = new Float32Array(bucketCount * L);
  const averageTransition = new Float32Array((L + 1) * L);
  const order = Int32Array.from(examples.keys());
  const lattice = new Lattice();
  const expTransition = new Float64Array((L + 1) * L);
  const pair = new Float64Array((L + 1) * L);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    shuffle(order, random);
    let likelihood = 0;
    for (const at of order) {
      const { features, starts, allowed, weight } = examples[at] as Example;
      const n = allowed.length;
      if (n === 0) continue;
      lattice.fit(n);
      const { scores, emission, forward, backward, clampedForward, clampedBackward } = lattice;
      for (let i = 0; i < n; i += 1) {
        const from = i * L;
        for (let y = 0; y < L; y += 1) scores[from + y] = 0;
        for (let f = starts[i] as number; f < (starts[i + 1] as number); f += 1) {
          const row = (features[f] as number) * L;
          for (let y = 0; y < L; y += 1) scores[from + y] = (scores[from + y] as number) + (weights[row + y] as number);
        }
        let most = Number.NEGATIVE_INFINITY;
        for (let y = 0; y < L; y += 1) most = Math.max(most, scores[from + y] as number);
        for (let y = 0; y < L; y += 1) emission[from + y] = Math.exp((scores[from + y] as number) - most);
      }
      for (let k = 0; k < expTransition.length; k += 1) expTransition[k] = forbidden[k] ? 0 : Math.exp(transition[k] as number);
      const free = sums(emission, expTransition, n, undefined, forward, backward);
      const clamped = sums(emission, expTransition, n, allowed, clampedForward, clampedBackward);
      if (clamped === Number.NEGATIVE_INFINITY) continue;
      likelihood += clamped - free;
      // expected minus observed transitions
      pair.fill(0);
      for (const [sign, f, b, mask] of [
        [1, forward, backward, undefined],
        [-1, clampedForward, clampedBackward, allowed],
      ] as const) {
        for (let i = 1; i < n; i += 1) {
          let sum = 0;
          for (let x = 0; x < L; x += 1)
            for (let y = 0; y < L; y += 1)
              if (!mask || (mask[i] as number) & (1 << y))
                sum +=
                  (f[(i - 1) * L + x] as number) *
                  (expTransition[x * L + y] as number) *
                  (emission[i * L + y] as number) *
                  (b[i * L + y] as number);
          const scale = sign / sum;
          for (let x = 0; x < L; x += 1) {
            const left = (f[(i - 1) * L + x] as number) * scale;
            if (left === 0) continue;
            for (let y = 0; y < L; y += 1)
              if (!mask || (mask[i] as number) & (1 << y))
                pair[x * L + y] =
                  (pair[x * L + y] as number) +
                  left * (expTransition[x * L + y] as number) * (emission[i * L + y] as number) * (b[i * L + y] as number);
          }
        }
      }
      marginals(n, forward, backward);
      marginals(n, clampedForward, clampedBackward);
      for (let y = 0; y < L; y += 1) pair[startRow * L + y] = (forward[y] as number) - (clampedForward[y] as number);
      for (let k = 0; k < pair.length; k += 1) {
        const gradient = weight * (pair[k] as number);
        if (gradient === 0) continue;
        transitionSquares[k] = (transitionSquares[k] as number) + gradient * gradient;
        transition[k] = (transition[k] as number) - (rate * gradient) / (1e-3 + Math.sqrt(transitionSquares[k] as number));
      }
      for (let i = 0; i < n; i += 1) {
        const from = i * L;
        for (let y = 0; y < L; y += 1) {
          const gradient = weight * ((forward[from + y] as number) - (clampedForward[from + y] as number));
          if (gradient < 1e-4 && gradient > -1e-4) continue;
          for (let f = starts[i] as number; f < (starts[i + 1] as number); f += 1) {
            const k = (features[f] as number) * L + y;
            const g = gradient + decay * (weights[k] as number);
            const square = (squares[k] as number) + g * g;
            squares[k] = square;
            weights[k] = (weights[k] as number) - (rate * g) / (1e-2 + Math.sqrt(square));
          }
        }
      }
    }
    log(`epoch ${epoch}: mean log-likelihood ${(likelihood / examples.length).toFixed(4)}`);
    if (epoch > epochs - 2) {
      const share = epochs === 1 ? 1 : 0.5;
      for (let k = 0; k < weights.length; k += 1) average[k] = (average[k] as number) + share * (weights[k] as number);
      for (let k = 0; k < transition.length; k += 1)
        averageTransition[k] = (averageTransition[k] as number) + share * (transition[k] as number);
    }
    options.afterEpoch?.(epoch, { emission: weights, transition });
  }
  return { emission: average, transition: averageTransition };
};
