import type { RelationStatus } from '../../shared/relations.ts';
import { classes } from '../ui/classes.ts';
import styles from './StatusBadge.module.css';

/** Whether what is stated holds, drawn as in the graph: dashed, dotted, struck. Nothing where the text says no more. */
export const StatusBadge = ({ status }: { status: RelationStatus }) =>
  status === 'stated' ? null : <span className={classes(styles.badge, styles[status])}>{status}</span>;
