import type { DatabaseSync } from 'node:sqlite';
import type { EntityId } from '../../../shared/model.ts';
import type { SavedBoard } from '../../../shared/views-boards.ts';
import { query } from './database.ts';
import type { NodeKey } from './nodes.ts';

/** A saved board; `content` is JSON. */
export interface BoardRow extends SavedBoard {
  content: string;
  /** The article that had come in last when it was saved. */
  lastArticle: number;
}

/** Names that differ in case or in how an accent is written alone are one. */
const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Boards and notes. Each change is one statement and so one transaction: what is drawn does not depend on them, so the version stays. */
export const boardStore = (db: DatabaseSync) => {
  const columns = 'id, name, saved_at AS savedAt, nodes, began';
  const all = query<SavedBoard>(db, `SELECT ${columns} FROM board WHERE deleted_at IS NULL ORDER BY saved_at DESC, id`);
  const one = query<BoardRow>(
    db,
    `SELECT ${columns}, content, last_article AS lastArticle FROM board WHERE id = ?1 AND (deleted_at IS NULL) = ?2`,
  );
  const named = query<{ id: string }>(db, 'SELECT id FROM board WHERE name_key = ? AND deleted_at IS NULL');
  const insert = query(
    db,
    `INSERT INTO board (id, name, name_key, saved_at, nodes, began, content, last_article) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, saved_at = excluded.saved_at,
       nodes = excluded.nodes, began = excluded.began, content = excluded.content, last_article = excluded.last_article`,
  );
  const rename = query(db, 'UPDATE board SET name = ?2, name_key = ?3, deleted_at = NULL WHERE id = ?1');
  const remove = query(db, 'UPDATE board SET deleted_at = ?2 WHERE id = ?1');
  const purge = query(db, 'DELETE FROM board WHERE deleted_at < ?');

  // whom an id means now, as in `nodeReads`
  const notesFor = query<{ entity: EntityId; text: string }>(
    db,
    `SELECT n.entity, n.text FROM note AS n JOIN identity AS i ON i.id = n.entity JOIN identity AS r ON r.row = coalesce(i.leads_to, i.row)
     WHERE CASE WHEN r.merged_into IS NULL OR EXISTS (SELECT 1 FROM entity WHERE row = r.row) THEN r.row ELSE r.merged_into END = ?
     ORDER BY n.changed_at, n.entity`,
  );
  const note = query(
    db,
    'INSERT INTO note (entity, text, changed_at) VALUES (?, ?, ?) ON CONFLICT (entity) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at',
  );
  const unnote = query(db, 'DELETE FROM note WHERE entity = ?');
  const togetherSince = query<{ article: number }>(
    db,
    `SELECT x.article FROM article_entity AS x JOIN article_entity AS y ON y.entity = ?2 AND y.article = x.article
     WHERE x.entity = ?1 AND x.article > ?3 LIMIT 1`,
  );
  const reportedSince = query<{ article: number }>(
    db,
    `SELECT x.article FROM article_entity AS x JOIN article AS a ON a.seq = x.article AND a.story = ?2
     WHERE x.entity = ?1 AND x.article > ?3 LIMIT 1`,
  );

  return {
    /** All that are not deleted, those saved last first. */
    boards: (): SavedBoard[] => all.all().map((row) => ({ ...row })),
    /** One of them, or one of those that are deleted; null where there is none. */
    boardRow: (id: string, how: { deleted?: boolean } = {}): BoardRow | null => {
      const row = one.get(id, how.deleted === true ? 0 : 1);
      return row === undefined ? null : { ...row };
    },
    /** The board that is called so, in whatever case; null where none is. */
    boardNamed: (name: string): string | null => named.get(keyOf(name))?.id ?? null,
    /** Adds a board, or puts it in the place of the one with its id. */
    putBoard: ({ id, name, savedAt, nodes, began, content, lastArticle }: BoardRow): void =>
      void insert.run(id, name, keyOf(name), savedAt, nodes, began, content, lastArticle),
    /** Gives a board a name; one that was deleted is back. */
    nameBoard: (id: string, name: string): void => void rename.run(id, name, keyOf(name)),
    /** Takes a board out of all lists; it can be named again until it is purged. */
    dropBoard: (id: string, at: string): void => void remove.run(id, at),
    /** Removes for good what was deleted before then. */
    purgeBoards: (before: string): void => void purge.run(before),

    /** The notes on an entity and on what was merged into it, oldest first. */
    notesOf: (entity: NodeKey): { entity: EntityId; text: string }[] => notesFor.all(entity).map((row) => ({ ...row })),
    putNote: (entity: EntityId, text: string, at: string): void => void note.run(entity, text, at),
    dropNote: (entity: EntityId): void => void unnote.run(entity),

    /** Whether an article after this one mentions both: two entities, or an entity and the story (a key below zero) that the article reports. */
    linkedSince: (a: NodeKey, b: NodeKey, seq: number): boolean => {
      if (a > 0 && b > 0) return togetherSince.get(a, b, seq) !== undefined;
      return reportedSince.get(Math.max(a, b), -Math.min(a, b), seq) !== undefined;
    },
  };
};

export type BoardStore = ReturnType<typeof boardStore>;
