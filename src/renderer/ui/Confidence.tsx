import styles from './Confidence.module.css';
import { confidenceFigure, confidenceWord } from './confidence.ts';

/** How many of the three ticks are filled. */
const ticks = { unsure: 1, likely: 2, sure: 3 } as const;

/** How sure something is: three ticks, a word and a figure. */
export const Confidence = ({ value }: { value: number }) => {
  const word = confidenceWord(value);
  return (
    <span className={styles.confidence}>
      <span className={styles.ticks} aria-hidden="true">
        {[1, 2, 3].map((tick) => (
          <span key={tick} className={tick <= ticks[word] ? styles.full : styles.tick} />
        ))}
      </span>
      {word} <span className={styles.figure}>{confidenceFigure(value)}</span>
    </span>
  );
};
