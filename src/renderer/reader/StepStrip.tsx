import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './StepStrip.module.css';

interface Props {
  /** Names the strip for screen readers. */
  label: string;
  children: ReactNode;
  previous: string;
  next: string;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** A slim strip over the text that steps through a list of places. Null steps are disabled. */
export const StepStrip = ({ label, children, previous, next, onPrevious, onNext }: Props) => (
  <div className={styles.strip} role="toolbar" aria-label={label}>
    <div className={styles.words}>{children}</div>
    <IconButton icon={ChevronLeft} size="small" label={previous} disabled={!onPrevious} onClick={() => onPrevious?.()} />
    <IconButton icon={ChevronRight} size="small" label={next} disabled={!onNext} onClick={() => onNext?.()} />
  </div>
);
