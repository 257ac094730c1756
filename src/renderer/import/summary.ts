import type { ImportProgress, ImportReport } from '../../shared/views.ts';
import { formatCount, formatDuration, plural } from '../ui/format.ts';

/** What an import has brought in so far, in a few short parts. */
export const partsOf = (progress: ImportProgress): string[] => {
  const parts = [plural(progress.articles, 'new article')];
  if (progress.duplicates > 0) parts.push(`${formatCount(progress.duplicates)} already here`);
  if (progress.entities > 0) parts.push(plural(progress.entities, 'entity', 'entities'));
  if (progress.problems > 0) parts.push(plural(progress.problems, 'problem'));
  return parts;
};

/** How many of the files are done: `124 of 2,225 files`, with a plus while more are being found; at first that they are. */
export const filesOf = (progress: ImportProgress): string => {
  if (progress.files === 0 && !progress.walked) return 'Looking for files';
  return `${formatCount(progress.filesDone)} of ${formatCount(progress.files)}${progress.walked ? '' : '+'} ${progress.files === 1 ? 'file' : 'files'}`;
};

/** What was passed over in folders, in a sentence; empty where nothing was. */
export const passedOver = ({ skipped }: ImportProgress): string =>
  skipped === 0 ? '' : `${plural(skipped, 'file of another format was', 'files of other formats were')} passed over.`;

/** `about 40 seconds left`; empty while nobody knows. */
export const leftWords = (leftMs: number | null): string => {
  if (leftMs === null) return '';
  const duration = formatDuration(leftMs);
  return duration.startsWith('a few') ? `${duration} left` : `about ${duration} left`;
};

/** The same of an import; empty where it takes under two seconds in all. */
export const timeLeft = (progress: ImportProgress): string => {
  const { leftMs, elapsedMs } = progress;
  return leftMs === null || leftMs + elapsedMs < 2000 ? '' : leftWords(leftMs);
};

/** How an import ended, in a sentence. */
export const headlineOf = (progress: ImportProgress): string => {
  if (progress.state === 'running') return 'Importing';
  if (progress.state === 'cancelled') return 'Import cancelled; what came in stays';
  if (progress.state === 'failed') return 'The import stopped; what came in stays';
  return progress.articles === 0 && progress.duplicates > 0 ? 'Nothing new: all of it was here already' : 'Import finished';
};

/** The report as plain text, for the clipboard: counts, then one line for each problem. */
export const reportText = (report: ImportReport): string => {
  const lines = [headlineOf(report), `${filesOf(report)}; ${partsOf(report).join(', ')}`];
  if (report.skipped > 0) lines.push(passedOver(report));
  if (report.error) lines.push(report.error.message);
  return [...lines, '', ...report.problemList.map(({ place, reason }) => `${place}: ${reason}`)].join('\n').trimEnd();
};
