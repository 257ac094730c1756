import type { Contract } from '../../shared/contract.ts';
import type { HostEvent, ImportSource, Shell } from '../../shared/shell.ts';

/** Told how many of the user's files have been handed over, where that takes time. */
export type HandOver = (done: number, total: number) => void;

/** Everything that the window asks of whatever runs it. */
export interface Host {
  readonly core: Contract;
  readonly shell: Omit<Shell, 'chooseSources'> & {
    /** Lets the user pick files or a folder; null when dismissed. */
    chooseSources(what: 'files' | 'folder', told?: HandOver): Promise<ImportSource[] | null>;
    /** Saves a file, in a place that the user may choose; answers the name that it got, null when dismissed. */
    saveFile(name: string, contents: Blob): Promise<string | null>;
    /** Files that were dropped on the window, as sources for an import. */
    sourcesOf(files: readonly File[], told?: HandOver): Promise<ImportSource[]>;
  };
  /** Calls `listener` for every event until the returned function is called. */
  on(listener: (event: HostEvent) => void): () => void;
}
