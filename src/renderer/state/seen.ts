import type { App } from './app.ts';
import { rememberedSeen, type Seen } from './board/seen.ts';

const remembered = rememberedSeen();

/** What of the board is to be seen: without what is hidden or filtered away. The same object until something of it changes. */
export const seenIn = ({ board, activity }: Pick<App, 'board' | 'activity'>): Seen => remembered(board, activity.answer);
