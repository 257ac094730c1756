import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { NewsgraphError } from '../../../shared/result.ts';
import { applicationId, migrations } from './schema.ts';

/** The name of the database in a library's folder. */
export const databaseName = 'library.sqlite';

/** The first column of the only row that a pragma or aggregate answers. */
const scalar = (db: DatabaseSync, sql: string): number => {
  const row = db.prepare(sql).get();
  return Number(row === undefined ? 0 : Object.values(row)[0]);
};

const migrate = (db: DatabaseSync, from: number): void => {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations.slice(from)) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (thrown) {
    db.exec('ROLLBACK');
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
  if (readOnly) throw new NewsgraphError('read-only', `${file} must be brought up to date, and it is open elsewhere.`);
  migrate(db, version);
};

const isSqliteError = (thrown: unknown): thrown is Error & { errcode?: number } =>
  thrown instanceof Error && (thrown as { code?: unknown }).code === 'ERR_SQLITE_ERROR';

/** What an SQLite error while opening means to a user; other errors pass as they are. */
const explained = (thrown: unknown, file: string): unknown => {
  if (!isSqliteError(thrown)) return thrown;
  const notDatabase = thrown.errcode === 26 || thrown.errcode === 11 || /not a database|malformed/.test(thrown.message);
  if (notDatabase) {
    return new NewsgraphError(
      'unreadable',
      `${file} is damaged or is no Newsgraph library.`,
      'It was left as it is. Choose another folder, or put a copy of the file back.',
    );
  }
  if (/locked|busy/.test(thrown.message)) return new NewsgraphError('busy', `${file} is in use by another program.`);
  return new NewsgraphError('unreadable', `${file} can't be opened: ${thrown.message}.`);
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
    db = new DatabaseSync(file, { readOnly });
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
    prepareSchema(db, file, readOnly);
    if (!readOnly) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000');
    return { db, file };
  } catch (thrown) {
    db?.close();
    throw explained(thrown, file);
  }
};

/** Runs prepared statements; rows come as `Row` says, which is the statement's to keep. */
export interface Query<Row> {
  all: (...parameters: SQLInputValue[]) => Row[];
  get: (...parameters: SQLInputValue[]) => Row | undefined;
  run: (...parameters: SQLInputValue[]) => number;
}

/** A statement prepared once. `run` answers the row id that was inserted last. */
export const query = <Row = never>(db: DatabaseSync, sql: string): Query<Row> => {
  const statement = db.prepare(sql);
  return {
    all: (...parameters) => statement.all(...parameters) as unknown as Row[],
    get: (...parameters) => statement.get(...parameters) as unknown as Row | undefined,
    run: (...parameters) => Number(statement.run(...parameters).lastInsertRowid),
  };
};

/** Several values as the one parameter that `json_each(?)` takes. */
export const list = (values: readonly (string | number)[]): string => JSON.stringify(values);
