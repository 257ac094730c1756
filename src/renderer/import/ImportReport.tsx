import { Copy } from 'lucide-react';
import type { ImportReport as Report } from '../../shared/views.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { formatCount, formatDuration, plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import styles from './ImportReport.module.css';
import { headlineOf, passedOver, reportText } from './summary.ts';

const figures: readonly { key: 'files' | 'articles' | 'duplicates' | 'entities' | 'relations' | 'problems'; words: string }[] = [
  { key: 'files', words: 'files' },
  { key: 'articles', words: 'new articles' },
  { key: 'duplicates', words: 'already here' },
  { key: 'entities', words: 'entities' },
  { key: 'relations', words: 'relations' },
  { key: 'problems', words: 'problems' },
];

const Problems = ({ report }: { report: Report }) => {
  const noticeGiven = useApp((app) => app.noticeGiven);
  const problemOccurred = useApp((app) => app.problemOccurred);
  const copy = async () => {
    try {
      await copyText(reportText(report));
      noticeGiven('The report is on the clipboard');
    } catch (thrown) {
      problemOccurred('The report could not be copied; the list can be selected by hand', thrown);
    }
  };
  return (
    <div className={styles.problems}>
      <div className={styles.problemsHead}>
        <h3 className={styles.heading}>{plural(report.problemList.length, 'file or part', 'files or parts')} did not come in</h3>
        <Button size="small" icon={Copy} onClick={() => void copy()}>
          Copy the report
        </Button>
      </div>
      <ul>
        {report.problemList.map(({ place, reason }) => (
          <li key={`${place} ${reason}`} className={styles.problem}>
            <MiddleTruncate text={place} className={styles.place} />
            <span className={styles.reason}>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The dialog with what the last import brought in, and what did not come in and why. */
export const ImportReport = () => {
  const open = useApp((app) => app.chrome.importReport);
  const report = useApp((app) => app.library.report);
  const { importReportToggled, importedListed, resultsPaneToggled, importPanelToggled } = useAppStore().getState();
  return (
    <Dialog open={open && report !== null} onClose={() => importReportToggled(false)} title={report ? headlineOf(report) : 'Import'}>
      {report ? (
        <div className={styles.report}>
          <dl className={styles.figures}>
            {figures.map(({ key, words }) => (
              <div key={key} className={styles.figure}>
                <dt>{words}</dt>
                <dd>{formatCount(report[key])}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.took}>
            It took {formatDuration(report.elapsedMs)}. {passedOver(report)}
            {report.error ? ` ${report.error.message}` : ''}
          </p>
          {report.problemList.length > 0 ? <Problems report={report} /> : null}
          {report.firstArticles.length > 0 ? (
            <Button
              look="primary"
              className={styles.show}
              onClick={() => {
                importReportToggled(false);
                importPanelToggled(false);
                resultsPaneToggled(true);
                importedListed(report.firstArticles);
              }}
            >
              Show the articles
            </Button>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );
};
