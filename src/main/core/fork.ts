import { fork } from 'node:child_process';
import type { CorePort } from './connection.ts';
import { modulePath } from './places.ts';
import type { FromCore, ToCore } from './protocol.ts';

/** Starts the core in a process of its own, under Node.js. Its complaints go to this process's error output. */
export const forkCore = (): CorePort => {
  const child = fork(modulePath('core/process'), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    send: (message: ToCore) => {
      // A process that has just died is told by its exit; a write that crosses it must not throw a second time.
      child.send(message, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', (message) => listener(message as FromCore));
    },
    onExit: (listener) => {
      let told = false;
      const once = () => {
        if (!told) listener();
        told = true;
      };
      child.once('exit', once);
      child.once('error', once);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
