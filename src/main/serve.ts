import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { NewsgraphError } from '../shared/result.ts';
import { callerFolder } from './cli/caller.ts';
import { runCommand, type Serve, serveCommand } from './cli/program.ts';
import { rendererFolder } from './core/places.ts';
import { defaultLibraryFolder, writeSettings } from './settings.ts';
import { openBrowser, startServer } from './web/index.ts';

/** The browser host: serves Newsgraph on loopback until it is told to stop, prints its address, opens the browser. */
export const serve: Serve = async (paths, { library, port, open, sample }) => {
  if (!existsSync(path.join(rendererFolder, 'index.html'))) {
    throw new NewsgraphError(
      'unavailable',
      'The window of Newsgraph is not built yet.',
      'Start it with “npm run serve”, which builds it first.',
    );
  }
  const here = callerFolder();
  const folder = library === undefined ? defaultLibraryFolder() : path.resolve(here, library);
  const server = await startServer({
    library: folder,
    ...(port === undefined ? {} : { port }),
    sample: sample ?? false,
    sources: paths.map((source) => path.resolve(here, source)),
  });
  writeSettings({ lastLibrary: folder });
  if (server.status.readOnly) {
    const reason = server.status.notices[0] ?? 'The library is open for reading only.';
    console.error(server.notImported.length > 0 ? `Not imported: ${server.notImported.join(', ')}. ${reason}` : reason);
  }
  console.log(`Newsgraph is at ${server.url}`);
  if (open) openBrowser(server.url);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.close();
};

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  process.exitCode = await runCommand(serveCommand(serve), process.argv.slice(2));
}
