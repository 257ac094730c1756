import { describe, expect, it } from 'vitest';
import { randomFrom } from '../bench/random.ts';
import { type LinearOptions, trainBinary, trainStatuses } from './linear.ts';

const options = (more: Partial<LinearOptions> = {}): LinearOptions => ({ epochs: 50, rate: 0.1, decay: 0, random: randomFrom(1), ...more });
const features = (...all: number[]): Int32Array => Int32Array.from(all);

describe('trainBinary', () => {
  const examples = [
    { features: features(1, 2), yes: true },
    { features: features(1, 3), yes: false },
    { features: features(4, 2), yes: true },
    { features: features(4, 3), yes: false },
  ];
  const sum = (weights: Float32Array, of: Int32Array): number => of.reduce((total, feature) => total + (weights[feature] as number), 0);

  it('learns to tell yes from no', () => {
    const weights = trainBinary(examples, 10, options());
    expect(examples.map((each) => sum(weights, each.features) > 0)).toEqual(examples.map(({ yes }) => yes));
    expect(weights).toHaveLength(10);
    expect([weights[0], weights[9]]).toEqual([0, 0]);
  });

  it('gives the same weights for the same seed', () => {
    expect(trainBinary(examples, 10, options())).toEqual(trainBinary(examples, 10, options()));
    expect(trainBinary(examples, 10, options({ epochs: 2, random: randomFrom(2) }))).not.toEqual(
      trainBinary(examples, 10, options({ epochs: 2 })),
    );
  });

  it('is pulled towards nought as asked', () => {
    const size = (weights: Float32Array): number => weights.reduce((total, weight) => total + weight ** 2, 0);
    expect(size(trainBinary(examples, 10, options({ decay: 0.5 })))).toBeLessThan(size(trainBinary(examples, 10, options())));
  });

  it('is all nought without examples', () => {
    expect([...trainBinary([], 3, options())]).toEqual([0, 0, 0]);
  });
});

describe('trainStatuses', () => {
  const examples = [
    { features: features(0, 5), target: 0 },
    { features: features(1, 5), target: 1 },
    { features: features(2, 5), target: 2 },
    { features: features(0, 6), target: 0 },
    { features: features(2, 6), target: 2 },
  ];
  const classOf = (weights: Float32Array, of: Int32Array): number => {
    const scores = [0, 1, 2].map((c) => of.reduce((total, feature) => total + (weights[feature * 3 + c] as number), 0));
    return scores.indexOf(Math.max(...scores));
  };

  it('learns to tell classes apart', () => {
    const weights = trainStatuses(examples, 8, 3, options());
    expect(weights).toHaveLength(24);
    expect(examples.map((each) => classOf(weights, each.features))).toEqual(examples.map(({ target }) => target));
  });

  it('leans towards the usual class where nothing else speaks', () => {
    const usual = [...Array.from({ length: 9 }, () => ({ features: features(7), target: 1 })), { features: features(7), target: 2 }];
    expect(classOf(trainStatuses(usual, 8, 3, options()), features(7))).toBe(1);
  });

  it('gives the same weights for the same seed, and is all nought without examples', () => {
    expect(trainStatuses(examples, 8, 3, options())).toEqual(trainStatuses(examples, 8, 3, options()));
    expect(trainStatuses([], 2, 3, options()).every((weight) => weight === 0)).toBe(true);
  });
});
