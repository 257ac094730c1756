import { app, type Session } from 'electron';
import { refuseDownloads } from './downloads.ts';
import { refuseNavigation } from './navigation.ts';
import { refuseNetwork } from './network.ts';
import { denyPermissions } from './permissions.ts';
import { refuseWindows } from './windows.ts';

/** Applies the rules to every page from now on: call before the first window. */
export const guardPages = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseWindows(contents);
  });
};

/** Applies the rules of a session: call once Electron is ready. */
export const guardSession = (session: Session): void => {
  denyPermissions(session);
  refuseNetwork(session);
  refuseDownloads(session);
};
