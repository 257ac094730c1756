import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PairClassifier, pairFormat, statusFormat } from '../src/main/core/extract/pairs/classifier.ts';
import { unpackPairNet } from '../src/main/core/extract/pairs/neural-file.ts';
import { read } from '../src/main/core/extract/reading.ts';
import { Tagger, taggerFormat } from '../src/main/core/extract/tagger/tag.ts';
import { rowOf, unpackWeights, type Weights } from '../src/main/core/extract/weights.ts';
import { folderWith, markedRow, type Ran, runProgram } from './testing.ts';
import { rounded, train } from './train.ts';

const people = ['Ann/B-PER Oda/I-PER', 'Bo/B-PER Ek/I-PER', 'Maya/B-PER Lind/I-PER'];
const bodies = ['Zorbian/B-ORG Inc/I-ORG', 'Tarn/B-ORG Inc/I-ORG', 'Ostrel/B-ORG Inc/I-ORG'];
const rows = people.flatMap((person) =>
  bodies.flatMap((body) => [
    markedRow(`${person}${body}`, `${person} joined/O ${body} in/O Oslo/B-LOC ./O`),
    markedRow(`${person}${body}`, `${body} grew/O ./O`),
  ]),
);
const passages = ['Zorbian', 'Tarn', 'Ostrel'].flatMap((one, i, all) =>
  ['acquired', 'bought'].map(
    (verb) => `[c:${one} Inc] ${verb} [c:${all[(i + 1) % 3]} Inc]. {acquired: ${one} Inc -> ${all[(i + 1) % 3]} Inc}`,
  ),
);

const files = {
  'data/finer-toy.jsonl': rows.join('\n'),
  'data/more/gum-toy.jsonl': rows.join('\n'),
  'corpus/01-deals.txt': passages.join('\n'),
  'corpus/02-negatives.txt': '[c:Tarn Inc] spoke of [c:Zorbian Inc]. {none}\n[c:Ostrel Inc] spoke of [c:Tarn Inc]. {none}\n',
  // Held out: were it read, training would fail.
  'corpus/05-held-out.txt': '[c:Tarn Inc is broken.\n',
  'nothing/README.md': 'No sets here.',
  'only-held-out/05-a.txt': '[c:Tarn] grew.\n',
  'broken-corpus/01-a.txt': '[c:Tarn] grew.\n[q:Ek] grew.\n',
  'broken-data/a.jsonl': `${rows[0]}\n{"tokens": ["Tarn"]}\n`,
};

let folder = '';
let remove = (): void => {};
let runs: Ran[] = [];
const runTrain = (data: string, to: string, ...more: string[]): Promise<Ran> =>
  runProgram('train.ts', join(folder, data), '--corpus', join(folder, 'corpus'), '--to', join(folder, to), '--epochs', '1', ...more);

beforeAll(async () => {
  ({ folder, remove } = folderWith(files));
  runs = await Promise.all([runTrain('data', 'first'), runTrain('data', 'deep/second')]);
}, 60_000);
afterAll(() => remove());

const fileNames = ['any-relation.bin', 'names.bin', 'relations-net.bin', 'relations.bin', 'statuses.bin'];
const bytesOf = (file: string, run = 'first'): Buffer => readFileSync(join(folder, run, file));
const weights = (file: string, format: number): Weights => unpackWeights(bytesOf(file), format);

describe('npm run train', () => {
  it('writes all weights where it is told to, and says what it did', () => {
    for (const { code, error } of runs) expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(readdirSync(join(folder, 'first')).sort()).toEqual(fileNames);
    const [{ out }] = runs as [Ran];
    expect(out).toContain('names: 44 sentences');
    expect(out).toContain('in 8 passages');
    for (const file of fileNames) expect(out).toContain(`${file}: `);
  });

  it('writes the same bytes twice', () => {
    for (const file of fileNames) expect([file, bytesOf(file, 'deep/second').equals(bytesOf(file))]).toEqual([file, true]);
  });

  it('has learnt the names it was shown', () => {
    const tagger = new Tagger(weights('names.bin', taggerFormat));
    const text = 'Ann Oda joined Zorbian Inc in Oslo.';
    const reading = read(text, 0, text.length);
    const found = tagger.tag(reading).map(({ first, last, type }) => `${type} ${reading.words.slice(first, last).join(' ')}`);
    expect(found).toEqual(['person Ann Oda', 'company Zorbian Inc', 'place Oslo']);
  });

  it('writes weights that the classifier of relations takes', () => {
    const [pairs, any] = [weights('relations.bin', pairFormat), weights('any-relation.bin', pairFormat)];
    const [statuses, net] = [weights('statuses.bin', statusFormat), unpackPairNet(bytesOf('relations-net.bin'))];
    expect(new PairClassifier(pairs, any, statuses, net)).toBeInstanceOf(PairClassifier);
    expect(pairs.rows.some((weight) => weight !== 0)).toBe(true);
    expect(any.rows.some((weight) => weight !== 0)).toBe(true);
  });

  const refusals: readonly (readonly [what: string, data: string, corpus: string, said: string])[] = [
    ['a missing folder', 'nowhere', 'corpus', 'nowhere: there is no such folder'],
    ['a folder without sets', 'nothing', 'corpus', 'no .jsonl files in'],
    ['a broken set', 'broken-data', 'corpus', 'a.jsonl:2: tokens and tags must be lists of one length'],
    ['a missing corpus', 'data', 'nowhere', 'nowhere: there is no such folder'],
    ['an empty corpus', 'data', 'nothing', 'no open batches'],
    ['a corpus that is all held out', 'data', 'only-held-out', 'no open batches'],
    ['a broken corpus', 'data', 'broken-corpus', '01-a.txt:2: “[q:Ek]” is no mark'],
  ];
  for (const [what, data, corpus, said] of refusals) {
    it(`refuses ${what}, and writes nothing`, () => {
      expect(() => train(join(folder, data), join(folder, corpus), join(folder, 'unwritten'), 1)).toThrow(said);
      expect(readdirSync(folder)).not.toContain('unwritten');
    });
  }

  it('refuses to train for no epochs, or for a part of one', () => {
    for (const epochs of [0, -1, 1.5, Number.NaN])
      expect(() => train(join(folder, 'data'), join(folder, 'corpus'), join(folder, 'unwritten'), epochs)).toThrow('--epochs');
  });

  it('asks for a folder where none is given', () => {
    expect(() => train(undefined, join(folder, 'corpus'), join(folder, 'unwritten'), 1)).toThrow('npm run train -- FOLDER');
  });

  it.concurrent('says what is wrong in one line', async () => {
    const { code, out, error } = await runTrain('nowhere', 'unwritten');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.trim()).toBe(`${join(folder, 'nowhere')}: there is no such folder`);
  });

  it.concurrent('refuses options that it does not know', async () => {
    expect(await runTrain('data', 'unwritten', '--fast')).toMatchObject({ code: 1, error: expect.stringContaining('--fast') });
  });
});

describe('rounded', () => {
  const head = { format: 1, buckets: 4, classes: 2, extra: new Float32Array(0) };
  const of = (...features: number[]): Int32Array => Int32Array.from(features);

  it('makes the largest weight 127 steps, and drops what was seldom seen', () => {
    const table = Float32Array.of(1, -2, 0.5, 0.001, 100, 100, 0, 0);
    const weights = rounded(head, table, [of(0, 1), of(0, 1, 2)], 2);
    const { scale, rows } = weights;
    expect(scale).toBeCloseTo(2 / 127, 6);
    expect([0, 1, 2, 3].map((bucket) => rowOf(weights, bucket))).toEqual([0, 1, -1, -1]);
    expect([...rows]).toEqual([64, -127, 32, 0]);
  });

  it('has no rows where nothing was learnt or seen', () => {
    expect(rounded(head, new Float32Array(8), [of(0), of(0)], 2)).toMatchObject({ scale: 0, rows: new Int8Array(0) });
    expect(rounded(head, new Float32Array(8).fill(1), [], 1)).toMatchObject({ scale: 0, rows: new Int8Array(0) });
  });
});
