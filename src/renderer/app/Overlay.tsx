import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../state/app.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Panes.module.css';

/** The reader in a narrow window: over the map, while there is something to read. */
export const Overlay = ({ children }: { children: ReactNode }) => {
  const open = useApp((app) => app.chrome.detailPane && app.detail.at >= 0);
  const toggled = useApp((app) => app.detailPaneToggled);
  if (!open) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.overlayEdge}>
        <IconButton icon={X} label="Close the reader" shortcut="Escape" side="left" onClick={() => toggled(false)} />
      </div>
      <div className={styles.overlayBody}>{children}</div>
    </div>
  );
};
