import type { ArticleRef } from '../../shared/model.ts';
import type { ArticleHit, ArticleList, EntityHit, SearchAnswer } from '../../shared/views.ts';

/** The left pane's list as rows: headings, and what the arrows can choose. */
export type Row =
  | { kind: 'heading'; id: string; words: string; total: number | null }
  | { kind: 'entity'; id: string; hit: EntityHit }
  | { kind: 'article'; id: string; article: ArticleRef; hit: ArticleHit | null };

export type ChoosableRow = Exclude<Row, { kind: 'heading' }>;

/** What the articles have in common: that a space means "and" is worth saying where there are several words. */
const articlesHeading = ({ query, matched }: SearchAnswer): string =>
  matched === 'all' && query.trim().split(/\s+/).length > 1 ? 'Articles with all of these words' : 'Articles';

/** Rows of a search's answer: entities above articles. */
export const rowsOfAnswer = (answer: SearchAnswer): Row[] => [
  ...answer.entities.map((hit): Row => ({ kind: 'entity', id: hit.node.id, hit })),
  ...(answer.articles.length > 0
    ? [{ kind: 'heading', id: 'articles', words: articlesHeading(answer), total: answer.total } as const]
    : []),
  ...answer.articles.map((hit): Row => ({ kind: 'article', id: hit.article.id, article: hit.article, hit })),
];

/** Rows while nothing is searched for. */
export const rowsOfList = (list: ArticleList): Row[] =>
  list.items.map((article) => ({ kind: 'article', id: article.id, article, hit: null }));

/** Place of the next row that can be chosen, from `at` (-1: none yet) by `by`; stays at the ends. -1 when there is none. */
export const stepRow = (rows: readonly Row[], at: number, by: number): number => {
  const direction = by < 0 ? -1 : 1;
  let place = at;
  let left = Math.abs(by);
  for (let next = at + direction; next >= 0 && next < rows.length && left > 0; next += direction) {
    if (rows[next]?.kind === 'heading') continue;
    place = next;
    left -= 1;
  }
  return place;
};

/** Place of the row with an id that can be chosen; -1 when it is not listed. */
export const rowAt = (rows: readonly Row[], id: string | null): number =>
  id === null ? -1 : rows.findIndex((row) => row.kind !== 'heading' && row.id === id);
