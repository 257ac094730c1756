import { constants, type Dirent } from 'node:fs';
import { access, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileLimitBytes } from '../../../shared/contract.ts';
import { isReadable, looksLikeText } from './kinds.ts';
import { tooLarge } from './limits.ts';

/** A file or folder that the user named, and what to call it in reports (its path where absent). */
export interface WalkSource {
  path: string;
  name?: string;
}

/** A file to read, or, with `problem`, a file or folder that can't be. */
export interface Walked {
  path: string;
  name: string;
  /** Length of the file; 0 for a folder and for what is not there. */
  bytes: number;
  problem?: string;
}

/** Counts of a walk, kept while it goes. */
export interface WalkTally {
  /** Files of folders that are of no format read here. */
  skipped: number;
}

const deepestFolder = 64;
/** So much of a file whose name has no extension is looked at. */
const sniffedBytes = 4096;

const messages: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'There is no such file or folder.',
  EACCES: 'Reading it is not permitted.',
  EPERM: 'Reading it is not permitted.',
  ELOOP: 'It is a link that leads back to itself.',
  ENAMETOOLONG: 'Its path is too long.',
  EISDIR: 'It is a folder.',
  EMFILE: 'Too many files are open.',
  EIO: 'The disk could not read it.',
  EBUSY: 'Another program holds it.',
};

/** A plain sentence for an error of the file system. */
export const fileProblem = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return messages[code] ?? `It can't be read: ${thrown instanceof Error ? thrown.message : String(thrown)}.`;
};

/** Folders that no one keeps articles in. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === '__MACOSX';

/** Whether a file without an extension holds text. What can't be read now is given as text, to be reported when it is read. */
const holdsText = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return true;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return looksLikeText(buffer.subarray(0, bytesRead));
  } catch {
    return true;
  } finally {
    await handle.close();
  }
};

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * All files to read under the sources, in the order of the sources and by name inside folders. Files named by the user
 * are always given; in folders, those of other formats are counted in `tally.skipped` (a file without an extension is
 * looked into), and hidden ones, `node_modules` and folders met before (by a link) are passed over. What can't be read, is
 * missing, lies too deep or is over the limit comes with a `problem`. Ends early, without an error, when the signal is aborted.
 */
export async function* walk(
  sources: readonly WalkSource[],
  signal?: AbortSignal,
  tally: WalkTally = { skipped: 0 },
): AsyncGenerator<Walked, void, undefined> {
  const seen = new Set<string>();

  const fileAt = async (place: Walked, bytes: number): Promise<Walked> => {
    const file = { ...place, bytes };
    if (bytes > fileLimitBytes) return { ...file, problem: tooLarge(bytes) };
    try {
      await access(file.path, constants.R_OK);
      return file;
    } catch (thrown) {
      return { ...file, problem: fileProblem(thrown) };
    }
  };

  async function* folderAt(folder: Walked, depth: number): AsyncGenerator<Walked, void, undefined> {
    let entries: Dirent[];
    try {
      const real = await realpath(folder.path);
      if (seen.has(real)) return;
      seen.add(real);
      if (depth > deepestFolder) {
        yield { ...folder, problem: `It lies more than ${deepestFolder} folders deep; import it by itself.` };
        return;
      }
      entries = await readdir(folder.path, { withFileTypes: true });
    } catch (thrown) {
      yield { ...folder, problem: fileProblem(thrown) };
      return;
    }
    for (const entry of entries.sort(byName)) {
      if (signal?.aborted) return;
      if (isPassedOver(entry.name)) continue;
      const inside = { path: path.join(folder.path, entry.name), name: path.join(folder.name, entry.name), bytes: 0 };
      yield* entryAt(inside, entry, depth);
    }
  }

  async function* entryAt(inside: Walked, entry: Dirent, depth: number): AsyncGenerator<Walked, void, undefined> {
    if (entry.isDirectory()) return yield* folderAt(inside, depth + 1);
    const nameless = !entry.name.includes('.');
    const readable = isReadable(entry.name);
    if (!readable && !nameless && !entry.isSymbolicLink()) {
      if (entry.isFile()) tally.skipped++;
      return;
    }
    try {
      const found = await stat(inside.path);
      if (found.isDirectory()) yield* folderAt(inside, depth + 1);
      else if (found.isFile() && (readable || (nameless && (await holdsText(inside.path))))) yield await fileAt(inside, found.size);
      else if (found.isFile()) tally.skipped++;
    } catch (thrown) {
      if (readable) yield { ...inside, problem: fileProblem(thrown) };
    }
  }

  for (const source of sources) {
    if (signal?.aborted) return;
    const file: Walked = { path: source.path, name: source.name ?? source.path, bytes: 0 };
    try {
      const found = await stat(file.path);
      if (found.isDirectory()) yield* folderAt(file, 0);
      else if (found.isFile()) yield await fileAt(file, found.size);
      else yield { ...file, problem: 'It is neither a file nor a folder.' };
    } catch (thrown) {
      yield { ...file, problem: fileProblem(thrown) };
    }
  }
}
