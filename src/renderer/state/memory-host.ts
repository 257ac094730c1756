import { contractOver, type MethodName } from '../../shared/contract.ts';
import { settle } from '../../shared/result.ts';
import type { HostEvent } from '../../shared/shell.ts';
import type { Host } from '../api/index.ts';

/** How a host in memory answers a method: with a value, a promise, or by throwing. */
export type Answers = Partial<Record<MethodName, (args: never) => unknown>>;

/**
 * A host for tests: answers from a table, keeps a list of what was asked, and says what it is told to. A method that the
 * table lacks fails as not found.
 */
export const memoryHost = (answers: Answers = {}, shell: Partial<Host['shell']> = {}) => {
  const calls: { name: MethodName; args: unknown }[] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  const host: Host = {
    core: contractOver((name, args) => {
      calls.push({ name, args });
      const answer = answers[name] as ((args: unknown) => unknown) | undefined;
      return settle(() => {
        if (!answer) throw new Error(`No answer to ${name}`);
        return answer(args);
      });
    }),
    shell: {
      kind: 'browser',
      platform: 'linux',
      openExternal: async () => undefined,
      chooseSources: async () => null,
      saveFile: async (name) => name,
      sourcesOf: async () => [],
      ...shell,
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const say = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  return { host, calls, say };
};

/** Lets everything that is ready to happen happen: pending promises of any depth. */
export const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
