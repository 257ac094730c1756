import { describe, expect, test } from 'vitest';
import { randomFrom } from '../bench/random.ts';
import { PairReader } from '../src/main/core/extract/pairs/neural.ts';
import { packPairNet, unpackPairNet } from '../src/main/core/extract/pairs/neural-file.ts';
import { hiddenSize, inputSize, scoreSize, sidesSize, statesSize, weightCount } from '../src/main/core/extract/pairs/neural-shape.ts';
import { noRelation, pairClasses } from '../src/main/core/extract/pairs/pairs.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import { readBatch } from './corpus.ts';
import { encodeBack, pairBack } from './neural-backward.ts';
import { encode, newPairTrace, scorePair, traceFor } from './neural-forward.ts';
import { trainPairNet } from './neural-train.ts';
import { examplesOfPassage } from './relation-data.ts';

const numbersFrom = (count: number, random: () => number): Float64Array =>
  Float64Array.from({ length: count }, () => 0.4 * (random() - 0.5));

describe('going back over a pair', () => {
  test('gives the slopes that small changes of the weights show', () => {
    const random = randomFrom(5);
    const items = 9;
    const weights = numbersFrom(weightCount, random);
    const trace = traceFor(items);
    trace.inputs.set(numbersFrom(items * inputSize, random));
    const pair = newPairTrace();
    const thinning = { sides: numbersFrom(sidesSize, random), hidden: numbersFrom(hiddenSize, random).map(Math.abs) };
    const direction = numbersFrom(scoreSize, random);
    const traits = [3, 27, 40];
    const value = (): number => {
      encode(weights, trace);
      scorePair(weights, trace, 2, 6, traits, pair, thinning);
      return direction.reduce((sum, each, c) => sum + each * (pair.scores[c] as number), 0);
    };
    value();
    const slopes = new Float64Array(weightCount);
    const back = { states: new Float64Array(items * statesSize), inputs: new Float64Array(items * inputSize) };
    pairBack(weights, slopes, direction, 2, 6, traits, pair, thinning, back.states);
    encodeBack(weights, slopes, trace, back);
    const shown = (numbers: Float64Array, k: number): number => {
      const kept = numbers[k] as number;
      numbers[k] = kept + 1e-5;
      const above = value();
      numbers[k] = kept - 1e-5;
      const below = value();
      numbers[k] = kept;
      return (above - below) / 2e-5;
    };
    expect(slopes.some((slope) => Math.abs(slope) > 1e-3)).toBe(true);
    for (let k = 7; k < weightCount; k += 211) expect(slopes[k]).toBeCloseTo(shown(weights, k), 7);
    for (let k = 0; k < items * inputSize; k += 5) expect(back.inputs[k]).toBeCloseTo(shown(trace.inputs, k), 7);
  });
});

const verbs = ['bought', 'acquired', 'purchased'];
const others = ['praised', 'mentioned', 'greeted'];
const lines = ['Last year', 'On Monday', 'In May', 'Quietly'].flatMap((opening) => [
  ...verbs.map((verb) => `${opening} [c:Alba Motors] ${verb} [c:Benton Steel]. {acquired: Alba Motors -> Benton Steel}`),
  ...others.map((verb) => `${opening} [c:Alba Motors] ${verb} [c:Benton Steel]. {none}`),
]);
const examples = readBatch(lines.join('\n'), 'test').passages.flatMap(examplesOfPassage);
const words = [...verbs, ...others, 'on', 'in', 'last', 'year', 'monday', 'may', 'quietly', '.'];
const vectors = { words, size: 8, numbers: Float32Array.from(numbersFrom(8 * words.length, randomFrom(2))) };
const train = () =>
  trainPairNet(examples, vectors, {
    epochs: 40,
    batch: 4,
    rate: 0.003,
    decay: 0.01,
    drop: 0.1,
    dropStates: 0.1,
    dropWords: 0.1,
    leastSeen: 2,
    random: randomFrom(1),
    log: () => undefined,
  });

describe('a trained network', () => {
  const net = train();
  const reader = new PairReader(net);
  const scoresOf = (each: PairReader, example: (typeof examples)[number]): Float64Array => {
    const scores = new Float64Array(pairClasses);
    each.read(example.scene);
    each.add(example.subject, example.object, 1, scores);
    return scores;
  };

  test('tells who acquired whom, and where nobody did', () => {
    const acquired = relationKindNames.indexOf('acquired');
    for (const example of examples) {
      const scores = scoresOf(reader, example);
      const wins = (scores[acquired] as number) > (scores[noRelation] as number);
      expect(wins).toBe(example.gold.length > 0);
    }
    expect(examples.filter(({ gold }) => gold.length > 0)).toHaveLength(12);
  });

  test('is the same when trained anew, and after packing', () => {
    expect(train()).toEqual(net);
    expect(unpackPairNet(packPairNet(net))).toEqual(net);
  });

  test('adds its scores by a factor', () => {
    const [example] = examples;
    if (!example) throw new Error('There are no examples.');
    const scores = scoresOf(reader, example);
    const twice = Float64Array.from(scores);
    reader.add(example.subject, example.object, 1, twice);
    expect(twice).toEqual(scores.map((score) => 2 * score));
  });

  test('must have read a sentence', () => {
    expect(() => new PairReader(net).add(0, 1, 1, new Float64Array(pairClasses))).toThrow('Read a sentence first.');
  });
});
