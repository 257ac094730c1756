import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Api } from './api.ts';
import { refuseForeignCaller } from './caller.ts';
import type { EventStreams } from './event-stream.ts';
import { secure } from './headers.ts';
import { sendText } from './respond.ts';
import { sendFile } from './static-files.ts';
import { refuseWithoutToken, sessionCookie, tokenInAddress } from './token.ts';

export interface ServerParts {
  api: Api;
  events: EventStreams;
  token: string;
  /** Folder of the built window. */
  files: string;
}

/** The server of the browser host, not yet listening. Rules come first, in this order: headers, caller, token; then the routes. */
export const createWebServer = ({ api, events, token, files }: ServerParts): Server => {
  const portOf = (server: Server): number => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };

  const route = async (request: IncomingMessage, response: ServerResponse, port: number): Promise<void> => {
    const authority = `127.0.0.1:${port}`;
    secure(response);
    const foreign = refuseForeignCaller(request, authority);
    if (foreign) return sendText(response, foreign.status, foreign.message);

    const address = new URL(`http://${authority}${request.url ?? '/'}`);
    const { pathname } = address;
    const method = request.method ?? '';
    const reading = method === 'GET' || method === 'HEAD';
    if (reading && pathname === '/' && tokenInAddress(address, token)) {
      return sendText(response, 303, 'Welcome.', { Location: '/', 'Set-Cookie': sessionCookie(token, port) });
    }
    const stranger = pathname === '/' || pathname.startsWith('/api/') ? refuseWithoutToken(request, token, port) : null;
    if (stranger) return sendText(response, stranger.status, stranger.message);

    if (pathname === '/api/events' && method === 'GET') return events.open(response);
    if (pathname === '/api/upload' && method === 'POST') return api.upload(request, response, address.searchParams.get('name') ?? '');
    if (pathname.startsWith('/api/') && method === 'POST') return api.call(request, response, pathname.slice('/api/'.length));
    if (reading && !pathname.startsWith('/api/')) return sendFile(response, files, pathname, method === 'HEAD');
    sendText(response, 405, 'This can’t be done here.', { Allow: pathname.startsWith('/api/') ? 'POST' : 'GET, HEAD' });
  };

  const server = createServer((request, response) => {
    route(request, response, portOf(server)).catch(() => {
      if (response.headersSent) response.destroy();
      else sendText(response, 400, 'This request can’t be understood.');
    });
  });
  return server;
};
