import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ParsedArticle } from '../../../shared/model.ts';
import { chunksOf } from './chunks.ts';
import { outcomesOf } from './outcomes.ts';
import { createWorkerPool, taskLimitMs, type WorkerPool } from './pool.ts';
import { type FoundFile, type Outcome, splitRest } from './tasks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-outcomes-'));
const module = path.join(folder, 'worker.mjs');
/** A worker that does what the names of its files say. */
const worker = `
const outcome = (name, bytes, more) => ({ name, bytes, incoming: [], problems: [], rest: null, done: true, ...more });
export default async (task) => {
  if ('rest' in task) return [outcome(task.rest.name, task.rest.bytes, { problems: [{ place: 'rest', reason: String(task.rest.firstPart) }], done: task.rest.last })];
  const outcomes = [];
  for (const { name, bytes } of task.files) {
    if (name.startsWith('die')) { setImmediate(() => { throw new Error('struck down'); }); await new Promise(() => {}); }
    if (name.startsWith('hang')) for (;;);
    if (name.startsWith('late')) await new Promise((resolve) => setTimeout(resolve, 50));
    const articles = Array.from({ length: 10 }, () => ({ text: 'x'.repeat(100000) }));
    outcomes.push(outcome(name, bytes, name.startsWith('many') ? { rest: { name, bytes, firstPart: 1, articles, last: true }, done: false } : {}));
  }
  return outcomes;
};`;

beforeAll(() => writeFileSync(module, worker));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let pool: WorkerPool;
afterEach(() => pool.close());
const start = (threads: number, limitMs = (_bytes: number) => 10_000) => {
  pool = createWorkerPool({ threads, limitMs, module: pathToFileURL(module).href });
};

async function* files(names: readonly string[], bytes = 200_000): AsyncGenerator<FoundFile> {
  for (const name of names) yield { name, path: name, bytes };
}

const all = async (found: AsyncIterable<FoundFile>, signal = new AbortController().signal): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for await (const some of outcomesOf(found, pool, signal)) outcomes.push(...some);
  return outcomes;
};
const said = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ name, problems }) => [name, ...problems.map(({ reason }) => reason)].join(': '));

describe('outcomes', () => {
  test('come in the order of the files, whichever thread is quicker', async () => {
    start(3);
    const names = Array.from({ length: 30 }, (_, at) => `${at % 4 === 0 ? 'late' : 'file'}-${at}`);
    expect((await all(files(names))).map(({ name }) => name)).toEqual(names);
  });

  test('of a file with very many articles come between those of its neighbours, part by part', async () => {
    start(2);
    expect(said(await all(files(['a', 'many', 'b', 'c'])))).toEqual([
      'a',
      'many',
      ...Array.from({ length: 10 }, (_, at) => `many: ${at + 1}`),
      'b',
      'c',
    ]);
  });

  test('a file over which a thread dies is named; its neighbours in the same chunk and all others come in', async () => {
    start(1);
    const small = await all(files(['a', 'die', 'b', 'c'], 10));
    expect(said(small)).toEqual(['a', 'die: Reading it failed (struck down), so it was left out.', 'b', 'c']);
    expect(small.every(({ done }) => done)).toBe(true);
  });

  test('a file that takes too long is named, and its thread replaced', async () => {
    start(1, () => 500);
    expect(said(await all(files(['a', 'hang', 'b'])))).toEqual([
      'a',
      'hang: It took longer than 30 seconds to read, so it was left out.',
      'b',
    ]);
  });

  test('a long file may take longer', async () => {
    const asked: number[] = [];
    start(1, (bytes) => {
      asked.push(bytes);
      return 10_000;
    });
    await all(files(['a'], 8_000_000));
    await all(files(['b', 'c'], 10));
    expect(asked).toEqual([8_000_000, 20]);
    expect([0, 400_000, 20_000_000].map(taskLimitMs)).toEqual([30_000, 30_000, 230_000]);
  });

  test('are refused at once, and no file is blamed, when no thread can start', async () => {
    writeFileSync(path.join(folder, 'broken.mjs'), 'export default (;');
    pool = createWorkerPool({ threads: 2, module: pathToFileURL(path.join(folder, 'broken.mjs')).href });
    await expect(all(files(['a', 'b', 'c'], 10))).rejects.toThrow(/can't start: .*token/);
  });

  test('end when the import is stopped, even while a thread hangs', async () => {
    start(2);
    const stop = new AbortController();
    const outcomes: Outcome[] = [];
    for await (const some of outcomesOf(files(['a', 'hang', 'hang too', 'b']), pool, stop.signal)) {
      outcomes.push(...some);
      stop.abort();
    }
    expect(said(outcomes)).toEqual(['a']);
  });

  test('an error of the walk is passed on', async () => {
    start(1);
    async function* broken(): AsyncGenerator<FoundFile> {
      yield* files(['a']);
      throw new Error('the walk stumbled');
    }
    await expect(all(broken())).rejects.toThrow('the walk stumbled');
  });

  test('files are not taken up faster than their outcomes are', async () => {
    start(1);
    let taken = 0;
    async function* counted(): AsyncGenerator<FoundFile> {
      for await (const file of files(Array.from({ length: 50 }, (_, at) => `file-${at}`))) {
        taken += 1;
        yield file;
      }
    }
    let given = 0;
    for await (const some of outcomesOf(counted(), pool, new AbortController().signal)) {
      given += some.length;
      await new Promise((resolve) => setImmediate(resolve));
      expect(taken - given).toBeLessThanOrEqual(6);
    }
    expect(given).toBe(50);
  });
});

test('chunks hold small files together and large ones apart', async () => {
  start(1);
  const sizes = [10, 20, 100_000, 30, 40_000, 50_000, 20_000];
  const found = (async function* () {
    for (const [at, bytes] of sizes.entries()) yield { name: String(at), path: '', bytes };
  })();
  const chunks: string[] = [];
  for await (const chunk of chunksOf(found)) chunks.push(chunk.map(({ name }) => name).join(''));
  expect(chunks).toEqual(['01', '2', '345', '6']);
});

test('a rest is split by length, and its last part alone is the last', () => {
  const article = (length: number) => ({ text: 'x'.repeat(length) }) as ParsedArticle;
  const parts = splitRest({ name: 'a', bytes: 1, firstPart: 7, articles: [100_000, 40_000, 20_000, 500_000, 10].map(article), last: true });
  expect(parts.map(({ firstPart, articles, last }) => [firstPart, articles.length, last])).toEqual([
    [7, 2, false],
    [9, 1, false],
    [10, 1, false],
    [11, 1, true],
  ]);
});
