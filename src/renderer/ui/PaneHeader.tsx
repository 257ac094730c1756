import type { ReactNode } from 'react';
import styles from './PaneHeader.module.css';

interface Props {
  /** The pane's heading; leave out where the content has one of its own. */
  title?: ReactNode;
  /** Before the title: back and forward. */
  leading?: ReactNode;
  /** At the far end: buttons. */
  children?: ReactNode;
}

/** The line at the head of a pane. */
export const PaneHeader = ({ title, leading, children }: Props) => (
  <header className={styles.head}>
    {leading}
    {title === undefined ? <span className={styles.title} /> : <h2 className={styles.title}>{title}</h2>}
    {children}
  </header>
);
