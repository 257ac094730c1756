import type { WebContents } from 'electron';
import { isOwnAddress } from './origin.ts';

/** Rule: a page never leaves its origin, whatever asks for it. */

/** Refuses every navigation and redirect of this page, and of frames in it, to another origin. */
export const refuseNavigation = (contents: Pick<WebContents, 'on'>): void => {
  const refuse = (event: { preventDefault: () => void; url: string }) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
};
