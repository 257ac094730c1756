import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Block, EntityId, EntityType } from '../../../shared/model.ts';
import { query } from './database.ts';

/** An article as the search index takes it. */
export interface IndexableArticle {
  /** Grows with every article; never used twice. */
  seq: number;
  id: ArticleId;
  title: string;
  /** The text behind the title. */
  body: string;
  /** Names of the article's entities, apart by line breaks. */
  names: string;
}

/** One way in which an entity is written. */
export interface IndexableName {
  /** Grows with every new alias; never used twice. */
  row: number;
  entity: EntityId;
  type: EntityType;
  name: string;
}

/** Something that the index took in before and that is gone (an alias) or other than it was (an article). */
export interface IndexChange {
  /** Grows with every change. */
  change: number;
  kind: 'alias' | 'article';
  /** Row of the alias, or number of the article. */
  number: number;
}

interface IndexedRow {
  seq: number;
  id: ArticleId;
  title: string;
  text: string;
  blocks: string;
  names: string | null;
}

const articleColumns = `a.seq, a.id, a.title, t.text, t.blocks, (
    SELECT group_concat(name, char(10)) FROM (
      SELECT DISTINCT e.name FROM mention AS m JOIN entity AS e ON e.row = m.entity WHERE m.article = a.seq
    )
  ) AS names
  FROM article AS a JOIN article_text AS t ON t.article = a.seq`;

const indexable = ({ seq, id, title, text, blocks, names }: IndexedRow): IndexableArticle => {
  const titleEnd = (JSON.parse(blocks) as Block[])[0]?.end ?? 0;
  return { seq, id, title, body: text.slice(titleEnd).trimStart(), names: names ?? '' };
};

/** What the search index needs to come up to date: all rows above the one it saw last. */
export const indexFeed = (db: DatabaseSync) => {
  const articles = query<IndexedRow>(db, `SELECT ${articleColumns} WHERE a.seq > ? ORDER BY a.seq LIMIT ?`);
  const names = query<IndexableName>(
    db,
    `SELECT n.row, e.id AS entity, e.type, n.name FROM alias AS n JOIN entity AS e ON e.row = n.entity
     WHERE n.row > ? ORDER BY n.row LIMIT ?`,
  );
  const lastArticle = query<{ last: number | null }>(db, 'SELECT max(seq) AS last FROM article');
  // The greatest that was ever given, not the greatest that is left.
  const lastName = query<{ last: number | null }>(db, `SELECT seq AS last FROM sqlite_sequence WHERE name = 'alias'`);
  const changes = query<IndexChange>(db, 'SELECT change, kind, number FROM index_change WHERE change > ? ORDER BY change LIMIT ?');
  const lastChange = query<{ last: number | null }>(db, `SELECT seq AS last FROM sqlite_sequence WHERE name = 'index_change'`);
  const one = query<IndexedRow>(db, `SELECT ${articleColumns} WHERE a.seq = ?`);

  return {
    /** Articles with a number above `afterSeq`, ascending. */
    articlesForIndex: (afterSeq: number, limit: number): IndexableArticle[] => articles.all(afterSeq, limit).map(indexable),
    /** Names with a row above `afterRow`, ascending: one for every alias of every entity. */
    namesForIndex: (afterRow: number, limit: number): IndexableName[] => names.all(afterRow, limit).map((name) => ({ ...name })),
    /** Number of the last article; 0 for an empty library. */
    lastSeq: (): number => lastArticle.get()?.last ?? 0,
    /** An article as it is now; null where the library lacks it. */
    articleForIndex: (seq: number): IndexableArticle | null => {
      const row = one.get(seq);
      return row === undefined ? null : indexable(row);
    },
    /** Changes above `afterChange`, in order. */
    changesForIndex: (afterChange: number, limit: number): IndexChange[] => changes.all(afterChange, limit).map((row) => ({ ...row })),
    /** Number of the last change; 0 where there was none. */
    lastChange: (): number => lastChange.get()?.last ?? 0,
    /** Row of the last alias that was given; 0 where there was none. */
    lastNameRow: (): number => lastName.get()?.last ?? 0,
  };
};

export type IndexFeed = ReturnType<typeof indexFeed>;
