import { app, type BrowserWindow, dialog, session } from 'electron';
import { type Failure, failureOf, settle } from '../../shared/result.ts';
import type { HostCommand, HostEvent } from '../../shared/shell.ts';
import type { LibraryStatus } from '../../shared/views.ts';
import { connectCore } from '../core/connection.ts';
import { rendererFolder } from '../core/places.ts';
import { defaultLibraryFolder, readSettings, writeSettings } from '../settings.ts';
import type { DesktopArguments } from './arguments.ts';
import { startCore } from './core.ts';
import { answerWindow, eventsTo } from './ipc.ts';
import { showMenu } from './menu.ts';
import { serveWindow } from './protocol.ts';
import { createGrants } from './security/grants.ts';
import { guardSession } from './security/index.ts';
import { shellOf } from './shell.ts';
import { openWindow } from './window.ts';

/** The running desktop app: what a second start of Newsgraph asks of the first. */
export interface Desktop {
  /** Brings the window to the front and imports what was named. */
  asked: (wanted: DesktopArguments) => Promise<void>;
}

const explain = (title: string, failure: Failure) =>
  dialog.showErrorBox(title, [failure.message, failure.hint].filter(Boolean).join('\n\n'));

/** Opens a library and the window on it. Electron must be ready. Rejects when neither the library nor another can be opened. */
export const runDesktop = async (wanted: DesktopArguments): Promise<Desktop> => {
  const core = connectCore(startCore);
  app.on('will-quit', (event) => {
    event.preventDefault();
    void core.close().finally(() => app.exit(0));
  });
  const grants = createGrants();
  let window: BrowserWindow | null = null;
  let send: (event: HostEvent) => void = () => undefined;

  let current: string | null = null;
  const openLibrary = async (folder: string): Promise<LibraryStatus> => {
    try {
      const status = await core.open(folder);
      current = folder;
      writeSettings({ lastLibrary: folder });
      send({ type: 'opened', status });
      return status;
    } catch (thrown) {
      await backToCurrent();
      throw thrown;
    }
  };

  /** After another library could not be opened, the window goes on with the one it had. */
  const backToCurrent = async (): Promise<void> => {
    if (current === null) return;
    const folder = current;
    const again = await settle(() => core.open(folder));
    if (again.ok) send({ type: 'opened', status: again.value });
    else explain('The library could not be opened again', again.error);
  };

  const importThese = async (sources: readonly string[]): Promise<void> => {
    if (sources.length === 0) return;
    const result = await core.call('importStart', { sources: sources.map((path) => ({ path })) });
    if (!result.ok) explain('The import did not start', result.error);
  };

  guardSession(session.defaultSession);
  serveWindow(session.defaultSession, rendererFolder);
  answerWindow(core, grants, shellOf({ window: () => window, grants, openLibrary }));
  core.on((event) => send(event));
  showMenu((command: HostCommand) => send({ type: 'command', command }));

  const status = await openLibrary(wanted.library ?? defaultLibraryFolder());
  window = await openWindow(readSettings().window ?? undefined);
  send = eventsTo(window.webContents);
  window.on('close', () => {
    if (window) writeSettings({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  });

  if (wanted.sample && status.articles === 0 && !status.readOnly) await core.call('importSample', {});
  await importThese(wanted.sources);

  return {
    asked: async ({ sources, library }) => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
      try {
        if (library) await openLibrary(library);
      } catch (thrown) {
        explain('The library could not be opened', failureOf(thrown));
      }
      await importThese(sources);
    },
  };
};
