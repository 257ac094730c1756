import { BookOpen, FileUp, FolderUp } from 'lucide-react';
import { useApp, useAppStore, useHost } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { chooseAndImport } from './start.ts';
import styles from './Welcome.module.css';
import { WelcomeFigure } from './WelcomeFigure.tsx';

/** What a library without articles shows: what Newsgraph is, and the two ways to begin. */
export const Welcome = () => {
  const store = useAppStore();
  const host = useHost();
  const { status, gathering } = useApp((app) => app.library);
  const readOnly = status?.readOnly ?? false;
  const running = status?.import?.state === 'running';
  const off = readOnly || gathering !== null;
  if (running) {
    return (
      <div className={styles.welcome}>
        <WelcomeFigure />
        <h2 className={styles.title}>Your first articles are on their way</h2>
        <p className={styles.words}>The map and the list fill as they come in. You can begin to look around before all are here.</p>
      </div>
    );
  }
  return (
    <div className={styles.welcome}>
      <WelcomeFigure />
      <h2 className={styles.title}>See how the companies in the news are connected</h2>
      <p className={styles.words}>
        Newsgraph reads a pile of articles, finds the companies, people and stories in them, and shows who is linked to whom, with the
        sentences that say so. Everything stays on this machine.
      </p>
      <div className={styles.steps}>
        <Button look="primary" size="large" icon={BookOpen} disabled={off} onClick={() => void store.getState().sampleRequested()}>
          Open the sample library
        </Button>
        <Button size="large" icon={FileUp} disabled={off} onClick={() => void chooseAndImport(store.getState(), host, 'files')}>
          Import articles…
        </Button>
        <Button size="large" icon={FolderUp} disabled={off} onClick={() => void chooseAndImport(store.getState(), host, 'folder')}>
          Import a folder…
        </Button>
      </div>
      <p className={styles.hint}>
        {readOnly
          ? 'This library is open elsewhere: nothing can be imported here until it is closed there.'
          : 'Or drop files and folders anywhere on this window: text, HTML, Markdown, JSON.'}
      </p>
    </div>
  );
};
