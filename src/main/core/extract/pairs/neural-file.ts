import { readFileSync } from 'node:fs';
import { resourcePath } from '../../places.ts';
import type { PairNet } from './neural.ts';
import { inputSize, weightCount } from './neural-shape.ts';

/** Raised whenever the network's shape, marks or traits change. */
const format = 2;
const headNumbers = 3;

/**
 * Packs a network: format, counts of words and of weights; the hashes of the words, ascending; the size of each word's steps;
 * the weights; the words' numbers. All but the last in 32 bits each. Not compressed: it would hardly get smaller, and opening would take longer.
 */
export const packPairNet = ({ words, vectors, steps, weights }: PairNet): Buffer => {
  const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array | Int8Array): Buffer =>
    Buffer.from(buffer, byteOffset, byteLength);
  const head = Int32Array.of(format, words.length, weights.length);
  return Buffer.concat([head, words, steps, weights, vectors].map(bytesOf));
};

/** Unpacks a network. Throws where it was made for another shape, or the file is damaged. */
export const unpackPairNet = (packed: Uint8Array): PairNet => {
  const { buffer } = Uint8Array.from(packed);
  const [found, count = 0, weights] = new Int32Array(buffer, 0, headNumbers);
  if (found !== format || weights !== weightCount) throw new Error('The model is of another format: train it anew (npm run train).');
  const stepsAt = 4 * (headNumbers + count);
  const weightsAt = stepsAt + 4 * count;
  return {
    words: new Int32Array(buffer, 4 * headNumbers, count),
    steps: new Float32Array(buffer, stepsAt, count),
    weights: new Float32Array(buffer, weightsAt, weightCount),
    vectors: new Int8Array(buffer, weightsAt + 4 * weightCount, count * inputSize),
  };
};

/** The network that ships with Newsgraph. Throws where the file is missing or of another format. */
export const shippedPairNet = (): PairNet => unpackPairNet(readFileSync(resourcePath('models', 'relations-net.bin')));
