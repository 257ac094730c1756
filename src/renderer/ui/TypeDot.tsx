import styles from './TypeDot.module.css';
import type { DrawnType } from './types.ts';

/** A small dot in a type's colour, where the type is told elsewhere too. */
export const TypeDot = ({ type }: { type: DrawnType }) => <span className={styles.dot} data-type={type} aria-hidden="true" />;
