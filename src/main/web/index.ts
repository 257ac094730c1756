import type { Server } from 'node:http';
import path from 'node:path';
import { NewsgraphError, unwrap } from '../../shared/result.ts';
import type { LibraryStatus } from '../../shared/views.ts';
import { connectCore } from '../core/connection.ts';
import { forkCore } from '../core/fork.ts';
import { rendererFolder } from '../core/places.ts';
import { createApi } from './api.ts';
import { createEventStreams } from './event-stream.ts';
import { createWebServer } from './server.ts';
import { newToken } from './token.ts';
import { createUploads } from './uploads.ts';

export { openBrowser } from './open-browser.ts';

export interface ServeOptions {
  /** Folder of the library. */
  library: string;
  /** 0 takes any free one. Where absent: the usual one, so that the browser keeps what it remembers, or any if that is taken. */
  port?: number;
  /** Files and folders to import once the library is open. */
  sources?: readonly string[];
  /** Imports the sample library where the library is empty and nothing else is to come in. */
  sample?: boolean;
  /** Folder of the built window, where it is not the product's own. */
  files?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  address: string;
  /** The address that lets a browser in. */
  url: string;
  token: string;
  /** The library as it was opened. */
  status: LibraryStatus;
  /** What was to be imported and was not, because the library can only be read. */
  notImported: readonly string[];
  /** Ends the server and the core. */
  close(): Promise<void>;
}

/** Browsers keep widths, theme and so on by address, port included. */
const usualPort = 47_100;

const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use',
  EACCES: 'is one that the system does not let this user take',
};

/** An error of listening in plain words, where there are some. */
const explained = (error: NodeJS.ErrnoException, port: number): Error => {
  const problem = portProblems[error.code ?? ''];
  return problem === undefined
    ? error
    : new NewsgraphError('unavailable', `Port ${port} ${problem}.`, 'Choose another with --port, or leave it out for a free one.');
};

const listenOn = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(explained(error, port));
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve();
    });
  });

/** Listens on the port that was asked for, or on the usual one, or on any. */
const listen = async (server: Server, port: number | undefined): Promise<void> => {
  if (port !== undefined) return listenOn(server, port);
  await listenOn(server, usualPort).catch(() => listenOn(server, 0));
};

/**
 * Serves Newsgraph on loopback: a core process with the library, the built window, the contract over HTTP. Rejects when
 * the library can't be opened or the port is taken.
 */
export const startServer = async ({
  library,
  port,
  sources = [],
  sample = false,
  files = rendererFolder,
}: ServeOptions): Promise<RunningServer> => {
  const core = connectCore(forkCore);
  const uploads = createUploads();
  const events = createEventStreams();
  const api = createApi(core, uploads);
  const token = newToken();
  const server = createWebServer({ api, events, token, files });
  core.on((event) => {
    api.heard(event);
    events.send(event);
  });

  const close = async (): Promise<void> => {
    events.close();
    server.closeAllConnections();
    server.close();
    await core.close();
    await uploads.close();
  };

  try {
    const status = await core.open(path.resolve(library));
    const notImported = status.readOnly ? sources.map((source) => path.resolve(source)) : [];
    // before anything comes in: a port that is taken changes nothing
    await listen(server, port);
    if (!status.readOnly) {
      if (sources.length > 0)
        unwrap(await core.call('importStart', { sources: sources.map((source) => ({ path: path.resolve(source) })) }));
      else if (sample && status.articles === 0) unwrap(await core.call('importSample', {}));
    }
    const bound = server.address();
    const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : ''}`;
    return { address, url: `${address}/?token=${token}`, token, status, notImported, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
};
