import { z } from 'zod';
import type { ImportSource } from './shell.ts';
import type { LibraryStatus } from './views.ts';

/** Calls to the desktop's main process: argument checks and the type of the answer. */

const call =
  <Answer>() =>
  <Schema extends z.ZodType>(args: Schema) => ({ args, answer: undefined as unknown as Answer });

/** The largest file that can be saved. */
const savedBytesMost = 2 ** 30;

/** All calls: for each the check of its arguments and the type of its answer. */
export const shellCalls = {
  openExternal: call<null>()(z.object({ url: z.string().max(8192) })),
  chooseSources: call<ImportSource[] | null>()(z.object({ what: z.enum(['files', 'folder']) })),
  openLibrary: call<LibraryStatus | null>()(z.object({})),
  /** Answers under which name the file was saved; null when dismissed. */
  saveFile: call<string | null>()(
    z.object({
      name: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= savedBytesMost, { message: 'is too large' }),
    }),
  ),
} as const;

export type ShellCall = keyof typeof shellCalls;
export type ShellArgs<Name extends ShellCall> = z.input<(typeof shellCalls)[Name]['args']>;
export type ShellAnswer<Name extends ShellCall> = (typeof shellCalls)[Name]['answer'];
/** True for the name of a shell call. */
export const isShellCall = (name: unknown): name is ShellCall => typeof name === 'string' && Object.hasOwn(shellCalls, name);
