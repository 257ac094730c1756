import styles from './Progress.module.css';

interface Props {
  label: string;
  /** 0 to 1; null while the end is not known. */
  done: number | null;
}

/** A thin bar of how far something is. */
export const Progress = ({ label, done }: Props) => (
  <progress className={styles.bar} aria-label={label} max={1} {...(done === null ? {} : { value: Math.min(1, Math.max(0, done)) })} />
);
