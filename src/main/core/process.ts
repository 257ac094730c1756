import { realpathSync } from 'node:fs';
import path from 'node:path';
import { dispatch } from '../../shared/contract.ts';
import { NewsgraphError, type Result, settle } from '../../shared/result.ts';
import { type Library, openLibrary } from './library.ts';
import type { FromCore, ToCore } from './protocol.ts';

/** The process that the core runs in: started by Electron as a utility process, elsewhere by `child_process.fork`. */

/** Electron's end of the line in a utility process. */
interface UtilityPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const utilityPort = (process as unknown as { parentPort?: UtilityPort }).parentPort;

const say = (message: FromCore): void => {
  if (utilityPort) utilityPort.postMessage(message);
  else if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};

let library: Library | null = null;

const closeLibrary = async (): Promise<void> => {
  const closing = library;
  library = null;
  await closing?.close();
};

/** Whether two paths lead to the same folder. */
const isSameFolder = (one: string, other: string): boolean => {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
};

/** Opens a library in place of the one that is open, which stays, with its import, where that fails. */
const openFolder = async (folder: string): Promise<unknown> => {
  const before = library ? await library.implementation.status({}) : null;
  // Its lock is ours already. One that was opened for reading is opened again: whoever had it may be gone.
  if (library && before && !before.readOnly && isSameFolder(before.folder, folder)) return before;
  const opened = await openLibrary(folder);
  await settle(closeLibrary);
  library = opened;
  opened.on((event) => say({ event }));
  return opened.implementation.status({});
};

const answer = async (message: ToCore): Promise<Result<unknown>> => {
  switch (message.to) {
    case 'open':
      return settle(() => openFolder(message.folder));
    case 'call': {
      const current = library;
      if (!current) return settle(() => Promise.reject(new NewsgraphError('unavailable', 'No library is open.')));
      return dispatch(current.implementation, message.name, message.args);
    }
    case 'close':
      return settle(async () => {
        await closeLibrary();
        return null;
      });
  }
};

/** Openings and closings come one after the other; calls go on beside them. */
let turn: Promise<unknown> = Promise.resolve();

const hear = async (message: ToCore): Promise<void> => {
  const answered = turn.then(() => answer(message));
  if (message.to !== 'call') turn = answered;
  say({ re: message.id, result: await answered });
};

const leave = async (): Promise<void> => {
  await settle(closeLibrary);
  process.exit(0);
};

if (utilityPort) utilityPort.on('message', ({ data }) => void hear(data as ToCore));
else {
  process.on('message', (message) => void hear(message as ToCore));
  // The host is gone, with or without a word.
  process.on('disconnect', () => void leave());
}
// Ctrl+C in a terminal reaches the whole group of processes: the host decides when the core ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void leave());
