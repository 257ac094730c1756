import type { Host } from '../api/index.ts';
import type { App } from '../state/app.ts';
import { filesOfDrop } from './dropped.ts';

/** Lets the user pick files or a folder and imports them. */
export const chooseAndImport = (app: App, host: Host, what: 'files' | 'folder'): Promise<void> =>
  app.sourcesOffered((told) => host.shell.chooseSources(what, told));

/** Imports what was dropped on the window. Call it in the drop event itself: its data are gone a moment later. */
export const importDropped = (app: App, host: Host, data: DataTransfer): Promise<void> => {
  const files = filesOfDrop(host, data);
  return app.sourcesOffered(async (told) => {
    const dropped = await files;
    return dropped.length > 0 ? host.shell.sourcesOf(dropped, told) : null;
  });
};
