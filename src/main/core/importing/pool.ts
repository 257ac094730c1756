import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Extraction } from '../../../shared/extraction.ts';
import { moduleUrl } from '../places.ts';
import type { Outcome, Task, TextsTask } from './tasks.ts';

/**
 * A file, or a handful of small ones, may keep a worker busy this long before it is given up: 30 seconds, and 10 more for each
 * MB, ten times what reading one takes on a slow machine.
 */
export const taskLimitMs = (bytes: number): number => 30_000 + Math.round(bytes / 1e6) * 10_000;

/** Length of the files that a task begins with; 0 for a rest, which is one short go. */
const bytesOf = (task: Task | TextsTask): number => {
  if ('files' in task) return task.files.reduce((sum, { bytes }) => sum + bytes, 0);
  return 'texts' in task ? task.texts.reduce((sum, { length }) => sum + length, 0) : 0;
};
/** A worker that needs more memory than this for one file ends, and its file is reported. */
const workerMemoryMb = 1536;

/** How a task came to nothing: the worker died over it, took too long, was stopped with its import, or can't even start. */
export type TaskFailure = 'crashed' | 'too slow' | 'stopped' | 'broken';

/** What a task rejects with: how it came to nothing, and a sentence for the report. */
export class TaskError extends Error {
  readonly failure: TaskFailure;

  constructor(failure: TaskFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** Worker threads that read and extract. */
export interface WorkerPool {
  readonly threads: number;
  /** Runs a task on a free thread, of which there must be one. Rejects with a `TaskError`. */
  run(task: Task, signal: AbortSignal): Promise<Outcome[]>;
  /** The same for texts that are read anew. */
  extract(task: TextsTask, signal: AbortSignal): Promise<Extraction[]>;
  close(): Promise<void>;
}

/** All cores but one, which is the core's own; not more than 4, for the memory that each thread takes (some 150 MB). */
export const defaultThreads = (): number => Math.min(4, Math.max(1, availableParallelism() - 1));

export interface PoolOptions {
  threads?: number | undefined;
  /** How long a task may take, by the length of its files. */
  limitMs?: (bytes: number) => number;
  /** The module whose default export does a task, as a `file:` URL. */
  module?: string;
}

/** Starts worker threads. */
export const createWorkerPool = ({
  threads = defaultThreads(),
  limitMs = taskLimitMs,
  module = moduleUrl('core/worker'),
}: PoolOptions = {}): WorkerPool => {
  const pool = new Tinypool({
    filename: module,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb },
  });
  const running = new Set<() => void>();
  let broken: unknown = null;
  pool.on('error', (error: unknown) => {
    // A thread has died with no task at hand. If a task waits for it, it died while starting, and the task would wait for
    // ever: nothing is wrong with the file then, no thread can start.
    if (pool.queueSize === 0) return;
    broken = error;
    for (const giveUp of [...running]) giveUp();
  });

  const run = async (task: Task | TextsTask, signal: AbortSignal): Promise<unknown> => {
    const stop = new AbortController();
    const ended: { failure: TaskFailure } = { failure: 'crashed' };
    const give = (reason: TaskFailure) => () => {
      ended.failure = reason;
      stop.abort();
    };
    const stopped = give('stopped');
    const giveUp = give('broken');
    running.add(giveUp);
    if (signal.aborted) stopped();
    signal.addEventListener('abort', stopped, { once: true });
    const timer = setTimeout(give('too slow'), limitMs(bytesOf(task)));
    try {
      return await pool.run(task, { signal: stop.signal });
    } catch (thrown) {
      const { failure } = ended;
      const cause = failure === 'broken' ? broken : thrown;
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new TaskError(failure, failure === 'broken' ? `The threads that read files can't start: ${message}` : message);
    } finally {
      running.delete(giveUp);
      clearTimeout(timer);
      signal.removeEventListener('abort', stopped);
    }
  };

  return {
    threads,
    run: async (task, signal) => (await run(task, signal)) as Outcome[],
    extract: async (task, signal) => (await run(task, signal)) as Extraction[],
    close: async () => {
      await pool.destroy();
    },
  };
};
