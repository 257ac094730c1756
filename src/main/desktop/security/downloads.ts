import type { Session } from 'electron';

/** Rule: no page downloads anything. What the window saves goes through `saveFile`, where the user names the place. */

/** Cancels every download of the session. */
export const refuseDownloads = (session: Pick<Session, 'on'>): void => {
  session.on('will-download', (event) => event.preventDefault());
};
