import type { CoreEvent, LibraryStatus } from './views.ts';

/** What a host offers beside the core: the few things that need the machine the user sits at. */

/** A thing to import: a path on disk, or `upload:…` for what a browser has handed over. */
export interface ImportSource {
  path: string;
  name?: string;
}

/** Commands that a host's own menu can send to the window; the window also has them in its palette. */
export const hostCommands = [
  'import-files',
  'import-folder',
  'import-sample',
  'open-library',
  'palette',
  'search',
  'keys',
  'back',
  'forward',
  'overview',
  'theme-system',
  'theme-light',
  'theme-dark',
] as const;
export type HostCommand = (typeof hostCommands)[number];

export type HostEvent =
  | CoreEvent
  | { type: 'command'; command: HostCommand }
  /** Another library was opened: everything shown belongs to the old one. */
  | { type: 'opened'; status: LibraryStatus };

export interface Shell {
  readonly kind: 'desktop' | 'browser';
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Opens an http(s) address in the system's browser; anything else is refused. */
  openExternal(url: string): Promise<void>;
  /** Lets the user pick files or a folder; null when dismissed. */
  chooseSources(what: 'files' | 'folder'): Promise<ImportSource[] | null>;
  /** Lets the user pick a library folder and opens it; null when dismissed. Absent where a host has one library a run. */
  openLibrary?(): Promise<LibraryStatus | null>;
}
