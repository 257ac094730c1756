import type { WebContents } from 'electron';

/** Rule: no page opens a window, and none embeds another page. */

/** Denies `window.open`, target=_blank and webviews. Links go out through `openExternal` alone. */
export const refuseWindows = (contents: Pick<WebContents, 'setWindowOpenHandler' | 'on'>): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
};
