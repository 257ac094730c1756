import { chunksOf } from './chunks.ts';
import { TaskError, taskLimitMs, type WorkerPool } from './pool.ts';
import { type FoundFile, type Outcome, splitRest, type Task } from './tasks.ts';

/** What is said of a file that a worker gave nothing for. */
const reasonOf = (error: TaskError, bytes: number): string =>
  error.failure === 'too slow'
    ? `It took longer than ${taskLimitMs(bytes) / 1000} seconds to read, so it was left out.`
    : `Reading it failed (${error.message}), so it was left out.`;

const lost = ({ name, bytes }: { name: string; bytes: number }, error: TaskError): Outcome => ({
  name,
  bytes,
  incoming: [],
  problems: [{ place: name, reason: reasonOf(error, bytes) }],
  rest: null,
  done: true,
});

/** A chunk that failed is read again file by file, so that one bad file takes no other with it. */
const runTask = async (pool: WorkerPool, task: Task, signal: AbortSignal): Promise<Outcome[]> => {
  try {
    return await pool.run(task, signal);
  } catch (thrown) {
    if (!(thrown instanceof TaskError) || thrown.failure === 'stopped' || thrown.failure === 'broken') throw thrown;
    if ('rest' in task) return [{ ...lost({ name: task.rest.name, bytes: 0 }, thrown), bytes: task.rest.bytes, done: task.rest.last }];
    const [only] = task.files;
    if (task.files.length === 1 && only) return [lost(only, thrown)];
    const outcomes: Outcome[] = [];
    for (const file of task.files) outcomes.push(...(await runTask(pool, { files: [file] }, signal)));
    return outcomes;
  }
};

/** A task in the order in which its outcomes will be given out. */
interface Entry {
  task: Task;
  bytes: number;
  started: boolean;
  settle: (run: Promise<Outcome[]>) => void;
  outcomes: Promise<Outcome[]>;
}

const entryOf = (task: Task): Entry => {
  let settle: Entry['settle'] = () => undefined;
  const outcomes = new Promise<Outcome[]>((resolve) => {
    settle = resolve;
  });
  // A failure is met where the outcomes are given out; when the import is stopped that is nowhere.
  outcomes.catch(() => undefined);
  const bytes = 'files' in task ? task.files.reduce((sum, file) => sum + file.bytes, 0) : 0;
  return { task, bytes, started: false, settle, outcomes };
};

/** Beyond the tasks that threads work at, so many may wait to be given out or begun. */
const entriesAhead = 2;
/** Files of more than this together are not taken up at once, unless one alone is larger. */
const bytesAhead = 32 * 1024 * 1024;

/**
 * What comes of files, in the order of the files whichever worker is quicker, so that the same import makes the same
 * library. Each thread has one task at a time; outcomes that nobody has taken yet hold further files back, so memory stays
 * bounded. Ends early, without an error, once `signal` says so.
 */
export async function* outcomesOf(files: AsyncIterable<FoundFile>, pool: WorkerPool, signal: AbortSignal): AsyncGenerator<Outcome[]> {
  const chunks = chunksOf(files);
  const entries: Entry[] = [];
  let running = 0;
  let exhausted = false;
  let failure: { thrown: unknown } | null = null;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  const change = () => new Promise<void>((resolve) => waiting.push(resolve));

  const begin = (entry: Entry): void => {
    entry.started = true;
    running += 1;
    const run = runTask(pool, entry.task, signal)
      .then((outcomes) => {
        // The rest of a file stands in for it, before the files behind it.
        const rests = outcomes.flatMap(({ rest }) => (rest ? splitRest(rest) : []));
        entries.splice(entries.indexOf(entry) + 1, 0, ...rests.map((rest) => entryOf({ rest })));
        return outcomes;
      })
      .finally(() => {
        running -= 1;
        wake();
      });
    run.catch(() => undefined);
    entry.settle(run);
  };

  const held = (): boolean => {
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    return entries.length >= pool.threads + entriesAhead || bytes >= bytesAhead;
  };

  const feed = async (): Promise<void> => {
    while (!signal.aborted) {
      const ready = running < pool.threads ? entries.find(({ started }) => !started) : undefined;
      if (ready) begin(ready);
      else if (exhausted && entries.length === 0) return;
      else if (exhausted || running >= pool.threads || held()) await change();
      else {
        const { value, done } = await chunks.next();
        if (done) exhausted = true;
        else entries.push(entryOf({ files: value }));
        wake();
      }
    }
  };
  const feeding = feed().catch((thrown: unknown) => {
    failure = { thrown };
    wake();
  });
  signal.addEventListener('abort', wake, { once: true });

  const failed = (): boolean => {
    if (failure) throw (failure as { thrown: unknown }).thrown;
    return false;
  };
  try {
    while (!signal.aborted && !failed()) {
      const first = entries[0];
      if (first) {
        const outcomes = await (first.started ? first.outcomes : Promise.race([first.outcomes, change()]));
        if (!outcomes) continue;
        entries.shift();
        wake();
        yield outcomes;
      } else if (exhausted) return;
      else await change();
    }
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  } finally {
    signal.removeEventListener('abort', wake);
    exhausted = true;
    entries.length = 0;
    wake();
    await feeding;
  }
}
