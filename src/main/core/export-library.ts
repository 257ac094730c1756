import type { ExportedGraph } from '../../shared/views.ts';
import { writeJson } from './export/json.ts';
import { writeGraph } from './export/library-graph.ts';
import type { Write, Written } from './export/pieces.ts';
import { openStore, type Store } from './store/index.ts';

const writers: Readonly<Record<ExportedGraph['format'], (store: Store, write: Write) => Promise<Written>>> = {
  json: writeJson,
  graphml: (store, write) => writeGraph('graphml', store, write),
  gexf: (store, write) => writeGraph('gexf', store, write),
};

/**
 * Writes the whole graph of the library in a folder piece by piece, so that its size has no limit, and answers how much it
 * wrote. The library is opened for reading, without its search index. Rejects as opening and `write` do, and with `busy`,
 * after everything is written, where articles came in meanwhile.
 */
export const exportLibrary = async (folder: string, format: ExportedGraph['format'], write: Write): Promise<Written> => {
  const store = openStore(folder, { readOnly: true });
  try {
    return await writers[format](store, write);
  } finally {
    store.close();
  }
};
