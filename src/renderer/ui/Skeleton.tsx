import { classes } from './classes.ts';
import styles from './Skeleton.module.css';

/** Widths of the bars in turn, so that they look like text. */
const widths = ['92%', '78%', '86%', '64%', '90%', '71%'];

const barsOf = (lines: number) => Array.from({ length: lines }, (_, line) => ({ id: `bar-${line}`, width: widths[line % widths.length] }));

interface Props {
  lines?: number;
  /** What is being fetched, for screen readers. */
  label?: string;
  /** Bars in pairs, like the entries of a list. */
  list?: boolean;
}

/** Grey bars in place of what is on its way. They appear after 300 ms: what comes sooner needs none. */
export const Skeleton = ({ lines = 6, label = 'Loading', list = false }: Props) => (
  <div className={classes(styles.skeleton, list && styles.list)} role="status">
    <span className="visually-hidden">{label}</span>
    {barsOf(lines).map((bar) => (
      <span key={bar.id} className={styles.bar} style={{ width: bar.width }} />
    ))}
  </div>
);
