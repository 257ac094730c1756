import type { RereadProgress } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';

export interface RereadSlice {
  reread: {
    /** Of the reading that runs or was the last in this window; null before, and once its end was put away. */
    progress: RereadProgress | null;
    /** Milliseconds left, estimated; null while unknown. */
    leftMs: number | null;
  };
  /** Has articles read anew with the extraction of this version: all, or those that an older one has read. */
  rereadRequested: (which: 'all' | 'outdated') => Promise<void>;
  rereadCancelled: () => Promise<void>;
  rereadTold: (progress: RereadProgress) => void;
  /** What a freshly asked status says of it: a window that was loaded anew sees one that runs, and none that a core took along. */
  rereadFound: (progress: RereadProgress | null) => void;
  rereadClosed: () => void;
}

/** What a share of the work took before one dares to say how long the rest takes. */
const knownAfterMs = 1500;

/** Milliseconds until all is done at the pace since `from`; null while there is too little to tell. */
export const leftAtPace = (from: { done: number; atMs: number }, now: { done: number; total: number; atMs: number }): number | null => {
  const [done, tookMs] = [now.done - from.done, now.atMs - from.atMs];
  return done > 0 && tookMs >= knownAfterMs ? (tookMs / done) * (now.total - now.done) : null;
};

/** All articles read again: how far that is, and what it changes in the window once it ends. */
export const rereadSlice: SliceMaker<RereadSlice> = (set, get, host) => {
  const nothing: RereadSlice['reread'] = { progress: null, leftMs: null };
  let from = { done: 0, atMs: 0 };

  const told = (progress: RereadProgress) => {
    const before = get().reread.progress;
    const atMs = performance.now();
    if (before?.state !== 'running') from = { done: progress.done, atMs };
    const leftMs = progress.state === 'running' ? leftAtPace(from, { ...progress, atMs }) : null;
    set({ reread: { progress, leftMs } });
    if (progress.state !== 'running' && (before === null || before.state === 'running')) get().graphChanged(null);
  };

  return {
    reread: nothing,

    rereadRequested: async (which) => {
      set({ reread: nothing });
      try {
        const progress = await host.core.rereadStart({ all: which === 'all' });
        // events may have told more by now
        if (get().reread.progress === null) told(progress);
      } catch (thrown) {
        get().problemOccurred('The articles could not be read again', thrown);
      }
    },

    rereadCancelled: async () => {
      try {
        await host.core.rereadCancel({});
      } catch (thrown) {
        get().problemOccurred('The reading could not be cancelled', thrown);
      }
    },

    rereadTold: told,
    rereadFound: (progress) => {
      const running = get().reread.progress?.state === 'running';
      if (progress?.state === 'running' || (running && progress !== null)) told(progress);
      else if (running) set({ reread: nothing });
    },
    rereadClosed: () => set({ reread: nothing }),
  };
};
