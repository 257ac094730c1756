import type { CorrectingProgress } from '../../shared/views-corrections.ts';
import { remake } from './making.ts';
import { Pace } from './pace.ts';
import type { Store } from './store/index.ts';

/** Makes the articles anew that wait for it. */
export interface Remaker {
  /** Resolves when none waits any more. */
  drain(): Promise<void>;
  /** Stops after the transaction at hand; what waits goes on when the library is opened next. */
  stop(): Promise<void>;
}

/** Making articles anew that takes longer than this is told of. */
const toldAfterMs = 250;
/** Long enough to be worth a transaction, short enough that nobody waits for it. */
const transactionMs = 15;
/** An article whose remaking keeps calling for another stays as it is after this. */
const mostTimes = 3;

/** A remaker for an open library; `changed` hears of each transaction, `told` how far it has come where it takes long. */
export const createRemaker = (
  store: Store,
  changed: () => void,
  told: (progress: CorrectingProgress) => void = () => undefined,
): Remaker => {
  let running: Promise<void> | null = null;
  let stopped = false;
  const times = new Map<number, number>();

  const run = async (): Promise<void> => {
    const pace = new Pace();
    const began = performance.now();
    let done = 0;
    let toldAt = 0;
    while (!stopped && store.staleCount() > 0) {
      store.transaction(() => {
        const started = performance.now();
        for (const seq of store.stale(50)) {
          const before = times.get(seq) ?? 0;
          times.set(seq, before + 1);
          done += 1;
          if (before >= mostTimes || !remake(store, seq)) store.unmarkStale(seq);
          if (performance.now() - started >= transactionMs) break;
        }
      });
      changed();
      const now = performance.now();
      const left = store.staleCount();
      if (now - began >= toldAfterMs && (now - toldAt >= toldAfterMs || left === 0)) {
        toldAt = now;
        told({ done, total: done + left });
      }
      await pace.breathe();
    }
  };

  return {
    drain: async () => {
      // What has come to wait since then waits for a reason of its own.
      times.clear();
      while (!stopped && store.staleCount() > 0) {
        running ??= run().finally(() => {
          running = null;
        });
        await running;
      }
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};
