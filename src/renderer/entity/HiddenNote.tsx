import { EyeOff } from 'lucide-react';
import type { EntityCard } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Correct.module.css';

/** Says of a hidden entity what that means, with the way back. */
export const HiddenNote = ({ card }: { card: EntityCard }) => {
  const correctionUndone = useApp((app) => app.correctionUndone);
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const undoing = useApp((app) => app.corrections.undoing);
  const hiding = card.corrections.find(({ undoneAt, verdict }) => undoneAt === null && verdict.verb === 'hide');
  if (!card.hidden) return null;
  return (
    <div className={styles.note}>
      <EyeOff size={15} strokeWidth={1.75} aria-hidden="true" />
      <span>Hidden everywhere: it stays in articles and search, and is left out of maps, lists and paths.</span>
      {hiding ? (
        <Button size="small" disabled={readOnly || undoing !== null} onClick={() => void correctionUndone(hiding.id)}>
          Show again
        </Button>
      ) : null}
    </div>
  );
};
