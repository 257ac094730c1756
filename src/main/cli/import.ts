import { statSync } from 'node:fs';
import path from 'node:path';
import { NewsgraphError } from '../../shared/result.ts';
import type { ImportProgress, ImportReport } from '../../shared/views.ts';
import { callerFolder } from './caller.ts';
import { changing, type LibraryChoice } from './library.ts';
import { note, printJson, printLines } from './output.ts';
import { counted, duration } from './text.ts';

const inWords = ({ files, filesDone, walked, articles, entities, leftMs }: ImportProgress): string => {
  const left = leftMs === null || leftMs < 1000 ? '' : `, ${duration(leftMs)} left`;
  return `${filesDone} of ${files}${walked ? '' : '+'} files, ${counted(articles, 'article')}, ${counted(entities, 'entity', 'entities')}${left}`;
};

/** Progress on standard error: one line that is rewritten in a terminal, nothing elsewhere. */
const showProgress = (progress: ImportProgress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${progress.state === 'running' ? inWords(progress) : ''}`);
};

const reportInWords = (report: ImportReport): string[] => {
  const { state, articles, duplicates, files, skipped, entities, relations, elapsedMs, problems, problemList, error } = report;
  const there = duplicates > 0 ? `, ${counted(duplicates, 'was', 'were')} there already` : '';
  const ended = state === 'cancelled' ? 'Cancelled: ' : state === 'failed' ? `Failed (${error?.message ?? 'for an unknown reason'}): ` : '';
  return [
    `${ended}${counted(articles, 'article')} imported${there}, from ${counted(files, 'file')} in ${duration(elapsedMs)}: ${counted(entities, 'new entity', 'new entities')}, ${counted(relations, 'new relation')}.`,
    ...(skipped > 0 ? [`${counted(skipped, 'file of another format was', 'files of other formats were')} passed over.`] : []),
    ...(problems > 0 ? [`${counted(problems, 'problem')}:`, ...problemList.map(({ place, reason }) => `  ${place}: ${reason}`)] : []),
    ...(problems > problemList.length ? [`  and ${problems - problemList.length} more`] : []),
  ];
};

/** False where there is nothing at a path; what may not be looked at is there all the same. */
const isThere = (place: string): boolean => {
  try {
    return statSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
};

/**
 * Where paths of the command line lead. Throws `not-found` where there is nothing at any of them; one that is wrong among
 * others is the report's to tell.
 */
const sourcesAt = (paths: readonly string[]): { path: string }[] => {
  const places = paths.map((given) => path.resolve(callerFolder(), given));
  if (places.some(isThere)) return places.map((place) => ({ path: place }));
  throw new NewsgraphError('not-found', `There is no such file or folder: ${places.join(', ')}.`);
};

/**
 * `newsgraph import PATH…`: files and folders into the library. Exit code 0 when something came in or was there already,
 * 1 when nothing could be imported; Ctrl+C cancels and keeps what is in. A slip in the path makes no library.
 */
export const importPaths = async (paths: readonly string[], { json, ...choice }: LibraryChoice): Promise<void> => {
  const sources = sourcesAt(paths);
  return changing(choice, async (contract, library) => {
    const ended = new Promise<void>((resolve) => {
      library.on((event) => {
        if (event.type !== 'import') return;
        showProgress(event.progress);
        if (event.progress.state !== 'running') resolve();
      });
    });
    const cancel = () => {
      note('Cancelling …');
      void contract.importCancel({});
    };
    process.once('SIGINT', cancel);
    await contract.importStart({ sources });
    await ended;
    process.removeListener('SIGINT', cancel);
    const report = await contract.importReport({});
    if (!report) return;
    if (report.state === 'cancelled') process.exitCode = 130;
    else if (report.state === 'failed' || report.articles + report.duplicates === 0) process.exitCode = 1;
    await (json ? printJson(report) : printLines(reportInWords(report)));
  });
};
