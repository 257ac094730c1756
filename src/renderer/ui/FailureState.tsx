import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './EmptyState.module.css';

interface Props {
  /** What could not be done: "The article could not be opened". */
  title: string;
  /** Why, and what to do about it. */
  failure?: { message: string; hint?: string | undefined };
  /** What was not lost: "What you typed is still there". */
  kept?: string;
  onRetry?: () => void;
  retryLabel?: string;
}

/** A sentence with its full stop, whether or not it came with one. */
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What stands where something went wrong: what happened, what was kept, what to do. */
export const FailureState = ({ title, failure, kept, onRetry, retryLabel = 'Try again' }: Props) => (
  <div className={classes(styles.state, styles.problem)} role="alert">
    <TriangleAlert size={26} strokeWidth={1.25} aria-hidden="true" />
    <p className={styles.title}>{title}</p>
    {failure ? (
      <p className={styles.detail}>
        {sentence(failure.message)}
        {failure.hint === undefined ? null : ` ${sentence(failure.hint)}`}
      </p>
    ) : null}
    {kept === undefined ? null : <p className={styles.detail}>{sentence(kept)}</p>}
    {onRetry ? (
      <Button icon={RotateCw} onClick={onRetry}>
        {retryLabel}
      </Button>
    ) : null}
  </div>
);
