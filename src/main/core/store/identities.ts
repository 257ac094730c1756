import type { DatabaseSync } from 'node:sqlite';
import type { AliasReason } from '../../../shared/extraction.ts';
import type { EntityId } from '../../../shared/model.ts';
import { list, query } from './database.ts';

/** An id once given, whether or not anything mentions it now. */
export interface Identity {
  row: number;
  id: EntityId;
  class: string;
  key: string;
  /** What sets it apart from others of its class and key; empty for the first of them. */
  sense: string;
  /** Row of the identity that it turned out to be; its own where there is none such. */
  root: number;
}

/** Somebody who is called by a name: by its own key, or because articles say so. */
export interface Candidate extends Identity {
  /** Null for its own key. */
  reason: AliasReason | null;
  /** In how many articles the name is given to it. */
  said: number;
}

/** A name that articles give to an identity for one of these reasons joins the two, wherever they are. */
export const joiningReasons: readonly AliasReason[] = ['acronym', 'said'];

const columns = 'i.row, i.id, i.class, i.key, i.sense, coalesce(i.leads_to, i.row) AS root';

/** How many names' candidates are kept in memory. */
const rememberedNames = 50_000;

/** Who is known by which name. Identities are made, joined and parted inside `transaction`. */
export const identityStore = (db: DatabaseSync, readOnly: boolean) => {
  const byKey = query<Identity>(db, `SELECT ${columns} FROM identity AS i WHERE i.class = ? AND i.key = ? ORDER BY i.row`);
  const byName = query<Candidate>(
    db,
    `SELECT ${columns}, n.reason, n.articles AS said FROM known_name AS n JOIN identity AS i ON i.row = n.identity
     WHERE n.class = ? AND n.key = ? ORDER BY n.identity, n.reason`,
  );
  const mentioned = query<{ articles: number }>(db, 'SELECT articles FROM entity WHERE row = ?');
  /** Names repeat from article to article. */
  const remembered = new Map<string, readonly Candidate[]>();
  /** Counts up whenever an identity may lead elsewhere. */
  let joinings = 0;
  const forgetCandidates = (kind?: string, key?: string): void => {
    if (kind === undefined) {
      remembered.clear();
      joinings += 1;
    } else remembered.delete(`${kind}:${key}`);
  };
  const byId = query<Identity>(db, `SELECT ${columns} FROM identity AS i WHERE i.id = ?`);
  const byRow = query<Identity>(db, `SELECT ${columns} FROM identity AS i WHERE i.row = ?`);
  const insert = query(db, 'INSERT INTO identity (id, class, key, sense) VALUES (?, ?, ?, ?)');
  const lead = query(db, 'UPDATE identity SET leads_to = ? WHERE row = ?');
  const group = query<Identity>(db, `SELECT ${columns} FROM identity AS i WHERE i.row = ?1 OR i.leads_to = ?1 ORDER BY i.row`);
  const namesOf = query<{ class: string; key: string; reason: AliasReason; articles: number }>(
    db,
    "SELECT class, key, reason, articles FROM known_name WHERE identity = ? AND reason IN ('acronym', 'said') ORDER BY class, key, reason",
  );
  const traits = query<{ value: string; articles: number }>(
    db,
    `SELECT t.value, sum(t.articles) AS articles FROM json_each(?) AS j JOIN trait AS t ON t.identity = j.value GROUP BY t.value`,
  );
  const now = query<{ row: number }>(
    db,
    `SELECT CASE WHEN r.merged_into IS NULL OR EXISTS (SELECT 1 FROM entity WHERE row = r.row) THEN r.row ELSE r.merged_into END AS row
     FROM identity AS i JOIN identity AS r ON r.row = coalesce(i.leads_to, i.row) WHERE i.id = ?`,
  );
  const isHidden = query<{ hidden: number }>(db, 'SELECT hidden FROM identity WHERE row = ?');
  const standingCleared = [
    'UPDATE identity SET merged_into = NULL WHERE merged_into IS NOT NULL',
    'UPDATE identity SET hidden = 0 WHERE hidden = 1',
  ].map((sql) => query(db, sql));
  const mergeInto = query(db, 'UPDATE identity SET merged_into = ?2 WHERE row = ?1');
  const hide = query(db, 'UPDATE identity SET hidden = 1 WHERE row = ?');
  const together = query<{ row: number; articles: number }>(
    db,
    `SELECT j.value AS row, e.articles FROM json_each(?2) AS j CROSS JOIN pair AS p ON p.a = min(?1, j.value) AND p.b = max(?1, j.value)
     JOIN entity AS e ON e.row = j.value ORDER BY j.key`,
  );

  return {
    /** All who are called so: first those whose own key it is, in the order in which they were first seen. */
    candidates: (kind: string, key: string): readonly Candidate[] => {
      const asked = `${kind}:${key}`;
      const known = remembered.get(asked);
      if (known !== undefined) return known;
      const found = [
        ...byKey.all(kind, key).map((row) => ({ ...row, reason: null, said: 0 })),
        ...byName.all(kind, key).map((row) => ({ ...row })),
      ];
      if (remembered.size >= rememberedNames) remembered.clear();
      // What another process changes is not heard of.
      if (!readOnly) remembered.set(asked, found);
      return found;
    },
    /** Must be told of names whose candidates are others now; without one, of all. */
    forgetCandidates,
    /** In how many articles an entity is mentioned; 0 where nothing mentions it. */
    articlesWith: (root: number): number => mentioned.get(root)?.articles ?? 0,
    identityById: (id: EntityId): Identity | null => byId.get(id) ?? null,
    identityByRow: (row: number): Identity | null => byRow.get(row) ?? null,
    /** Gives an id. */
    addIdentity: (id: EntityId, kind: string, key: string, sense: string): Identity => {
      forgetCandidates(kind, key);
      const row = insert.run(id, kind, key, sense);
      return { row, id, class: kind, key, sense, root: row };
    },
    /** Lets an identity lead to another, or stand for itself. */
    leadIdentity: (row: number, to: number): void => {
      forgetCandidates();
      lead.run(to === row ? null : to, row);
    },
    /** Another number whenever an identity may lead elsewhere than before. */
    joinings: (): number => joinings,
    /** The row of the entity that an id means now, by what articles join and what was merged; null for one that was never given. */
    rowNow: (id: EntityId): number | null => now.get(id)?.row ?? null,
    /** Whether an entity is left out of what is drawn and listed. */
    isHidden: (row: number): boolean => isHidden.get(row)?.hidden === 1,
    /** Notes whom merged identities mean, and which are hidden; whatever was noted before goes. */
    setStanding: (merged: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): void => {
      for (const cleared of standingCleared) cleared.run();
      for (const [row, to] of merged) mergeInto.run(row, to);
      for (const row of hidden) hide.run(row);
    },
    /** All that lead to a root, the root first by age. */
    identitiesOf: (root: number): Identity[] => group.all(root).map((row) => ({ ...row })),
    /** The other names that articles give to an identity in so many words. */
    namesJoining: (row: number): { class: string; key: string; reason: AliasReason; articles: number }[] =>
      namesOf.all(row).map((name) => ({ ...name })),
    /** What articles say of some identities taken together, with the number of articles. */
    traitsOf: (rows: readonly number[]): Map<string, number> =>
      new Map(traits.all(list(rows)).map(({ value, articles }) => [value, articles])),
    /** Which of some entities an entity is mentioned together with, and in how many articles each of them is. */
    companions: (root: number, others: readonly number[]): { row: number; articles: number }[] =>
      together.all(root, list(others)).map((row) => ({ ...row })),
  };
};

export type IdentityStore = ReturnType<typeof identityStore>;
