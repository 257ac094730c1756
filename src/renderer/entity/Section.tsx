import { type ReactNode, useId } from 'react';
import { formatCount } from '../ui/format.ts';
import styles from './page.module.css';

interface Props {
  title: string;
  /** How many there are in all. */
  count?: number;
  children: ReactNode;
}

/** A part of a page under a small heading. */
export const Section = ({ title, count, children }: Props) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
        {count === undefined ? null : <span className={styles.figure}>{formatCount(count)}</span>}
      </h2>
      {children}
    </section>
  );
};
