import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileLimitBytes } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { ImportSource } from '../../shared/shell.ts';

/**
 * Files that a browser has handed over. A page can't name paths on this machine: it uploads a file, gets a handle
 * (`upload:…`) for it, and starts an import of handles. The files are gone after their import, and when the host ends.
 */
export interface Uploads {
  /** Takes in a request's body as a file called `name`. Throws `bad-argument` when too much is waiting, `cancelled` when it breaks off. */
  receive(request: IncomingMessage, name: string): Promise<ImportSource>;
  /** The real places of handed-over files. Throws `bad-argument` for anything that is not a handle of ours. */
  resolve(sources: readonly ImportSource[]): ImportSource[];
  /** Removes the files behind handles that have been imported or given up. */
  drop(sources: readonly ImportSource[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * This much of a file is kept: one byte more than the core reads. What follows is taken in and let go, so that a file that
 * is too large is reported by name with the rest of its import, instead of failing all of it.
 */
const keptBytes = fileLimitBytes + 1;
/** All files that wait for their import together. */
const totalLimit = 4 * 1024 * 1024 * 1024;
const prefix = 'upload:';

interface Held {
  file: string;
  name: string;
  bytes: number;
}

/** No uploads yet; their folder is made with the first. */
export const createUploads = (): Uploads => {
  const held = new Map<string, Held>();
  let folder: Promise<string> | null = null;
  let totalBytes = 0;

  const forget = async (handle: string): Promise<void> => {
    const upload = held.get(handle);
    if (!upload) return;
    held.delete(handle);
    totalBytes -= upload.bytes;
    await rm(upload.file, { force: true });
  };

  return {
    receive: async (request, name) => {
      if (name === '' || name.length > 4096) throw new NewsgraphError('bad-argument', 'An upload needs a name of at most 4096 characters.');
      folder ??= mkdtemp(path.join(tmpdir(), 'newsgraph-upload-'));
      const id = randomBytes(16).toString('hex');
      const file = path.join(await folder, id);
      let bytes = 0;
      const kept = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const piece of pieces) {
          const rest = piece.subarray(0, keptBytes - bytes);
          if (rest.length === 0) continue;
          bytes += rest.length;
          if (totalBytes + bytes > totalLimit)
            throw new NewsgraphError('bad-argument', 'Too much is waiting to be imported; start the import first.');
          yield rest;
        }
      };
      try {
        await pipeline(request, kept, createWriteStream(file, { mode: 0o600 }));
      } catch (thrown) {
        await rm(file, { force: true });
        if (thrown instanceof NewsgraphError) throw thrown;
        throw new NewsgraphError('cancelled', `${name} did not arrive whole.`);
      }
      totalBytes += bytes;
      const handle = prefix + id;
      held.set(handle, { file, name, bytes });
      return { path: handle, name };
    },
    resolve: (sources) =>
      sources.map(({ path: handle, name }) => {
        const upload = held.get(handle);
        if (!upload)
          throw new NewsgraphError(
            'bad-argument',
            'A page can import only what was handed over to it; paths are for the desktop and the command line.',
          );
        return { path: upload.file, name: name ?? upload.name };
      }),
    drop: async (sources) => {
      for (const { path: handle } of sources) await forget(handle);
    },
    close: async () => {
      const made = folder;
      held.clear();
      totalBytes = 0;
      folder = null;
      if (made) await rm(await made, { recursive: true, force: true });
    },
  };
};
