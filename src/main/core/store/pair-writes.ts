import type { DatabaseSync } from 'node:sqlite';
import { query } from './database.ts';
import { type ArticlePair, type Occurrence, pairsOfArticle } from './pairs.ts';

interface PendingPair {
  articles: number;
  near: number;
  sentences: number;
  relations: number;
  stories: number;
  first: string | null;
  last: string | null;
  /** Dates of articles that no longer connect the two: the span may have to be found again. */
  lost: string[];
}

/** Both rows of a pair in one exact number: 26 bits each. */
const span = 2 ** 26;
const codeOf = ({ a, b }: ArticlePair): number => a * span + b;

/** How many stories' pairs are remembered: an article joins a story of the last days far more often than an older one. */
const rememberedStories = 256;

/**
 * Counts pairs while articles come in and writes them when told: a batch of 20 articles repeats a tenth of its pairs, and
 * sorted keys touch each page of the index once.
 */
export const pairWrites = (db: DatabaseSync) => {
  const upsert = query(
    db,
    `INSERT INTO pair (a, b, articles, near, sentences, relations, stories, first, last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (a, b) DO UPDATE SET articles = articles + excluded.articles, near = near + excluded.near,
       sentences = sentences + excluded.sentences, relations = relations + excluded.relations, stories = stories + excluded.stories,
       first = coalesce(min(first, excluded.first), first, excluded.first), last = coalesce(max(last, excluded.last), last, excluded.last)`,
  );
  const occurrences = query<{ entity: number; sentences: string }>(
    db,
    'SELECT entity, group_concat(sentence, char(32)) AS sentences FROM mention WHERE article = ? GROUP BY entity',
  );
  const relations = query<{ subject: number; object: number }>(
    db,
    'SELECT r.subject, r.object FROM relation_evidence AS e JOIN relation AS r ON r.row = e.relation WHERE e.article = ?',
  );
  const siblings = query<{ seq: number }>(db, 'SELECT seq FROM article WHERE story = ? AND seq <> ?');
  const spanOf = query<{ articles: number; first: string | null; last: string | null }>(
    db,
    'SELECT articles, first, last FROM pair WHERE a = ? AND b = ?',
  );
  const drop = query(db, 'DELETE FROM pair WHERE a = ? AND b = ?');
  const setSpan = query(db, 'UPDATE pair SET first = ?3, last = ?4 WHERE a = ?1 AND b = ?2');
  const commonArticles = (order: 'ASC' | 'DESC') =>
    query<{ seq: number; published: string }>(
      db,
      `SELECT x.article AS seq, a.published FROM article_entity AS x JOIN article_entity AS y ON y.entity = ?2 AND y.article = x.article
       JOIN article AS a ON a.seq = x.article WHERE x.entity = ?1 AND a.published IS NOT NULL ORDER BY a.published ${order}`,
    );
  const oldestCommon = commonArticles('ASC');
  const newestCommon = commonArticles('DESC');
  const every = query<{ seq: number; story: number; published: string | null }>(
    db,
    'SELECT seq, story, published FROM article WHERE seq > ? ORDER BY seq LIMIT 500',
  );

  let pending = new Map<number, PendingPair>();
  /** For each story that was met, how many of its articles connect each pair. */
  const storyPairs = new Map<number, Map<number, number>>();

  const storedPairs = (article: number): ArticlePair[] => {
    const named: Occurrence[] = occurrences.all(article).map(({ entity, sentences }) => ({
      entity,
      sentences: sentences
        .split(' ')
        .map(Number)
        .sort((left, right) => left - right),
    }));
    return pairsOfArticle(named, relations.all(article));
  };

  /** How many articles of the story connect each pair, but for `except`. */
  const pairsOfStory = (story: number, except: number, isNew: boolean): Map<number, number> => {
    const known = storyPairs.get(story);
    if (known !== undefined) {
      storyPairs.delete(story);
      storyPairs.set(story, known);
      return known;
    }
    const codes = new Map<number, number>();
    if (!isNew) {
      for (const { seq } of siblings.all(story, except)) {
        for (const pair of storedPairs(seq)) codes.set(codeOf(pair), (codes.get(codeOf(pair)) ?? 0) + 1);
      }
    }
    storyPairs.set(story, codes);
    const oldest = storyPairs.size > rememberedStories ? storyPairs.keys().next().value : undefined;
    if (oldest !== undefined) storyPairs.delete(oldest);
    return codes;
  };

  const pendingOf = (code: number): PendingPair => {
    const known = pending.get(code);
    if (known !== undefined) return known;
    const sum = { articles: 0, near: 0, sentences: 0, relations: 0, stories: 0, first: null, last: null, lost: [] };
    pending.set(code, sum);
    return sum;
  };

  const date = (sum: PendingPair, published: string): void => {
    if (sum.first === null || published < sum.first) sum.first = published;
    if (sum.last === null || published > sum.last) sum.last = published;
  };

  /** A date that was lost in this transaction and comes again (an article made anew) leaves the span as it was. */
  const regain = (sum: PendingPair, published: string): void => {
    const at = sum.lost.indexOf(published);
    if (at >= 0) sum.lost.splice(at, 1);
    else date(sum, published);
  };

  const count = (pairs: readonly ArticlePair[], inStory: Map<number, number>, published: string | null): void => {
    for (const pair of pairs) {
      const code = codeOf(pair);
      const sum = pendingOf(code);
      sum.articles += 1;
      sum.near += pair.sentences > 0 ? 1 : 0;
      sum.sentences += pair.sentences;
      sum.relations += pair.relations;
      const reports = inStory.get(code) ?? 0;
      inStory.set(code, reports + 1);
      if (reports === 0) sum.stories += 1;
      if (published !== null) regain(sum, published);
    }
  };

  const uncount = (pairs: readonly ArticlePair[], inStory: Map<number, number>, published: string | null): void => {
    for (const pair of pairs) {
      const code = codeOf(pair);
      const sum = pendingOf(code);
      sum.articles -= 1;
      sum.near -= pair.sentences > 0 ? 1 : 0;
      sum.sentences -= pair.sentences;
      sum.relations -= pair.relations;
      const reports = (inStory.get(code) ?? 1) - 1;
      if (reports === 0) {
        inStory.delete(code);
        sum.stories -= 1;
      } else inStory.set(code, reports);
      if (published !== null) sum.lost.push(published);
    }
  };

  /** Whether an article is one of those that connect two entities: of a directory only some pairs count. */
  const connects = (seq: number, a: number, b: number): boolean => storedPairs(seq).some((pair) => pair.a === a && pair.b === b);

  /** Puts right what upserting can't: pairs that nothing connects any more go, and spans are found again where an end is gone. */
  const mend = (a: number, b: number, lost: readonly string[]): void => {
    const row = spanOf.get(a, b);
    if (row === undefined) return;
    if (row.articles <= 0) {
      drop.run(a, b);
      return;
    }
    if (!lost.some((day) => day === row.first || day === row.last)) return;
    const first = oldestCommon.all(a, b).find(({ seq }) => connects(seq, a, b))?.published ?? null;
    const last = newestCommon.all(a, b).find(({ seq }) => connects(seq, a, b))?.published ?? null;
    setSpan.run(a, b, first, last);
  };

  const flush = (): void => {
    const shrunk: [a: number, b: number, lost: readonly string[]][] = [];
    for (const [code, sum] of [...pending].sort(([left], [right]) => left - right)) {
      const { articles, near, sentences, relations: stated, stories, first, last, lost } = sum;
      const same = [articles, near, sentences, stated, stories, lost.length].every((change) => change === 0);
      if (same && first === null && last === null) continue;
      const [a, b] = [Math.floor(code / span), code % span];
      upsert.run(a, b, articles, near, sentences, stated, stories, first, last);
      if (articles < 0 || lost.length > 0) shrunk.push([a, b, lost]);
    }
    pending = new Map();
    for (const [a, b, lost] of shrunk) mend(a, b, lost);
  };

  /** Forgets what was counted and not written. */
  const forget = (): void => {
    pending = new Map();
    storyPairs.clear();
  };

  return {
    /** Counts the pairs of one article just stored, of a new story or one that has articles. */
    countPairs: (
      article: { seq: number; story: number; newStory: boolean; published: string | null },
      named: readonly Occurrence[],
      stated: readonly { subject: number; object: number }[],
    ): void => count(pairsOfArticle(named, stated), pairsOfStory(article.story, article.seq, article.newStory), article.published),
    /**
     * Takes back the pairs of a stored article, before anything of it is changed; the way back for `countPairs`, which may follow for
     * the same article.
     */
    uncountPairs: (article: { seq: number; story: number; published: string | null }): void => {
      const stored = storedPairs(article.seq);
      uncount(stored, pairsOfStory(article.story, 0, false), article.published);
    },
    /** Notes the date of a stored article that had none, for the pairs that it connects. */
    datePairs: (seq: number, published: string): void => {
      for (const pair of storedPairs(seq)) date(pendingOf(codeOf(pair)), published);
    },
    /** Writes all that was counted. */
    flushPairs: flush,
    forgetPairs: forget,
    /** Counts all pairs anew from the mentions and relations of all articles, inside a transaction of the caller's. */
    recountPairs: (): void => {
      forget();
      db.exec('DELETE FROM pair');
      const seen = new Map<number, Map<number, number>>();
      for (let after = 0; ; ) {
        const articles = every.all(after);
        for (const { seq, story, published } of articles) {
          const inStory = seen.get(story) ?? new Map();
          seen.set(story, inStory);
          count(storedPairs(seq), inStory, published);
          after = seq;
        }
        flush();
        if (articles.length === 0) return;
      }
    },
  };
};
