import { useDeferredValue, useEffect } from 'react';
import { DropZone } from '../import/DropZone.tsx';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { ImportReport } from '../import/ImportReport.tsx';
import { RereadPanel } from '../import/RereadPanel.tsx';
import { Welcome } from '../import/Welcome.tsx';
import { useApp } from '../state/app.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Banners } from './Banners.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { Palette } from './Palette.tsx';
import { Panes } from './Panes.tsx';
import styles from './Shell.module.css';
import { Toasts } from './Toasts.tsx';
import { TopBar } from './TopBar.tsx';
import { useTheme } from './theme.ts';
import { useKeyboard } from './useKeyboard.ts';

const Body = () => {
  // narrowly: a running import changes the status five times a second, and all panes hang below
  const loading = useApp((app) => app.library.loading);
  const articles = useApp((app) => app.library.status?.articles);
  const requested = useApp((app) => app.libraryRequested);
  // the first articles of an import bring all panes at once: in slices, so that the window is not held for 120 ms
  const filled = useDeferredValue((articles ?? 0) > 0);
  if (articles === undefined) {
    return loading.state === 'failed' ? (
      <FailureState
        title="The library could not be opened"
        failure={loading.failure}
        kept="Nothing in it was changed"
        onRetry={() => void requested()}
      />
    ) : (
      <Skeleton label="Opening the library" />
    );
  }
  if (filled && articles > 0) return <Panes />;
  return (
    <main className={styles.main}>
      <Welcome />
    </main>
  );
};

/** The window. */
export const Shell = () => {
  useTheme();
  useKeyboard();
  const name = useApp((app) => app.library.status?.name);
  const filled = useApp((app) => (app.library.status?.articles ?? 0) > 0);
  useEffect(() => {
    document.title = name === undefined ? 'Newsgraph' : `${name} – Newsgraph`;
  }, [name]);
  return (
    <>
      <div className={styles.window}>
        <TopBar panes={filled} />
        <Banners />
        <div className={styles.body}>
          <ErrorBoundary name="The window">
            <Body />
          </ErrorBoundary>
        </div>
        <RereadPanel />
        <ImportPanel />
      </div>
      <DropZone />
      <Palette />
      <KeysDialog />
      <ImportReport />
      <Toasts />
      <Announcer />
    </>
  );
};
