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
  const every = query<{ seq: number; story: number; published: string | null }>(
    db,
    'SELECT seq, story, published FROM article WHERE seq > ? ORDER BY seq LIMIT 500',
  );

  let pending = new Map<number, PendingPair>();
  const storyPairs = new Map<number, Set<number>>();

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

  /** The pairs that other articles of the story have connected. */
  const pairsOfStory = (story: number, article: number, isNew: boolean): Set<number> => {
    const known = storyPairs.get(story);
    if (known !== undefined) {
      storyPairs.delete(story);
      storyPairs.set(story, known);
      return known;
    }
    const codes = new Set<number>();
    if (!isNew) for (const { seq } of siblings.all(story, article)) for (const pair of storedPairs(seq)) codes.add(codeOf(pair));
    storyPairs.set(story, codes);
    const oldest = storyPairs.size > rememberedStories ? storyPairs.keys().next().value : undefined;
    if (oldest !== undefined) storyPairs.delete(oldest);
    return codes;
  };

  const pendingOf = (code: number): PendingPair => {
    const known = pending.get(code);
    if (known !== undefined) return known;
    const sum = { articles: 0, near: 0, sentences: 0, relations: 0, stories: 0, first: null, last: null };
    pending.set(code, sum);
    return sum;
  };

  const date = (sum: PendingPair, published: string): void => {
    if (sum.first === null || published < sum.first) sum.first = published;
    if (sum.last === null || published > sum.last) sum.last = published;
  };

  const count = (pairs: readonly ArticlePair[], inStory: Set<number>, published: string | null): void => {
    for (const pair of pairs) {
      const code = codeOf(pair);
      const sum = pendingOf(code);
      sum.articles += 1;
      sum.near += pair.sentences > 0 ? 1 : 0;
      sum.sentences += pair.sentences;
      sum.relations += pair.relations;
      if (!inStory.has(code)) {
        inStory.add(code);
        sum.stories += 1;
      }
      if (published !== null) date(sum, published);
    }
  };

  const flush = (): void => {
    for (const [code, sum] of [...pending].sort(([left], [right]) => left - right)) {
      const { articles, near, sentences, relations: stated, stories, first, last } = sum;
      upsert.run(Math.floor(code / span), code % span, articles, near, sentences, stated, stories, first, last);
    }
    pending = new Map();
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
      const seen = new Map<number, Set<number>>();
      for (let after = 0; ; ) {
        const articles = every.all(after);
        for (const { seq, story, published } of articles) {
          const inStory = seen.get(story) ?? new Set();
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
