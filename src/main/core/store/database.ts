import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { NewsgraphError } from '../../../shared/result.ts';
import { isOpeningError, openingError, plainly } from './errors.ts';
import { applicationId, migrations } from './schema.ts';

/** The name of the database in a library's folder. */
export const databaseName = 'library.sqlite';

/** The first column of the only row that a pragma or aggregate answers. */
const scalar = (db: DatabaseSync, sql: string): number => {
  const row = db.prepare(sql).get();
  return Number(row === undefined ? 0 : Object.values(row)[0]);
};

/** Undoes a transaction that failed. */
export const rollBack = (db: DatabaseSync): void => {
  try {
    db.exec('ROLLBACK');
  } catch {
    // A full disk or an I/O error has made SQLite undo it already; what is told is that error, not this one.
  }
};

const migrate = (db: DatabaseSync, from: number): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations.slice(from)) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (thrown) {
    rollBack(db);
    throw thrown;
  }
};

/** Refuses what is not ours before a byte of it is changed; brings an older library up to date. */
const prepareSchema = (db: DatabaseSync, file: string, readOnly: boolean): void => {
  const version = scalar(db, 'PRAGMA user_version');
  const application = scalar(db, 'PRAGMA application_id');
  const isEmpty = scalar(db, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (application !== applicationId && !(isEmpty && version === 0)) {
    throw new NewsgraphError('unreadable', `${file} is a database of another program.`, 'Choose another folder for the library.');
  }
  if (version > migrations.length) {
    throw new NewsgraphError(
      'unreadable',
      `${file} was written by a newer version of Newsgraph (library format ${version}; this one knows up to ${migrations.length}).`,
      'Update Newsgraph to open it. Nothing was changed.',
    );
  }
  if (version === migrations.length) return;
  if (readOnly) {
    throw new NewsgraphError(
      'read-only',
      `${file} was written by an older version of Newsgraph and must be brought up to date, but it is open for reading only.`,
      'Open it once so that it may be changed: in the window, or with newsgraph import.',
    );
  }
  migrate(db, version);
};

/**
 * Opens for reading. SQLite wants its two small files beside a database in WAL mode; where they are missing and may not be
 * made (a read-only folder or disk), the database is read as one that nobody changes, as long as no log waits to be put in.
 */
const openForReading = (file: string): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    scalar(db, 'SELECT count(*) FROM sqlite_schema');
    return db;
  } catch (thrown) {
    db?.close();
    if (!isOpeningError(thrown)) throw thrown;
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      throw new NewsgraphError(
        'unreadable',
        `${file} can't be read yet: what was imported last waits in a file beside it, and the folder may not be written to.`,
        'Open the library once where it may be written to, or copy its folder to such a place.',
      );
    }
    return new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, { readOnly: true });
  }
};

/**
 * The library's database in a folder, created where it is missing, in WAL mode and up to date. Throws `unreadable` for a
 * file that is no library or a newer one, `not-found` for a missing one that should only be read; the file is then as it was.
 */
export const openDatabase = (folder: string, readOnly: boolean): { db: DatabaseSync; file: string } => {
  const file = path.join(folder, databaseName);
  if (readOnly && !existsSync(file)) throw new NewsgraphError('not-found', `There is no library in ${folder}.`);
  let db: DatabaseSync | undefined;
  try {
    if (!readOnly) mkdirSync(folder, { recursive: true });
    db = readOnly ? openForReading(file) : new DatabaseSync(file);
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
    prepareSchema(db, file, readOnly);
    if (!readOnly) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000');
    return { db, file };
  } catch (thrown) {
    db?.close();
    throw openingError(thrown, file);
  }
};

/** Runs prepared statements; rows come as `Row` says, which is the statement's to keep. */
export interface Query<Row> {
  all: (...parameters: SQLInputValue[]) => Row[];
  get: (...parameters: SQLInputValue[]) => Row | undefined;
  run: (...parameters: SQLInputValue[]) => number;
}

/** A statement prepared once. `run` answers the row id that was inserted last. Errors of SQLite come in plain words. */
export const query = <Row = never>(db: DatabaseSync, sql: string): Query<Row> => {
  const statement = plainly(() => db.prepare(sql));
  return {
    all: (...parameters) => plainly(() => statement.all(...parameters)) as unknown as Row[],
    get: (...parameters) => plainly(() => statement.get(...parameters)) as unknown as Row | undefined,
    run: (...parameters) => Number(plainly(() => statement.run(...parameters)).lastInsertRowid),
  };
};

/** Several values as the one parameter that `json_each(?)` takes. */
export const list = (values: readonly (string | number)[]): string => JSON.stringify(values);
