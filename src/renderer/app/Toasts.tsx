import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApp } from '../state/app.ts';
import type { Toast } from '../state/chrome.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { keyOf } from './commands.ts';
import styles from './Toasts.module.css';

/** How long a notice stays; a problem stays until it is closed. */
const noticeMs = 6000;
/** One that something can be done with stays long enough to get there by keyboard. */
const undoableMs = 15_000;

const One = ({ toast }: { toast: Toast }) => {
  const dismissed = useApp((app) => app.toastDismissed);
  const [held, setHeld] = useState(false);
  const correctionUndone = useApp((app) => app.correctionUndone);
  const { id, tone, undo, takeBack } = toast;
  const undoable = typeof undo === 'number' || takeBack !== undefined;
  useEffect(() => {
    if (tone === 'problem' || held) return;
    const timer = setTimeout(() => dismissed(id), undoable ? undoableMs : noticeMs);
    return () => clearTimeout(timer);
  }, [id, tone, undoable, held, dismissed]);
  const Icon = tone === 'problem' ? TriangleAlert : Info;
  return (
    <li
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{toast.title}</p>
        {toast.detail === undefined ? null : <p className={styles.detail}>{toast.detail}</p>}
      </div>
      {typeof undo !== 'number' ? null : (
        <Button
          size="small"
          onClick={() => {
            dismissed(id);
            void correctionUndone(undo);
          }}
        >
          Undo <Kbd keys={keyOf('undo-correction') ?? 'Mod+Z'} quiet />
        </Button>
      )}
      {takeBack === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            dismissed(id);
            takeBack();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" size="small" side="top" onClick={() => dismissed(id)} />
    </li>
  );
};

/** Short messages at the foot of the window; new ones are read out. */
export const Toasts = () => {
  const toasts = useApp((app) => app.chrome.toasts);
  return (
    <ul className={styles.toasts} aria-live="polite" aria-label="Messages">
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </ul>
  );
};
