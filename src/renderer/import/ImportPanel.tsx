import { Check, CircleAlert, CircleSlash, Loader, type LucideIcon, X } from 'lucide-react';
import { useEffect } from 'react';
import type { ImportProblem, ImportProgress, ImportState } from '../../shared/views.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { Progress } from '../ui/Progress.tsx';
import styles from './ImportPanel.module.css';
import { filesOf, headlineOf, partsOf, timeLeft } from './summary.ts';

const Running = ({ progress }: { progress: ImportProgress }) => {
  const cancelled = useApp((app) => app.importCancelled);
  const hidden = useApp((app) => app.importPanelToggled);
  const left = timeLeft(progress);
  return (
    <>
      <span className={styles.bar}>
        <Progress label="Import" done={progress.walked && progress.files > 0 ? progress.filesDone / progress.files : null} />
      </span>
      <Loader size={15} strokeWidth={1.75} className={styles.sign} aria-hidden="true" />
      <strong className={styles.headline}>Importing</strong>
      <span className={styles.files}>{filesOf(progress)}</span>
      <span className={styles.parts}>{partsOf(progress).join(' · ')}</span>
      <span className={styles.left}>{left}</span>
      <Button look="quiet" size="small" onClick={() => void cancelled()}>
        Cancel
      </Button>
      <IconButton icon={X} label="Hide; the import goes on" size="small" side="top" onClick={() => hidden(false)} />
    </>
  );
};

/** What was cancelled went as the user wanted: that is no failure. */
const signs: Record<ImportState, { sign: LucideIcon; look: string | undefined }> = {
  running: { sign: Loader, look: styles.sign },
  done: { sign: Check, look: styles.good },
  cancelled: { sign: CircleSlash, look: styles.plain },
  failed: { sign: CircleAlert, look: styles.bad },
};

const Ended = ({ progress }: { progress: ImportProgress }) => {
  const { importPanelToggled, importReportToggled, importedListed, resultsPaneToggled } = useAppStore().getState();
  const report = useApp((app) => app.library.report);
  const { sign: Sign, look } = signs[progress.state];
  return (
    <>
      <Sign size={15} strokeWidth={2} className={look} aria-hidden="true" />
      <strong className={styles.headline}>{headlineOf(progress)}</strong>
      <span className={styles.parts}>{progress.error ? progress.error.message : partsOf(progress).join(' · ')}</span>
      <span className={styles.left} />
      {report && report.firstArticles.length > 0 ? (
        <Button
          size="small"
          onClick={() => {
            resultsPaneToggled(true);
            importedListed(report.firstArticles);
            importPanelToggled(false);
          }}
        >
          Show the articles
        </Button>
      ) : null}
      <Button look="quiet" size="small" disabled={!report} onClick={() => importReportToggled(true)}>
        {progress.problems > namedProblems ? `All ${plural(progress.problems, 'problem')}` : 'Report'}
      </Button>
      <IconButton icon={X} label="Close" size="small" side="top" onClick={() => importPanelToggled(false)} />
    </>
  );
};

/** Problems named in the strip itself; the report has them all. */
const namedProblems = 3;

const Problems = ({ problems }: { problems: readonly ImportProblem[] }) => (
  <ul className={styles.problems} aria-label="What did not come in">
    {problems.slice(0, namedProblems).map(({ place, reason }) => (
      <li key={`${place} ${reason}`} className={styles.problem}>
        <MiddleTruncate text={place} className={styles.place} />
        <span className={styles.reason}>{reason}</span>
      </li>
    ))}
  </ul>
);

const Gathering = ({ done, total }: { done: number; total: number }) => (
  <section className={styles.strip} aria-label="Import">
    <span className={styles.bar}>
      <Progress label="Handing over the files" done={total > 0 ? done / total : null} />
    </span>
    <strong className={styles.headline}>{total > 0 ? 'Handing over the files' : 'Waiting for your choice'}</strong>
    <span className={styles.parts}>
      {total > 0 ? `${formatCount(done)} of ${formatCount(total)}` : 'The import starts once files are chosen'}
    </span>
  </section>
);

/** The strip at the foot of the window: how far an import is, then how it ended. */
export const ImportPanel = () => {
  const open = useApp((app) => app.chrome.importPanel);
  const progress = useApp((app) => app.library.status?.import ?? null);
  const gathering = useApp((app) => app.library.gathering);
  const report = useApp((app) => app.library.report);
  const state = progress?.state;

  useEffect(() => {
    if (open && state !== undefined) announce(state === 'running' ? 'Import started' : 'Import ended');
  }, [open, state]);

  if (gathering) return <Gathering {...gathering} />;
  if (!open || !progress) return null;
  if (progress.state === 'running') {
    return (
      <section className={styles.strip} aria-label="Import">
        <Running progress={progress} />
      </section>
    );
  }
  return (
    <section className={styles.ended} aria-label="Import">
      <div className={styles.strip}>
        <Ended progress={progress} />
      </div>
      {report && report.problemList.length > 0 ? <Problems problems={report.problemList} /> : null}
    </section>
  );
};
