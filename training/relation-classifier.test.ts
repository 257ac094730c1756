import { describe, expect, it } from 'vitest';
import { randomFrom } from '../bench/random.ts';
import { noRelation, pairClasses } from '../src/main/core/extract/pairs/pairs.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import { readPassage } from './corpus.ts';
import type { LinearOptions } from './linear.ts';
import { classChances, trainPairs } from './relation-classifier.ts';
import { examplesOfPassage, type PairExample } from './relation-data.ts';

const options = (more: Partial<LinearOptions> = {}): LinearOptions => ({ epochs: 10, rate: 0.1, decay: 0, random: randomFrom(1), ...more });
const examplesOf = (...lines: string[]): PairExample[] => lines.flatMap((line) => examplesOfPassage(readPassage(line)));
const train = (examples: readonly PairExample[], more?: Partial<LinearOptions>): Float32Array => trainPairs(examples, options(more));

const likeliest = (weights: Float32Array, example: PairExample): string => {
  const chances = new Float64Array(pairClasses);
  classChances(weights, example, chances);
  return relationKindNames[chances.indexOf(Math.max(...chances))] ?? 'none';
};

const lines = [
  '[c:Tarn] bought [c:Ostrel]. {acquired: Tarn -> Ostrel}',
  '[c:Ek] was acquired by [c:Dorn]. {acquired: Dorn -> Ek}',
  '[c:Tarn] sued [c:Dorn]. {sued: Tarn -> Dorn}',
  '[c:Ostrel] competes with [c:Ek]. {competes_with: Ostrel -> Ek}',
  '[p:Ann Oda] runs [c:Tarn]. {leads: Ann Oda -> Tarn}',
  '[p:Bo Ek] left [c:Ostrel]. {left: Bo Ek -> Ostrel}',
  '[c:Tarn] spoke of [c:Ostrel]. {none}',
  '[p:Ann Oda] spoke of [c:Ek]. {none}',
  '[c:Dorn] unveiled the [t:D4]. {develops: Dorn -> D4}',
];

describe('trainPairs', () => {
  it('learns a small set by heart, direction included', () => {
    const examples = examplesOf(...lines);
    const weights = train(examples);
    expect(examples.map((example) => likeliest(weights, example))).toEqual(examples.map(({ gold }) => gold[0]?.kind ?? 'none'));
  });

  it('gives the same weights for the same seed', () => {
    const examples = examplesOf(...lines);
    const bytes = (seed: number): Buffer => Buffer.from(train(examples, { epochs: 2, random: randomFrom(seed) }).buffer);
    expect(bytes(1).equals(bytes(1))).toBe(true);
    expect(bytes(2).equals(bytes(1))).toBe(false);
  });

  it('learns nothing from what counts neither way', () => {
    const optional = examplesOf('[c:Tarn] holds [c:Ostrel]. {?owns: Tarn -> Ostrel}').filter(({ gold }) => gold.length > 0);
    expect(optional).toHaveLength(1);
    expect(train(optional).every((weight) => weight === 0)).toBe(true);
  });

  it('leaves an optional kind alone beside one that is asked for', () => {
    const [example] = examplesOf('[p:Ann Oda] is at [c:Tarn]. {works_for: Ann Oda -> Tarn} {?leads: Ann Oda -> Tarn}').filter(
      ({ gold }) => gold.length === 2,
    ) as [PairExample];
    const weights = train([example]);
    const sums = relationKindNames.map((_, c) => example.features.reduce((sum, f) => sum + (weights[f * pairClasses + c] as number), 0));
    expect(sums[relationKindNames.indexOf('works_for')]).toBeGreaterThan(0);
    expect(sums[relationKindNames.indexOf('leads')]).toBe(0);
    expect(sums[relationKindNames.indexOf('left')]).toBeLessThan(0);
  });

  it('shares the chance between two kinds that both hold', () => {
    const examples = examplesOf('[p:Ann Oda] of [c:Tarn]. {founded: Ann Oda -> Tarn} {leads: Ann Oda -> Tarn}').filter(
      ({ gold }) => gold.length === 2,
    );
    const chances = new Float64Array(pairClasses);
    classChances(train(examples, { epochs: 50 }), examples[0] as PairExample, chances);
    expect(chances[relationKindNames.indexOf('founded')]).toBeGreaterThan(0.4);
    expect(chances[relationKindNames.indexOf('leads')]).toBeGreaterThan(0.4);
  });
});

describe('classChances', () => {
  it('are even without weights, sum to one over the classes allowed, and are nought for the others', () => {
    const classes = [2, 5, noRelation];
    const chances = new Float64Array(pairClasses).fill(9);
    const weights = new Float32Array(10 * pairClasses);
    classChances(weights, { features: Int32Array.of(1, 3), classes }, chances);
    for (const c of chances.keys()) expect(chances[c]).toBeCloseTo(classes.includes(c) ? 1 / 3 : 0, 10);
    weights[1 * pairClasses + 5] = 2;
    weights[3 * pairClasses + 5] = 1;
    weights[3 * pairClasses + 7] = 50;
    classChances(weights, { features: Int32Array.of(1, 3), classes }, chances);
    expect(chances[5]).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 2), 10);
    expect(chances[7]).toBe(0);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
  });

  it('bear weights of any size', () => {
    const chances = new Float64Array(pairClasses);
    const weights = new Float32Array(pairClasses);
    weights[0] = 1e6;
    weights[1] = -1e6;
    classChances(weights, { features: Int32Array.of(0), classes: [0, 1] }, chances);
    expect([chances[0], chances[1]]).toEqual([1, 0]);
  });
});
