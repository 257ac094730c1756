import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  icon?: LucideIcon;
  /** One sentence: what will be here. */
  title: ReactNode;
  detail?: ReactNode;
  /** The one next step: a button. */
  action?: ReactNode;
}

/** What stands where there is nothing yet. */
export const EmptyState = ({ icon: Icon, title, detail, action }: Props) => (
  <div className={styles.state}>
    {Icon ? <Icon size={28} strokeWidth={1.25} aria-hidden="true" /> : null}
    <p className={styles.title}>{title}</p>
    {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
    {action}
  </div>
);
