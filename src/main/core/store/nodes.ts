import type { DatabaseSync } from 'node:sqlite';
import { type EntityId, isStoryId, type NodeId, type NodeRef, type NodeType } from '../../../shared/model.ts';
import type { EntityAlias } from '../../../shared/views.ts';
import { list, query } from './database.ts';

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

/** Reading entities and stories as nodes. */
export const nodeReads = (db: DatabaseSync) => {
  const entities = query<NodeRow>(db, `SELECT ${entityColumns} FROM json_each(?) AS j JOIN entity AS e ON e.id = j.value`);
  const stories = query<NodeRow>(db, `SELECT ${storyColumns} FROM json_each(?) AS j JOIN story AS s ON s.id = j.value`);
  const entitiesByRow = query<NodeRow>(db, `SELECT ${entityColumns} FROM json_each(?) AS j JOIN entity AS e ON e.row = j.value`);
  const storiesByRow = query<NodeRow>(db, `SELECT ${storyColumns} FROM json_each(?) AS j JOIN story AS s ON s.row = -j.value`);
  const aliases = query<EntityAlias>(
    db,
    `SELECT n.name, n.count FROM alias AS n JOIN entity AS e ON e.row = n.entity WHERE e.id = ? AND n.count > 0
     ORDER BY n.count DESC, n.name`,
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
    `SELECT ${entityColumns} FROM entity AS e WHERE e.type IN (SELECT value FROM json_each(?)) ORDER BY e.articles DESC, e.id LIMIT ?`,
  );
  const largestStories = query<NodeRow>(
    db,
    `SELECT ${storyColumns} FROM story AS s WHERE s.articles > 1 ORDER BY s.articles DESC, s.id LIMIT ?`,
  );

  const nodeRows = (ids: readonly NodeId[]): NodeRow[] => {
    const found = new Map<NodeId, NodeRow>();
    const wanted = [...new Set(ids)];
    for (const row of entities.all(list(wanted.filter((id) => !isStoryId(id))))) found.set(row.id, { ...row });
    for (const row of stories.all(list(wanted.filter(isStoryId)))) found.set(row.id, { ...row });
    return wanted.flatMap((id) => found.get(id) ?? []);
  };

  const degrees = query<{ key: NodeKey; degree: number }>(
    db,
    `SELECT j.value AS key, CASE WHEN j.value > 0 THEN
       (SELECT count(*) FROM pair WHERE a = j.value) + (SELECT count(*) FROM pair WHERE b = j.value)
         + (SELECT count(*) FROM story_entity WHERE entity = j.value)
       ELSE (SELECT count(*) FROM story_entity WHERE story = -j.value) END AS degree
     FROM json_each(?) AS j`,
  );

  return {
    /** How many neighbours of all types each node has in the whole library. */
    degrees: (keys: readonly NodeKey[]): Map<NodeKey, number> => new Map(degrees.all(list(keys)).map(({ key, degree }) => [key, degree])),
    /** The nodes with these ids, each once, in that order; ids that the library lacks are left out. */
    nodeRows,
    /** The same in one line each. */
    nodeRefs: (ids: readonly NodeId[]): NodeRef[] => nodeRows(ids).map(refOf),
    /** Nodes by number. */
    nodesByKey: (keys: readonly NodeKey[]): Map<NodeKey, NodeRow> => {
      const rows = [...entitiesByRow.all(list(keys.filter((key) => key > 0))), ...storiesByRow.all(list(keys.filter((key) => key < 0)))];
      return new Map(rows.map((row) => [row.key, { ...row }]));
    },
    /** All ways in which an entity is written, most used first. */
    aliasesOf: (id: EntityId): EntityAlias[] => aliases.all(id).map(({ name, count }) => ({ name, count })),
    /** Entities that are written exactly so, in any case, most reported first. */
    entitiesNamed: (name: string): NodeRef[] => nodeRows(named.all(name).map(({ id }) => id)).map(refOf),
    /** Entities of some types in most articles first. */
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
