import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { resourcePath } from '../places.ts';

/** What a linear model has learnt: for each feature (a number below `buckets`) a weight a class, as steps of `scale`. */
export interface Weights {
  /** Raised by whoever changes features or classes: weights made for others are refused. */
  format: number;
  buckets: number;
  classes: number;
  scale: number;
  /** A bit for each bucket: 1 for the features that have a row. */
  used: Int32Array;
  /** For each 32 buckets how many rows come before them. With `used` it takes a tenth of a table of all rows' numbers, so that it stays in the processor's cache. */
  ranks: Int32Array;
  /** A weight a class, row after row. */
  rows: Int8Array;
  /** Further numbers of the model: a tagger's transitions. */
  extra: Float32Array;
}

const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** The number of a feature's row in `rows`; −1 for a feature that says nothing. */
export const rowOf = ({ used, ranks }: Weights, bucket: number): number => {
  const word = used[bucket >>> 5] as number;
  const bit = 1 << (bucket & 31);
  return (word & bit) === 0 ? -1 : (ranks[bucket >>> 5] as number) + bitsIn(word & (bit - 1));
};

const ranksOf = (used: Int32Array): Int32Array => {
  const ranks = new Int32Array(used.length);
  let rows = 0;
  for (let at = 0; at < used.length; at += 1) {
    ranks[at] = rows;
    rows += bitsIn(used[at] as number);
  }
  return ranks;
};

const wordsFor = (buckets: number): number => Math.ceil(buckets / 32);

type Head = Pick<Weights, 'format' | 'buckets' | 'classes' | 'scale' | 'extra'>;

/** Weights from a full table of `buckets` times `classes`; rows of zeros are left out. */
export const weightsOf = (head: Head, table: Int8Array): Weights => {
  const { buckets, classes } = head;
  const used = new Int32Array(wordsFor(buckets));
  const kept: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!table.subarray(bucket * classes, (bucket + 1) * classes).some((weight) => weight !== 0)) continue;
    kept.push(bucket);
    used[bucket >>> 5] = (used[bucket >>> 5] as number) | (1 << (bucket & 31));
  }
  const rows = new Int8Array(kept.length * classes);
  for (const [row, bucket] of kept.entries()) rows.set(table.subarray(bucket * classes, (bucket + 1) * classes), row * classes);
  return { ...head, used, ranks: ranksOf(used), rows };
};

const headBytes = 24;
const sizeBytes = 4;
/** No model is as large. */
const mostBytes = 1 << 26;
const leastPiece = 64;

/**
 * Packs weights: the size of what follows; then, deflated (what packs tighter opens half as fast), a head; the further numbers;
 * the bits of the used features; the rows.
 */
export const packWeights = ({ format, buckets, classes, scale, used, rows, extra }: Weights): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(format, 0);
  head.writeUInt32LE(buckets, 4);
  head.writeUInt16LE(classes, 8);
  head.writeUInt16LE(extra.length, 10);
  head.writeUInt32LE(rows.length / classes, 12);
  head.writeFloatLE(scale, 16);
  const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array | Int32Array | Float32Array): Buffer =>
    Buffer.from(buffer, byteOffset, byteLength);
  const whole = Buffer.concat([head, bytesOf(extra), bytesOf(used), bytesOf(rows)]);
  const size = Buffer.alloc(sizeBytes);
  size.writeUInt32LE(whole.length);
  return Buffer.concat([size, deflateRawSync(whole, { level: 9 })]);
};

/** Unpacks weights. Throws where they were made for other features, or the file is damaged. */
export const unpackWeights = (packed: Uint8Array, format: number): Weights => {
  const size = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  // in one piece: pieces would be joined
  const whole = inflateRawSync(packed.subarray(sizeBytes), {
    chunkSize: Math.max(leastPiece, Math.min(size, mostBytes)),
    maxOutputLength: mostBytes,
  });
  if (whole.length !== size) throw new Error('The model is damaged.');
  if (whole.readUInt32LE(0) !== format) throw new Error('The model is of another format: train it anew (npm run train).');
  const buckets = whole.readUInt32LE(4);
  const classes = whole.readUInt16LE(8);
  const extraEnd = headBytes + 4 * whole.readUInt16LE(10);
  const usedEnd = extraEnd + 4 * wordsFor(buckets);
  const end = usedEnd + whole.readUInt32LE(12) * classes;
  // numbers of 32 bits need places of their own, as those of the file may be at any byte
  const numbers = (from: number, to: number): ArrayBuffer => Uint8Array.from(whole.subarray(from, to)).buffer;
  const used = new Int32Array(numbers(extraEnd, usedEnd));
  return {
    format,
    buckets,
    classes,
    scale: whole.readFloatLE(16),
    used,
    ranks: ranksOf(used),
    rows: new Int8Array(whole.buffer, whole.byteOffset + usedEnd, end - usedEnd),
    extra: new Float32Array(numbers(headBytes, extraEnd)),
  };
};

/** Weights that ship with Newsgraph, from `resources/models/`. Throws where the file is missing or of another format. */
export const shippedWeights = (file: string, format: number): Weights => unpackWeights(readFileSync(resourcePath('models', file)), format);
