import type { ReactNode } from 'react';
import type { ArticleRef } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import styles from './ArticleLines.module.css';
import { Source } from './Source.tsx';

interface Props {
  lines: readonly {
    article: ArticleRef;
    /** What else is to be said of it, on a line of its own. */
    note?: ReactNode;
  }[];
}

/** Articles in two lines each; a click opens one in the reader. */
export const ArticleLines = ({ lines }: Props) => {
  const articleOpened = useApp((app) => app.articleOpened);
  return (
    <ul className={styles.list}>
      {lines.map(({ article, note }) => (
        <li key={article.id}>
          <button type="button" className={styles.line} onClick={() => articleOpened(article.id)}>
            <span className={styles.title}>{article.title}</span>
            <span className={styles.source}>
              <Source article={article} />
            </span>
            {note === undefined ? null : <span className={styles.source}>{note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
};
