import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, EntityId, EntityType, Origin, ParsedArticle, Span, StoryId } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import { packSpans } from './articles.ts';
import { query, rollBack } from './database.ts';
import { plainly } from './errors.ts';
import { factWrites } from './fact-writes.ts';
import { pairWrites } from './pair-writes.ts';

/** A mention inside an article to be stored; `sentence` counts from 0. */
export interface MentionRecord extends Span {
  type: EntityType;
  text: string;
  sentence: number;
  confidence: number;
}

/** An entity as one article names it, its mentions in order. */
export interface EntityRecord {
  id: EntityId;
  class: string;
  key: string;
  /** The fullest form in this article. */
  name: string;
  mentions: readonly MentionRecord[];
}

/** One sentence that states a relation between two of the article's entities. */
export interface RelationRecord {
  kind: RelationKind;
  status: RelationStatus;
  subject: EntityId;
  object: EntityId;
  sentence: number;
  /** The mentions that stand for the two ends. */
  subjectSpan: Span;
  objectSpan: Span;
  rule: string;
  confidence: number;
}

/** An article with everything decided: who its entities are and which story it belongs to. */
export interface ArticleRecord {
  id: ArticleId;
  article: ParsedArticle;
  origin: Origin;
  addressKey: string | null;
  /** Normalised targets of the article's links. */
  linkKeys: readonly string[];
  words: number;
  sentences: readonly Span[];
  /** The story it joins; a story that the library lacks is founded under this id with the article's title. */
  story: StoryId;
  entities: readonly EntityRecord[];
  relations: readonly RelationRecord[];
  importedAt: string;
}

/** How many rows are kept in memory that turn an entity's id into its row. */
const rememberedRows = 100_000;

/** Changing the library. All of these must run inside `transaction`. */
export const storeWrites = (db: DatabaseSync, changed: () => void) => {
  const seqOf = query<{ seq: number }>(db, 'SELECT seq FROM article WHERE id = ?');
  const insertOrigin = query<{ part: number }>(
    db,
    'INSERT INTO origin (place, part, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING part',
  );
  const storyRow = query<{ row: number }>(db, 'SELECT row FROM story WHERE id = ?');
  const insertStory = query(db, 'INSERT INTO story (id, name, articles, mentions, first, last) VALUES (?, ?, 0, 0, NULL, NULL)');
  const growStory = query(
    db,
    `UPDATE story SET articles = articles + 1, mentions = mentions + ?2,
       first = coalesce(min(first, ?3), first, ?3), last = coalesce(max(last, ?3), last, ?3) WHERE row = ?1`,
  );
  const insertArticle = query(
    db,
    `INSERT INTO article (id, story, title, publisher, author, published, words, language, address, address_key, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertText = query(db, 'INSERT INTO article_text (article, text, blocks, links, sentences) VALUES (?, ?, ?, ?, ?)');
  const insertLink = query(db, 'INSERT INTO article_link (article, position, address_key) VALUES (?, ?, ?)');
  const entityRow = query<{ row: number }>(db, 'SELECT row FROM entity WHERE id = ?');
  const insertEntity = query(
    db,
    `INSERT INTO entity (id, class, key, type, name, articles, stories, mentions, first, last)
     VALUES (?, ?, ?, ?, ?, 0, 0, 0, NULL, NULL)`,
  );
  const growEntity = query(
    db,
    `UPDATE entity SET articles = articles + 1, stories = stories + ?2, mentions = mentions + ?3,
       first = coalesce(min(first, ?4), first, ?4), last = coalesce(max(last, ?4), last, ?4) WHERE row = ?1`,
  );
  const growType = query(
    db,
    'INSERT INTO entity_type (entity, type, count) VALUES (?, ?, ?) ON CONFLICT (entity, type) DO UPDATE SET count = count + excluded.count',
  );
  const growAlias = query(
    db,
    `INSERT INTO alias (entity, name, count, full) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity, name) DO UPDATE SET count = count + excluded.count, full = full + excluded.full`,
  );
  const insertMention = query(
    db,
    'INSERT INTO mention (article, start, end, entity, type, sentence, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertArticleEntity = query(db, 'INSERT INTO article_entity (entity, article, mentions) VALUES (?, ?, ?)');
  const growStoryEntity = query<{ articles: number }>(
    db,
    `INSERT INTO story_entity (story, entity, articles, sentences, mentions) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (story, entity) DO UPDATE SET articles = articles + 1, sentences = sentences + excluded.sentences, mentions = mentions + excluded.mentions RETURNING articles`,
  );
  const growRelation = query<{ row: number; sentences: number }>(
    db,
    `INSERT INTO relation (kind, status, subject, object, sentences, articles) VALUES (?, ?, ?, ?, 1, 0)
     ON CONFLICT (subject, object, kind, status) DO UPDATE SET sentences = sentences + 1 RETURNING row, sentences`,
  );
  const growRelationArticles = query(db, 'UPDATE relation SET articles = articles + 1 WHERE row = ?');
  const insertEvidence = query(
    db,
    `INSERT INTO relation_evidence (relation, article, sentence, subject_start, subject_end, object_start, object_end, rule, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // An entity is called what most articles call it in full; all-capitals lose a tie, then the longer name wins.
  const nameEntity = query(
    db,
    `UPDATE entity SET
       name = (SELECT name FROM alias WHERE entity = ?1 ORDER BY full DESC, name = upper(name), length(name) DESC, name LIMIT 1),
       type = (SELECT type FROM entity_type WHERE entity = ?1 ORDER BY count DESC, type LIMIT 1)
     WHERE row = ?1`,
  );
  const { countPairs, datePairs, flushPairs, forgetPairs, recountPairs } = pairWrites(db);

  const rows = new Map<EntityId, number>();
  let touched = new Set<number>();

  const rowOfEntity = (entity: EntityRecord): { row: number; isNew: boolean } => {
    const known = rows.get(entity.id) ?? entityRow.get(entity.id)?.row;
    const row = known ?? insertEntity.run(entity.id, entity.class, entity.key, entity.mentions[0]?.type ?? 'company', entity.name);
    if (rows.size > rememberedRows) rows.clear();
    rows.set(entity.id, row);
    return { row, isNew: known === undefined };
  };

  const addNames = (row: number, entity: EntityRecord): void => {
    const surfaces = new Map<string, number>([[entity.name, 0]]);
    const types = new Map<EntityType, number>();
    for (const { text, type } of entity.mentions) {
      surfaces.set(text, (surfaces.get(text) ?? 0) + 1);
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    for (const [name, count] of surfaces) growAlias.run(row, name, count, name === entity.name ? 1 : 0);
    for (const [type, count] of types) growType.run(row, type, count);
    touched.add(row);
  };

  const addEntity = (entity: EntityRecord, seq: number, story: number, published: string | null): { row: number; isNew: boolean } => {
    const { row, isNew } = rowOfEntity(entity);
    addNames(row, entity);
    for (const { start, end, type, sentence, confidence } of entity.mentions) {
      insertMention.run(seq, start, end, row, type, sentence, confidence);
    }
    const count = entity.mentions.length;
    insertArticleEntity.run(row, seq, count);
    const sentences = new Set(entity.mentions.map(({ sentence }) => sentence)).size;
    const firstInStory = growStoryEntity.get(story, row, sentences, count)?.articles === 1;
    growEntity.run(row, firstInStory ? 1 : 0, count, published);
    return { row, isNew };
  };

  /** Answers how many of the relations are new to the library. */
  const addRelations = (relations: readonly (RelationRecord & { from: number; to: number })[], seq: number): number => {
    const inArticle = new Set<number>();
    let added = 0;
    for (const relation of relations) {
      const grown = growRelation.get(relation.kind, relation.status, relation.from, relation.to);
      if (grown === undefined) continue;
      if (grown.sentences === 1) added += 1;
      if (!inArticle.has(grown.row)) growRelationArticles.run(grown.row);
      inArticle.add(grown.row);
      const { subjectSpan, objectSpan } = relation;
      insertEvidence.run(
        grown.row,
        seq,
        relation.sentence,
        subjectSpan.start,
        subjectSpan.end,
        objectSpan.start,
        objectSpan.end,
        relation.rule,
        relation.confidence,
      );
    }
    return added;
  };

  const addArticle = (record: ArticleRecord): { entities: number; relations: number } => {
    const { article, origin } = record;
    const mentions = record.entities.reduce((sum, entity) => sum + entity.mentions.length, 0);
    const knownStory = storyRow.get(record.story)?.row;
    const story = knownStory ?? insertStory.run(record.story, article.title);
    growStory.run(story, mentions, article.published);
    const seq = insertArticle.run(
      record.id,
      story,
      article.title,
      article.publisher,
      article.author,
      article.published,
      record.words,
      article.language,
      article.address,
      record.addressKey,
      record.importedAt,
    );
    insertText.run(seq, article.text, JSON.stringify(article.blocks), JSON.stringify(article.links), packSpans(record.sentences));
    insertOrigin.all(origin.place, origin.part, seq);
    for (const [position, key] of record.linkKeys.entries()) insertLink.run(seq, position, key);

    const rowOf = new Map<EntityId, number>();
    let added = 0;
    for (const entity of record.entities) {
      const { row, isNew } = addEntity(entity, seq, story, article.published);
      rowOf.set(entity.id, row);
      if (isNew) added += 1;
    }
    const relations = record.relations.flatMap((relation) => {
      const from = rowOf.get(relation.subject);
      const to = rowOf.get(relation.object);
      return from === undefined || to === undefined ? [] : [{ ...relation, from, to }];
    });
    const addedRelations = addRelations(relations, seq);
    countPairs(
      { seq, story, newStory: knownStory === undefined, published: article.published },
      record.entities.map(({ id, mentions: named }) => ({ entity: rowOf.get(id) ?? 0, sentences: named.map(({ sentence }) => sentence) })),
      relations.map(({ from, to }) => ({ subject: from, object: to })),
    );
    return { entities: added, relations: addedRelations };
  };

  const settle = (): void => {
    flushPairs();
    for (const row of touched) nameEntity.run(row);
    touched = new Set();
  };

  const transaction = <Outcome>(work: () => Outcome): Outcome => {
    plainly(() => db.exec('BEGIN IMMEDIATE'));
    try {
      const outcome = work();
      settle();
      plainly(() => db.exec('COMMIT'));
      changed();
      return outcome;
    } catch (thrown) {
      rows.clear();
      touched = new Set();
      forgetPairs();
      rollBack(db);
      throw thrown;
    }
  };

  return {
    /** Runs `work` as one transaction: all of it is on disk when this returns; after a throw none of it is. */
    transaction,
    /** Notes where else a known article was found. False where that was known, or the article is not. */
    addOrigin: (id: ArticleId, origin: Origin): boolean => {
      const seq = seqOf.get(id)?.seq;
      return seq !== undefined && insertOrigin.all(origin.place, origin.part, seq).length > 0;
    },
    ...factWrites(db, datePairs),
    /** Stores an article that the library lacks; answers how many of its entities and relations are new. */
    addArticle,
    /** Counts all pairs of entities anew from the mentions, in one transaction; a library is the same before and after. */
    rebuildPairs: (): void => transaction(recountPairs),
  };
};

export type StoreWrites = ReturnType<typeof storeWrites>;
