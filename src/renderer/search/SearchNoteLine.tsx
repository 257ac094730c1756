import type { SearchNote } from './note.ts';
import styles from './SearchPane.module.css';

/** Says how the query was taken: all words or some, and what was taken for a slip. */
export const SearchNoteLine = ({ note }: { note: SearchNote }) => (
  <p className={styles.note}>
    {note.corrected.map(({ from, to }) => (
      <span key={from}>
        Showing <em>{to}</em>: nothing for <em>{from}</em>.{' '}
      </span>
    ))}
    {note.words}
  </p>
);
