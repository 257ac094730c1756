import type { ArticleRef } from '../../shared/model.ts';
import type { ArticleHit, EntityHit } from '../../shared/views.ts';
import { formatCount, formatDate, formatFullDate, plural } from '../ui/format.ts';
import { Marked } from '../ui/Marked.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './ResultRow.module.css';
import type { Row } from './rows.ts';

const EntityLine = ({ hit }: { hit: EntityHit }) => (
  <div className={styles.entity}>
    <TypeGlyph type={hit.node.type} labelled />
    <MiddleTruncate text={hit.node.name} className={styles.name} />
    {hit.alias === null ? null : <span className={styles.alias}>{hit.alias}</span>}
    {hit.hidden ? <span className={styles.alias}>hidden</span> : null}
    <span className={styles.count} title={plural(hit.node.articles, 'article')}>
      {formatCount(hit.node.articles)}
      <span className="visually-hidden"> {hit.node.articles === 1 ? 'article' : 'articles'}</span>
    </span>
  </div>
);

const Byline = ({ article }: { article: ArticleRef }) => (
  <p className={styles.byline}>
    {article.publisher === null ? null : <span className={styles.publisher}>{article.publisher}</span>}
    {article.published === null ? null : (
      <time dateTime={article.published} title={formatFullDate(article.published)}>
        {formatDate(article.published)}
      </time>
    )}
    {article.publisher === null && article.published === null ? <span>{plural(article.words, 'word')}</span> : null}
  </p>
);

const ArticleLines = ({ article, hit }: { article: ArticleRef; hit: ArticleHit | null }) => (
  <div className={styles.article}>
    <p className={styles.title}>{hit ? <Marked text={article.title} marks={hit.titleMarks} /> : article.title}</p>
    {hit && hit.snippet.text !== '' ? (
      <p className={styles.snippet}>
        <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
      </p>
    ) : null}
    <Byline article={article} />
  </div>
);

/** What one row of the list shows. */
export const ResultRow = ({ row }: { row: Row }) => {
  if (row.kind === 'entity') return <EntityLine hit={row.hit} />;
  if (row.kind === 'article') return <ArticleLines article={row.article} hit={row.hit} />;
  return (
    <div className={styles.heading}>
      {row.words}
      {row.total === null ? null : <span className={styles.count}>{formatCount(row.total)}</span>}
    </div>
  );
};
