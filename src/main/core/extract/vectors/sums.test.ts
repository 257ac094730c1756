import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightsOf } from '../weights.ts';
import { VectorMemory } from './memory.ts';
import { FeatureSums } from './sums.ts';

describe('FeatureSums', () => {
  it('adds up the rows of features, as a plain loop does', () => {
    const given = fc.record({
      classes: fc.integer({ min: 1, max: 24 }),
      rows: fc.array(fc.tuple(fc.nat({ max: 199 }), fc.int8Array({ minLength: 24, maxLength: 24 })), { maxLength: 40 }),
      features: fc.array(fc.nat({ max: 199 }), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(given, ({ classes, rows, features }) => {
        const table = new Int8Array(200 * classes);
        for (const [bucket, row] of rows) table.set(row.subarray(0, classes), bucket * classes);
        const sums = new FeatureSums(weightsOf({ format: 1, buckets: 200, classes, scale: 0.5, extra: new Float32Array(0) }, table));
        const wanted = Array.from({ length: classes }, (_, c) => features.reduce((sum, f) => sum + (table[f * classes + c] as number), 0));
        expect([...sums.of(features).subarray(0, classes)]).toEqual(wanted);
        const some = features.slice(3, 9).reduce((sum, f) => sum + (table[f * classes] as number), 0);
        if (features.length >= 9) expect(sums.of(features, 3, 9)[0]).toBe(some);
      }),
      { numRuns: 100 },
    );
  });

  it('stops at the ends of 16 bits', () => {
    const sums = new FeatureSums(
      weightsOf({ format: 1, buckets: 1, classes: 2, scale: 1, extra: new Float32Array(0) }, Int8Array.of(127, -128)),
    );
    expect([...sums.of(new Int32Array(1000)).subarray(0, 2)]).toEqual([32767, -32768]);
  });

  it('has no room for more classes than 24', () => {
    expect(
      () => new FeatureSums(weightsOf({ format: 1, buckets: 1, classes: 25, scale: 1, extra: new Float32Array(0) }, new Int8Array(25))),
    ).toThrow('25');
  });
});

describe('VectorMemory', () => {
  const memory = new VectorMemory(1000);
  const numbers = memory.floats(10);

  it('gives addresses of stretches of its own numbers only', () => {
    expect(memory.address(numbers, 2, 8) - memory.address(numbers, 0, 8)).toBe(8);
    expect(() => memory.address(numbers, 4, 8)).toThrow('no stretch');
    expect(() => memory.address(numbers, -1, 4)).toThrow('no stretch');
    expect(() => memory.address(numbers, 0, 6)).toThrow('no stretch');
    expect(() => memory.address(new Float32Array(8), 0, 8)).toThrow('another memory');
    expect(() => memory.address(new VectorMemory(1000).floats(8), 0, 8)).toThrow('another memory');
  });

  it('ends where its room ends', () => {
    expect(() => new VectorMemory(1000).floats(1 << 20)).toThrow();
  });

  it('multiplies, and finds the largest, as plain loops do', () => {
    const numbersOf = (count: number): fc.Arbitrary<number[]> =>
      fc.array(
        fc.integer({ min: -50, max: 50 }).map((n) => n / 4),
        { minLength: count, maxLength: count },
      );
    fc.assert(
      fc.property(numbersOf(8 * 12), numbersOf(12), numbersOf(8), (matrix, input, bias) => {
        const room = new VectorMemory(4096);
        const [weights, given, out] = [room.floats(96), room.floats(12), room.floats(8)];
        weights.set(matrix);
        given.set(input);
        out.set(bias);
        room.functions.addProduct(room.address(weights, 0, 96), room.address(given, 0, 12), 12, room.address(out, 0, 8), 8);
        const product = bias.map((each, j) => input.reduce((sum, x, i) => sum + x * (matrix[12 * j + i] as number), each));
        expect([...out]).toEqual(product);
        room.functions.largest(room.address(weights, 0, 96), 12, 4 * 8, room.address(out, 0, 8), 4 * 8);
        expect([...out]).toEqual(bias.map((_, j) => Math.max(...matrix.filter((__, k) => k % 8 === j))));
      }),
      { numRuns: 50 },
    );
  });
});
