import type { MethodName } from './contract.ts';
import type { Result } from './result.ts';
import type { HostEvent, Shell } from './shell.ts';
import type { ShellAnswer, ShellArgs, ShellCall } from './shell-calls.ts';

/** What the preload puts on `window` in the desktop host, and the channels beneath it. */

/** Channels of the IPC between the window and the main process. */
export const channels = {
  core: 'newsgraph:core',
  shell: 'newsgraph:shell',
  event: 'newsgraph:event',
  granted: 'newsgraph:granted',
} as const;

export interface Bridge {
  readonly platform: Shell['platform'];
  call(name: MethodName, args: unknown): Promise<Result<unknown>>;
  shell<Name extends ShellCall>(name: Name, args: ShellArgs<Name>): Promise<Result<ShellAnswer<Name>>>;
  on(listener: (event: HostEvent) => void): () => void;
  /** The path of a dropped file; empty for a file that has none. */
  pathOf(file: unknown): string;
}
