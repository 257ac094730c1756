import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Implementation } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { CoreEvent, LibraryStatus } from '../../shared/views.ts';
import { graphMethods } from './graph-methods.ts';
import { importMethods } from './import-methods.ts';
import { createImporter, type Importer } from './importing/index.ts';
import { keepIndex } from './index-keeper.ts';
import { ingest } from './ingest.ts';
import { takeLock } from './lock.ts';
import { readingMethods } from './reading-methods.ts';
import { searchMethods } from './search-methods.ts';
import { databaseName, openStore, type Store } from './store/index.ts';

/** An open library: the contract's methods over one folder. */
export interface Library {
  readonly implementation: Implementation;
  /** Resolves once the search index is open and up to date. */
  readonly ready: Promise<void>;
  /** Hears all events until the function it answers is called. */
  on(listener: (event: CoreEvent) => void): () => void;
  /** Stops a running import, saves the search index, and lets go of the folder. */
  close(): Promise<void>;
}

export interface LibraryOptions {
  /** Opens for reading though nobody else has the library. */
  readOnly?: boolean;
  /** Worker threads for imports; by the machine's cores where absent. */
  threads?: number;
}

/** Whether there is a library in a folder. */
export const libraryExists = (folder: string): boolean => existsSync(path.join(folder, databaseName));

const openElsewhere =
  'This library is open in another Newsgraph, so here it can be read but not changed. Close the other one, then open it again.';

/** A running import tells that articles came in at most this often. */
const changedEveryMs = 1000;

/**
 * Opens the library in a folder, made where it is missing. The first process to open it may change it; another one opens
 * it for reading, and says so. Throws `unreadable` when the folder or what is in it can't be used.
 */
export const openLibrary = async (folder: string, { readOnly: asked = false, threads }: LibraryOptions = {}): Promise<Library> => {
  const place = path.resolve(folder);
  const lock = asked ? null : takeLock(place);
  const readOnly = lock === null;
  const notices: string[] = readOnly && !asked ? [openElsewhere] : [];
  let store: Store;
  try {
    store = openStore(place, { readOnly });
  } catch (thrown) {
    lock?.release();
    throw thrown;
  }

  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  const status = (): LibraryStatus => ({
    folder: place,
    name: path.basename(place),
    readOnly,
    ...store.counts(),
    index: keeper.state,
    notices: [...notices],
    import: importer.progress(),
  });
  const keeper = keepIndex({
    folder: place,
    source: store,
    readOnly,
    notice: (message) => {
      notices.push(message);
      emit({ type: 'status', status: status() });
    },
    onReady: () => emit({ type: 'status', status: status() }),
  });

  let changedAt = 0;
  const changed = () => {
    changedAt = performance.now();
    emit({ type: 'changed', status: status() });
  };
  const importer: Importer = createImporter(
    {
      ingest: (batch) => ingest(store, batch),
      committed: () => {
        keeper.follow();
        if (performance.now() - changedAt >= changedEveryMs) changed();
      },
      settled: async () => {
        await keeper.catchUp();
        await keeper.save();
      },
      articleRefs: (ids) => store.articleRefs(ids),
      tell: (progress) => {
        emit({ type: 'import', progress });
        if (progress.state !== 'running') changed();
      },
    },
    threads === undefined ? {} : { threads },
  );
  const refuseReadOnly = () => {
    if (readOnly) throw new NewsgraphError('read-only', 'This library is open for reading only.', openElsewhere);
  };

  return {
    implementation: {
      status,
      stats: () => {
        const { databaseBytes, ...stats } = store.stats();
        return { ...status(), ...stats, bytes: { database: databaseBytes, index: keeper.bytes() } };
      },
      ...importMethods(importer, refuseReadOnly),
      ...searchMethods(store, keeper),
      ...graphMethods(store),
      ...readingMethods(store),
    },
    ready: keeper.ready,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await importer.cancel();
      await keeper.close();
      store.close();
      lock?.release();
    },
  };
};
