import styles from './LineKey.module.css';

const samples = [
  { id: 'relation', words: 'A relation that sentences state; the arrow shows its direction' },
  { id: 'announced', words: 'Announced, not yet done' },
  { id: 'rumoured', words: 'Rumoured' },
  { id: 'denied', words: 'Denied' },
  { id: 'ended', words: 'Ended' },
  { id: 'together', words: 'Named together in articles; the wider, the more telling' },
] as const;

/** Samples of every kind of line and mark, with what each means. */
export const LineKey = () => (
  <div className={styles.key}>
    <ul>
      {samples.map(({ id, words }) => (
        <li key={id} className={styles.row}>
          <svg className={styles.sample} data-line={id} width="44" height="12" viewBox="0 0 44 12" aria-hidden="true">
            <path d="M1 6h38" />
            {id === 'together' ? null : <path className={styles.head} d="M37 2.5l6 3.5l-6 3.5z" />}
            {id === 'denied' ? <path d="M20 1.5v9" /> : null}
          </svg>
          <span>{words}</span>
        </li>
      ))}
      <li className={styles.row}>
        <svg className={styles.ring} width="44" height="12" viewBox="0 0 44 12" aria-hidden="true">
          <circle cx="22" cy="6" r="4.2" />
        </svg>
        <span>New since the date chosen under “New since”</span>
      </li>
    </ul>
    <p className={styles.note}>The larger a node, the more it means here. A click on a line shows the sentences behind it.</p>
  </div>
);
