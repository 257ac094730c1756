import type { App } from '../state/app.ts';

/** What one Esc leaves, from the innermost out. */
export type Level = 'layer' | 'field' | 'overlay' | 'selection' | 'map' | 'nothing';

interface Situation {
  /** A dialog, menu or popover is open; it closes itself. */
  layer: boolean;
  /** A text field has the focus. */
  typing: boolean;
  /** The reader lies over the map (narrow windows) and is open. */
  overlay: boolean;
}

/** The one level that Esc leaves now. The node in the middle of a map is no selection that one could leave. */
export const levelToLeave = ({ board, boardTrail }: Pick<App, 'board' | 'boardTrail'>, { layer, typing, overlay }: Situation): Level => {
  if (layer) return 'layer';
  if (typing) return 'field';
  if (overlay) return 'overlay';
  const { selected, view } = board;
  const focusOnly = selected?.kind === 'node' && view.kind === 'around' && selected.id === view.id;
  if (selected && !focusOnly) return 'selection';
  return boardTrail.back.length > 0 ? 'map' : 'nothing';
};
