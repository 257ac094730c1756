import type { DatabaseSync } from 'node:sqlite';
import type { NodeType } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import { list, query } from './database.ts';
import { hiddenRows, type NodeKey } from './nodes.ts';

/** An entity's neighbour with all that ranking asks. */
export interface PairRow {
  key: NodeKey;
  type: NodeType;
  /** Stories that mention the neighbour. */
  reach: number;
  articles: number;
  /** Sentences that name both. */
  sentences: number;
  /** Sentences that state a relation. */
  relations: number;
  /** Stories that mention both. */
  stories: number;
}

/** What two entities have in common; `a` is the lower key. */
export interface PairLinkRow {
  a: NodeKey;
  b: NodeKey;
  articles: number;
  near: number;
  sentences: number;
  relations: number;
  stories: number;
  first: string | null;
  last: string | null;
}

/** What a story says of an entity. */
export interface StoryLinkRow {
  story: NodeKey;
  entity: NodeKey;
  type: NodeType;
  /** Stories that mention the entity. */
  reach: number;
  /** Articles of the story that mention it, sentences, mentions. */
  articles: number;
  sentences: number;
  mentions: number;
  /** All articles of the story, and all its mentions. */
  storyArticles: number;
  storyMentions: number;
  first: string | null;
  last: string | null;
}

/** One kind of statement about two entities. */
export interface RelationRow {
  kind: RelationKind;
  status: RelationStatus;
  subject: NodeKey;
  object: NodeKey;
  sentences: number;
  articles: number;
}

const linkColumns = 'p.a, p.b, p.articles, p.near, p.sentences, p.relations, p.stories, p.first, p.last';
/**
 * A hub has thousands of neighbours. SQLite goes through 6,600 pairs in 0.7 ms; handed over row by row they take 7 to 15 ms,
 * as one JSON array a column 3.
 */
const packedColumns = `json_group_array(e.row) AS key, json_group_array(e.type) AS type, json_group_array(e.stories) AS reach,
  json_group_array(p.articles) AS articles, json_group_array(p.sentences) AS sentences, json_group_array(p.relations) AS relations,
  json_group_array(p.stories) AS stories`;
type PackedPairs = Record<keyof PairRow, string>;

const unpackPairs = (packed: PackedPairs): PairRow[] => {
  const numbers = (text: string): number[] => JSON.parse(text) as number[];
  const keys = numbers(packed.key);
  const types = JSON.parse(packed.type) as NodeType[];
  const reaches = numbers(packed.reach);
  const articles = numbers(packed.articles);
  const sentences = numbers(packed.sentences);
  const relations = numbers(packed.relations);
  const stories = numbers(packed.stories);
  return keys.map((key, at) => ({
    key,
    type: types[at] ?? 'company',
    reach: reaches[at] ?? 0,
    articles: articles[at] ?? 0,
    sentences: sentences[at] ?? 0,
    relations: relations[at] ?? 0,
    stories: stories[at] ?? 0,
  }));
};
const storyColumns = `-se.story AS story, se.entity, e.type, e.stories AS reach, se.articles, se.sentences, se.mentions,
  s.articles AS storyArticles, s.mentions AS storyMentions, s.first, s.last`;
const storyJoin = 'story_entity AS se JOIN entity AS e ON e.row = se.entity JOIN story AS s ON s.row = se.story';
const relationColumns = 'r.kind, r.status, r.subject, r.object, r.sentences, r.articles';

/** Reading pairs, stories and relations as the graph's links. Entities' keys are rows, stories' are rows below zero. */
export const graphReads = (db: DatabaseSync) => {
  const neighbours = query<PackedPairs>(
    db,
    `SELECT ${packedColumns} FROM pair AS p JOIN entity AS e ON e.row = p.b
       WHERE p.a = ?1 AND p.b NOT IN (${hiddenRows})
     UNION ALL SELECT ${packedColumns} FROM pair AS p JOIN entity AS e ON e.row = p.a WHERE p.b = ?1 AND p.a NOT IN (${hiddenRows})`,
  );
  const neighboursWithin = query<PackedPairs>(
    db,
    `SELECT ${packedColumns} FROM pair AS p JOIN entity AS e ON e.row = p.b
       WHERE p.a = ?1 AND p.b > ?2 AND p.b <= ?3 AND p.b NOT IN (${hiddenRows})
     UNION ALL SELECT ${packedColumns} FROM pair AS p JOIN entity AS e ON e.row = p.a
       WHERE p.b = ?1 AND p.a > ?2 AND p.a <= ?3 AND p.a NOT IN (${hiddenRows})`,
  );
  const lastEntity = query<{ row: number | null }>(db, 'SELECT max(row) AS row FROM entity');
  const linksWith = query<PairLinkRow>(
    db,
    `SELECT ${linkColumns} FROM json_each(?2) AS j CROSS JOIN pair AS p ON p.a = min(?1, j.value) AND p.b = max(?1, j.value)`,
  );
  // Materialised, or the inner list would be parsed anew for each row of the outer: 40 ms instead of 60 for 450 entities.
  const linksAmong = query<PairLinkRow>(
    db,
    `WITH k AS MATERIALIZED (SELECT value FROM json_each(?1))
     SELECT ${linkColumns} FROM k AS i CROSS JOIN k AS j ON j.value > i.value CROSS JOIN pair AS p ON p.a = i.value AND p.b = j.value`,
  );
  const linksBetween = query<PairLinkRow>(
    db,
    `WITH k AS MATERIALIZED (SELECT value FROM json_each(?1)), l AS MATERIALIZED (SELECT value FROM json_each(?2))
     SELECT ${linkColumns} FROM k CROSS JOIN l CROSS JOIN pair AS p ON p.a = min(k.value, l.value) AND p.b = max(k.value, l.value)`,
  );
  // The plus keeps SQLite from looking up every subject with every object: 140 ms for 1,000 entities, not 3.
  const relationsAmong = query<RelationRow>(
    db,
    `SELECT ${relationColumns} FROM json_each(?1) AS j CROSS JOIN relation AS r ON r.subject = j.value
     WHERE +r.object IN (SELECT value FROM json_each(?1))`,
  );
  const related = query<{ key: NodeKey }>(
    db,
    `SELECT r.object AS key FROM relation AS r WHERE r.subject = ?1 AND r.kind IN (SELECT value FROM json_each(?2))
     UNION SELECT r.subject FROM relation AS r WHERE r.object = ?1 AND r.kind IN (SELECT value FROM json_each(?2))`,
  );
  const relationTotals = query<{ kind: RelationKind; total: number }>(
    db,
    `SELECT kind, count(DISTINCT other) AS total FROM (
       SELECT kind, object AS other FROM relation WHERE subject = ?1 UNION ALL SELECT kind, subject FROM relation WHERE object = ?1
     ) WHERE other NOT IN (${hiddenRows}) GROUP BY kind ORDER BY total DESC, kind`,
  );
  const storiesOf = query<StoryLinkRow>(db, `SELECT ${storyColumns} FROM ${storyJoin} WHERE se.entity = ?`);
  const entitiesOf = query<StoryLinkRow>(
    db,
    `SELECT ${storyColumns} FROM ${storyJoin} WHERE se.story = -? AND se.entity NOT IN (${hiddenRows})`,
  );
  const storyLinksAmong = query<StoryLinkRow>(
    db,
    `SELECT ${storyColumns} FROM ${storyJoin}
     WHERE se.story IN (SELECT -value FROM json_each(?1)) AND se.entity IN (SELECT value FROM json_each(?2))`,
  );
  const last = query<{ last: string | null }>(db, 'SELECT max(published) AS last FROM article');
  const pairsAfter = query<PairLinkRow>(db, `SELECT ${linkColumns} FROM pair AS p WHERE (p.a, p.b) > (?, ?) ORDER BY p.a, p.b LIMIT ?`);

  const split = (keys: readonly NodeKey[]): { entities: NodeKey[]; stories: NodeKey[] } => ({
    entities: keys.filter((key) => key > 0).sort((left, right) => left - right),
    stories: keys.filter((key) => key < 0),
  });

  return {
    /** All entities that an article names together with this one, but for those that are hidden. */
    pairsOf: (entity: NodeKey): PairRow[] => neighbours.all(entity).flatMap(unpackPairs),
    /** Those of them whose keys are above `low` and at most `high`. */
    pairsOfWithin: (entity: NodeKey, low: NodeKey, high: NodeKey): PairRow[] =>
      neighboursWithin.all(entity, low, high).flatMap(unpackPairs),
    /** The greatest key of an entity; 0 where there is none. */
    lastEntity: (): NodeKey => lastEntity.get()?.row ?? 0,
    /** What an entity has in common with each of some others. */
    pairsWith: (entity: NodeKey, others: readonly NodeKey[]): PairLinkRow[] => linksWith.all(entity, list(others)),
    /** All pairs among some entities (stories in the list are passed over). */
    pairsAmong: (keys: readonly NodeKey[]): PairLinkRow[] => linksAmong.all(list(split(keys).entities)),
    /** All pairs of an entity of one list with one of another. */
    pairsBetween: (left: readonly NodeKey[], right: readonly NodeKey[]): PairLinkRow[] =>
      linksBetween.all(list(split(left).entities), list(split(right).entities)),
    /** All relations among some entities. */
    relationsAmong: (keys: readonly NodeKey[]): RelationRow[] => relationsAmong.all(list(split(keys).entities)),
    /** Entities that a relation of one of these kinds joins to this one. */
    relatedBy: (entity: NodeKey, kinds: readonly RelationKind[]): NodeKey[] => related.all(entity, list(kinds)).map(({ key }) => key),
    /** For each kind of relation, with how many others an entity has it. */
    relationTotals: (entity: NodeKey): { kind: RelationKind; total: number }[] => relationTotals.all(entity).map((row) => ({ ...row })),
    /** The stories that mention an entity. */
    storiesOf: (entity: NodeKey): StoryLinkRow[] => storiesOf.all(entity),
    /** The entities that a story mentions, but for those that are hidden. */
    entitiesOf: (story: NodeKey): StoryLinkRow[] => entitiesOf.all(story),
    /** The links between the stories and the entities of a list. */
    storyLinksAmong: (keys: readonly NodeKey[]): StoryLinkRow[] => {
      const { entities, stories } = split(keys);
      return entities.length === 0 || stories.length === 0 ? [] : storyLinksAmong.all(list(stories), list(entities));
    },
    /** Date of the newest article. */
    lastPublished: (): string | null => last.get()?.last ?? null,
    /** All pairs above a pair, ascending. */
    pairsAfter: (a: NodeKey, b: NodeKey, limit: number): PairLinkRow[] => pairsAfter.all(a, b, limit),
  };
};

export type GraphReads = ReturnType<typeof graphReads>;
