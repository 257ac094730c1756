import type { App } from '../state/app.ts';

/** What one Esc leaves, from the innermost out. */
export type Level = 'layer' | 'field' | 'overlay' | 'finding' | 'selection' | 'map' | 'nothing';

interface Situation {
  /** A dialog, menu or popover is open; it closes itself. */
  layer: boolean;
  /** A text field has the focus. */
  typing: boolean;
  /** The reader lies over the map (narrow windows) and is open. */
  overlay: boolean;
}

/** The one level that Esc leaves now. */
export const levelToLeave = ({ board, boardTrail }: Pick<App, 'board' | 'boardTrail'>, { layer, typing, overlay }: Situation): Level => {
  if (layer) return 'layer';
  if (typing) return 'field';
  if (overlay) return 'overlay';
  if (board.finding !== '') return 'finding';
  if (board.selected || board.selection.size > 0) return 'selection';
  return boardTrail.back.length > 0 ? 'map' : 'nothing';
};
