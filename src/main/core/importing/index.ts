import type { ArticleId, ArticleRef } from '../../../shared/model.ts';
import { failureOf, NewsgraphError } from '../../../shared/result.ts';
import type { ImportProgress, ImportReport } from '../../../shared/views.ts';
import { type WalkSource, walk } from '../articles/index.ts';
import type { Incoming, Ingested } from '../ingest.ts';
import { Pace } from '../pace.ts';
import { outcomesOf } from './outcomes.ts';
import { createWorkerPool, type WorkerPool } from './pool.ts';
import { Progress } from './progress.ts';
import type { FoundFile, Outcome } from './tasks.ts';

/** What the importer needs of the library. */
export interface ImportTarget {
  /** Puts articles in, all or none; what it answers is on disk. */
  ingest(batch: readonly Incoming[]): Ingested;
  /** Called after each batch that brought something in. */
  committed(): void;
  /** Called before an import is called done: search must find what came in. Answers what that has still changed. */
  settled(): Promise<Pick<Ingested, 'entities' | 'relations'>>;
  articleRefs(ids: readonly ArticleId[]): ArticleRef[];
  /** Hears of progress, at most five times a second, and of the end. */
  tell(progress: ImportProgress): void;
}

export interface ImporterOptions {
  threads?: number;
}

/** Imports, one at a time. */
export interface Importer {
  /** Begins and answers at once. Throws `busy` while another runs. */
  start(sources: readonly WalkSource[]): ImportProgress;
  /** Stops the running import; resolves with its account once it has stopped, or null where there was none yet. */
  cancel(): Promise<ImportProgress | null>;
  progress(): ImportProgress | null;
  report(): ImportReport | null;
  /** Resolves when no import runs. */
  idle(): Promise<void>;
}

const tellEveryMs = 200;
/**
 * A batch is one transaction, and nothing else happens on the core's thread meanwhile. Its size follows the time that the
 * last one took (3 to 10 ms an article, more in a large library). With 15 ms no turn of the core's thread takes more than 55 ms,
 * the index's slice and the next outcome included; with 25 ms it was 100 ms, and the whole import no faster.
 */
const batchMs = 15;
const batchArticles = { first: 4, least: 1, most: 32 } as const;

/** The size for the next batch, after one of this size that took so long. */
const nextBatch = (size: number, tookMs: number): number => {
  const fitting = Math.round((size * batchMs) / Math.max(tookMs, 1));
  // One slow batch, when the machine was busy elsewhere, must not undo what many showed.
  return Math.min(batchArticles.most, Math.max(batchArticles.least, Math.round((size * 3 + fitting) / 4)));
};

/** The report names the first of them. */
const firstArticles = 50;

/** An importer for one library. */
export const createImporter = (target: ImportTarget, { threads }: ImporterOptions = {}): Importer => {
  let jobs = 0;
  let batchSize: number = batchArticles.first;
  let current: { progress: Progress; first: ArticleId[]; stop: AbortController; ended: Promise<void> } | null = null;

  async function* found(sources: readonly WalkSource[], progress: Progress, signal: AbortSignal): AsyncGenerator<FoundFile> {
    for await (const { path, name, bytes, problem } of walk(sources, signal, progress)) {
      // A file that is not read takes no time, whatever its length.
      progress.found(problem === undefined ? bytes : 0);
      if (problem === undefined) yield { path, name, bytes };
      else {
        progress.problem({ place: name, reason: problem });
        progress.fileDone(0);
      }
    }
    if (!signal.aborted) progress.walked();
  }

  /** Puts in what a task brought, in small batches, letting questions in between. */
  const take = async (
    outcomes: readonly Outcome[],
    job: { progress: Progress; first: ArticleId[] },
    told: () => void,
    signal: AbortSignal,
  ) => {
    const pace = new Pace();
    const incoming = outcomes.flatMap((outcome) => outcome.incoming);
    for (let at = 0; at < incoming.length && !signal.aborted; ) {
      const batch = incoming.slice(at, at + batchSize);
      const started = performance.now();
      const ingested = target.ingest(batch);
      if (batch.length === batchSize) batchSize = nextBatch(batchSize, performance.now() - started);
      at += batch.length;
      job.progress.committed(ingested);
      if (job.first.length < firstArticles) job.first.push(...ingested.added.slice(0, firstArticles - job.first.length));
      if (ingested.added.length > 0) target.committed();
      told();
      await pace.breathe();
    }
    if (signal.aborted) return;
    for (const { problems, done, bytes } of outcomes) {
      for (const problem of problems) job.progress.problem(problem);
      if (done) job.progress.fileDone(bytes);
    }
    told();
  };

  const run = async (
    sources: readonly WalkSource[],
    job: { progress: Progress; first: ArticleId[]; stop: AbortController },
  ): Promise<void> => {
    const { progress, stop } = job;
    const { signal } = stop;
    let toldAt = performance.now();
    const told = () => {
      if (performance.now() - toldAt < tellEveryMs) return;
      toldAt = performance.now();
      target.tell(progress.snapshot());
    };
    let pool: WorkerPool | null = null;
    try {
      pool = createWorkerPool({ threads });
      for await (const outcomes of outcomesOf(found(sources, progress, signal), pool, signal)) await take(outcomes, job, told, signal);
      progress.settled(await target.settled());
      progress.end(signal.aborted ? 'cancelled' : 'done');
    } catch (thrown) {
      progress.end('failed', failureOf(thrown));
    } finally {
      await pool?.close();
    }
    target.tell(progress.snapshot());
  };

  return {
    start: (sources) => {
      if (current?.progress.running) {
        throw new NewsgraphError('busy', 'An import is already running.', 'Wait until it is done, or cancel it.');
      }
      jobs += 1;
      const job = { progress: new Progress(jobs), first: [], stop: new AbortController() };
      current = { ...job, ended: Promise.resolve() };
      current.ended = run(sources, job);
      return job.progress.snapshot();
    },
    cancel: async () => {
      const job = current;
      if (job?.progress.running) {
        job.stop.abort();
        await job.ended;
      }
      return job?.progress.snapshot() ?? null;
    },
    progress: () => current?.progress.snapshot() ?? null,
    report: () =>
      current && {
        ...current.progress.snapshot(),
        problemList: [...current.progress.problemList],
        firstArticles: target.articleRefs(current.first),
      },
    idle: async () => current?.ended,
  };
};
