import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NewsgraphError } from '../../../shared/result.ts';

/**
 * Rule: the window writes one file at a time, of the kinds that it exports, and only where the user said in a dialog; it
 * suggests a name and never a place.
 */

/** What the window may save, by the ends of names. */
export const savedKinds: readonly string[] = ['.png', '.svg', '.graphml', '.gexf', '.zip', '.json', '.md', '.html'];

/** True for a name, and no more than a name, of a kind that may be saved. */
export const maySaveAs = (name: string): boolean =>
  path.posix.basename(name) === name &&
  path.win32.basename(name) === name &&
  ![...name].some((character) => character < ' ') &&
  !name.startsWith('.') &&
  savedKinds.includes(path.extname(name).toLowerCase());

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written there',
  EPERM: 'it may not be written there',
  EROFS: 'it may not be written there',
  ENOSPC: 'the disk is full',
  ENOENT: 'the folder is not there',
  EISDIR: 'a folder is called so',
};

const unwritable = (file: string, thrown: unknown): NewsgraphError => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const reason = reasons[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
  return new NewsgraphError('unavailable', `“${path.basename(file)}” was not saved: ${reason}`, 'Choose another place');
};

/**
 * Saves bytes where `choose` says, which is told the suggested name. A file that is there is replaced only when all is
 * written. Answers the name that it got, null where `choose` answers that. Rejects with `bad-argument` for a name that may
 * not be, with `unavailable` where the file can't be written.
 */
export const saveAs = async (
  name: string,
  bytes: Uint8Array,
  choose: (suggested: string) => Promise<string | null>,
): Promise<string | null> => {
  if (!maySaveAs(name)) throw new NewsgraphError('bad-argument', 'Only what Newsgraph exports can be saved');
  const chosen = await choose(name);
  if (chosen === null) return null;
  const part = `${chosen}.${process.pid}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, chosen);
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => undefined);
    throw unwritable(chosen, thrown);
  }
  return path.basename(chosen);
};
