import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWeights, rowOf, unpackWeights, type Weights, weightsOf } from './weights.ts';

const head = { format: 7, buckets: 6, classes: 2, scale: 0.5, extra: new Float32Array(0) };

/** Weights of any size: few features of many buckets, with rows of any bytes. */
const anyWeights = fc
  .record({
    format: fc.nat({ max: 2 ** 32 - 1 }),
    buckets: fc.integer({ min: 1, max: 50_000 }),
    classes: fc.integer({ min: 1, max: 23 }),
    scale: fc.float({ noNaN: true, noDefaultInfinity: true }),
    extra: fc.array(fc.float(), { maxLength: 40 }).map((all) => Float32Array.from(all)),
    rows: fc.array(fc.tuple(fc.nat(), fc.int8Array({ minLength: 23, maxLength: 23 })), { maxLength: 60 }),
  })
  .map(({ rows, ...given }) => {
    const table = new Int8Array(given.buckets * given.classes);
    for (const [at, row] of rows) table.set(row.subarray(0, given.classes), (at % given.buckets) * given.classes);
    return { table, weights: weightsOf(given, table) };
  });

/** The full table again: a row of noughts for what is left out. */
const tableOf = (weights: Weights): Int8Array => {
  const { buckets, classes, rows } = weights;
  const table = new Int8Array(buckets * classes);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const row = rowOf(weights, bucket);
    if (row >= 0) table.set(rows.subarray(row * classes, (row + 1) * classes), bucket * classes);
  }
  return table;
};

describe('weights', () => {
  it('keep every row of the table that says something', () => {
    const weights = weightsOf(head, Int8Array.of(0, 0, 1, -1, 0, 0, 0, 127, 0, 0, -128, 0));
    expect([0, 1, 2, 3, 4, 5].map((bucket) => rowOf(weights, bucket))).toEqual([-1, 0, -1, 1, -1, 2]);
    expect([...weights.rows]).toEqual([1, -1, 0, 127, -128, 0]);
  });

  it('come back from their file as they were', () => {
    fc.assert(
      fc.property(anyWeights, ({ table, weights }) => {
        expect(Buffer.from(tableOf(weights).buffer).equals(Buffer.from(table.buffer))).toBe(true);
        const back = unpackWeights(packWeights(weights), weights.format);
        expect(back).toMatchObject({ format: weights.format, buckets: weights.buckets, classes: weights.classes });
        expect(back.scale).toBe(Math.fround(weights.scale));
        expect([...back.extra]).toEqual([...weights.extra]);
        expect(Buffer.from(tableOf(back).buffer).equals(Buffer.from(table.buffer))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('make the same file each time', () => {
    fc.assert(
      fc.property(anyWeights, ({ weights }) => {
        expect(packWeights(weights).equals(packWeights(weights))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('may be empty, and may use the first and the last bucket of many', () => {
    const none = weightsOf(head, new Int8Array(12));
    expect(unpackWeights(packWeights(none), 7).rows).toHaveLength(0);
    const buckets = 1 << 21;
    const table = new Int8Array(buckets);
    table[0] = 3;
    table[buckets - 1] = -4;
    const back = unpackWeights(packWeights(weightsOf({ ...head, buckets, classes: 1 }, table)), 7);
    expect([rowOf(back, 0), rowOf(back, buckets - 1), ...back.rows]).toEqual([0, 1, 3, -4]);
  });

  it('are refused where they were made for other features', () => {
    const packed = packWeights(weightsOf(head, new Int8Array(12).fill(1)));
    expect(() => unpackWeights(packed, 8)).toThrow('another format');
    expect(() => unpackWeights(packed, 7)).not.toThrow();
  });

  it('are refused where the file is damaged', () => {
    const packed = packWeights(weightsOf(head, new Int8Array(12).fill(1)));
    expect(() => unpackWeights(packed.subarray(0, packed.length - 5), 7)).toThrow();
    expect(() => unpackWeights(new Uint8Array(0), 7)).toThrow();
    expect(() => unpackWeights(deflateRawSync(Buffer.from([7, 0])), 7)).toThrow();
  });
});
