import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NewsgraphError } from '../../shared/result.ts';

/** Held by the one process that may change a library. */
export interface LibraryLock {
  release(): void;
}

/** The file in the library's folder that carries the lock; it is empty. */
export const lockName = 'lock.sqlite';

/** Whether this user may write to `place`, where it is there. */
const mayWriteTo = (place: string): boolean => {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return !existsSync(place);
  }
};

/**
 * Whether the library in a folder may be written to: the folder itself, its database and what lies beside it. SQLite would
 * open such a database for reading without a word, and even lock it.
 */
export const mayChange = (folder: string, database: string): boolean =>
  [folder, ...[lockName, database, `${database}-wal`, `${database}-shm`].map((name) => path.join(folder, name))].every(mayWriteTo);

/** A database that nothing refers to any more is closed by the garbage collector, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes the right to change the library in a folder, which is created where it is missing. Answers null when another
 * process (or another open library of this one) has it. Throws `unreadable` when the folder can't be made or written to.
 *
 * The lock is the operating system's own on an SQLite file, so it ends with the process however that ends; nothing stale
 * is ever left behind. SQLite takes it, because Node.js alone has no file locks.
 */
export const takeLock = (folder: string): LibraryLock | null => {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    db = new DatabaseSync(path.join(folder, lockName));
    // A journal in memory, or one would lie beside the file for as long as the lock is held, and after a crash.
    db.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (thrown) {
    db?.close();
    if (isLocked(thrown)) return null;
    throw new NewsgraphError(
      'unreadable',
      `Newsgraph can't keep a library in ${folder}: ${reasonOf(thrown)}.`,
      'Choose a folder that you may write to.',
    );
  }
  const lock = db;
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
};

const isLocked = (thrown: unknown): boolean => thrown instanceof Error && /database is locked|SQLITE_BUSY/.test(thrown.message);

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of that name',
};

const reasonOf = (thrown: unknown): string => {
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return (typeof code === 'string' ? reasons[code] : undefined) ?? String(message ?? thrown);
};
