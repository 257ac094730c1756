import { classes } from './classes.ts';
import styles from './Kbd.module.css';
import { keyLabels } from './keys.ts';

/** A key combination, each key in a cap of its own, in the words of this platform. */
export const Kbd = ({ keys, quiet = false }: { keys: string; quiet?: boolean }) => (
  <kbd className={classes(styles.keys, quiet && styles.quiet)}>
    {keyLabels(keys).map((label) => (
      <kbd key={label} className={styles.key}>
        {label}
      </kbd>
    ))}
  </kbd>
);
