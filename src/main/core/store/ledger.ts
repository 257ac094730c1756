import type { DatabaseSync } from 'node:sqlite';
import { list, query } from './database.ts';

/** An entry of the ledger. Never changed; one that undoes another is an entry itself. */
export interface LedgerEntry {
  id: number;
  madeAt: string;
  verb: string;
  /** What the verb needs, as JSON. */
  payload: string;
  /** The entry that this one withdraws. */
  undoes: number | null;
  /** When it was withdrawn. */
  undoneAt: string | null;
}

/** The ledger of corrections, and the articles that wait to be made anew. Writing must run inside `transaction`. */
export const ledgerStore = (db: DatabaseSync) => {
  const columns = 'l.id, l.made_at AS madeAt, l.verb, l.payload, l.undoes, u.made_at AS undoneAt';
  const from = 'ledger AS l LEFT JOIN ledger AS u ON u.undoes = l.id';
  const all = query<LedgerEntry>(db, `SELECT ${columns} FROM ${from} WHERE l.undoes IS NULL ORDER BY l.id`);
  const one = query<LedgerEntry>(db, `SELECT ${columns} FROM ${from} WHERE l.id = ?`);
  const insert = query(db, 'INSERT INTO ledger (made_at, verb, payload, undoes) VALUES (?, ?, ?, ?)');
  const correctedBy = query<{ article: number }>(db, 'SELECT article FROM corrected WHERE entry = ? ORDER BY article');
  const correctedIn = query<{ entry: number }>(db, 'SELECT entry FROM corrected WHERE article = ? ORDER BY entry DESC');
  const markStale = query(db, 'INSERT INTO stale (article) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING');
  const markStaleOf = query(db, 'INSERT INTO stale (article) SELECT article FROM article_entity WHERE entity = ? ON CONFLICT DO NOTHING');
  const markStaleSpelled = query(
    db,
    `INSERT INTO stale (article) SELECT DISTINCT m.article FROM article_entity AS x
     CROSS JOIN mention AS m ON m.article = x.article AND m.entity = x.entity WHERE x.entity = ?1 AND m.end - m.start = ?2
     ON CONFLICT DO NOTHING`,
  );
  const takeStale = query<{ article: number }>(db, 'SELECT article FROM stale ORDER BY article LIMIT ?');
  const unmark = query(db, 'DELETE FROM stale WHERE article = ?');
  const staleCount = query<{ total: number }>(db, 'SELECT count(*) AS total FROM stale');

  return {
    /** All corrections, withdrawn ones too, in the order in which they were made. */
    ledger: (): LedgerEntry[] => all.all().map((row) => ({ ...row })),
    ledgerEntry: (id: number): LedgerEntry | null => {
      const row = one.get(id);
      return row === undefined ? null : { ...row };
    },
    /** Adds an entry; answers its id. */
    addToLedger: (entry: { madeAt: string; verb: string; payload: string; undoes: number | null }): number =>
      insert.run(entry.madeAt, entry.verb, entry.payload, entry.undoes),
    /** Numbers of the articles in which an entry took effect. */
    articlesCorrectedBy: (entry: number): number[] => correctedBy.all(entry).map(({ article }) => article),
    /** Entries that took effect in an article, newest first. */
    correctionsIn: (seq: number): number[] => correctedIn.all(seq).map(({ entry }) => entry),
    /** Notes that these articles must be made anew. */
    markStale: (seqs: readonly number[]): void => void markStale.run(list(seqs)),
    /** Notes it of all articles that mention an entity. */
    markStaleWith: (entity: number): void => void markStaleOf.run(entity),
    /** Notes it of those that mention an entity by a spelling of this length: a few too many, but at once. */
    markStaleSpelled: (entity: number, length: number): void => void markStaleSpelled.run(entity, length),
    /** The next articles to be made anew. */
    stale: (limit: number): number[] => takeStale.all(limit).map(({ article }) => article),
    unmarkStale: (seq: number): void => void unmark.run(seq),
    staleCount: (): number => staleCount.get()?.total ?? 0,
  };
};

export type LedgerStore = ReturnType<typeof ledgerStore>;
