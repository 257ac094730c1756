import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, ParsedArticle } from '../../../shared/model.ts';
import { query } from './database.ts';

/** What an article may say of itself besides its text. */
export type ArticleFacts = Pick<ParsedArticle, 'publisher' | 'author' | 'published' | 'address' | 'language'>;

interface FactRow extends ArticleFacts {
  seq: number;
  story: number;
}

/**
 * Filling in what was not known of articles: the same text may come first from a bare file and later with its date and
 * address. `datePairs` is told the date that an article has gained.
 */
export const factWrites = (db: DatabaseSync, datePairs: (seq: number, published: string) => void) => {
  const known = query<FactRow>(db, 'SELECT seq, story, publisher, author, published, address, language FROM article WHERE id = ?');
  const fill = query(
    db,
    `UPDATE article SET publisher = coalesce(publisher, ?2), author = coalesce(author, ?3), published = coalesce(published, ?4),
       address_key = CASE WHEN address IS NULL THEN ?6 ELSE address_key END, address = coalesce(address, ?5), language = coalesce(language, ?7)
     WHERE seq = ?1`,
  );
  const widened = 'first = coalesce(min(first, ?2), first, ?2), last = coalesce(max(last, ?2), last, ?2)';
  const dateStory = query(db, `UPDATE story SET ${widened} WHERE row = ?1`);
  const dateEntities = query(db, `UPDATE entity SET ${widened} WHERE row IN (SELECT entity FROM mention WHERE article = ?1)`);

  return {
    /**
     * Gives an article the facts that it lacks; what is known of it stays. Answers whether there was anything to fill in;
     * false too where the library lacks the article.
     */
    addFacts: (id: ArticleId, facts: ArticleFacts, addressKey: string | null): boolean => {
      const before = known.get(id);
      if (before === undefined) return false;
      const { publisher, author, published, address, language } = facts;
      const gains = (['publisher', 'author', 'published', 'address', 'language'] as const).some(
        (name) => before[name] === null && facts[name] !== null,
      );
      if (!gains) return false;
      fill.run(before.seq, publisher, author, published, address, addressKey, language);
      if (before.published === null && published !== null) {
        dateStory.run(before.story, published);
        dateEntities.run(before.seq, published);
        datePairs(before.seq, published);
      }
      return true;
    },
  };
};
