import { noRelation, pairBuckets, pairClasses } from '../src/main/core/extract/pairs/pairs.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import type { LinearOptions } from './linear.ts';
import type { PairExample } from './relation-data.ts';
import { shuffle } from './shuffle.ts';

const C = pairClasses;

/** Chances of the classes that the pair's types allow, into `chances`; 0 for the others. */
export const classChances = (
  weights: Float32Array,
  { features, classes }: Pick<PairExample, 'features' | 'classes'>,
  chances: Float64Array,
): void => {
  chances.fill(0);
  for (let f = 0; f < features.length; f += 1) {
    const row = (features[f] as number) * C;
    for (let k = 0; k < classes.length; k += 1) {
      const c = classes[k] as number;
      chances[c] = (chances[c] as number) + (weights[row + c] as number);
    }
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const c of classes) most = Math.max(most, chances[c] as number);
  let sum = 0;
  for (const c of classes) {
    chances[c] = Math.exp((chances[c] as number) - most);
    sum += chances[c] as number;
  }
  for (const c of classes) chances[c] = (chances[c] as number) / sum;
};

/** Learns to tell kinds of relations apart: multinomial logistic regression, AdaGrad, a pair at a time. */
export const trainPairs = (examples: readonly PairExample[], options: LinearOptions): Float32Array => {
  const { epochs, rate, decay, random } = options;
  const weights = new Float32Array(pairBuckets * C);
  const squares = new Float32Array(pairBuckets * C);
  const order = Int32Array.from(examples.keys());
  const chances = new Float64Array(C);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at] as PairExample;
      const { features, classes, gold } = example;
      const must = gold.filter(({ optional }) => !optional).map(({ kind }) => relationKindNames.indexOf(kind));
      const may = gold.filter(({ optional }) => optional).map(({ kind }) => relationKindNames.indexOf(kind));
      if (must.length === 0 && may.length > 0) continue;
      classChances(weights, example, chances);
      const target = must.length > 0 ? must : [noRelation];
      for (const c of classes) {
        if (may.includes(c)) continue;
        const error = (chances[c] as number) - (target.includes(c) ? 1 / target.length : 0);
        if (error < 1e-3 && error > -1e-3) continue;
        for (let f = 0; f < features.length; f += 1) {
          const k = (features[f] as number) * C + c;
          const gradient = error + decay * (weights[k] as number);
          const square = (squares[k] as number) + gradient * gradient;
          squares[k] = square;
          weights[k] = (weights[k] as number) - (rate * gradient) / (0.1 + Math.sqrt(square));
        }
      }
    }
  }
  return weights;
};
