import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId, EntityId, StoryId } from '../../../shared/model.ts';
import { list, query } from './database.ts';

/** An article that may report the same event as a new one. */
export interface StoryCandidate {
  seq: number;
  id: ArticleId;
  story: StoryId;
  published: string | null;
  /** When the story was first reported. */
  storyFirst: string | null;
}

/** What deciding on a new article's story asks of the library. */
export const storyCandidateReads = (db: DatabaseSync) => {
  const frequencies = query<{ id: EntityId; row: number; articles: number }>(
    db,
    'SELECT e.id, e.row, e.articles FROM json_each(?) AS j JOIN entity AS e ON e.id = j.value',
  );
  const candidates = query<StoryCandidate>(
    db,
    `SELECT a.seq, a.id, s.id AS story, a.published, s.first AS storyFirst
     FROM json_each(?1) AS j CROSS JOIN article_entity AS ae ON ae.entity = json_extract(j.value, '$[0]')
     JOIN article AS a ON a.seq = ae.article JOIN story AS s ON s.row = a.story
     WHERE ?2 IS NULL OR a.published IS NULL OR a.published BETWEEN ?2 AND ?3
     GROUP BY a.seq ORDER BY sum(json_extract(j.value, '$[1]')) DESC, a.seq DESC LIMIT ?4`,
  );
  const named = query<{ id: EntityId; mentions: number }>(
    db,
    'SELECT e.id, count(*) AS mentions FROM mention AS m JOIN entity AS e ON e.row = m.entity WHERE m.article = ? GROUP BY m.entity',
  );
  const opening = query<{ seq: number; title: string; text: string }>(
    db,
    `SELECT a.seq, a.title, substr(t.text, 1, ?2) AS text FROM article AS a JOIN article_text AS t ON t.article = a.seq WHERE a.id = ?1`,
  );

  return {
    /** Which of these entities the library knows: their rows, and in how many articles they are. */
    entityFrequencies: (ids: readonly EntityId[]): Map<EntityId, { row: number; articles: number }> =>
      new Map(frequencies.all(list(ids)).map(({ id, row, articles }) => [id, { row, articles }])),
    /** The articles that share most of the given entities by weight, published in a span of dates or without a date. */
    storyCandidates: (
      weights: readonly { row: number; weight: number }[],
      dates: { from: string; to: string } | null,
      limit: number,
    ): StoryCandidate[] =>
      candidates
        .all(JSON.stringify(weights.map(({ row, weight }) => [row, weight])), dates?.from ?? null, dates?.to ?? null, limit)
        .map((candidate) => ({ ...candidate })),
    /** Title, the first `characters` of the text, and the entities of an article with their mentions. */
    openingOf: (
      id: ArticleId,
      characters: number,
    ): { title: string; text: string; entities: { id: EntityId; mentions: number }[] } | null => {
      const found = opening.get(id, characters);
      if (found === undefined) return null;
      return { title: found.title, text: found.text, entities: named.all(found.seq).map((row) => ({ ...row })) };
    },
  };
};

export type StoryCandidateReads = ReturnType<typeof storyCandidateReads>;
