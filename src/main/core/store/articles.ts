import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, ArticleRef, Block, EntityId, EntityType, NodeId, Origin, Span, TextLink } from '../../../shared/model.ts';
import { isStoryId } from '../../../shared/model.ts';
import { list, query } from './database.ts';
import type { SpellingReason } from './records.ts';

/** Everything that is kept of one article's text. */
export interface ArticleText {
  text: string;
  blocks: Block[];
  links: TextLink[];
  sentences: Span[];
}

/** An article with what the reader needs besides its text. */
export interface ArticleRow extends ArticleRef {
  seq: number;
  address: string | null;
  addressKey: string | null;
  language: string | null;
  importedAt: string;
}

export interface MentionRow extends Span {
  entity: EntityId;
  type: EntityType;
}

/** A mention with what was decided of it. */
export interface DecidedMention extends Span {
  /** Row of the entity. */
  entity: number;
  /** As what it was read; may differ from the entity's type. */
  type: EntityType;
  confidence: number;
  alias: SpellingReason;
  /** How the article's name came to mean the entity, where it is more than the same name. */
  why: string | null;
}

/** Columns of an `ArticleRef`, for `article AS a` joined with `story AS s`. */
const refColumns = 'a.id, a.title, a.publisher, a.author, a.published, s.id AS story, a.words';
const refFrom = 'article AS a JOIN story AS s ON s.row = a.story';
/** Newest first; articles without a date come last, those imported last first. */
const newestFirst = 'a.published DESC, a.seq DESC';

const refOf = (row: ArticleRef): ArticleRef => ({
  id: row.id,
  title: row.title,
  publisher: row.publisher,
  author: row.author,
  published: row.published,
  story: row.story,
  words: row.words,
});

/** Sentences are kept as the gaps and lengths between their ends: a third of the size of spans. */
export const packSpans = (spans: readonly Span[]): string => {
  let at = 0;
  const steps: number[] = [];
  for (const { start, end } of spans) {
    steps.push(start - at, end - start);
    at = end;
  }
  return steps.join(' ');
};

/** The spans that `packSpans` wrote. */
export const unpackSpans = (packed: string): Span[] => {
  if (packed === '') return [];
  const steps = packed.split(' ').map(Number);
  const spans: Span[] = [];
  let at = 0;
  for (let index = 0; index + 1 < steps.length; index += 2) {
    const start = at + (steps[index] ?? 0);
    at = start + (steps[index + 1] ?? 0);
    spans.push({ start, end: at });
  }
  return spans;
};

/** Reading articles. Ids and numbers that the library lacks are left out of lists, and `null` for single questions. */
export const articleReads = (db: DatabaseSync) => {
  const byIds = query<ArticleRef>(
    db,
    `SELECT ${refColumns} FROM json_each(?) AS j JOIN article AS a ON a.id = j.value JOIN story AS s ON s.row = a.story ORDER BY j.key`,
  );
  const bySeqs = query<ArticleRef>(
    db,
    `SELECT ${refColumns} FROM json_each(?) AS j JOIN article AS a ON a.seq = j.value JOIN story AS s ON s.row = a.story ORDER BY j.key`,
  );
  const row = query<ArticleRow>(
    db,
    `SELECT a.seq, ${refColumns}, a.address, a.address_key AS addressKey, a.language, a.imported_at AS importedAt
     FROM ${refFrom} WHERE a.id = ?`,
  );
  const addresses = query<{ id: ArticleId; address: string }>(
    db,
    'SELECT a.id, a.address FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value WHERE a.address IS NOT NULL',
  );
  const seqOf = query<{ seq: number }>(db, 'SELECT seq FROM article WHERE id = ?');
  const body = query<{ text: string; blocks: string; links: string; sentences: string }>(
    db,
    'SELECT text, blocks, links, sentences FROM article_text WHERE article = ?',
  );
  const text = query<{ text: string }>(db, 'SELECT text FROM article_text WHERE article = ?');
  const origins = query<Origin>(db, 'SELECT place, part FROM origin WHERE article = ? ORDER BY place, part');
  const mentions = query<MentionRow>(
    db,
    `SELECT m.start, m.end, e.id AS entity, e.type FROM mention AS m JOIN entity AS e ON e.row = m.entity
     WHERE m.article = ? ORDER BY m.start, m.end`,
  );
  const decided = query<DecidedMention>(
    db,
    `SELECT m.start, m.end, m.entity, m.type, m.confidence, m.alias, w.text AS why FROM mention AS m
     JOIN article_entity AS x ON x.entity = m.entity AND x.article = m.article
     LEFT JOIN reason AS w ON w.row = x.why WHERE m.article = ? ORDER BY m.start, m.end`,
  );
  const newest = query<ArticleRef>(db, `SELECT ${refColumns} FROM ${refFrom} ORDER BY ${newestFirst} LIMIT ? OFFSET ?`);
  const newestOfEntity = query<ArticleRef>(
    db,
    `SELECT ${refColumns} FROM entity AS e JOIN article_entity AS ae ON ae.entity = e.row JOIN article AS a ON a.seq = ae.article
     JOIN story AS s ON s.row = a.story WHERE e.id = ? ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
  );
  const newestOfStory = query<ArticleRef>(
    db,
    `SELECT ${refColumns} FROM ${refFrom} WHERE s.id = ? ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
  );
  const total = query<{ total: number }>(db, 'SELECT count(*) AS total FROM article');
  const totalOfEntity = query<{ total: number }>(db, 'SELECT articles AS total FROM entity WHERE id = ?');
  const totalOfStory = query<{ total: number }>(db, 'SELECT articles AS total FROM story WHERE id = ?');
  const byAddress = query<{ key: string; id: ArticleId }>(
    db,
    `SELECT a.address_key AS key, min(a.id) AS id FROM json_each(?) AS j JOIN article AS a ON a.address_key = j.value GROUP BY a.address_key`,
  );
  const linkingHere = query<ArticleRef>(
    db,
    `SELECT DISTINCT ${refColumns}, a.seq FROM article_link AS l JOIN article AS a ON a.seq = l.article JOIN story AS s ON s.row = a.story
     WHERE l.address_key = ? AND a.id <> ? ORDER BY ${newestFirst} LIMIT ?`,
  );
  const sharing = query<{ id: ArticleId; entities: string }>(
    db,
    `SELECT a.id, group_concat(ae.entity, ' ') AS entities FROM json_each(?) AS j
     CROSS JOIN article_entity AS ae ON ae.entity = json_extract(j.value, '$[0]') JOIN article AS a ON a.seq = ae.article
     WHERE ae.article <> ? GROUP BY ae.article ORDER BY sum(json_extract(j.value, '$[1]')) DESC, a.published DESC, a.seq DESC LIMIT ?`,
  );

  return {
    /** The articles with these ids, in that order. */
    articleRefs: (ids: readonly ArticleId[]): ArticleRef[] => byIds.all(list(ids)).map(refOf),
    /** The articles with these numbers (see `articlesForIndex`), in that order. */
    articleRefsBySeq: (seqs: readonly number[]): ArticleRef[] => bySeqs.all(list(seqs)).map(refOf),
    /** The whole text of an article by its number. */
    textBySeq: (seq: number): string | null => text.get(seq)?.text ?? null,
    hasArticle: (id: ArticleId): boolean => seqOf.get(id) !== undefined,
    articleRow: (id: ArticleId): ArticleRow | null => {
      const found = row.get(id);
      return found === undefined ? null : { ...found };
    },
    articleText: (seq: number): ArticleText | null => {
      const found = body.get(seq);
      if (found === undefined) return null;
      return {
        text: found.text,
        blocks: JSON.parse(found.blocks) as Block[],
        links: JSON.parse(found.links) as TextLink[],
        sentences: unpackSpans(found.sentences),
      };
    },
    originsOf: (seq: number): Origin[] => origins.all(seq).map(({ place, part }) => ({ place, part })),
    mentionsOf: (seq: number): MentionRow[] => mentions.all(seq).map((mention) => ({ ...mention })),
    /** The mentions of an article with what was decided of each, by place. */
    decidedIn: (seq: number): DecidedMention[] => decided.all(seq).map((mention) => ({ ...mention })),
    /** Articles, newest first: all, or those that mention a node. */
    newestArticles: (node: NodeId | null, offset: number, limit: number): { items: ArticleRef[]; total: number } => {
      const [items, count] =
        node === null
          ? [newest.all(limit, offset), total.get()]
          : isStoryId(node)
            ? [newestOfStory.all(node, limit, offset), totalOfStory.get(node)]
            : [newestOfEntity.all(node, limit, offset), totalOfEntity.get(node)];
      return { items: items.map(refOf), total: count?.total ?? 0 };
    },
    /** The addresses of those articles that have one. */
    addressesOf: (ids: readonly ArticleId[]): Map<ArticleId, string> =>
      new Map(addresses.all(list(ids)).map(({ id, address }) => [id, address])),
    /** Which of these normalised addresses are articles of the library. */
    articlesAt: (addressKeys: readonly string[]): Map<string, ArticleId> =>
      new Map(byAddress.all(list(addressKeys)).map(({ key, id }) => [key, id])),
    /** Articles that link to a normalised address, newest first, but for the one at that address. */
    articlesLinkingTo: (addressKey: string, except: ArticleId, limit: number): ArticleRef[] =>
      linkingHere.all(addressKey, except, limit).map(refOf),
    /** Articles other than `seq` that mention the most of the given entities by weight, with the rows of those they share. */
    articlesSharing: (
      weights: readonly { row: number; weight: number }[],
      seq: number,
      limit: number,
    ): { id: ArticleId; entities: number[] }[] =>
      sharing
        .all(JSON.stringify(weights.map(({ row: entity, weight }) => [entity, weight])), seq, limit)
        .map(({ id, entities }) => ({ id, entities: entities.split(' ').map(Number) })),
  };
};

export type ArticleReads = ReturnType<typeof articleReads>;
