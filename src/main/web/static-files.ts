import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { sendText } from './respond.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The built window has plain names only, so anything else (`..`, escapes, hidden files, drive letters) is no file of ours. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/;

/** The file in `folder` that an address's path names, `/` being its index.html; null for paths that can't name one. */
export const fileOfPath = (folder: string, pathname: string): { file: string; type: string } | null => {
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = types[path.extname(name)];
  return plainPath.test(name) && type ? { file: path.join(folder, ...name.slice(1).split('/')), type } : null;
};

/** Serves a file of the built window, or says that there is none. Names under `/assets/` change with their content. */
export const sendFile = async (response: ServerResponse, folder: string, pathname: string, headOnly: boolean): Promise<void> => {
  const found = fileOfPath(folder, pathname);
  const stats = found && (await stat(found.file).catch(() => null));
  if (!found || !stats?.isFile()) {
    const unbuilt = pathname === '/';
    return sendText(
      response,
      unbuilt ? 503 : 404,
      unbuilt ? 'The window of Newsgraph is not built: run npm run build.' : 'There is no such file.',
    );
  }
  response.writeHead(200, {
    'Content-Type': found.type,
    'Content-Length': stats.size,
    'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (headOnly) response.end();
  else pipeline(createReadStream(found.file), response, () => undefined);
};
