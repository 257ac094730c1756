import { readFileSync } from 'node:fs';
import { resourcePath } from '../../places.ts';
import { hashOf } from './hash.ts';

/** Groups of words by meaning, counted from 1; 0 for a word that none holds. See training/clusters.ts. */
export interface Cluster {
  fine: number;
  coarse: number;
}

/**
 * The file is a table of what is needed and no words: numbers of 32 bits for the count of words and of groups; for each
 * group its coarse group (16 bits); then for each word its hash (32 bits, ascending) and its group (16 bits).
 */
interface Table {
  coarse: Uint16Array;
  hashes: Int32Array;
  groups: Uint16Array;
  /** Where in `hashes` the words begin whose hash has the same first 16 bits. */
  starts: Int32Array;
}

const prefixOf = (hash: number): number => (hash >>> 16) ^ 0x8000;

const load = (): Table => {
  const file = readFileSync(resourcePath('models', 'clusters.bin'));
  const words = file.readUInt32LE(0);
  const count = file.readUInt32LE(4);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  const coarse = new Uint16Array(bytes, 8, count);
  const hashes = new Int32Array(bytes, 8 + 2 * count, words);
  const groups = new Uint16Array(bytes, 8 + 2 * count + 4 * words, words);
  const starts = new Int32Array(0x10001);
  let at = 0;
  for (let prefix = 0; prefix <= 0x10000; prefix += 1) {
    while (at < words && prefixOf(hashes[at] as number) < prefix) at += 1;
    starts[prefix] = at;
  }
  return { coarse, hashes, groups, starts };
};

/** Packs groups of words for `clusters.bin`: each group's coarse group, and its words. */
export const packClusters = (groups: readonly { coarse: number; words: readonly string[] }[]): Buffer => {
  const words = groups.flatMap((group, at) => group.words.map((word) => ({ hash: hashOf(word), at }))).sort((a, b) => a.hash - b.hash);
  const buffer = Buffer.alloc(8 + 2 * groups.length + 6 * words.length);
  buffer.writeUInt32LE(words.length, 0);
  buffer.writeUInt32LE(groups.length, 4);
  for (const [at, { coarse }] of groups.entries()) buffer.writeUInt16LE(coarse, 8 + 2 * at);
  const from = 8 + 2 * groups.length;
  for (const [i, { hash, at }] of words.entries()) {
    buffer.writeInt32LE(hash, from + 4 * i);
    buffer.writeUInt16LE(at, from + 4 * words.length + 2 * i);
  }
  return buffer;
};

const unknown: Cluster = { fine: 0, coarse: 0 };
let table: Table | undefined;

/** The groups that a lower-case word belongs to. */
export const clusterOf = (lower: string): Cluster => {
  table ??= load();
  const { hashes, groups, coarse, starts } = table;
  const hash = hashOf(lower);
  const prefix = prefixOf(hash);
  const end = starts[prefix + 1] as number;
  for (let at = starts[prefix] as number; at < end; at += 1) {
    if (hashes[at] !== hash) continue;
    const group = groups[at] as number;
    return { fine: group + 1, coarse: (coarse[group] as number) + 1 };
  }
  return unknown;
};
