import { readFileSync } from 'node:fs';
import { resourcePath } from '../../places.ts';
import { hashOf, placeOf } from '../tagger/hash.ts';

/** Hashes of the words, ascending. */
type Vocabulary = Int32Array;

/** Packs words for `vocabulary.bin`: their hashes, 32 bits each, ascending. */
export const packVocabulary = (words: Iterable<string>): Buffer => {
  const hashes = Int32Array.from(new Set([...words].map((word) => hashOf(word)))).sort();
  return Buffer.from(hashes.buffer);
};

const load = (): Vocabulary => {
  const file = readFileSync(resourcePath('models', 'vocabulary.bin'));
  return new Int32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
};

let vocabulary: Vocabulary | undefined;

/** Whether a word, in small letters, is one of the general vocabulary. One in 100,000 others passes for one, as hashes do. Throws where the file is missing. */
export const isCommon = (lower: string): boolean => {
  vocabulary ??= load();
  return placeOf(vocabulary, hashOf(lower)) >= 0;
};
