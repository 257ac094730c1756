/** Which articles count: for what a board shows of links, and for their evidence. */
export interface ArticleFilter {
  /** ISO dates (`2025-03-14`), both ends included; `null` leaves an end open. With either end set, articles without a date are out. */
  span: { from: string | null; to: string | null };
  /** Publishers to leave out; the empty string stands for articles without one. */
  publishersOff: string[];
}

/** Lets every article through. */
export const everyArticle: ArticleFilter = { span: { from: null, to: null }, publishersOff: [] };

/** Whether a filter lets every article through. */
export const isEveryArticle = ({ span, publishersOff }: ArticleFilter): boolean =>
  span.from === null && span.to === null && publishersOff.length === 0;

/** The day of a date that may carry a time. */
const dayOf = (published: string): string => published.slice(0, 10);

/** Whether a date lies in a span. */
export const inSpan = ({ from, to }: ArticleFilter['span'], published: string | null): boolean => {
  if (from === null && to === null) return true;
  if (published === null) return false;
  const day = dayOf(published);
  return (from === null || day >= from) && (to === null || day <= to);
};

/** A test for articles by a filter, for asking of many. */
export const passing = ({ span, publishersOff }: ArticleFilter): ((article: Reported) => boolean) => {
  const off = new Set(publishersOff);
  return ({ published, publisher }) => inSpan(span, published) && !off.has(publisher ?? '');
};

/** When and by whom an article was published. */
export interface Reported {
  published: string | null;
  publisher: string | null;
}
