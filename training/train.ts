import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../bench/random.ts';
import { pairFormat, statusFormat } from '../src/main/core/extract/pairs/classifier.ts';
import { packPairNet } from '../src/main/core/extract/pairs/neural-file.ts';
import { pairBuckets, pairClasses } from '../src/main/core/extract/pairs/pairs.ts';
import { statusBuckets, statusClasses, statusFeatures } from '../src/main/core/extract/pairs/status-features.ts';
import { speechBuckets, speechFormat, speechTags } from '../src/main/core/extract/reading/speech.ts';
import { packVocabulary } from '../src/main/core/extract/reading/vocabulary.ts';
import { bucketCount } from '../src/main/core/extract/tagger/features.ts';
import { beginOf, labelCount, tagTypes } from '../src/main/core/extract/tagger/labels.ts';
import { taggerFormat } from '../src/main/core/extract/tagger/tag.ts';
import { packWeights, type Weights, weightsOf } from '../src/main/core/extract/weights.ts';
import { relationStatuses } from '../src/shared/relations.ts';
import { readOpenBatches } from './corpus.ts';
import { trainCrf } from './crf.ts';
import { goldFilesIn, readGoldSet } from './gold.ts';
import { trainBinary, trainStatuses } from './linear.ts';
import { trainPairNet } from './neural-train.ts';
import { trainPairs } from './relation-classifier.ts';
import { examplesOfPassage, type PairExample } from './relation-data.ts';
import { type SpeechSentence, speechReader, vocabulary } from './speech-data.ts';
import { rightFeatures, trainSpeech } from './speech-train.ts';
import { type Example, examplesOfPassages, examplesOfSet } from './tagger-data.ts';
import { readWordVectors } from './word-vectors.ts';

/** Features seen fewer times than this are dropped: they learn the training texts by heart. */
const leastSeen = { tags: 20, names: 3, pairs: 2, statuses: 2 };
/** A weight is a whole number of steps up to this many. */
const steps = 127;

/** Weights in one byte each, without the features that were hardly seen. */
export const rounded = (
  head: Pick<Weights, 'format' | 'buckets' | 'classes' | 'extra'>,
  table: Float32Array,
  features: Iterable<Int32Array>,
  least: number,
): Weights => {
  const { buckets, classes } = head;
  const seen = new Uint8Array(buckets);
  for (const each of features)
    for (const feature of each) if ((seen[feature] as number) < least) seen[feature] = (seen[feature] as number) + 1;
  let largest = 0;
  for (let k = 0; k < table.length; k += 1) {
    if (seen[Math.floor(k / classes)] === least) largest = Math.max(largest, Math.abs(table[k] as number));
  }
  const scale = largest / steps;
  const whole = new Int8Array(buckets * classes);
  for (let k = 0; k < table.length; k += 1)
    if (seen[Math.floor(k / classes)] === least) whole[k] = Math.round((table[k] as number) / scale);
  return weightsOf({ ...head, scale }, whole);
};

/** How the shipped weights are made. */
export const settings = {
  seed: 1,
  tags: { epochs: 2 },
  names: { epochs: 3, rate: 0.05, decay: 1e-4 },
  /** An example of our own corpus counts as much as this many of the public sets: it is what we want to read. */
  ownWeight: 3,
  /**
   * Added to the score of beginning a product: few public sets mark products, so that the tagger would find too few. Set on
   * open batches that were left out of training for it.
   */
  productBonus: 1.2,
  pairs: { epochs: 4, rate: 0.05, decay: 1e-2 },
  statuses: { epochs: 8, rate: 0.1, decay: 1e-3 },
  net: { epochs: 36, batch: 16, rate: 0.003, decay: 0.01, drop: 0.2, dropStates: 0.4, dropWords: 0.2, leastSeen: 3 },
};

const trainTags = (sentences: readonly SpeechSentence[]): Weights =>
  rounded(
    { format: speechFormat, buckets: speechBuckets, classes: speechTags.length, extra: new Float32Array(0) },
    trainSpeech(sentences, { ...settings.tags, random: randomFrom(settings.seed) }),
    rightFeatures(sentences),
    leastSeen.tags,
  );

const trainNames = (examples: readonly Example[], log: (line: string) => void): Weights => {
  const { emission, transition } = trainCrf(examples, { ...settings.names, random: randomFrom(settings.seed), log });
  const beginsProduct = beginOf(tagTypes.indexOf('product'));
  for (let k = beginsProduct; k < transition.length; k += labelCount) transition[k] = (transition[k] as number) + settings.productBonus;
  return rounded(
    { format: taggerFormat, buckets: bucketCount, classes: labelCount, extra: transition },
    emission,
    examples.map(({ features }) => features),
    leastSeen.names,
  );
};

const trainRelations = (examples: readonly PairExample[]): Weights =>
  rounded(
    { format: pairFormat, buckets: pairBuckets, classes: pairClasses, extra: new Float32Array(0) },
    trainPairs(examples, { ...settings.pairs, random: randomFrom(settings.seed) }),
    examples.map(({ features }) => features),
    leastSeen.pairs,
  );

const trainAny = (examples: readonly PairExample[]): Weights =>
  rounded(
    { format: pairFormat, buckets: pairBuckets, classes: 1, extra: new Float32Array(0) },
    trainBinary(
      examples.map(({ features, gold }) => ({ features, yes: gold.length > 0 })),
      pairBuckets,
      { ...settings.pairs, random: randomFrom(settings.seed) },
    ),
    examples.map(({ features }) => features),
    leastSeen.pairs,
  );

const trainStatus = (examples: readonly PairExample[]): Weights => {
  const stated = examples.flatMap(({ gold, scene, subject, object, matches }) =>
    gold
      .filter(({ optional }) => !optional)
      .map(({ kind, status }) => ({
        features: statusFeatures(scene, subject, object, kind, matches),
        target: relationStatuses.indexOf(status),
      })),
  );
  return rounded(
    { format: statusFormat, buckets: statusBuckets, classes: statusClasses, extra: new Float32Array(0) },
    trainStatuses(stated, statusBuckets, statusClasses, { ...settings.statuses, random: randomFrom(settings.seed) }),
    stated.map(({ features }) => features),
    leastSeen.statuses,
  );
};

/** Trains names and relations, or only one of them, or what reading needs (`tags`: parts of speech and the vocabulary), and writes it to the folder `to`. Throws, before anything is written, where sets or corpus are missing or broken. */
export const train = (data: string | undefined, batches: string, to: string, epochs: number, only?: string): void => {
  if (!data) throw new Error('Say where the training sets are: npm run train -- FOLDER');
  if (!existsSync(data)) throw new Error(`${data}: there is no such folder`);
  if (!Number.isInteger(epochs) || epochs < 1) throw new Error('--epochs: give a whole number from 1 on');
  if (only !== undefined && only !== 'tags' && only !== 'names' && only !== 'relations')
    throw new Error('--only: tags, names or relations');
  const started = performance.now();
  const log = (line: string): void => console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s  ${line}`);
  const write = (file: string, weights: Weights): void => writePacked(file, packWeights(weights));
  const writePacked = (file: string, packed: Buffer): void => {
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, file), packed);
    log(`${file}: ${(packed.length / 1e6).toFixed(2)} MB`);
  };
  const sets = goldFilesIn(data).map((path) => readGoldSet(path));
  if (sets.length === 0) throw new Error(`There are no .jsonl files in ${data}: give the folder that holds the training sets.`);
  if (!existsSync(batches)) throw new Error(`${batches}: there is no such folder`);
  const corpus = readOpenBatches(batches);
  if (corpus.length === 0)
    throw new Error(`There are no open batches (NN-style.txt) in ${batches}: give the folder that holds our corpus.`);
  if (only === 'tags') {
    const texts = [...sets.flatMap((set) => set.texts), ...corpus].map(({ text }) => text);
    writePacked('vocabulary.bin', packVocabulary(vocabulary()));
    const sentences = texts.flatMap(speechReader());
    log(`tags: ${sentences.length} sentences, ${sentences.reduce((sum, { tags }) => sum + tags.length, 0)} tokens`);
    write('tags.bin', trainTags(sentences));
    return;
  }
  if (only !== 'relations') {
    const examples = [...sets.flatMap((set) => examplesOfSet(set, 1)), ...examplesOfPassages(corpus, settings.ownWeight)];
    log(`names: ${examples.length} sentences, ${examples.reduce((sum, { allowed }) => sum + allowed.length, 0)} tokens`);
    write('names.bin', trainNames(examples, log));
  }
  if (only === 'names') return;
  const pairs = corpus.flatMap(examplesOfPassage);
  log(`relations: ${pairs.length} pairs in ${corpus.length} passages`);
  write('relations.bin', trainRelations(pairs));
  write('any-relation.bin', trainAny(pairs));
  const net = trainPairNet(pairs, readWordVectors(), { ...settings.net, epochs, random: randomFrom(settings.seed), log });
  writePacked('relations-net.bin', packPairNet(net));
  write('statuses.bin', trainStatus(pairs));
};

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        corpus: { type: 'string', default: join(import.meta.dirname, 'corpus') },
        to: { type: 'string', default: join(import.meta.dirname, '..', 'resources', 'models') },
        epochs: { type: 'string', default: String(settings.net.epochs) },
        only: { type: 'string' },
      },
    });
    const epochs = Number(values.epochs);
    train(positionals[0], values.corpus, values.to, epochs, values.only);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
