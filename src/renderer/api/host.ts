import type { Contract } from '../../shared/contract.ts';
import type { HostEvent, ImportSource, Shell } from '../../shared/shell.ts';

/** Everything that the window asks of whatever runs it. */
export interface Host {
  readonly core: Contract;
  readonly shell: Shell & {
    /** Files that were dropped on the window, as sources for an import. */
    sourcesOf(files: readonly File[]): Promise<ImportSource[]>;
  };
  /** Calls `listener` for every event until the returned function is called. */
  on(listener: (event: HostEvent) => void): () => void;
}
