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

/** The library that is open or being opened; calls wait for it. */
let library: Promise<Library> | null = null;

const closeLibrary = async (): Promise<void> => {
  const closing = library;
  library = null;
  const opened = closing ? await settle(() => closing) : null;
  if (opened?.ok) await opened.value.close();
};

const openFolder = async (folder: string): Promise<unknown> => {
  await closeLibrary();
  library = openLibrary(folder);
  const opened = await library;
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
      const opened = await settle(() => current);
      return opened.ok ? dispatch(opened.value.implementation, message.name, message.args) : opened;
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
