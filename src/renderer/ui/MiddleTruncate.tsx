import type { PointerEvent } from 'react';
import { classes } from './classes.ts';
import styles from './MiddleTruncate.module.css';

/** Letters at the end that always show. */
const tailLength = 8;

/** The full text as a tooltip, but only while some of it is hidden. */
const explain = (event: PointerEvent<HTMLElement>, text: string) => {
  const head = event.currentTarget.firstElementChild;
  event.currentTarget.title = head && head.scrollWidth > head.clientWidth ? text : '';
};

/** One line that loses its middle where there is no room: the start and the end of a name tell most. */
export const MiddleTruncate = ({ text, className }: { text: string; className?: string | undefined }) => {
  const cut = text.length > tailLength * 2 ? text.length - text.slice(-tailLength).trimStart().length : text.length;
  return (
    <span className={classes(styles.whole, className)} onPointerEnter={(event) => explain(event, text)}>
      <span className={styles.head}>{text.slice(0, cut)}</span>
      {cut < text.length ? <span className={styles.tail}>{text.slice(cut)}</span> : null}
    </span>
  );
};
