import { useEffect } from 'react';
import { useApp, useAppStore } from '../state/app.ts';
import type { Axis } from './bars.ts';
import { brushOf, sameSpan, spanOf } from './brush.ts';
import { nextOf, startOf, stepMs } from './play.ts';

/** Moves the time span on while it is played, a bar at a time, and stops at the end. All of it is one step to undo. */
export const usePlay = (axis: Axis): void => {
  const app = useAppStore();
  const playing = useApp(({ filtering }) => filtering.playing);
  const speed = useApp(({ filtering }) => filtering.speed);
  // the same bars are the same axis
  const key = `${axis.unit} ${axis.froms.length} ${axis.froms[0]}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the axis
  useEffect(() => {
    const bars = axis.froms.length;
    if (!playing) return;
    const { board, filterChanged, playToggled } = app.getState();
    const stop = () => playToggled(false);
    if (bars < 2) {
      stop();
      return;
    }
    let brush = startOf(brushOf(axis, board.filter.span), bars);
    let shown = spanOf(axis, brush);
    if (!sameSpan(board.filter.span, shown)) filterChanged({ span: shown }, 'play');
    const timer = setInterval(
      () => {
        const next = nextOf(brush, bars);
        // something else has set the span meanwhile: an undo, a filter that was cleared
        if (next === null || !sameSpan(app.getState().board.filter.span, shown)) {
          stop();
          return;
        }
        brush = next;
        shown = spanOf(axis, brush);
        app.getState().filterChanged({ span: shown }, 'play');
      },
      stepMs(bars, speed),
    );
    return () => clearInterval(timer);
  }, [app, playing, speed, key]);
};
