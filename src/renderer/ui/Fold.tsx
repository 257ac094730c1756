import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Fold.module.css';

interface Props {
  /** What stands before the word that unfolds the rest, on the same line. */
  head?: ReactNode;
  /** The word that unfolds it. */
  label: string;
  /** What is folded, for screen readers, where the word alone does not say. */
  describes?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A line with more behind it: folded until asked for. */
export const Fold = ({ head, label, describes, className, children }: Props) => (
  <Collapsible.Root className={classes(styles.fold, className)}>
    <div className={styles.head}>
      {head}
      <Collapsible.Trigger className={styles.trigger} aria-label={describes}>
        {label}
        <ChevronDown size={13} strokeWidth={2} aria-hidden="true" />
      </Collapsible.Trigger>
    </div>
    <Collapsible.Panel className={styles.panel}>{children}</Collapsible.Panel>
  </Collapsible.Root>
);
