import type { ArticleRef } from '../../shared/model.ts';
import type { App } from '../state/app.ts';

type Lists = Pick<App, 'search' | 'recent' | 'detail'>;

const listed = ({ search, recent }: Lists): ArticleRef[] =>
  search.query.trim() !== '' && search.answer ? search.answer.articles.map((hit) => hit.article) : (recent.list?.items ?? []);

/**
 * The article of the list that comes after (`by` 1) or before (-1) the one that is open; the first where none of the list
 * is. Null at the ends.
 */
export const neighbourInList = (app: Lists, by: 1 | -1): ArticleRef | null => {
  const page = app.detail.trail[app.detail.at];
  const articles = listed(app);
  const at = page?.kind === 'article' ? articles.findIndex((article) => article.id === page.id) : -1;
  return (at < 0 ? articles[0] : articles[at + by]) ?? null;
};

/** Opens the next or previous article of the list without leaving the reader; near the end it has more of the list fetched. */
export const stepInList = (app: App, by: 1 | -1): void => {
  const article = neighbourInList(app, by);
  if (!article) return;
  const words = app.search.query.trim();
  app.articleOpened(article.id, words === '' ? {} : { words });
  if (listed(app).slice(-3).includes(article)) app.moreArticlesRequested();
};
