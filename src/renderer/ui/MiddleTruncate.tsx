import type { PointerEvent } from 'react';
import { classes } from './classes.ts';
import styles from './MiddleTruncate.module.css';
import { middleOf } from './middle.ts';

/** The full text as a tooltip, but only while some of it is hidden. */
const explain = (event: PointerEvent<HTMLElement>, text: string) => {
  const head = event.currentTarget.firstElementChild;
  event.currentTarget.title = head && head.scrollWidth > head.clientWidth ? text : '';
};

/**
 * One line that loses its middle where there is no room: the start and the end of a name tell most. Screen readers get
 * the whole in one piece: out of two parts they make two words.
 */
export const MiddleTruncate = ({ text, className }: { text: string; className?: string | undefined }) => {
  const cut = middleOf(text);
  if (cut === text.length) {
    return (
      <span className={classes(styles.whole, className)} onPointerEnter={(event) => explain(event, text)}>
        <span className={styles.head}>{text}</span>
      </span>
    );
  }
  return (
    <span className={classes(styles.whole, className)} onPointerEnter={(event) => explain(event, text)}>
      <span className={styles.head} aria-hidden="true">
        {text.slice(0, cut)}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {text.slice(cut)}
      </span>
      <span className={classes('visually-hidden', styles.read)}>{text}</span>
    </span>
  );
};
