import { utilityProcess } from 'electron';
import type { CorePort } from '../core/connection.ts';
import { modulePath } from '../core/places.ts';
import type { FromCore } from '../core/protocol.ts';

/** Starts the core as a utility process: its own heap, and neither the window nor the main process waits for it. */
export const startCore = (): CorePort => {
  const child = utilityProcess.fork(modulePath('core/process'), [], {
    serviceName: 'Newsgraph library',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: FromCore) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', () => listener());
    },
    kill: () => {
      child.kill();
    },
  };
};
