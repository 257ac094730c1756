import type { ArticleRef } from '../../shared/model.ts';
import { formatDate, formatFullDate } from '../ui/format.ts';

interface Props {
  article: Pick<ArticleRef, 'publisher' | 'published'>;
  /** What else stands on the line, after the date. */
  also?: string | undefined;
}

/** Who published an article and when, as far as that is known: `The Sample · 14 Mar 2025`. */
export const Source = ({ article, also }: Props) => (
  <>
    {article.publisher ?? 'Unknown publisher'}
    {article.published === null ? null : (
      <>
        {' · '}
        <time dateTime={article.published} title={formatFullDate(article.published)}>
          {formatDate(article.published)}
        </time>
      </>
    )}
    {also === undefined ? null : ` · ${also}`}
  </>
);
