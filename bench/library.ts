import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Library, openLibrary } from '../src/main/core/library.ts';
import { type Contract, contractOver, dispatch } from '../src/shared/contract.ts';
import type { ImportReport } from '../src/shared/views.ts';
import { corpusTexts } from './corpus.ts';
import type { BenchOptions } from './question.ts';

/** A library with the whole corpus in it, imported as a user would: files on disk, worker threads, search index. */
export interface BenchLibrary {
  folder: string;
  words: number;
  bytes: number;
  report: ImportReport;
  /** From the start of the import to its last report, search index saved. */
  importMs: number;
  /** Longest time for which the core's thread answered nothing. */
  longestBlockMs: number;
  /** All threads together, at the end of the import. */
  rssBytes: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const writeTexts = (options: BenchOptions): { texts: string; words: number; bytes: number } => {
  const texts = path.join(folder, 'texts');
  mkdirSync(texts, { recursive: true });
  let words = 0;
  let bytes = 0;
  for (const { name, text } of corpusTexts(options)) {
    writeFileSync(path.join(texts, name), text);
    words += text.match(/\S+/g)?.length ?? 0;
    bytes += Buffer.byteLength(text);
  }
  return { texts, words, bytes };
};

const imported = async (options: BenchOptions): Promise<BenchLibrary> => {
  const { texts, words, bytes } = writeTexts(options);
  const place = path.join(folder, 'library');
  const library = await openLibrary(place);
  const contract = contractOf(library);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const ended = new Promise<void>((resolve) => {
    library.on((event) => {
      if (event.type === 'import' && event.progress.state !== 'running') resolve();
    });
  });
  await contract.importStart({ sources: [{ path: texts }] });
  await ended;
  const importMs = performance.now() - started;
  delay.disable();
  const report = await contract.importReport({});
  const rssBytes = process.memoryUsage().rss;
  await library.close();
  if (report?.state !== 'done') throw new Error(`The import ended as ${report?.state}: ${report?.error?.message}`);
  return { folder: place, words, bytes, report, importMs, longestBlockMs: delay.max / 1e6, rssBytes };
};

let made: Promise<BenchLibrary> | undefined;

/** The library of this run: imported with the first question that asks for it. */
export const benchLibrary = (options: BenchOptions): Promise<BenchLibrary> => {
  made ??= imported(options);
  return made;
};

const contractOf = (library: Library): Contract => contractOver((name, args) => dispatch(library.implementation, name, args));

/** Opens the library of this run, ready to search, for as long as `use` takes. */
export const withLibrary = async <Value>(options: BenchOptions, use: (contract: Contract) => Promise<Value>): Promise<Value> => {
  const library = await openLibrary((await benchLibrary(options)).folder);
  await library.ready;
  try {
    return await use(contractOf(library));
  } finally {
    await library.close();
  }
};
