import type { HostEvent, ImportSource } from '../../shared/shell.ts';
import type { ImportReport, LibraryStatus } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';

export interface LibrarySlice {
  library: {
    status: LibraryStatus | null;
    loading: Loading;
    /** Report of the running or last import of this run. */
    report: ImportReport | null;
    /** False while the core process is gone and being restarted. */
    coreUp: boolean;
  };
  libraryRequested: () => Promise<void>;
  importRequested: (sources: ImportSource[]) => Promise<void>;
  sampleRequested: () => Promise<void>;
  importCancelled: () => Promise<void>;
  importReportRequested: () => Promise<void>;
  hostSpoke: (event: HostEvent) => void;
}

/** The open library, its imports, and what the host tells of them. */
export const librarySlice: SliceMaker<LibrarySlice> = (set, get, host) => {
  const patch = (part: Partial<LibrarySlice['library']>) => set((app) => ({ library: { ...app.library, ...part } }));

  const start = async (request: () => Promise<unknown>) => {
    try {
      await request();
      patch({ report: null });
      get().importPanelToggled(true);
    } catch (thrown) {
      get().problemOccurred('The import did not start', thrown);
    }
  };

  return {
    library: { status: null, loading: idle, report: null, coreUp: true },

    libraryRequested: async () => {
      patch({ loading });
      try {
        patch({ status: await host.core.status({}), loading: ready, coreUp: true });
      } catch (thrown) {
        patch({ loading: failed(thrown) });
      }
    },

    importRequested: async (sources) => {
      if (sources.length > 0) await start(() => host.core.importStart({ sources }));
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

    hostSpoke: (event) => {
      if (event.type === 'import') {
        set((app) => ({
          library: { ...app.library, status: app.library.status && { ...app.library.status, import: event.progress } },
        }));
        if (event.progress.state !== 'running') void get().importReportRequested();
      } else if (event.type === 'changed' || event.type === 'status') {
        const wasEmpty = get().library.status?.articles === 0;
        patch({ status: event.status, coreUp: true });
        if (event.type === 'changed') get().libraryChanged(wasEmpty);
      } else if (event.type === 'opened') {
        patch({ status: event.status, report: null, coreUp: true });
        get().libraryReplaced();
      } else if (event.type === 'core') {
        patch({ coreUp: event.state === 'restarted' });
        if (event.state === 'restarted') void get().libraryRequested();
      }
    },
  };
};
