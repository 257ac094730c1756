import type { ArticleRef } from '../../shared/model.ts';
import type { StoryCard } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { formatDate, formatFullDate, formatRange, plural } from '../ui/format.ts';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { NodeActions } from './NodeActions.tsx';
import page from './page.module.css';
import { Section } from './Section.tsx';
import styles from './StoryPage.module.css';
import { inOrderOfReport, laterBy } from './timeline.ts';
import { useNodeShown } from './useNodeShown.ts';

const Report = ({ report, first, alone }: { report: ArticleRef; first: ArticleRef; alone: boolean }) => {
  const articleOpened = useApp((app) => app.articleOpened);
  const isFirst = report === first;
  const later = isFirst ? null : laterBy(first.published, report.published);
  return (
    <li className={classes(styles.report, isFirst && styles.first)}>
      <button type="button" className={styles.line} onClick={() => articleOpened(report.id)}>
        <span className={styles.when}>
          <span className={styles.publisher}>{report.publisher ?? 'Unknown publisher'}</span>
          {report.published === null ? null : (
            <time dateTime={report.published} title={formatFullDate(report.published)}>
              {formatDate(report.published)}
            </time>
          )}
          {isFirst && !alone ? <span className={styles.mark}>First report</span> : null}
          {later === null ? null : <span>{later}</span>}
        </span>
        <span className={styles.title}>{report.title}</span>
      </button>
    </li>
  );
};

/** A story: who reported it when, and whom it is about. */
export const StoryPage = ({ card }: { card: StoryCard }) => {
  const nodeShown = useNodeShown();
  const reports = inOrderOfReport(card.reports);
  const [first] = reports;
  const range = formatRange(card.first, card.last);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1 className={page.name}>
          <TypeGlyph type="story" size={22} />
          <span>{card.node.name}</span>
        </h1>
        <p className={page.facts}>
          {plural(reports.length, 'report')}
          {range === '' ? null : <span className={page.quiet}>{` · ${range}`}</span>}
        </p>
        <NodeActions node={card.node} />
      </header>
      <Section title="Who reported it, and when">
        <ol className={styles.timeline}>
          {first ? reports.map((report) => <Report key={report.id} report={report} first={first} alone={reports.length === 1} />) : null}
        </ol>
      </Section>
      {card.entities.length === 0 ? null : (
        <Section title="About" count={card.entitiesTotal}>
          <ul className={styles.chips}>
            {card.entities.map((node) => (
              <li key={node.id}>
                <Chip type={node.type} onClick={() => nodeShown(node.id)}>
                  {node.name}
                </Chip>
              </li>
            ))}
          </ul>
          {card.entitiesTotal > card.entities.length ? (
            <p className={page.quiet}>{`The ${plural(card.entities.length, 'name')} it mentions most are shown`}</p>
          ) : null}
        </Section>
      )}
    </div>
  );
};
