import type { Host } from '../api/index.ts';
import type { App } from '../state/app.ts';
import { sourcesOfDrop } from './dropped.ts';

/** Lets the user pick files or a folder and imports them. */
export const chooseAndImport = (app: App, host: Host, what: 'files' | 'folder'): Promise<void> =>
  app.sourcesOffered(() => host.shell.chooseSources(what));

/** Imports what was dropped on the window. Call it in the drop event itself: its data are gone a moment later. */
export const importDropped = (app: App, host: Host, data: DataTransfer): Promise<void> => {
  const sources = sourcesOfDrop(host, data);
  return app.sourcesOffered(() => sources);
};
