import type { DatabaseSync } from 'node:sqlite';
import type { EntityType } from '../../../shared/model.ts';
import { packSpans } from './articles.ts';
import { query } from './database.ts';
import { joiningReasons } from './identities.ts';
import type { pairWrites } from './pair-writes.ts';
import { nameReads, packReading } from './readings.ts';
import { type EntityRecord, type Findings, type NameRecord, type RelationRecord, type SpellingReason, spellingReasons } from './records.ts';

/** Where an article stands, for what was found in it. */
export interface FindingPlace {
  seq: number;
  /** Row of its story. */
  story: number;
  newStory: boolean;
  published: string | null;
}

/** Entities and relations gained, less those that are gone. */
export interface Tally {
  entities: number;
  relations: number;
}

/** A name by which articles have begun, or ceased, to join identities. */
export interface LooseName {
  class: string;
  key: string;
}

type Pairs = Pick<ReturnType<typeof pairWrites>, 'countPairs' | 'uncountPairs' | 'flushPairs'>;

/** How many rows and reasons are remembered as being there. */
const rememberedRows = 100_000;
const rememberedReasons = 5000;

/** How an article spells an entity: how often each way, and how often for which reason it stands for the full name. */
const spellingsOf = (mentions: readonly { text: string; alias: SpellingReason }[]): Map<string, { count: number; as: number[] }> => {
  const spellings = new Map<string, { count: number; as: number[] }>();
  for (const { text, alias } of mentions) {
    const spelling = spellings.get(text) ?? { count: 0, as: spellingReasons.map(() => 0) };
    spellings.set(text, spelling);
    spelling.count += 1;
    const reason = alias === null ? -1 : spellingReasons.indexOf(alias);
    if (reason >= 0) spelling.as[reason] = (spelling.as[reason] ?? 0) + 1;
  }
  return spellings;
};

/** Columns of `alias`, in the order of `spellingReasons`. */
export const asColumns = spellingReasons.map((reason) => `as_${reason.replace(' ', '_')}`);

const countsOf = <Item>(items: Iterable<Item>): Map<Item, number> => {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/**
 * Putting what was found in an article into the library, and taking it out again. Either keeps every count exact; what nothing
 * holds any more goes when the transaction settles, so that an article made anew moves nothing that stays.
 */
export const findingWrites = (
  db: DatabaseSync,
  { countPairs, uncountPairs, flushPairs }: Pairs,
  forgetCandidates: (kind?: string, key?: string) => void,
) => {
  const unpackNames = nameReads(db);
  const entityExists = query<{ row: number }>(db, 'SELECT row FROM entity WHERE row = ?');
  const insertEntity = query(
    db,
    `INSERT INTO entity (row, id, class, key, type, name, articles, stories, mentions, first, last)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, NULL, NULL)`,
  );
  const changeEntity = query(
    db,
    `UPDATE entity SET articles = articles + ?2, stories = stories + ?3, mentions = mentions + ?4,
       first = coalesce(min(first, ?5), first, ?5), last = coalesce(max(last, ?5), last, ?5) WHERE row = ?1`,
  );
  const changeType = query(
    db,
    'INSERT INTO entity_type (entity, type, count) VALUES (?, ?, ?) ON CONFLICT (entity, type) DO UPDATE SET count = count + excluded.count',
  );
  const changeAlias = query(
    db,
    `INSERT INTO alias (entity, name, count, full, ${asColumns.join(', ')}) VALUES (?, ?, ?, ?, ${asColumns.map(() => '?').join(', ')})
     ON CONFLICT (entity, name) DO UPDATE SET count = count + excluded.count, full = full + excluded.full,
       ${asColumns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`,
  );
  const insertMention = query(
    db,
    'INSERT INTO mention (article, start, end, entity, type, sentence, confidence, alias) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertArticleEntity = query(db, 'INSERT INTO article_entity (entity, article, mentions, why, full_name) VALUES (?, ?, ?, ?, ?)');
  const growStoryEntity = query<{ articles: number }>(
    db,
    `INSERT INTO story_entity (story, entity, articles, sentences, mentions) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (story, entity) DO UPDATE SET articles = articles + 1, sentences = sentences + excluded.sentences,
       mentions = mentions + excluded.mentions RETURNING articles`,
  );
  const shrinkStoryEntity = query<{ articles: number }>(
    db,
    `UPDATE story_entity SET articles = articles - 1, sentences = sentences - ?3, mentions = mentions - ?4
     WHERE story = ?1 AND entity = ?2 RETURNING articles`,
  );
  const dropStoryEntity = query(db, 'DELETE FROM story_entity WHERE story = ? AND entity = ?');
  const changeStoryMentions = query(db, 'UPDATE story SET mentions = mentions + ?2 WHERE row = ?1');
  const changeRelation = query<{ row: number; sentences: number }>(
    db,
    `INSERT INTO relation (kind, status, subject, object, sentences, articles) VALUES (?, ?, ?, ?, 1, 0)
     ON CONFLICT (subject, object, kind, status) DO UPDATE SET sentences = sentences + 1 RETURNING row, sentences`,
  );
  const growRelationArticles = query(db, 'UPDATE relation SET articles = articles + 1 WHERE row = ?');
  const shrinkRelation = query<{ sentences: number }>(
    db,
    'UPDATE relation SET sentences = sentences - ?2, articles = articles - 1 WHERE row = ?1 RETURNING sentences',
  );
  const dropRelation = query(db, 'DELETE FROM relation WHERE row = ?');
  const insertEvidence = query(
    db,
    `INSERT INTO relation_evidence (relation, article, sentence, subject_start, subject_end, object_start, object_end, rule, confidence, attributes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertReading = query(db, 'INSERT INTO article_reading (article, mentions, relations, sentences, names) VALUES (?, ?, ?, ?, ?)');
  const readWith = query(db, 'UPDATE article SET read_with = ?2 WHERE seq = ?1');
  const setSentences = query(db, 'UPDATE article_text SET sentences = ?2 WHERE article = ?1');
  const insertCorrected = query(db, 'INSERT INTO corrected (entry, article) VALUES (?, ?)');
  const knownReason = query<{ row: number }>(db, 'SELECT row FROM reason WHERE text = ?');
  const insertReason = query(db, 'INSERT INTO reason (text) VALUES (?)');
  const changeTrait = query(
    db,
    'INSERT INTO trait (identity, value, articles) VALUES (?, ?, ?) ON CONFLICT (identity, value) DO UPDATE SET articles = articles + excluded.articles',
  );
  const dropTraits = query(db, 'DELETE FROM trait WHERE identity = ? AND articles <= 0');
  const changeKnownName = query<{ articles: number }>(
    db,
    `INSERT INTO known_name (class, key, identity, reason, articles) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (class, key, identity, reason) DO UPDATE SET articles = articles + excluded.articles RETURNING articles`,
  );
  const dropKnownName = query(db, 'DELETE FROM known_name WHERE class = ? AND key = ? AND identity = ? AND reason = ?');

  const mentionsIn = query<{ entity: number; type: EntityType; start: number; end: number; sentence: number; alias: SpellingReason }>(
    db,
    'SELECT entity, type, start, end, sentence, alias FROM mention WHERE article = ? ORDER BY start',
  );
  const storedText = query<{ text: string }>(db, 'SELECT text FROM article_text WHERE article = ?');
  const storedNames = query<{ names: string }>(db, 'SELECT names FROM article_reading WHERE article = ?');
  const statedIn = query<{ relation: number; sentences: number }>(
    db,
    'SELECT relation, count(*) AS sentences FROM relation_evidence WHERE article = ? GROUP BY relation',
  );
  const fullNames = query<{ name: string }>(db, 'SELECT name FROM alias WHERE entity = ? AND full > 0 ORDER BY full DESC, name');
  const storedFull = query<{ full_name: string | null }>(db, 'SELECT full_name FROM article_entity WHERE entity = ? AND article = ?');
  const removals = [
    'DELETE FROM relation_evidence WHERE article = ?',
    'DELETE FROM mention WHERE article = ?',
    'DELETE FROM article_reading WHERE article = ?',
    'DELETE FROM corrected WHERE article = ?',
  ].map((sql) => query(db, sql));
  const dropArticleEntity = query(db, 'DELETE FROM article_entity WHERE entity = ? AND article = ?');
  const touchIndex = query(db, 'INSERT INTO index_change (kind, number) VALUES (?, ?)');

  const standing = query<{ mentions: number; first: string | null; last: string | null }>(
    db,
    'SELECT mentions, first, last FROM entity WHERE row = ?',
  );
  const spanOf = query<{ first: string | null; last: string | null }>(
    db,
    `SELECT min(a.published) AS first, max(a.published) AS last FROM article_entity AS x JOIN article AS a ON a.seq = x.article
     WHERE x.entity = ?`,
  );
  const setSpan = query(db, 'UPDATE entity SET first = ?2, last = ?3 WHERE row = ?1');
  const emptyAliases = query<{ row: number }>(db, 'DELETE FROM alias WHERE entity = ? AND count <= 0 AND full <= 0 RETURNING row');
  const emptyTypes = query(db, 'DELETE FROM entity_type WHERE entity = ? AND count <= 0');
  const dropEntity = query(db, 'DELETE FROM entity WHERE row = ?');
  // An entity is called what most articles call it in full; all-capitals lose a tie, then the longer name wins.
  const nameEntity = query(
    db,
    `UPDATE entity SET
       name = (SELECT name FROM alias WHERE entity = ?1 ORDER BY full DESC, name = upper(name), length(name) DESC, name LIMIT 1),
       type = (SELECT type FROM entity_type WHERE entity = ?1 ORDER BY count DESC, type LIMIT 1)
     WHERE row = ?1`,
  );

  let tally: Tally = { entities: 0, relations: 0 };
  let touched = new Set<number>();
  let shrunk = new Map<number, string[]>();
  let emptyRelations = new Set<number>();
  let thinned = new Set<number>();
  let loose = new Map<string, LooseName>();
  const reasons = new Map<string, number>();
  /** Rows that are known to be in `entity`. */
  const standingRows = new Set<number>();

  const reasonRow = (text: string): number => {
    const known = reasons.get(text) ?? knownReason.get(text)?.row ?? insertReason.run(text);
    if (reasons.size > rememberedReasons) reasons.clear();
    reasons.set(text, known);
    return known;
  };

  const loosen = (kind: string, key: string): void => void loose.set(`${kind}:${key}`, { class: kind, key });

  /** Adds to, or takes from, what articles say of the identities that an article names. */
  const changeTraits = (names: readonly NameRecord[], change: 1 | -1): void => {
    for (const { identity, traits } of names) {
      for (const value of traits) changeTrait.run(identity, value, change);
      if (change === -1) thinned.add(identity);
    }
  };

  /** The same for the other names that they are given. */
  const changeClaims = (names: readonly NameRecord[], change: 1 | -1): void => {
    for (const { class: kind, identity, claims } of names) {
      for (const [key, reason] of claims) {
        forgetCandidates(kind, key);
        const articles = changeKnownName.get(kind, key, identity, reason, change)?.articles;
        if (articles !== undefined && articles <= 0) dropKnownName.run(kind, key, identity, reason);
        if (joiningReasons.includes(reason) && articles === (change === 1 ? 1 : 0)) loosen(kind, key);
      }
    }
  };

  const noReasons = spellingReasons.map(() => 0);
  /** Adds how an article spells an entity, or takes it out; the fullest name need be no spelling of its own. */
  const changeSpellings = (
    entity: number,
    spellings: ReadonlyMap<string, { count: number; as: number[] }>,
    full: string | undefined,
    change: 1 | -1,
  ): void => {
    for (const [name, { count, as }] of spellings) {
      changeAlias.run(entity, name, change * count, name === full ? change : 0, ...as.map((mentions) => change * mentions));
    }
    if (full !== undefined && !spellings.has(full)) changeAlias.run(entity, full, 0, change, ...noReasons);
  };

  const addEntity = (entity: EntityRecord, { seq, story, published }: FindingPlace): void => {
    const { row } = entity;
    if (!standingRows.has(row) && entityExists.get(row) === undefined) {
      insertEntity.run(row, entity.id, entity.class, entity.key, entity.mentions[0]?.type ?? 'company', entity.name);
      tally.entities += 1;
    }
    if (standingRows.size > rememberedRows) standingRows.clear();
    standingRows.add(row);
    changeSpellings(row, spellingsOf(entity.mentions), entity.name, 1);
    for (const [type, count] of countsOf(entity.mentions.map(({ type }) => type))) changeType.run(row, type, count);
    for (const { start, end, type, sentence, confidence, alias } of entity.mentions) {
      insertMention.run(seq, start, end, row, type, sentence, confidence, alias);
    }
    const count = entity.mentions.length;
    insertArticleEntity.run(row, seq, count, entity.why === null ? null : reasonRow(entity.why), entity.name);
    const sentences = new Set(entity.mentions.map(({ sentence }) => sentence)).size;
    const firstInStory = growStoryEntity.get(story, row, sentences, count)?.articles === 1;
    const lost = shrunk.get(row);
    const at = published === null ? -1 : (lost?.indexOf(published) ?? -1);
    if (at >= 0) lost?.splice(at, 1);
    changeEntity.run(row, 1, firstInStory ? 1 : 0, count, published);
    touched.add(row);
  };

  const addRelations = (relations: readonly RelationRecord[], seq: number): void => {
    const inArticle = new Set<number>();
    for (const relation of relations) {
      const grown = changeRelation.get(relation.kind, relation.status, relation.subject, relation.object);
      if (grown === undefined) continue;
      if (grown.sentences === 1 && !emptyRelations.delete(grown.row)) tally.relations += 1;
      if (!inArticle.has(grown.row)) growRelationArticles.run(grown.row);
      inArticle.add(grown.row);
      const { subjectSpan, objectSpan, attributes } = relation;
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
        Object.keys(attributes).length === 0 ? null : JSON.stringify(attributes),
      );
    }
  };

  const mentionTotal = ({ entities }: Findings): number => entities.reduce((sum, { mentions }) => sum + mentions.length, 0);

  /** Puts the findings of an article in, of which the library has none. */
  const add = (place: FindingPlace, findings: Findings): void => {
    const { seq, story } = place;
    const { entities, relations, reading, names, corrected } = findings;
    for (const entity of entities) addEntity(entity, place);
    addRelations(relations, seq);
    changeStoryMentions.run(story, mentionTotal(findings));
    const packed = packReading(reading, names);
    insertReading.run(seq, packed.mentions, packed.relations, packed.sentences, packed.names);
    readWith.run(seq, reading.version);
    for (const entry of corrected) insertCorrected.run(entry, seq);
    changeTraits(names, 1);
    changeClaims(names, 1);
    countPairs(
      place,
      entities.map(({ row, mentions }) => ({ entity: row, sentences: mentions.map(({ sentence }) => sentence) })),
      relations.map(({ subject, object }) => ({ subject, object })),
    );
  };

  /** The fullest name that the article gives an entity; the likeliest of its spellings where that was not noted yet. */
  const fullNameOf = (entity: number, seq: number, spellings: ReadonlyMap<string, unknown>): string | undefined =>
    storedFull.get(entity, seq)?.full_name ?? fullNames.all(entity).find(({ name }) => spellings.has(name))?.name;

  /**
   * Takes everything out that was found in an article, but for the other names that it gives: taking those out and in again would part and
   * join for nothing. Answers them, with the entities that it named.
   */
  const remove = (place: FindingPlace): { entities: Set<number>; names: NameRecord[] } => {
    const { seq, story, published } = place;
    uncountPairs(place);
    const text = storedText.get(seq)?.text ?? '';
    const byEntity = new Map<number, ReturnType<typeof mentionsIn.all>>();
    for (const mention of mentionsIn.all(seq)) {
      const there = byEntity.get(mention.entity);
      if (there === undefined) byEntity.set(mention.entity, [mention]);
      else there.push(mention);
    }
    for (const [entity, mentions] of byEntity) {
      const spellings = spellingsOf(mentions.map(({ start, end, alias }) => ({ text: text.slice(start, end), alias })));
      changeSpellings(entity, spellings, fullNameOf(entity, seq, spellings), -1);
      for (const [type, count] of countsOf(mentions.map(({ type }) => type))) changeType.run(entity, type, -count);
      const sentences = new Set(mentions.map(({ sentence }) => sentence)).size;
      const left = shrinkStoryEntity.get(story, entity, sentences, mentions.length)?.articles ?? 0;
      if (left <= 0) dropStoryEntity.run(story, entity);
      changeEntity.run(entity, -1, left <= 0 ? -1 : 0, -mentions.length, null);
      dropArticleEntity.run(entity, seq);
      touched.add(entity);
      shrunk.set(entity, [...(shrunk.get(entity) ?? []), ...(published === null ? [] : [published])]);
    }
    changeStoryMentions.run(story, -[...byEntity.values()].reduce((sum, mentions) => sum + mentions.length, 0));
    for (const { relation, sentences } of statedIn.all(seq)) {
      if ((shrinkRelation.get(relation, sentences)?.sentences ?? 0) <= 0) emptyRelations.add(relation);
    }
    const packed = storedNames.get(seq)?.names;
    const names = packed === undefined ? [] : unpackNames(packed);
    changeTraits(names, -1);
    for (const removal of removals) removal.run(seq);
    return { entities: new Set(byEntity.keys()), names };
  };

  const settleShrunk = (): void => {
    for (const [row, lost] of shrunk) {
      for (const { row: alias } of emptyAliases.all(row)) touchIndex.run('alias', alias);
      emptyTypes.run(row);
      const now = standing.get(row);
      if (now === undefined) continue;
      if (now.mentions <= 0) {
        dropEntity.run(row);
        standingRows.delete(row);
        touched.delete(row);
        tally.entities -= 1;
      } else if (lost.some((day) => day === now.first || day === now.last)) {
        const { first = null, last = null } = spanOf.get(row) ?? {};
        setSpan.run(row, first, last);
      }
    }
  };

  const forget = (): void => {
    touched = new Set();
    shrunk = new Map();
    emptyRelations = new Set();
    thinned = new Set();
    loose = new Map();
  };

  return {
    add,
    /** Replaces what was found in an article by what `find` then answers; see `replaceFindings` of the store. */
    replace: (place: FindingPlace, find: () => Findings): void => {
      const before = remove(place);
      // What the article itself has said must not speak for what is decided of it now.
      const findings = find();
      add(place, findings);
      changeClaims(before.names, -1);
      setSentences.run(place.seq, packSpans(findings.sentences));
      const after = new Set(findings.entities.map(({ row }) => row));
      if (after.size !== before.entities.size || [...after].some((row) => !before.entities.has(row))) touchIndex.run('article', place.seq);
    },
    /** Names by which articles have begun, or ceased, to join identities since this was last asked. */
    looseNames: (): LooseName[] => {
      const taken = [...loose.values()];
      loose = new Map();
      return taken;
    },
    /** Has `looseNames` tell of a name though no article has changed what it says of it. */
    loosen,
    /** Entities and relations gained so far, less those that are gone; counts up as long as the library is open. */
    tally: (): Tally => ({ ...tally }),
    /** Brings everything in order at the end of a transaction. */
    settle: (): void => {
      flushPairs();
      for (const row of emptyRelations) {
        dropRelation.run(row);
        tally.relations -= 1;
      }
      for (const identity of thinned) dropTraits.run(identity);
      settleShrunk();
      for (const row of touched) nameEntity.run(row);
      forget();
    },
    /** Forgets what a transaction that failed has noted; the tally is what it was `before`. */
    forget: (before: Tally): void => {
      tally = { ...before };
      standingRows.clear();
      reasons.clear();
      forgetCandidates();
      forget();
    },
  };
};
