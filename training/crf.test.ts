import { describe, expect, it } from 'vitest';
import { randomFrom } from '../bench/random.ts';
import { bucketCount } from '../src/main/core/extract/tagger/features.ts';
import { beginOf, insideOf, labelCount, mayFollow, tagTypes } from '../src/main/core/extract/tagger/labels.ts';
import { type CrfWeights, type TrainOptions, trainCrf } from './crf.ts';
import type { Example } from './tagger-data.ts';
import { bestLabels } from './testing.ts';

const L = labelCount;
const company = tagTypes.indexOf('company');
const organization = tagTypes.indexOf('organization');
const person = tagTypes.indexOf('person');
const [C, CI] = [beginOf(company), insideOf(company)];
const [O, OI] = [beginOf(organization), insideOf(organization)];
const [P, PI] = [beginOf(person), insideOf(person)];

const only = (...labels: number[]): number => labels.reduce((mask, label) => mask | (1 << label), 0);
const any = (1 << L) - 1;

const options = (more: Partial<TrainOptions> = {}): TrainOptions => ({
  epochs: 2,
  rate: 0.1,
  decay: 0,
  random: randomFrom(1),
  log: () => {},
  ...more,
});

/** A sentence of which each token has its features, and the labels that it may have. */
const sentence = (tokens: readonly (readonly [features: readonly number[], allowed: number])[], weight = 1): Example => {
  const starts = [0];
  for (const [features] of tokens) starts.push((starts.at(-1) ?? 0) + features.length);
  return {
    features: Int32Array.from(tokens.flatMap(([features]) => features)),
    starts: Int32Array.from(starts),
    allowed: Uint16Array.from(tokens.map(([, allowed]) => allowed)),
    weight,
  };
};

const featuresAt = ({ features, starts }: Example, i: number): Int32Array => features.subarray(starts[i], starts[i + 1]);
const scoreIn =
  ({ emission }: Pick<CrfWeights, 'emission'>, example: Example) =>
  (i: number, label: number): number =>
    featuresAt(example, i).reduce((sum, feature) => sum + (emission[feature * L + label] as number), 0);

/** All paths of labels through `n` tokens that may be. */
const pathsOf = (n: number): number[][] =>
  n === 0
    ? [[]]
    : pathsOf(n - 1).flatMap((path) =>
        Array.from({ length: L }, (_, label) => label)
          .filter((label) => mayFollow(path.at(-1) ?? -1, label))
          .map((label) => [...path, label]),
      );

/** The logarithm of the chance that a path is one of those allowed, by adding up every path there is. */
const logLikelihood = (
  paths: readonly number[][],
  example: Example,
  scoreOf: (i: number, y: number) => number,
  transition: Float64Array,
) => {
  let free = 0;
  let clamped = 0;
  for (const path of paths) {
    let score = 0;
    let before = L;
    let allowed = true;
    for (const [i, label] of path.entries()) {
      score += scoreOf(i, label) + (transition[before * L + label] as number);
      allowed &&= ((example.allowed[i] as number) & (1 << label)) !== 0;
      before = label;
    }
    const chance = Math.exp(score);
    free += chance;
    if (allowed) clamped += chance;
  }
  return Math.log(clamped / free);
};

describe('trainCrf', () => {
  it('learns a small set by heart', () => {
    const [tarn, robotics, ann, oda, grew, met] = [11, 222, 3333, 44444, 555555, bucketCount - 1];
    const examples = [
      sentence([
        [[tarn, 7], only(C)],
        [[robotics, 7], only(CI)],
        [[grew], only(0)],
      ]),
      sentence([
        [[ann, 7], only(P)],
        [[oda, 7], only(PI)],
        [[met], only(0)],
        [[tarn, 7], only(C)],
      ]),
      sentence([
        [[grew], only(0)],
        [[met], only(0)],
      ]),
      sentence([
        [[oda, 7], only(P)],
        [[tarn, 7], only(C)],
      ]),
    ];
    const weights = trainCrf(examples, options({ epochs: 30 }));
    const learnt = examples.map((example) => bestLabels(example.allowed.length, scoreIn(weights, example), weights.transition));
    expect(learnt).toEqual([
      [C, CI, 0],
      [P, PI, 0, C],
      [0, 0],
      [P, C],
    ]);
  });

  it('follows the gradient of the log-likelihood', () => {
    const example = sentence(
      [
        [[10], only(C, O)],
        [[20], only(CI, OI, 0)],
        [[30], any & ~only(P)],
      ],
      0.5,
    );
    const features = [10, 20, 30];
    const rate = 0.3;
    const after: Float64Array[] = [];
    const read = ({ emission, transition }: CrfWeights): Float64Array =>
      Float64Array.from([...features.flatMap((feature) => [...emission.subarray(feature * L, feature * L + L)]), ...transition]);
    trainCrf([example], options({ rate, afterEpoch: (_, weights) => after.push(read(weights)) }));

    const paths = pathsOf(3);
    const gradientAt = (at: Float64Array, k: number): number => {
      const shifted = (by: number): number => {
        const moved = at.slice();
        moved[k] = (moved[k] as number) + by;
        return logLikelihood(paths, example, (i, y) => moved[i * L + y] as number, moved.subarray(features.length * L));
      };
      return (shifted(1e-4) - shifted(-1e-4)) / 2e-4;
    };
    // What AdaGrad would do with the gradient by finite differences, from where each epoch began.
    let before = new Float64Array(features.length * L + (L + 1) * L);
    const squares = new Float64Array(before.length);
    let moved = 0;
    for (const weights of after) {
      for (let k = 0; k < before.length; k += 1) {
        const gradient = -0.5 * gradientAt(before, k);
        squares[k] = (squares[k] as number) + gradient ** 2;
        const soft = k < features.length * L ? 1e-2 : 1e-3;
        const step = (-rate * gradient) / (soft + Math.sqrt(squares[k] as number));
        // Steps for gradients of next to nothing are not taken.
        if (Math.abs(gradient) < 2e-4) continue;
        expect((weights[k] as number) - (before[k] as number)).toBeCloseTo(step, 3);
        moved += 1;
      }
      before = weights.slice();
    }
    expect(moved).toBeGreaterThan(100);
  });

  it('is sure of no more than partial labels say', () => {
    const [bank, grew] = [100, 200];
    const examples = Array.from({ length: 10 }, () =>
      sentence([
        [[bank], only(C, O)],
        [[grew], only(0)],
      ]),
    );
    const { emission, transition } = trainCrf(examples, options({ epochs: 20 }));
    const [first] = examples as [Example];
    const scoreOf = scoreIn({ emission }, first);
    expect(scoreOf(0, C)).toBeCloseTo(scoreOf(0, O), 5);
    expect(logLikelihood(pathsOf(2), first, scoreOf, Float64Array.from(transition))).toBeGreaterThan(-0.05);
    const asCompany = { ...first, allowed: Uint16Array.of(only(C), only(0)) };
    expect(logLikelihood(pathsOf(2), asCompany, scoreOf, Float64Array.from(transition))).toBeCloseTo(Math.log(0.5), 1);
  });

  it('learns nothing from what says nothing', () => {
    const examples = [
      sentence([
        [[100], any],
        [[200], any],
      ]),
      sentence([[[100], only(C)]], 0),
      // No path leads into the middle of a name.
      sentence([[[100], only(CI)]]),
      sentence([]),
    ];
    const { emission, transition } = trainCrf(examples, options());
    for (const k of [100, 200]) expect(emission.subarray(k * L, k * L + L).every((weight) => weight === 0)).toBe(true);
    // Rounding leaves some 1e-16 of a gradient where both sums are the same.
    expect(transition.every((weight) => Math.abs(weight) < 1e-6)).toBe(true);
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const examples = Array.from({ length: 12 }, (_, k) =>
      sentence([
        [[k % 5, 50 + (k % 3)], only(k % 2 ? C : P)],
        [[60 + k], only(0)],
      ]),
    );
    const train = (seed: number): { emission: Buffer; transition: Float32Array } => {
      const { emission, transition } = trainCrf(examples, options({ random: randomFrom(seed) }));
      return { emission: Buffer.from(emission.buffer), transition };
    };
    const first = train(1);
    const again = train(1);
    expect(again.emission.equals(first.emission)).toBe(true);
    expect(again.transition).toEqual(first.transition);
    expect(train(2).emission.equals(first.emission)).toBe(false);
  });

  it('gives the mean of the last two epochs', () => {
    const seen: number[] = [];
    const logged: string[] = [];
    const { emission } = trainCrf(
      [sentence([[[5], only(C)]])],
      options({
        epochs: 3,
        log: (line) => logged.push(line),
        afterEpoch: (_, weights) => seen.push(weights.emission[5 * L + C] as number),
      }),
    );
    const [, second = 0, third = 0] = seen;
    expect(seen).toHaveLength(3);
    expect(third).toBeGreaterThan(second);
    expect(emission[5 * L + C]).toBeCloseTo((second + third) / 2, 6);
    expect(logged).toHaveLength(3);
    const likelihoods = logged.map((line) => Number(/likelihood (-[\d.]+)$/.exec(line)?.[1]));
    expect(likelihoods).toEqual([...likelihoods].sort((a, b) => a - b));
  });
});
