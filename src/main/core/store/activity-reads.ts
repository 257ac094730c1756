import type { DatabaseSync } from 'node:sqlite';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import { list, query } from './database.ts';
import type { NodeKey } from './nodes.ts';
import { fullPairingLimit, type Occurrence, pairsOfArticle, sharedSentences } from './pairs.ts';

/** When, by whom and of which story an article was published, and when it came into the library. */
export interface ReportRow {
  seq: number;
  story: NodeKey;
  published: string | null;
  publisher: string | null;
  importedAt: string;
}

/** One article that bears out a link; `a` is the lower key. */
export interface SupportRow {
  seq: number;
  a: NodeKey;
  b: NodeKey;
  /** Sentences that name both; for a story, those that name the entity. */
  sentences: number;
}

/** One kind of statement about two entities, with the article of each sentence that makes it. */
export interface StatementRow {
  kind: RelationKind;
  status: RelationStatus;
  subject: NodeKey;
  object: NodeKey;
  articles: number[];
}

/** Links by their lower key, and then by their higher one. */
export type Links = ReadonlyMap<NodeKey, ReadonlySet<NodeKey>>;

/** Reading which articles bear out which links. Rows come packed as JSON arrays, which is several times as fast as one by one. */
export const activityReads = (db: DatabaseSync) => {
  const ofEntity = query<{ seqs: string }>(db, 'SELECT json_group_array(article) AS seqs FROM article_entity WHERE entity = ?');
  const ofStory = query<{ seqs: string }>(db, 'SELECT json_group_array(seq) AS seqs FROM article WHERE story = ?');
  const reports = query<ReportRow>(
    db,
    `SELECT a.seq, -a.story AS story, a.published, a.publisher, a.imported_at AS importedAt
     FROM json_each(?) AS j CROSS JOIN article AS a ON a.seq = j.value`,
  );
  const mentions = query<{ seq: number; story: NodeKey; entities: string; sentences: string }>(
    db,
    `SELECT a.seq, -a.story AS story, json_group_array(m.entity) AS entities, json_group_array(m.sentence) AS sentences
     FROM json_each(?) AS j CROSS JOIN article AS a ON a.seq = j.value CROSS JOIN mention AS m ON m.article = a.seq GROUP BY a.seq`,
  );
  const statedIn = query<{ subject: NodeKey; object: NodeKey }>(
    db,
    'SELECT r.subject, r.object FROM relation_evidence AS e JOIN relation AS r ON r.row = e.relation WHERE e.article = ?',
  );
  const statements = query<Omit<StatementRow, 'articles'> & { articles: string }>(
    db,
    `SELECT r.kind, r.status, r.subject, r.object, json_group_array(v.article) AS articles
     FROM json_each(?1) AS j CROSS JOIN relation AS r ON r.subject = j.value CROSS JOIN relation_evidence AS v ON v.relation = r.row
     WHERE +r.object IN (SELECT value FROM json_each(?2)) GROUP BY r.row`,
  );

  /** Each entity of an article with the numbers of its sentences, ascending. */
  const occurrencesIn = (entities: readonly number[], sentences: readonly number[]): Map<NodeKey, number[]> => {
    const named = new Map<NodeKey, number[]>();
    for (const [at, entity] of entities.entries()) {
      const there = named.get(entity);
      const sentence = sentences[at] ?? 0;
      if (there === undefined) named.set(entity, [sentence]);
      else there.push(sentence);
    }
    for (const numbers of named.values()) if (numbers.length > 1) numbers.sort((left, right) => left - right);
    return named;
  };

  /** The wanted links of an article that names few enough entities for each to go with each. */
  const plainSupport = (seq: number, named: ReadonlyMap<NodeKey, number[]>, links: Links): SupportRow[] => {
    const found: SupportRow[] = [];
    for (const [a, left] of named) {
      const others = links.get(a);
      if (others === undefined) continue;
      // Whichever is fewer is gone through.
      for (const b of others.size < named.size ? others : named.keys()) {
        const right = named.get(b);
        if (right !== undefined && others.has(b)) found.push({ seq, a, b, sentences: sharedSentences(left, right) });
      }
    }
    return found;
  };

  /** The same for a directory or a list of results, of which only some pairs count. */
  const chosenSupport = (seq: number, named: ReadonlyMap<NodeKey, number[]>, links: Links): SupportRow[] => {
    const occurrences = [...named].map(([entity, sentences]): Occurrence => ({ entity, sentences }));
    return pairsOfArticle(occurrences, statedIn.all(seq)).flatMap(({ a, b, sentences }) =>
      links.get(a)?.has(b) ? [{ seq, a, b, sentences }] : [],
    );
  };

  const storySupport = (seq: number, story: NodeKey, named: ReadonlyMap<NodeKey, number[]>, links: Links): SupportRow[] =>
    [...(links.get(story) ?? [])].flatMap((entity) => {
      const sentences = named.get(entity);
      return sentences === undefined ? [] : [{ seq, a: story, b: entity, sentences: new Set(sentences).size }];
    });

  return {
    /** Numbers of all articles that mention an entity, or report a story. */
    articlesOf: (key: NodeKey): number[] => JSON.parse((key > 0 ? ofEntity.get(key) : ofStory.get(-key))?.seqs ?? '[]') as number[],
    /** When and by whom articles were published. */
    reportsOf: (seqs: readonly number[]): ReportRow[] => reports.all(list(seqs)).map((row) => ({ ...row })),
    /** Which of some links each article bears out, counted as the links themselves are. */
    supportsIn: (seqs: readonly number[], links: Links): SupportRow[] =>
      mentions.all(list(seqs)).flatMap(({ seq, story, entities, sentences }) => {
        const named = occurrencesIn(JSON.parse(entities) as number[], JSON.parse(sentences) as number[]);
        const pairs = named.size <= fullPairingLimit ? plainSupport(seq, named, links) : chosenSupport(seq, named, links);
        return links.has(story) ? [...pairs, ...storySupport(seq, story, named, links)] : pairs;
      }),
    /** What is stated of some subjects and some objects. */
    statementsOf: (subjects: readonly NodeKey[], objects: readonly NodeKey[]): StatementRow[] =>
      statements.all(list(subjects), list(objects)).map((row) => ({ ...row, articles: JSON.parse(row.articles) as number[] })),
  };
};

export type ActivityReads = ReturnType<typeof activityReads>;
