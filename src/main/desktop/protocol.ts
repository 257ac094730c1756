import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { securityHeaders } from '../../shared/security.ts';
import { isOwnAddress, scheme } from './security/origin.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Declares the window's own scheme; must run before Electron is ready. */
export const declareScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
};

/** The file of `folder` that an address of the window means, or null for one outside it. */
export const fileFor = (address: string, folder: string): string | null => {
  if (!isOwnAddress(address)) return null;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  return file.startsWith(folder + path.sep) ? file : null;
};

const refused = (status: number) => new Response(null, { status, headers: { ...securityHeaders } });

/** Answers one request for a file of the window, with the security headers. */
export const answerFile = async (address: string, folder: string): Promise<Response> => {
  const file = fileFor(address, folder);
  const type = file && mediaTypes[path.extname(file)];
  if (!file || !type) return refused(404);
  try {
    const bytes = await readFile(file);
    return new Response(new Uint8Array(bytes), { headers: { ...securityHeaders, 'Content-Type': type } });
  } catch {
    return refused(404);
  }
};

/** Serves `folder` to the session under the window's own scheme. */
export const serveWindow = (session: Session, folder: string): void => {
  session.protocol.handle(scheme, (request) => answerFile(request.url, folder));
};
