import { Undo2 } from 'lucide-react';
import type { Correction } from '../../shared/corrections.ts';
import { useApp } from '../state/app.ts';
import { articleOf, correctionWords, scopeWords } from '../state/correction-words.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatDate, formatFullDate } from '../ui/format.ts';
import styles from './CorrectionLines.module.css';

const When = ({ iso }: { iso: string }) => (
  <time dateTime={iso} title={formatFullDate(iso)}>
    {formatDate(iso)}
  </time>
);

const Line = ({ correction, here }: { correction: Correction; here: boolean }) => {
  const articleOpened = useApp((app) => app.articleOpened);
  const correctionUndone = useApp((app) => app.correctionUndone);
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const undoing = useApp((app) => app.corrections.undoing);
  const { id, madeAt, undoneAt } = correction;
  const words = correctionWords(correction);
  const scope = scopeWords(correction);
  const article = articleOf(correction);
  return (
    <li className={classes(styles.line, undoneAt !== null && styles.withdrawn)}>
      <div className={styles.words}>
        <p className={styles.says}>{words}</p>
        <p className={styles.facts}>
          {scope === null ? null : `${scope} · `}
          <When iso={madeAt} />
          {undoneAt === null ? null : (
            <>
              {' · undone '}
              <When iso={undoneAt} />
            </>
          )}
          {here || article === null ? null : (
            <>
              {' · '}
              <Button look="link" size="small" onClick={() => articleOpened(article)}>
                Open the article
              </Button>
            </>
          )}
        </p>
      </div>
      {undoneAt === null ? (
        <Button
          look="quiet"
          size="small"
          icon={Undo2}
          disabled={readOnly || undoing !== null}
          aria-label={`Undo: ${words}`}
          onClick={() => void correctionUndone(id)}
        >
          Undo
        </Button>
      ) : null}
    </li>
  );
};

interface Props {
  corrections: readonly Correction[];
  /** Names the list for screen readers. */
  label: string;
  /** True where one stands in the article that they were made in. */
  here?: boolean;
}

/** Corrections in two lines each, with the way to undo one; those that were undone stay in sight, dimmed. */
export const CorrectionLines = ({ corrections, label, here = false }: Props) => (
  <ul className={styles.list} aria-label={label}>
    {corrections.map((correction) => (
      <Line key={correction.id} correction={correction} here={here} />
    ))}
  </ul>
);
