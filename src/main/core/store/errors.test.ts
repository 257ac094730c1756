import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../shared/result.ts';
import { failureOf } from '../../../shared/result.ts';
import { openDatabase, query } from './database.ts';
import { plainly } from './errors.ts';
import { openStore } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-errors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failing = (work: () => unknown): Failure => {
  try {
    work();
  } catch (thrown) {
    return failureOf(thrown);
  }
  throw new Error('It did not fail.');
};

/** Overwrites the page on which a table begins. */
const damage = (table: string): void => {
  const { db, file } = openDatabase(folder, false);
  const page = Number(query<{ rootpage: number }>(db, 'SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.rootpage);
  const { page_size: size } = query<{ page_size: number }>(db, 'PRAGMA page_size').get() ?? { page_size: 4096 };
  db.close();
  writeSync(openSync(file, 'r+'), Buffer.alloc(size, 0xee), 0, size, (page - 1) * size);
};

describe('what SQLite throws comes in plain words', () => {
  test('for damage inside a database that opens', () => {
    openStore(folder).close();
    damage('entity');
    const store = openStore(folder, { readOnly: true });
    for (const read of [() => store.entitiesAfter(0, 10), () => store.stats()]) {
      expect(failing(read)).toMatchObject({
        code: 'unreadable',
        message: 'The database of this library is damaged.',
        hint: expect.stringMatching(/copy/),
      });
    }
    store.close();
  });

  test('for a full disk, while writing and while finishing', () => {
    const { db } = openDatabase(folder, false);
    db.exec(`PRAGMA max_page_count = ${Number(Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0])}`);
    const insert = query(db, 'INSERT INTO story (id, name, articles, mentions) VALUES (?, ?, 1, 1)');
    expect(failing(() => insert.run('s', 'x'.repeat(100_000)))).toMatchObject({ code: 'unreadable', message: 'The disk is full.' });
    db.close();
  });

  test('for a database that another program holds or that may not be written to', () => {
    const { db, file } = openDatabase(folder, false);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    db.exec('PRAGMA busy_timeout = 0');
    expect(failing(() => plainly(() => db.exec('BEGIN IMMEDIATE')))).toMatchObject({ code: 'busy' });
    other.close();
    const reader = openDatabase(folder, true).db;
    const insert = query(reader, "INSERT INTO story (id, name, articles, mentions) VALUES ('s', 's', 1, 1)");
    expect(failing(() => insert.run())).toMatchObject({ code: 'read-only', message: 'This library may not be written to.' });
    reader.close();
    db.close();
  });

  test('and every other error as it is', () => {
    expect(() =>
      plainly(() => {
        throw new RangeError('too far');
      }),
    ).toThrow(RangeError);
  });
});
