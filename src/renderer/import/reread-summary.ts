import type { RereadProgress } from '../../shared/views.ts';
import { formatCount, plural } from '../ui/format.ts';

/** How far the reading is, or how it ended, in a few words. */
export const rereadHeadline = ({ state }: RereadProgress): string => {
  switch (state) {
    case 'running':
      return 'Reading articles again';
    case 'done':
      return 'Articles read again';
    case 'cancelled':
      return 'Reading cancelled';
    case 'failed':
      return 'Reading stopped';
  }
};

/** `124 of 2,225 articles`. */
export const rereadCount = ({ done, total }: RereadProgress): string => `${formatCount(done)} of ${plural(total, 'article')}`;

/** What an ended reading leaves behind, in a sentence; what went wrong comes first. */
export const rereadOutcome = (progress: RereadProgress): string => {
  const { state, done, total, message } = progress;
  if (state === 'done') return `${plural(total, 'article')}; corrections hold as before`;
  const kept = done === 0 ? 'All articles are as they were' : `${rereadCount(progress)} have the new findings, the others the old`;
  return message === undefined ? kept : `${message.replace(/\.$/, '')}. ${kept}`;
};
