import { type Failure, type Result, unwrap } from '../../shared/result.ts';
import type { CoreEvent, LibraryStatus } from '../../shared/views.ts';
import type { FromCore, ToCore } from './protocol.ts';

/** The core's process as a host sees it, whatever started it. */
export interface CorePort {
  send(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  /** Called once, when the process is gone. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** A host's line to the core. It outlives the core's process: one that dies is started again with the same library. */
export interface CoreConnection {
  /**
   * Opens a library in place of the one that is open. Rejects with a `NewsgraphError` when it can't be opened; the one that
   * was open then stays open.
   */
  open(folder: string): Promise<LibraryStatus>;
  /** Calls a method of the contract. Never rejects; a core that dies meanwhile is an `unavailable` failure. */
  call(name: string, args: unknown): Promise<Result<unknown>>;
  /** Hears all events until the function it answers is called. */
  on(listener: (event: CoreEvent) => void): () => void;
  /** Called when the process died and will not be started again. */
  onExit(listener: () => void): void;
  /** Closes the library and ends the process. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** A process that dies again this soon after a restart is left down: whatever kills it would kill it for ever. */
  restartPauseMs?: number;
  /** A process that has not ended this long after being asked to is killed. */
  closeLimitMs?: number;
}

const died: Failure = {
  code: 'unavailable',
  message: 'The part of Newsgraph that keeps the library stopped unexpectedly.',
  hint: 'It was started again. What was imported is safe; please repeat what you did.',
};
const down: Failure = {
  code: 'unavailable',
  message: 'The part of Newsgraph that keeps the library is not running.',
  hint: 'Open the library again, or restart Newsgraph.',
};

/** A connection to a core whose process `start` starts, now and whenever it has died. */
export const connectCore = (
  start: () => CorePort,
  { restartPauseMs = 60_000, closeLimitMs = 10_000 }: ConnectionOptions = {},
): CoreConnection => {
  const listeners = new Set<(event: CoreEvent) => void>();
  const exitListeners: (() => void)[] = [];
  const pending = new Map<number, (result: Result<unknown>) => void>();
  let nextId = 1;
  let port: CorePort | null = null;
  let folder: string | null = null;
  let closing = false;
  let restartedAt = Number.NEGATIVE_INFINITY;

  const tell = (event: CoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  const ask = (message: (id: number) => ToCore): Promise<Result<unknown>> => {
    const target = port;
    if (!target) return Promise.resolve({ ok: false, error: down });
    const id = nextId++;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      try {
        target.send(message(id));
      } catch (thrown) {
        pending.delete(id);
        resolve({ ok: false, error: { code: 'unavailable', message: `The core can't be reached: ${String(thrown)}` } });
      }
    });
  };

  const wentDown = () => {
    tell({ type: 'core', state: 'down' });
    for (const listener of exitListeners) listener();
  };

  const restart = async (reopen: string): Promise<void> => {
    restartedAt = performance.now();
    begin();
    const opened = await ask((id) => ({ to: 'open', id, folder: reopen }));
    if (opened.ok) tell({ type: 'core', state: 'restarted' });
    else if (port) wentDown();
  };

  const begin = () => {
    const started = start();
    port = started;
    started.onMessage((message) => {
      if ('event' in message) return tell(message.event);
      const resolve = pending.get(message.re);
      pending.delete(message.re);
      resolve?.(message.result);
    });
    started.onExit(() => {
      if (port !== started) return;
      port = null;
      const lost = [...pending.values()];
      pending.clear();
      const again = !closing && folder !== null && performance.now() - restartedAt > restartPauseMs;
      for (const resolve of lost) resolve({ ok: false, error: again || closing ? died : down });
      if (closing) return;
      if (again && folder !== null) void restart(folder);
      else wentDown();
    });
  };

  return {
    open: async (wanted) => {
      if (!port) begin();
      const status = unwrap(await ask((id) => ({ to: 'open', id, folder: wanted }))) as LibraryStatus;
      folder = wanted;
      return status;
    },
    call: (name, args) => ask((id) => ({ to: 'call', id, name, args })),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onExit: (listener) => {
      exitListeners.push(listener);
    },
    close: async () => {
      closing = true;
      const ending = port;
      if (!ending) return;
      const limit = setTimeout(() => ending.kill(), closeLimitMs);
      await ask((id) => ({ to: 'close', id }));
      clearTimeout(limit);
      ending.kill();
    },
  };
};
