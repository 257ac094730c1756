import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, Origin } from '../../../shared/model.ts';
import { packSpans } from './articles.ts';
import { query, rollBack } from './database.ts';
import { plainly } from './errors.ts';
import { factWrites } from './fact-writes.ts';
import { findingWrites, type LooseName, type Tally } from './finding-writes.ts';
import { pairWrites } from './pair-writes.ts';
import type { ArticleRecord, Findings } from './records.ts';

/** Changing the library. All of these must run inside `transaction`. */
export const storeWrites = (db: DatabaseSync, changed: () => void, forgetCandidates: (kind?: string, key?: string) => void) => {
  const seqOf = query<{ seq: number }>(db, 'SELECT seq FROM article WHERE id = ?');
  const placeOf = query<{ seq: number; story: number; published: string | null }>(
    db,
    'SELECT seq, story, published FROM article WHERE seq = ?',
  );
  const insertOrigin = query<{ part: number }>(
    db,
    'INSERT INTO origin (place, part, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING part',
  );
  const storyRow = query<{ row: number }>(db, 'SELECT row FROM story WHERE id = ?');
  const insertStory = query(db, 'INSERT INTO story (id, name, articles, mentions, first, last) VALUES (?, ?, 0, 0, NULL, NULL)');
  const growStory = query(
    db,
    `UPDATE story SET articles = articles + 1,
       first = coalesce(min(first, ?2), first, ?2), last = coalesce(max(last, ?2), last, ?2) WHERE row = ?1`,
  );
  const insertArticle = query(
    db,
    `INSERT INTO article (id, story, title, publisher, author, published, words, language, address, address_key, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertText = query(db, 'INSERT INTO article_text (article, text, blocks, links, sentences) VALUES (?, ?, ?, ?, ?)');
  const insertLink = query(db, 'INSERT INTO article_link (article, position, address_key) VALUES (?, ?, ?)');
  const pairs = pairWrites(db);
  const findings = findingWrites(db, pairs, forgetCandidates);

  const transaction = <Outcome>(work: () => Outcome): Outcome => {
    const before = findings.tally();
    plainly(() => db.exec('BEGIN IMMEDIATE'));
    try {
      const outcome = work();
      findings.settle();
      plainly(() => db.exec('COMMIT'));
      changed();
      return outcome;
    } catch (thrown) {
      findings.forget(before);
      pairs.forgetPairs();
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
    ...factWrites(db, pairs.datePairs),
    /** Stores an article that the library lacks; answers its number. */
    addArticle: (record: ArticleRecord): number => {
      const { article, origin } = record;
      const knownStory = storyRow.get(record.story)?.row;
      const story = knownStory ?? insertStory.run(record.story, article.title);
      growStory.run(story, article.published);
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
      findings.add({ seq, story, newStory: knownStory === undefined, published: article.published }, record);
      return seq;
    },
    /**
     * Takes out what was found in an article and puts in what `find` then answers; article, text, origin and story stay. False where
     * the library lacks it.
     */
    replaceFindings: (seq: number, find: () => Findings): boolean => {
      const place = placeOf.get(seq);
      if (place === undefined) return false;
      findings.replace({ ...place, newStory: false }, find);
      return true;
    },
    /** Writes the pairs counted so far, for those who ask about them inside the transaction. */
    flushPairs: pairs.flushPairs,
    looseNames: (): LooseName[] => findings.looseNames(),
    loosen: findings.loosen,
    /** Entities and relations gained since the library was opened, less those that are gone. */
    tally: (): Tally => findings.tally(),
    /** Counts all pairs of entities anew from the mentions, in one transaction; a library is the same before and after. */
    rebuildPairs: (): void => transaction(pairs.recountPairs),
  };
};

export type StoreWrites = ReturnType<typeof storeWrites>;
