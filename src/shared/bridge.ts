import { z } from 'zod';
import type { MethodName } from './contract.ts';
import type { Result } from './result.ts';
import type { HostEvent, ImportSource, Shell } from './shell.ts';
import type { LibraryStatus } from './views.ts';

/** What the preload puts on `window` in the desktop host, and the channels beneath it. */

export const channels = { core: 'newsgraph:core', shell: 'newsgraph:shell', event: 'newsgraph:event' } as const;

const answers = <Value>() => undefined as unknown as Value;

/** Calls to the desktop's main process: argument checks and the type of the answer. */
export const shellCalls = {
  openExternal: { args: z.object({ url: z.string().max(8192) }), answer: answers<null>() },
  chooseSources: { args: z.object({ what: z.enum(['files', 'folder']) }), answer: answers<ImportSource[] | null>() },
  openLibrary: { args: z.object({}), answer: answers<LibraryStatus | null>() },
} as const;

export type ShellCall = keyof typeof shellCalls;

export interface Bridge {
  readonly platform: Shell['platform'];
  call(name: MethodName, args: unknown): Promise<Result<unknown>>;
  shell<Name extends ShellCall>(
    name: Name,
    args: z.input<(typeof shellCalls)[Name]['args']>,
  ): Promise<Result<(typeof shellCalls)[Name]['answer']>>;
  on(listener: (event: HostEvent) => void): () => void;
  /** The path of a dropped file. */
  pathOf(file: unknown): string;
}
