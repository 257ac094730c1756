import { useCallback } from 'react';
import { useAppStore } from '../state/app.ts';
import { isOpen, openSpan, type Span, sameSpan } from './brush.ts';

/** Ways to set the board's time span: `brushed` while a doing goes on, which `settled` ends; all of it is one step to undo. */
export const useSpan = () => {
  const app = useAppStore();
  const brushed = useCallback(
    (span: Span) => {
      const { board, filtering, filterChanged, playToggled } = app.getState();
      if (sameSpan(board.filter.span, span)) return;
      if (filtering.playing) playToggled(false);
      filterChanged({ span }, 'span');
    },
    [app],
  );
  const settled = useCallback(() => app.getState().changeSettled(), [app]);
  const cleared = useCallback(() => {
    const { board, filterChanged, playToggled } = app.getState();
    playToggled(false);
    if (!isOpen(board.filter.span)) filterChanged({ span: openSpan });
  }, [app]);
  return { brushed, settled, cleared };
};
