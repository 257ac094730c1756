import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `plain`: the title shows, with a close button; `bare`: the title is read out alone, the content fills the sheet. */
  look?: 'plain' | 'bare';
  /** Stands at the upper third, for what grows downwards. */
  high?: boolean;
  width?: 'narrow' | 'medium' | 'wide';
  /** What takes the focus when it opens; the first that can, where absent. */
  firstFocus?: () => HTMLElement | null;
  children: ReactNode;
}

/** A sheet over the window that keeps the focus; Esc and a click beside it close it. */
export const Dialog = ({ open, onClose, title, look = 'plain', high = false, width = 'medium', firstFocus, children }: Props) => (
  <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
    <Base.Portal>
      <Base.Backdrop className={styles.scrim} />
      <Base.Viewport className={classes(styles.stage, high && styles.high)}>
        <Base.Popup className={classes(styles.sheet, styles[width])} data-layer="dialog" initialFocus={firstFocus ?? true}>
          {look === 'bare' ? (
            <Base.Title className="visually-hidden">{title}</Base.Title>
          ) : (
            <header className={styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <Base.Close className={styles.close} aria-label="Close">
                <X size={16} strokeWidth={1.75} aria-hidden="true" />
              </Base.Close>
            </header>
          )}
          {children}
          {look === 'bare' ? (
            <Base.Close className="visually-hidden" tabIndex={-1}>
              Close
            </Base.Close>
          ) : null}
        </Base.Popup>
      </Base.Viewport>
    </Base.Portal>
  </Base.Root>
);
