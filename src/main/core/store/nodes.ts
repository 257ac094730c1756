import type { DatabaseSync } from 'node:sqlite';
import { type EntityId, type EntityType, isStoryId, type NodeId, type NodeRef, type NodeType } from '../../../shared/model.ts';
import type { EntityAlias, EntityCard } from '../../../shared/views.ts';
import { list, query } from './database.ts';
import { asColumns } from './finding-writes.ts';
import { spellingReasons } from './records.ts';

/**
 * A node's number inside one library: the row of an entity, or the row of a story below zero. For joining and comparing;
 * never shown, never kept elsewhere.
 */
export type NodeKey = number;

/** A node with what ranking asks of it. */
export interface NodeRow extends NodeRef {
  key: NodeKey;
  /** Stories that mention it; 1 for a story. */
  stories: number;
  mentions: number;
  first: string | null;
  last: string | null;
}

const entityColumns = 'e.row AS key, e.id, e.type, e.name, e.articles, e.stories, e.mentions, e.first, e.last';
const storyColumns = `-s.row AS key, s.id, 'story' AS type, s.name, s.articles, 1 AS stories, s.mentions, s.first, s.last`;

const refOf = ({ id, type, name, articles }: NodeRow): NodeRef => ({ id, type, name, articles });

/** Mentions of an entity in the thousand articles that came in last: of a hub's, enough for a mean. */
const latestMentions = `(SELECT article FROM article_entity WHERE entity = ?1 ORDER BY article DESC LIMIT 1000) AS x
  CROSS JOIN mention AS m ON m.article = x.article AND m.entity = ?1`;

/** Rows of the entities that are left out of what is drawn and listed. */
export const hiddenRows = 'SELECT row FROM identity WHERE hidden = 1';

/** The reason for which most mentions of a spelling stand for the entity; null where there is none. */
const mostFrequent = (as: Readonly<Record<string, number>>): EntityAlias['reason'] => {
  let best: EntityAlias['reason'] = null;
  let most = 0;
  for (const [at, reason] of spellingReasons.entries()) {
    const mentions = as[asColumns[at] ?? ''] ?? 0;
    if (mentions > most) [best, most] = [reason, mentions];
  }
  return best;
};

/** Reading entities and stories as nodes. */
export const nodeReads = (db: DatabaseSync) => {
  const entities = query<NodeRow & { asked: NodeId }>(
    db,
    `SELECT j.value AS asked, ${entityColumns} FROM json_each(?) AS j JOIN identity AS i ON i.id = j.value
     JOIN identity AS r ON r.row = coalesce(i.leads_to, i.row)
     JOIN entity AS e ON e.row = CASE WHEN r.merged_into IS NULL OR EXISTS (SELECT 1 FROM entity WHERE row = r.row)
       THEN r.row ELSE r.merged_into END`,
  );
  const stories = query<NodeRow>(db, `SELECT ${storyColumns} FROM json_each(?) AS j JOIN story AS s ON s.id = j.value`);
  const entitiesByRow = query<NodeRow>(db, `SELECT ${entityColumns} FROM json_each(?) AS j JOIN entity AS e ON e.row = j.value`);
  const storiesByRow = query<NodeRow>(db, `SELECT ${storyColumns} FROM json_each(?) AS j JOIN story AS s ON s.row = -j.value`);
  const aliases = query<{ name: string; count: number; own: number } & Record<string, number>>(
    db,
    `SELECT n.name, n.count, n.name = e.name AS own, ${asColumns.map((column) => `n.${column}`).join(', ')}
     FROM alias AS n JOIN entity AS e ON e.row = n.entity WHERE e.id = ? AND n.count > 0 ORDER BY n.count DESC, n.name`,
  );
  const confidence = query<{ mean: number | null }>(db, `SELECT avg(m.confidence) AS mean FROM ${latestMentions}`);
  const latest = query<{ article: number }>(db, 'SELECT article FROM article_entity WHERE entity = ? ORDER BY article DESC LIMIT ?');
  const types = query<{ type: EntityType; mentions: number }>(
    db,
    'SELECT type, count AS mentions FROM entity_type WHERE entity = ? AND count > 0 ORDER BY count DESC, type',
  );
  const named = query<{ id: EntityId }>(
    db,
    `SELECT DISTINCT e.id, e.articles FROM alias AS n JOIN entity AS e ON e.row = n.entity WHERE n.name = ? COLLATE NOCASE
     ORDER BY e.articles DESC, e.id`,
  );
  const everyEntity = query<NodeRow>(db, `SELECT ${entityColumns} FROM entity AS e WHERE e.row > ? ORDER BY e.row LIMIT ?`);
  const everyStory = query<NodeRow>(db, `SELECT ${storyColumns} FROM story AS s WHERE s.row > ? ORDER BY s.row LIMIT ?`);
  const largest = query<NodeRow>(
    db,
    `SELECT ${entityColumns} FROM entity AS e WHERE e.type IN (SELECT value FROM json_each(?)) AND e.row NOT IN (${hiddenRows}) ORDER BY e.articles DESC, e.id LIMIT ?`,
  );
  const largestStories = query<NodeRow>(
    db,
    `SELECT ${storyColumns} FROM story AS s WHERE s.articles > 1 ORDER BY s.articles DESC, s.id LIMIT ?`,
  );

  const rowsAsked = (wanted: readonly NodeId[]): Map<NodeId, NodeRow> => {
    const found = new Map<NodeId, NodeRow>();
    for (const { asked, ...row } of entities.all(list(wanted.filter((id) => !isStoryId(id))))) found.set(asked, row);
    for (const row of stories.all(list(wanted.filter(isStoryId)))) found.set(row.id, { ...row });
    return found;
  };

  const nodeRows = (ids: readonly NodeId[]): NodeRow[] => {
    const wanted = [...new Set(ids)];
    const found = rowsAsked(wanted);
    // Two ids may have turned out to mean one.
    const given = new Set<NodeKey>();
    return wanted.flatMap((id) => {
      const row = found.get(id);
      if (row === undefined || given.has(row.key)) return [];
      given.add(row.key);
      return row;
    });
  };

  const degrees = query<{ key: NodeKey; degree: number }>(
    db,
    `SELECT j.value AS key, CASE WHEN j.value > 0 THEN
       (SELECT count(*) FROM pair WHERE a = j.value) + (SELECT count(*) FROM pair WHERE b = j.value)
         + (SELECT count(*) FROM story_entity WHERE entity = j.value)
         - (SELECT count(*) FROM identity AS h JOIN pair AS p ON p.a = min(h.row, j.value) AND p.b = max(h.row, j.value) WHERE h.hidden = 1)
       ELSE (SELECT count(*) FROM story_entity WHERE story = -j.value)
         - (SELECT count(*) FROM identity AS h JOIN story_entity AS s ON s.story = -j.value AND s.entity = h.row WHERE h.hidden = 1)
       END AS degree
     FROM json_each(?) AS j`,
  );

  const hidden = query<{ id: NodeId }>(
    db,
    'SELECT i.id FROM identity AS i WHERE i.hidden = 1 AND i.id IN (SELECT value FROM json_each(?))',
  );

  return {
    /** Which of some nodes are left out of what is drawn and listed. */
    hiddenAmong: (ids: readonly NodeId[]): Set<NodeId> => new Set(hidden.all(list(ids)).map(({ id }) => id)),
    /** How many neighbours of all types each node has in the whole library; those that are hidden are not counted. */
    degrees: (keys: readonly NodeKey[]): Map<NodeKey, number> => new Map(degrees.all(list(keys)).map(({ key, degree }) => [key, degree])),
    /** The nodes with these ids, or that these ids lead to, each once, in that order; ids that the library lacks are left out. */
    nodeRows,
    /** The same by the ids that were asked for: several may lead to one. */
    nodesAsked: (ids: readonly NodeId[]): Map<NodeId, NodeRow> => rowsAsked([...new Set(ids)]),
    /** The same in one line each. */
    nodeRefs: (ids: readonly NodeId[]): NodeRef[] => nodeRows(ids).map(refOf),
    /** Nodes by number. */
    nodesByKey: (keys: readonly NodeKey[]): Map<NodeKey, NodeRow> => {
      const rows = [...entitiesByRow.all(list(keys.filter((key) => key > 0))), ...storiesByRow.all(list(keys.filter((key) => key < 0)))];
      return new Map(rows.map((row) => [row.key, { ...row }]));
    },
    /** All ways in which an entity is written, most used first. */
    aliasesOf: (id: EntityId): EntityAlias[] =>
      aliases.all(id).map(({ name, count, own, ...as }) => ({ name, count, reason: own === 1 ? null : mostFrequent(as) })),
    /** Mean confidence of an entity's mentions, and as which types they were read. */
    readAs: (entity: NodeKey): Pick<EntityCard, 'confidence' | 'types'> => ({
      confidence: confidence.get(entity)?.mean ?? 0,
      types: types.all(entity).map((row) => ({ ...row })),
    }),
    /** Numbers of the articles that mention an entity, those that came in last first. */
    latestArticlesWith: (entity: NodeKey, limit: number): number[] => latest.all(entity, limit).map(({ article }) => article),
    /** Entities that are written exactly so, in any case, most reported first. */
    entitiesNamed: (name: string): NodeRef[] => nodeRows(named.all(name).map(({ id }) => id)).map(refOf),
    /** Entities of some types in most articles first; none that is hidden. */
    largestEntities: (types: readonly NodeType[], limit: number): NodeRow[] => largest.all(list(types), limit).map((row) => ({ ...row })),
    /** Stories of more than one article, largest first. */
    largestStories: (limit: number): NodeRow[] => largestStories.all(limit).map((row) => ({ ...row })),
    /** All entities by row above `afterRow`, ascending. */
    entitiesAfter: (afterRow: number, limit: number): NodeRow[] => everyEntity.all(afterRow, limit).map((row) => ({ ...row })),
    /** All stories by row above `afterRow`, ascending. */
    storiesAfter: (afterRow: number, limit: number): NodeRow[] => everyStory.all(afterRow, limit).map((row) => ({ ...row })),
  };
};

export type NodeReads = ReturnType<typeof nodeReads>;
