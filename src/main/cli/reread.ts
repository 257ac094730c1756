import type { RereadProgress } from '../../shared/views.ts';
import { changing, existingFolder, type LibraryChoice } from './library.ts';
import { note, printJson, printLines } from './output.ts';
import { counted } from './text.ts';

export interface RereadOptions extends LibraryChoice {
  /** Those that this version has read already, too. */
  all?: boolean;
}

/** Progress on standard error: one line that is rewritten in a terminal, nothing elsewhere. */
const show = ({ state, done, total }: RereadProgress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${state === 'running' ? `${done} of ${counted(total, 'article')}` : ''}`);
};

const inWords = ({ state, done, total, message }: RereadProgress): string => {
  if (state === 'failed') return `Failed (${message ?? 'for an unknown reason'}) after ${done} of ${counted(total, 'article')}.`;
  if (state === 'cancelled') return `Cancelled after ${done} of ${counted(total, 'article')}; what was read stays.`;
  return total === 0 ? 'All articles were read with this version already.' : `${counted(done, 'article')} read anew.`;
};

/**
 * `newsgraph reread`: reads the library's articles anew with the extraction of this version. Ctrl+C cancels and keeps what was read;
 * the next time goes on from there.
 */
export const reread = ({ all = false, json, ...choice }: RereadOptions): Promise<void> => {
  existingFolder(choice);
  return changing(choice, async (contract, library) => {
    await library.ready;
    const ended = new Promise<RereadProgress>((resolve) => {
      library.on((event) => {
        if (event.type !== 'reread') return;
        show(event.progress);
        if (event.progress.state !== 'running') resolve(event.progress);
      });
    });
    const cancel = () => {
      note('Cancelling …');
      void contract.rereadCancel({});
    };
    process.once('SIGINT', cancel);
    await contract.rereadStart({ all });
    const progress = await ended;
    process.removeListener('SIGINT', cancel);
    if (progress.state === 'cancelled') process.exitCode = 130;
    else if (progress.state === 'failed') process.exitCode = 1;
    await (json ? printJson(progress) : printLines([inWords(progress)]));
  });
};
