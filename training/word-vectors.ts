import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { WordVectors } from './neural-train.ts';

const size = 100;

/** Where the vectors lie that the network is trained with. */
export const vectorsFile = join(import.meta.dirname, 'word-vectors.bin');

/**
 * Packs vectors, a byte a number: the words one a line, an empty line, each word's largest number, then all numbers in
 * 127ths of it. Compressed (Brotli).
 */
export const packWordVectors = (words: readonly string[], numbers: Float32Array): Buffer => {
  const text = Buffer.from(`${words.join('\n')}\n\n`, 'utf8');
  const largest = Buffer.alloc(4 * words.length);
  const rounded = Buffer.alloc(numbers.length);
  for (let row = 0; row < words.length; row += 1) {
    const own = numbers.subarray(row * size, (row + 1) * size);
    const most = own.reduce((sum, number) => Math.max(sum, Math.abs(number)), 1e-9);
    largest.writeFloatLE(most, 4 * row);
    for (const [k, number] of own.entries()) rounded.writeInt8(Math.round((127 * number) / most), row * size + k);
  }
  return brotliCompressSync(Buffer.concat([text, largest, rounded]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
};

/** The most frequent words with their vectors, the most frequent first. Throws where the file is missing. */
export const readWordVectors = (path = vectorsFile): WordVectors => {
  const whole = brotliDecompressSync(readFileSync(path));
  const end = whole.indexOf('\n\n');
  const words = whole.toString('utf8', 0, end).split('\n');
  const largestAt = end + 2;
  const roundedAt = largestAt + 4 * words.length;
  const numbers = new Float32Array(words.length * size);
  for (let row = 0; row < words.length; row += 1) {
    const step = whole.readFloatLE(largestAt + 4 * row) / 127;
    for (let k = 0; k < size; k += 1) numbers[row * size + k] = step * whole.readInt8(roundedAt + row * size + k);
  }
  return { words, size, numbers };
};
