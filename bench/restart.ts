import { statSync } from 'node:fs';
import path from 'node:path';
import { connectCore } from '../src/main/core/connection.ts';
import { forkCore } from '../src/main/core/fork.ts';
import { unwrap } from '../src/shared/result.ts';
import type { LibraryStatus, SearchAnswer } from '../src/shared/views.ts';
import { benchLibrary } from './library.ts';
import { type Question, quantile, time } from './question.ts';

interface Restart {
  openMs: number;
  readyMs: number;
}

const restart = async (folder: string): Promise<Restart> => {
  const started = performance.now();
  const core = connectCore(forkCore);
  let heard: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    heard = resolve;
  });
  core.on((event) => {
    if (event.type === 'status' && event.status.index === 'ready') heard();
  });
  const status: LibraryStatus = await core.open(folder);
  const openMs = performance.now() - started;
  if (status.index !== 'ready') await ready;
  const answer = unwrap(await core.call('search', { query: 'the market' })) as SearchAnswer;
  if (!answer.complete) throw new Error('The index is not whole.');
  const readyMs = performance.now() - started;
  await core.close();
  return { openMs, readyMs };
};

/** How long from starting the core's process until everything can be searched? */
export const restarting: Question = {
  title: 'Restart with a full library',
  run: async (options) => {
    const { folder } = await benchLibrary(options);
    const runs: Restart[] = [];
    for (let run = 0; run < 5; run += 1) runs.push(await restart(folder));
    const half = (of: (run: Restart) => number) => time(quantile(runs.map(of), 0.5));
    return [
      { what: 'library open', value: half(({ openMs }) => openMs) },
      { what: 'ready to search', value: half(({ readyMs }) => readyMs), bar: '2 s' },
      { what: 'saved index', value: `${(statSync(path.join(folder, 'index.jsonl')).size / 1e6).toFixed(1)} MB` },
    ];
  },
};
