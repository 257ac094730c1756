import type { IpcMainInvokeEvent } from 'electron';
import { isOwnAddress } from './origin.ts';

/** Rule: only the window's own top frame is listened to. */

interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** True for a message from the top frame of a page of our own. A frame that is gone already is none. */
export const isTrustedFrame = (frame: Frame | null): boolean => frame !== null && frame.parent === null && isOwnAddress(frame.url);

/** The same for an IPC event. */
export const isTrustedSender = (event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean => isTrustedFrame(event.senderFrame);
