import type { DatabaseSync } from 'node:sqlite';
import type { RelationAttributes } from '../../../shared/extraction.ts';
import type { ArticleRef, Span } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import { unpackSpans } from './articles.ts';
import { list, query } from './database.ts';
import type { NodeKey } from './nodes.ts';

/** A sentence that states a relation. `seq` is the article's number, `sentence` counts from 0 in it. */
export interface StatedRow {
  seq: number;
  sentence: number;
  kind: RelationKind;
  status: RelationStatus;
  subject: NodeKey;
  object: NodeKey;
  /** The mentions that stand for the two ends; one may lie outside the sentence ("it", "the company"). */
  subjectStart: number;
  subjectEnd: number;
  objectStart: number;
  objectEnd: number;
  rule: string;
  confidence: number;
  attributes: RelationAttributes;
}

/** The same with when, by whom and of which story it was published. */
export interface StatedReportRow extends StatedRow {
  story: NodeKey;
  published: string | null;
  publisher: string | null;
}

/** A mention of an entity in an article. */
export interface NamedRow extends Span {
  seq: number;
  entity: NodeKey;
  sentence: number;
}

type Packed<Row extends StatedRow> = Omit<Row, 'attributes'> & { attributes: string | null };

const unpackStated = <Row extends StatedRow>(row: Packed<Row>) => ({
  ...row,
  attributes: row.attributes === null ? {} : (JSON.parse(row.attributes) as RelationAttributes),
});

/** Reading what stands behind links. */
export const evidenceReads = (db: DatabaseSync) => {
  const statedColumns = `v.article AS seq, v.sentence, r.kind, r.status, r.subject, r.object, v.subject_start AS subjectStart,
    v.subject_end AS subjectEnd, v.object_start AS objectStart, v.object_end AS objectEnd, v.rule, v.confidence, v.attributes`;
  const stated = query<Packed<StatedReportRow>>(
    db,
    `SELECT ${statedColumns}, -a.story AS story, a.published, a.publisher
     FROM relation AS r JOIN relation_evidence AS v ON v.relation = r.row JOIN article AS a ON a.seq = v.article
     WHERE (r.subject = ?1 AND r.object = ?2) OR (r.subject = ?2 AND r.object = ?1)
     ORDER BY a.published DESC, a.seq DESC, v.sentence`,
  );
  const statedIn = query<Packed<StatedRow>>(
    db,
    `SELECT ${statedColumns} FROM relation_evidence AS v JOIN relation AS r ON r.row = v.relation
     WHERE v.article = ? ORDER BY v.sentence, r.row`,
  );
  // CROSS JOIN keeps the order: the rarer entity's articles first, the other's as look-ups.
  const common = query<{ seq: number }>(
    db,
    `SELECT x.article AS seq FROM article_entity AS x CROSS JOIN article_entity AS y ON y.entity = ?2 AND y.article = x.article
     CROSS JOIN article AS a ON a.seq = x.article WHERE x.entity = ?1 ORDER BY a.published DESC, a.seq DESC LIMIT ?3`,
  );
  const commonStories = query<{ stories: number }>(
    db,
    `SELECT count(DISTINCT a.story) AS stories FROM article_entity AS x CROSS JOIN article_entity AS y ON y.entity = ?2 AND y.article = x.article
     CROSS JOIN article AS a ON a.seq = x.article WHERE x.entity = ?1 AND a.seq NOT IN (SELECT value FROM json_each(?3))`,
  );
  const ofStory = query<{ seq: number }>(
    db,
    `SELECT a.seq FROM article AS a JOIN article_entity AS x ON x.entity = ?2 AND x.article = a.seq
     WHERE a.story = ?1 ORDER BY a.published DESC, a.seq DESC LIMIT ?3`,
  );
  const size = query<{ articles: number }>(db, 'SELECT articles FROM entity WHERE row = ?');
  const named = query<NamedRow>(
    db,
    `SELECT m.article AS seq, m.entity, m.start, m.end, m.sentence FROM json_each(?1) AS j CROSS JOIN mention AS m ON m.article = j.value
     WHERE m.entity IN (SELECT value FROM json_each(?2)) ORDER BY j.key, m.start`,
  );
  const texts = query<ArticleRef & { seq: number; text: string; sentences: string }>(
    db,
    `SELECT a.seq, a.id, a.title, a.publisher, a.author, a.published, s.id AS story, a.words, t.text, t.sentences
     FROM json_each(?) AS j JOIN article AS a ON a.seq = j.value JOIN story AS s ON s.row = a.story
     JOIN article_text AS t ON t.article = a.seq`,
  );
  const articlesAfter = query<{ seq: number }>(db, 'SELECT seq FROM article WHERE seq > ? ORDER BY seq LIMIT ?');
  const allNamed = query<NamedRow>(db, 'SELECT article AS seq, entity, start, end, sentence FROM mention WHERE article = ? ORDER BY start');

  const rarerFirst = (a: NodeKey, b: NodeKey): [rare: NodeKey, frequent: NodeKey] =>
    (size.get(a)?.articles ?? 0) <= (size.get(b)?.articles ?? 0) ? [a, b] : [b, a];

  return {
    /** All sentences that state a relation between two entities, newest first. */
    statedOf: (a: NodeKey, b: NodeKey): StatedReportRow[] => stated.all(a, b).map(unpackStated),
    /** All sentences of one article that state a relation. */
    statedIn: (seq: number): StatedRow[] => statedIn.all(seq).map(unpackStated),
    /** Articles that mention both entities, newest first. */
    articlesNaming: (a: NodeKey, b: NodeKey, limit: number): number[] => {
      const [rare, frequent] = rarerFirst(a, b);
      return common.all(rare, frequent, limit).map(({ seq }) => seq);
    },
    /** How many stories have an article that mentions both entities, but for some articles. */
    storiesNaming: (a: NodeKey, b: NodeKey, but: readonly number[]): number => {
      const [rare, frequent] = rarerFirst(a, b);
      return commonStories.get(rare, frequent, list(but))?.stories ?? 0;
    },
    /** Articles of a story that mention an entity, newest first. */
    reportsNaming: (story: NodeKey, entity: NodeKey, limit: number): number[] => ofStory.all(-story, entity, limit).map(({ seq }) => seq),
    /** Mentions of some entities in some articles: in the articles' order, then by place. */
    mentionsIn: (seqs: readonly number[], entities: readonly NodeKey[]): NamedRow[] => named.all(list(seqs), list(entities)),
    /** All mentions of an article, by place. */
    allMentionsIn: (seq: number): NamedRow[] => allNamed.all(seq),
    /** Articles with their texts and sentences, by number. */
    textsOf: (seqs: readonly number[]): Map<number, { article: ArticleRef; text: string; sentences: Span[] }> =>
      new Map(
        texts.all(list(seqs)).map(({ seq, text, sentences, ...article }) => [seq, { article, text, sentences: unpackSpans(sentences) }]),
      ),
    /** Numbers of articles above `afterSeq`, ascending. */
    articlesAfter: (afterSeq: number, limit: number): number[] => articlesAfter.all(afterSeq, limit).map(({ seq }) => seq),
  };
};

export type EvidenceReads = ReturnType<typeof evidenceReads>;
