import type { Span } from '../../shared/model.ts';
import { formatCount, plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import styles from './StepStrip.module.css';
import { StepStrip } from './StepStrip.tsx';

interface Props {
  query: string;
  places: readonly Span[];
  /** The place one stands at; -1 while at none. */
  at: number;
  onGo: (at: number) => void;
}

/** How often the words that led here stand in the article, and the way from one to the next. */
export const WordsStrip = ({ query, places, at, onGo }: Props) => {
  const { length } = places;
  // like find: past the last comes the first
  const there = length === 1 && at === 0;
  return (
    <StepStrip
      label="Words that were searched for"
      previous="Previous match"
      next="Next match"
      onPrevious={there ? null : () => onGo((Math.max(at, 0) - 1 + length) % length)}
      onNext={there ? null : () => onGo((at + 1) % length)}
    >
      <span className={styles.figure}>
        {at < 0 ? `${plural(length, 'match', 'matches')} for` : `${formatCount(at + 1)} of ${formatCount(length)} for`}
      </span>
      <MiddleTruncate text={`“${query}”`} />
    </StepStrip>
  );
};
