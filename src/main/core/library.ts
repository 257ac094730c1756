import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Implementation, methodNames, methods } from '../../shared/contract.ts';
import { extractionVersion } from '../../shared/extraction.ts';
import { failureOf, NewsgraphError } from '../../shared/result.ts';
import type { CoreEvent, LibraryStatus } from '../../shared/views.ts';
import { boardMethods } from './board-methods.ts';
import { correctionMethods } from './correction-methods.ts';
import { exportMethods } from './export-methods.ts';
import { graphMethods } from './graph-methods.ts';
import { importMethods } from './import-methods.ts';
import { createImporter, type Importer } from './importing/index.ts';
import { createRereader } from './importing/reread.ts';
import { keepIndex } from './index-keeper.ts';
import { ingest } from './ingest.ts';
import { mayChange, takeLock } from './lock.ts';
import { readingMethods } from './reading-methods.ts';
import { createRemaker } from './remaking.ts';
import { rereadMethods } from './reread-methods.ts';
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

const notWritable = 'This library may not be written to, so it can be read but not changed.';
const makeWritable = 'Change the permissions of its folder and open it again, or choose another library.';

/** Why a library is open for reading only: what is told when it opens, and when a change is asked for. */
interface Refusal {
  notice: string | null;
  error: NewsgraphError;
}

const refusalOf = (asked: boolean, writable: boolean): Refusal => {
  const refused = (hint: string) => new NewsgraphError('read-only', 'This library is open for reading only.', hint);
  if (asked) return { notice: null, error: refused('Open it again so that it may be changed.') };
  if (!writable) return { notice: `${notWritable} ${makeWritable}`, error: new NewsgraphError('read-only', notWritable, makeWritable) };
  return { notice: openElsewhere, error: refused(openElsewhere) };
};

/** The same methods, but those that the contract's table marks as writing throw `refusal`. */
const withoutWrites = (implementation: Implementation, refusal: NewsgraphError): Implementation => {
  const refuse = () => {
    throw refusal;
  };
  const refused = methodNames.filter((name) => methods[name].writes).map((name) => [name, refuse]);
  return { ...implementation, ...(Object.fromEntries(refused) as Partial<Implementation>) };
};

/** A running import tells that articles came in at most this often. */
const changedEveryMs = 1000;

/**
 * Opens the library in a folder, made where it is missing. The first process to open it may change it; another one, and one
 * that may not write to the folder, opens it for reading, and says so. Throws `unreadable` when the folder or what is in it can't be used.
 */
export const openLibrary = async (folder: string, { readOnly: asked = false, threads }: LibraryOptions = {}): Promise<Library> => {
  const place = path.resolve(folder);
  const writable = !libraryExists(place) || mayChange(place, databaseName);
  const lock = asked || !writable ? null : takeLock(place);
  const readOnly = lock === null;
  const refusal = readOnly ? refusalOf(asked, writable) : null;
  const notices: string[] = refusal?.notice ? [refusal.notice] : [];
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
    outdated: store.outdated(extractionVersion),
    import: importer.progress(),
    reread: rereader.progress(),
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
  const committed = () => {
    keeper.follow();
    if (performance.now() - changedAt >= changedEveryMs) changed();
  };
  const remaker = createRemaker(store, committed, (progress) => emit({ type: 'correcting', progress }));
  const settled = async () => {
    await remaker.drain();
    await keeper.catchUp();
    await keeper.save();
  };
  const pool = threads === undefined ? {} : { threads };
  const rereader = createRereader(pool);
  const importer: Importer = createImporter(
    {
      ingest: (batch) => ingest(store, batch),
      committed,
      settled: async () => {
        const before = store.tally();
        await settled();
        const after = store.tally();
        return { entities: after.entities - before.entities, relations: after.relations - before.relations };
      },
      articleRefs: (ids) => store.articleRefs(ids),
      tell: (progress) => {
        emit({ type: 'import', progress });
        if (progress.state !== 'running') changed();
      },
    },
    pool,
  );
  // What a kill has left to be made anew.
  if (!readOnly) {
    remaker.drain().catch((thrown: unknown) => {
      notices.push(`Some articles could not be brought up to date: ${failureOf(thrown).message}`);
    });
  }
  const implementation: Implementation = {
    status,
    stats: () => {
      const { databaseBytes, ...stats } = store.stats();
      return { ...status(), ...stats, bytes: { database: databaseBytes, index: keeper.bytes() } };
    },
    ...importMethods(importer, rereader),
    ...rereadMethods(store, importer, rereader, {
      committed,
      settled,
      tell: (progress) => {
        emit({ type: 'reread', progress });
        if (progress.state !== 'running') changed();
      },
    }),
    ...correctionMethods(store, {
      ...remaker,
      drain: async () => {
        await remaker.drain();
        keeper.follow();
        changed();
      },
    }),
    ...searchMethods(store, keeper),
    ...graphMethods(store),
    ...exportMethods(store, (progress) => emit({ type: 'exporting', progress })),
    ...readingMethods(store),
    ...boardMethods(store),
  };

  return {
    implementation: refusal ? withoutWrites(implementation, refusal.error) : implementation,
    ready: keeper.ready,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await importer.cancel();
      await rereader.cancel();
      await remaker.stop();
      await keeper.close();
      store.close();
      lock?.release();
    },
  };
};
