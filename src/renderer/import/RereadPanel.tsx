import { Check, CircleAlert, CircleSlash, Loader, type LucideIcon, X } from 'lucide-react';
import { useEffect } from 'react';
import type { RereadProgress } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Progress } from '../ui/Progress.tsx';
import styles from './ImportPanel.module.css';
import { rereadCount, rereadHeadline, rereadOutcome } from './reread-summary.ts';
import { leftWords } from './summary.ts';

const signs: Record<RereadProgress['state'], { sign: LucideIcon; look: string | undefined }> = {
  running: { sign: Loader, look: styles.sign },
  done: { sign: Check, look: styles.good },
  cancelled: { sign: CircleSlash, look: styles.plain },
  failed: { sign: CircleAlert, look: styles.bad },
};

/** The strip at the foot of the window while all articles are read again, then how that ended. */
export const RereadPanel = () => {
  const { progress, leftMs } = useApp((app) => app.reread);
  const cancelled = useApp((app) => app.rereadCancelled);
  const closed = useApp((app) => app.rereadClosed);
  const state = progress?.state;

  useEffect(() => {
    if (state !== undefined) announce(state === 'running' ? 'Reading articles again' : 'Reading ended');
  }, [state]);

  if (!progress) return null;
  const { sign: Sign, look } = signs[progress.state];
  const running = progress.state === 'running';
  return (
    <section className={styles.strip} aria-label="Reading again">
      {running ? (
        <span className={styles.bar}>
          <Progress label="Reading articles again" done={progress.total > 0 ? progress.done / progress.total : null} />
        </span>
      ) : null}
      <Sign size={15} strokeWidth={running ? 1.75 : 2} className={look} aria-hidden="true" />
      <strong className={styles.headline}>{rereadHeadline(progress)}</strong>
      <span className={styles.parts}>{running ? rereadCount(progress) : rereadOutcome(progress)}</span>
      <span className={styles.left}>{running ? leftWords(leftMs) : ''}</span>
      {running ? (
        <Button look="quiet" size="small" onClick={() => void cancelled()}>
          Cancel
        </Button>
      ) : (
        <IconButton icon={X} label="Close" size="small" side="top" onClick={closed} />
      )}
    </section>
  );
};
