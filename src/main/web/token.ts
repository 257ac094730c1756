import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Refusal } from './respond.ts';

/** A token for one run: 256 bits, in characters that need no escaping in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const same = (given: string, token: string): boolean => {
  const left = Buffer.from(given);
  const right = Buffer.from(token);
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Cookies of one host are seen on all its ports: the port keeps two servers of one user apart. */
const cookieName = (port: number): string => `newsgraph-${port}`;

/** The cookie that the printed address is exchanged for: out of reach of scripts, never sent from another page. */
export const sessionCookie = (token: string, port: number): string => `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`;

/** Whether an address carries the token. */
export const tokenInAddress = (address: URL, token: string): boolean => same(address.searchParams.get('token') ?? '', token);

const cookiesOf = (request: IncomingMessage): Map<string, string> =>
  new Map(
    (request.headers.cookie ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );

/** Refuses a request that carries the token neither as the cookie nor as `Authorization: Bearer`. */
export const refuseWithoutToken = (request: IncomingMessage, token: string, port: number): Refusal | null => {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const given = bearer ?? cookiesOf(request).get(cookieName(port)) ?? '';
  return same(given, token) ? null : { status: 403, message: 'Open Newsgraph at the address that it printed when it was started.' };
};
