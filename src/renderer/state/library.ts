import type { HostEvent, ImportSource } from '../../shared/shell.ts';
import type { ImportProgress, ImportReport, LibraryStatus } from '../../shared/views.ts';
import type { HandOver } from '../api/index.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { recall } from './remembered.ts';

export interface LibrarySlice {
  library: {
    status: LibraryStatus | null;
    loading: Loading;
    /** Report of the running or last import of this run. */
    report: ImportReport | null;
    /** False while the core process is gone and being restarted. */
    coreUp: boolean;
    /** Counts up whenever the same articles were understood anew: after a correction, or when all were read again. */
    revision: number;
    /** Files are being chosen (`total` 0) or handed over; an import starts when that is done. */
    gathering: { done: number; total: number } | null;
  };
  libraryRequested: () => Promise<void>;
  importRequested: (sources: ImportSource[]) => Promise<void>;
  /** Waits for files that the user picks or has dropped, then imports them; none when `gather` answers null. */
  sourcesOffered: (gather: (told: HandOver) => Promise<ImportSource[] | null>) => Promise<void>;
  sampleRequested: () => Promise<void>;
  importCancelled: () => Promise<void>;
  importReportRequested: () => Promise<void>;
  /** The same articles are understood anew: answers from before are out of date, and so are the counts. */
  libraryRevised: () => void;
  hostSpoke: (event: HostEvent) => void;
}

/** Under what the import is remembered whose end the user has put away. */
export const closedImport = 'import.closed';
/** Tells imports apart, also those of different runs, whose numbers begin again. */
export const importSignature = ({ job, files, elapsedMs }: ImportProgress): string => `${job} ${files} ${elapsedMs}`;

/** The open library, its imports, and what the host tells of them. */
export const librarySlice: SliceMaker<LibrarySlice> = (set, get, host) => {
  const patch = (part: Partial<LibrarySlice['library']>) => set((app) => ({ library: { ...app.library, ...part } }));

  const progressed = (progress: ImportProgress | null) =>
    set(({ library }) => ({ library: { ...library, status: library.status && { ...library.status, import: progress } } }));

  const start = async (request: () => Promise<ImportProgress>) => {
    try {
      const progress = await request();
      patch({ report: null });
      // events may have told more of this import already
      if (get().library.status?.import?.job !== progress.job) progressed(progress);
      get().importPanelToggled(true);
    } catch (thrown) {
      get().problemOccurred('The import did not start', thrown);
    }
  };

  /** The overview drawn after the first articles knows only those; one that the user has begun to work on stays. */
  let shownJob = 0;
  const statusAsked = async () => {
    try {
      const status = await host.core.status({});
      patch({ status: { ...status, import: status.import ?? get().library.status?.import ?? null } });
    } catch {
      // events go on to tell the status; whatever is wrong shows at the next request
    }
  };
  const importEnded = async () => {
    void get().importReportRequested();
    // what the import brought in, whether or not `changed` has told it yet: the map notes how many articles it knows
    await statusAsked();
    const { board } = get();
    if (board.view.kind === 'overview' && board.saved === null && board.selected === null && board.pinned.size === 0)
      get().boardRefreshed();
  };

  /** Asks again for what failed while the core was away. */
  const coreReturned = async () => {
    await get().libraryRequested();
    const { search, recent, board, detail } = get();
    if (search.loading.state === 'failed' || recent.loading.state === 'failed') get().resultsRefreshed();
    if (board.loading.state === 'failed') get().boardRefreshed();
    if (detail.loading.state === 'failed') get().detailRetried();
  };

  return {
    library: { status: null, loading: idle, report: null, coreUp: true, revision: 0, gathering: null },

    libraryRequested: async () => {
      patch({ loading });
      try {
        const status = await host.core.status({});
        patch({ status, loading: ready, coreUp: true });
        get().rereadFound(status.reread);
        // an import runs that this window did not see begin, or ended with nobody told
        if (status.import && recall(closedImport) !== importSignature(status.import)) {
          get().importPanelToggled(true);
          if (status.import.state !== 'running') await get().importReportRequested();
        }
      } catch (thrown) {
        patch({ loading: failed(thrown) });
      }
    },

    importRequested: async (sources) => {
      if (sources.length > 0) await start(() => host.core.importStart({ sources }));
    },
    sourcesOffered: async (gather) => {
      if (get().library.gathering) return;
      patch({ gathering: { done: 0, total: 0 } });
      try {
        const sources = await gather((done, total) => patch({ gathering: { done, total } }));
        if (sources) await get().importRequested(sources);
      } catch (thrown) {
        get().problemOccurred('The files could not be handed over', thrown);
      } finally {
        patch({ gathering: null });
      }
    },
    sampleRequested: () => start(() => host.core.importSample({})),

    importCancelled: async () => {
      try {
        await host.core.importCancel({});
      } catch (thrown) {
        get().problemOccurred('The import could not be cancelled', thrown);
      }
    },

    importReportRequested: async () => {
      try {
        patch({ report: await host.core.importReport({}) });
      } catch (thrown) {
        get().problemOccurred('The report of the import could not be read', thrown);
      }
    },

    libraryRevised: () => {
      patch({ revision: get().library.revision + 1 });
      void statusAsked();
    },

    hostSpoke: (event) => {
      if (event.type === 'import') {
        progressed(event.progress);
        // one that the host has begun by itself shows as well; one that the user has put out of sight stays so
        if (get().library.status && event.progress.job !== shownJob) get().importPanelToggled(true);
        shownJob = event.progress.job;
        if (event.progress.state !== 'running') void importEnded();
      } else if (event.type === 'reread') {
        get().rereadTold(event.progress);
      } else if (event.type === 'correcting') {
        get().correctionProgressed(event.progress);
      } else if (event.type === 'changed' || event.type === 'status') {
        const before = get().library.status;
        const wasEmpty = before?.articles === 0;
        patch({ status: event.status, coreUp: true });
        if (event.status.index === 'ready' && before?.index !== 'ready') get().indexOpened();
        if (event.type === 'changed') get().libraryChanged(wasEmpty);
      } else if (event.type === 'opened') {
        shownJob = 0;
        patch({ status: event.status, report: null, coreUp: true });
        get().libraryReplaced();
      } else if (event.type === 'core') {
        patch({ coreUp: event.state === 'restarted' });
        if (event.state === 'restarted') void coreReturned();
      }
    },
  };
};
