import type { Bridge } from '../../shared/bridge.ts';
import { browserHost } from './browser.ts';
import { desktopHost } from './desktop.ts';
import type { Host } from './host.ts';

export type { HandOver, Host } from './host.ts';

declare global {
  interface Window {
    /** Put there by the desktop host's preload; absent in a browser. */
    readonly newsgraph?: Bridge;
  }
}

/** The host this window runs in: the one place that knows which. */
export const connectHost = (): Host => (window.newsgraph ? desktopHost(window.newsgraph) : browserHost());
