import type { ReactNode } from 'react';
import type { ArticleView } from '../../shared/views.ts';
import { Button } from '../ui/Button.tsx';
import { formatDate, formatFullDate, plural } from '../ui/format.ts';
import { Popover } from '../ui/Popover.tsx';
import styles from './ArticleHeader.module.css';

/** The files that this text was found in. */
const Origins = ({ article }: { article: ArticleView }) => {
  const words = article.origins.length === 1 ? 'from a file' : `in ${plural(article.origins.length, 'file')}`;
  return (
    <Popover
      label="Where this text was found"
      trigger={
        <Button look="link" size="small" className={styles.origins}>
          {words}
        </Button>
      }
    >
      <ul className={styles.places}>
        {article.origins.map(({ place, part }) => (
          <li key={`${place} ${part}`}>
            {place}
            {part > 0 ? <span className={styles.part}>{` · part ${part + 1}`}</span> : null}
          </li>
        ))}
      </ul>
    </Popover>
  );
};

interface Props {
  article: ArticleView;
  /** The title with its marks. */
  title: ReactNode;
  titleId: string;
  /** Buttons under the line of publisher and date. */
  children: ReactNode;
}

/** Title, and one line of publisher, author and date. */
export const ArticleHeader = ({ article, title, titleId, children }: Props) => (
  <header className={styles.head}>
    <h1 id={titleId} className={styles.title}>
      {title}
    </h1>
    <p className={styles.line}>
      {article.publisher === null ? null : <span className={styles.publisher}>{article.publisher}</span>}
      {article.author === null ? null : <span>{article.author}</span>}
      {article.published === null ? (
        <span>No date</span>
      ) : (
        <time dateTime={article.published} title={formatFullDate(article.published)}>
          {formatDate(article.published)}
        </time>
      )}
      <span>{plural(article.words, 'word')}</span>
      {article.origins.length === 0 ? null : (
        <span>
          <Origins article={article} />
        </span>
      )}
    </p>
    {children}
  </header>
);
