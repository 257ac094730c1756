import type { Extraction } from '../../../shared/extraction.ts';
import { failureOf, NewsgraphError } from '../../../shared/result.ts';
import type { RereadProgress } from '../../../shared/views.ts';
import { Pace } from '../pace.ts';
import { createWorkerPool, TaskError, type WorkerPool } from './pool.ts';

/** What reading anew needs of the library. */
export interface RereadTarget {
  /** Articles above a number that are to be read, ascending. */
  next(afterSeq: number, limit: number): { seq: number; text: string }[];
  /** How many are to be read. */
  total(): number;
  /** Replaces what was found in one article; called inside `transaction`. */
  replace(seq: number, extraction: Extraction): void;
  transaction(work: () => void): void;
  committed(): void;
  /** Called before reading is called done: search must find what is new. */
  settled(): Promise<void>;
  /** Hears of progress, at most five times a second, and of the end. */
  tell(progress: RereadProgress): void;
}

/** Reads articles of the library anew, one reading at a time. */
export interface Rereader {
  /** Begins and answers at once. Throws `busy` while another runs. */
  start(target: RereadTarget): RereadProgress;
  /** Stops; resolves with how far it came once it has stopped, or null where there was none yet. */
  cancel(): Promise<RereadProgress | null>;
  readonly running: boolean;
  progress(): RereadProgress | null;
}

interface Unread {
  seq: number;
  text: string;
}

/** A task for a thread: so much text is some 0.2 seconds. */
const taskUnits = 150_000;
const taskArticles = 24;
const tellEveryMs = 200;
/** Longer than this at a time nothing else is served on the core's thread. */
const transactionMs = 15;

/** Splits what is to be read into tasks. */
function* tasksOf(target: RereadTarget): Generator<Unread[]> {
  for (let after = 0; ; ) {
    const batch = target.next(after, taskArticles);
    if (batch.length === 0) return;
    let task: Unread[] = [];
    let units = 0;
    for (const article of batch) {
      if (task.length > 0 && units + article.text.length > taskUnits) {
        yield task;
        task = [];
        units = 0;
      }
      task.push(article);
      units += article.text.length;
      after = article.seq;
    }
    yield task;
  }
}

/** What extraction finds in each article; null for one that it fails on, which keeps what it has. */
const read = async (pool: WorkerPool, task: readonly Unread[], signal: AbortSignal): Promise<(Extraction | null)[]> => {
  try {
    return await pool.extract({ texts: task.map(({ text }) => text) }, signal);
  } catch (thrown) {
    if (!(thrown instanceof TaskError) || thrown.failure === 'stopped' || thrown.failure === 'broken') throw thrown;
    if (task.length === 1) return [null];
    const found: (Extraction | null)[] = [];
    for (const one of task) found.push(...(await read(pool, [one], signal)));
    return found;
  }
};

/** A rereader; `threads` as for an import. */
export const createRereader = ({ threads }: { threads?: number } = {}): Rereader => {
  let current: { progress: RereadProgress; stop: AbortController; ended: Promise<void> } | null = null;

  const run = async (target: RereadTarget, job: { progress: RereadProgress; stop: AbortController }): Promise<void> => {
    const { signal } = job.stop;
    let toldAt = performance.now();
    const pace = new Pace();
    let pool: WorkerPool | null = null;

    const replace = async (task: readonly Unread[], found: readonly (Extraction | null)[]): Promise<void> => {
      for (let at = 0; at < task.length && !signal.aborted; ) {
        target.transaction(() => {
          const started = performance.now();
          while (at < task.length && performance.now() - started < transactionMs) {
            const [article, extraction] = [task[at], found[at]];
            if (article !== undefined && extraction) target.replace(article.seq, extraction);
            at += 1;
            job.progress.done += 1;
          }
        });
        target.committed();
        if (performance.now() - toldAt >= tellEveryMs) {
          toldAt = performance.now();
          target.tell({ ...job.progress });
        }
        await pace.breathe();
      }
    };

    try {
      const open = createWorkerPool({ threads });
      pool = open;
      const tasks = tasksOf(target);
      const under: { task: Unread[]; found: Promise<(Extraction | null)[]> }[] = [];
      const begin = (): void => {
        const { value, done } = tasks.next();
        if (done) return;
        const found = read(open, value, signal);
        // A failure is met where it is awaited; when the reading is stopped that is nowhere.
        found.catch(() => undefined);
        under.push({ task: value, found });
      };
      for (let thread = 0; thread < open.threads; thread += 1) begin();
      for (let next = under.shift(); next !== undefined && !signal.aborted; next = under.shift()) {
        const found = await next.found;
        begin();
        await replace(next.task, found);
      }
      await target.settled();
      job.progress.state = signal.aborted ? 'cancelled' : 'done';
    } catch (thrown) {
      if (signal.aborted) job.progress.state = 'cancelled';
      else {
        job.progress.state = 'failed';
        job.progress.message = failureOf(thrown).message;
      }
    } finally {
      await pool?.close();
    }
    target.tell({ ...job.progress });
  };

  return {
    start: (target) => {
      if (current?.progress.state === 'running') {
        throw new NewsgraphError('busy', 'The articles are being read anew already.', 'Wait until that is done, or cancel it.');
      }
      const progress: RereadProgress = { state: 'running', done: 0, total: target.total() };
      const job = { progress, stop: new AbortController() };
      current = { ...job, ended: Promise.resolve() };
      current.ended = run(target, job);
      return { ...progress };
    },
    cancel: async () => {
      const job = current;
      if (job === null) return null;
      if (job.progress.state === 'running') {
        job.stop.abort();
        await job.ended;
      }
      return { ...job.progress };
    },
    get running() {
      return current?.progress.state === 'running';
    },
    progress: () => (current === null ? null : { ...current.progress }),
  };
};
