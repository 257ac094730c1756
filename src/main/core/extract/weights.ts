import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { resourcePath } from '../places.ts';

/** What a linear model has learnt: for each feature (a number below `buckets`) a weight a class, as steps of `scale`. */
export interface Weights {
  /** Raised by whoever changes features or classes: weights made for others are refused. */
  format: number;
  buckets: number;
  classes: number;
  scale: number;
  /** For each bucket one more than the number of its row in `rows`; 0 for a feature that says nothing. */
  index: Int32Array;
  /** A weight a class, row after row. */
  rows: Int8Array;
  /** Further numbers of the model: a tagger's transitions. */
  extra: Float32Array;
}

const headBytes = 24;

/** Weights from a full table of `buckets` times `classes`; rows of zeros are left out. */
export const weightsOf = (head: Pick<Weights, 'format' | 'buckets' | 'classes' | 'scale' | 'extra'>, table: Int8Array): Weights => {
  const { buckets, classes } = head;
  const index = new Int32Array(buckets);
  const used: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!table.subarray(bucket * classes, (bucket + 1) * classes).some((weight) => weight !== 0)) continue;
    used.push(bucket);
    index[bucket] = used.length;
  }
  const rows = new Int8Array(used.length * classes);
  for (const [row, bucket] of used.entries()) rows.set(table.subarray(bucket * classes, (bucket + 1) * classes), row * classes);
  return { ...head, index, rows };
};

/**
 * Packs weights: a head; the further numbers; the used features as differences, each in bytes of seven bits; the rows.
 * All compressed (Brotli).
 */
export const packWeights = ({ format, buckets, classes, scale, index, rows, extra }: Weights): Buffer => {
  const steps: number[] = [];
  let last = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (index[bucket] === 0) continue;
    let step = bucket - last;
    last = bucket;
    while (step >= 128) {
      steps.push((step & 127) | 128);
      step >>>= 7;
    }
    steps.push(step);
  }
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(format, 0);
  head.writeUInt32LE(buckets, 4);
  head.writeUInt16LE(classes, 8);
  head.writeUInt16LE(extra.length, 10);
  head.writeUInt32LE(rows.length / classes, 12);
  head.writeUInt32LE(steps.length, 16);
  head.writeFloatLE(scale, 20);
  const numbers = Buffer.alloc(4 * extra.length);
  for (const [at, value] of extra.entries()) numbers.writeFloatLE(value, 4 * at);
  return brotliCompressSync(Buffer.concat([head, numbers, Buffer.from(steps), Buffer.from(rows.buffer, rows.byteOffset, rows.length)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
};

/** Unpacks weights. Throws where they were made for other features. */
export const unpackWeights = (packed: Uint8Array, format: number): Weights => {
  const whole = brotliDecompressSync(packed);
  if (whole.readUInt32LE(0) !== format) throw new Error('The model is of another format: train it anew (npm run train).');
  const buckets = whole.readUInt32LE(4);
  const classes = whole.readUInt16LE(8);
  const extra = new Float32Array(whole.readUInt16LE(10));
  const count = whole.readUInt32LE(12);
  const stepBytes = whole.readUInt32LE(16);
  const scale = whole.readFloatLE(20);
  for (let at = 0; at < extra.length; at += 1) extra[at] = whole.readFloatLE(headBytes + 4 * at);
  let at = headBytes + 4 * extra.length;
  const rows = new Int8Array(whole.buffer, whole.byteOffset + at + stepBytes, count * classes);
  const index = new Int32Array(buckets);
  let bucket = 0;
  for (let row = 1; row <= count; row += 1) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = whole[at] as number;
      at += 1;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    bucket += step;
    index[bucket] = row;
  }
  return { format, buckets, classes, scale, index, rows, extra };
};

/** Weights that ship with Newsgraph, from `resources/models/`. Throws where the file is missing or of another format. */
export const shippedWeights = (file: string, format: number): Weights => unpackWeights(readFileSync(resourcePath('models', file)), format);
