import type { IncomingMessage } from 'node:http';
import type { Refusal } from './respond.ts';

/**
 * Refuses requests that were not made to this very server by its own page. `Host` must be the loopback address and port
 * (a name that someone has pointed at 127.0.0.1 is not), and where the browser says which page asks, it must be ours.
 */
export const refuseForeignCaller = (request: IncomingMessage, authority: string): Refusal | null => {
  const { host, origin } = request.headers;
  if (host !== authority) return { status: 403, message: 'This server answers to its own address only.' };
  if (origin !== undefined && origin !== `http://${authority}`) return { status: 403, message: 'Another page may not use this server.' };
  return null;
};
