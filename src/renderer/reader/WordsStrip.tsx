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
  const last = places.length - 1;
  return (
    <StepStrip
      label="Words that were searched for"
      previous="Previous match"
      next="Next match"
      onPrevious={at > 0 ? () => onGo(at - 1) : null}
      onNext={at < last ? () => onGo(at + 1) : null}
    >
      <span className={styles.figure}>
        {at < 0 ? `${plural(places.length, 'match', 'matches')} for` : `${formatCount(at + 1)} of ${formatCount(places.length)} for`}
      </span>
      <MiddleTruncate text={`“${query}”`} />
    </StepStrip>
  );
};
