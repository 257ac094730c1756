import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { resourcePath } from '../../places.ts';
import type { PairNet } from './neural.ts';
import { inputSize, weightCount } from './neural-shape.ts';

/** Raised whenever the network's shape, marks or traits change. */
const format = 1;
const headBytes = 16;

/** Packs a network: a head; the words, one a line; the size of each word's steps; their numbers, column by column; the weights. Compressed (Brotli). */
export const packPairNet = ({ words, vectors, steps, weights }: PairNet): Buffer => {
  const names = [...words].sort(([, a], [, b]) => a - b).map(([word]) => word);
  const text = Buffer.from(names.join('\n'), 'utf8');
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(format, 0);
  head.writeUInt32LE(names.length, 4);
  head.writeUInt32LE(text.length, 8);
  head.writeUInt32LE(weights.length, 12);
  const columns = Buffer.alloc(vectors.length);
  for (let row = 0; row < names.length; row += 1) {
    for (let k = 0; k < inputSize; k += 1) columns.writeInt8(vectors[row * inputSize + k] as number, k * names.length + row);
  }
  const numbers = Buffer.alloc(4 * (steps.length + weights.length));
  for (const [at, step] of steps.entries()) numbers.writeFloatLE(step, 4 * at);
  for (const [at, weight] of weights.entries()) numbers.writeFloatLE(weight, 4 * (steps.length + at));
  return brotliCompressSync(Buffer.concat([head, text, columns, numbers]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
};

/** Unpacks a network. Throws where it was made for another shape. */
export const unpackPairNet = (packed: Uint8Array): PairNet => {
  const whole = brotliDecompressSync(packed);
  if (whole.readUInt32LE(0) !== format || whole.readUInt32LE(12) !== weightCount) {
    throw new Error('The model is of another format: train it anew (npm run train).');
  }
  const count = whole.readUInt32LE(4);
  const textEnd = headBytes + whole.readUInt32LE(8);
  const words = new Map<string, number>();
  for (const word of whole.toString('utf8', headBytes, textEnd).split('\n')) words.set(word, words.size);
  const columns = new Int8Array(whole.buffer, whole.byteOffset + textEnd, count * inputSize);
  const vectors = new Int8Array(count * inputSize);
  for (let row = 0; row < count; row += 1) {
    for (let k = 0; k < inputSize; k += 1) vectors[row * inputSize + k] = columns[k * count + row] as number;
  }
  let at = textEnd + columns.length;
  const next = (): number => {
    const number = whole.readFloatLE(at);
    at += 4;
    return number;
  };
  const steps = Float32Array.from({ length: count }, next);
  const weights = Float64Array.from({ length: weightCount }, next);
  return { words, vectors, steps, weights };
};

/** The network that ships with Newsgraph. Throws where the file is missing or of another format. */
export const shippedPairNet = (): PairNet => unpackPairNet(readFileSync(resourcePath('models', 'relations-net.bin')));
