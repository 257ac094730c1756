import type { Session } from 'electron';
import { isOwnAddress } from './origin.ts';

/** Rule: the window loads nothing from anywhere but its own origin. The content policy says so too; this holds without it. */

const inner = /^(?:devtools|data|blob):/;

/** True for what a page may load. */
export const mayLoad = (address: string): boolean => isOwnAddress(address) || inner.test(address);

/** Cancels every other request of the session. */
export const refuseNetwork = (session: Pick<Session, 'webRequest'>): void => {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
};
