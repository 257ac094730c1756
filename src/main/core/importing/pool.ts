import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { moduleUrl } from '../places.ts';
import type { Outcome, Task } from './tasks.ts';

/** A file, or a handful of small ones, may keep a worker busy this long before it is given up. */
export const taskLimitMs = 30_000;
/** A worker that needs more memory than this for one file ends, and its file is reported. */
const workerMemoryMb = 1536;

/** How a task came to nothing: the worker died over it, took too long, or was stopped because the import was. */
export type TaskFailure = 'crashed' | 'too slow' | 'stopped';

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
  close(): Promise<void>;
}

/** All cores but one, which is the core's own; not more than 4, for the memory that each thread takes (some 150 MB). */
export const defaultThreads = (): number => Math.min(4, Math.max(1, availableParallelism() - 1));

export interface PoolOptions {
  threads?: number | undefined;
  limitMs?: number;
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
  // A thread that dies without a task at hand is replaced when the next one comes; there is nobody to tell.
  pool.on('error', () => undefined);

  return {
    threads,
    run: async (task, signal) => {
      const stop = new AbortController();
      let failure: TaskFailure = 'crashed';
      const give = (reason: TaskFailure) => () => {
        failure = reason;
        stop.abort();
      };
      const stopped = give('stopped');
      if (signal.aborted) stopped();
      signal.addEventListener('abort', stopped, { once: true });
      const timer = setTimeout(give('too slow'), limitMs);
      try {
        return (await pool.run(task, { signal: stop.signal })) as Outcome[];
      } catch (thrown) {
        throw new TaskError(failure, thrown instanceof Error ? thrown.message : String(thrown));
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stopped);
      }
    },
    close: async () => {
      await pool.destroy();
    },
  };
};
