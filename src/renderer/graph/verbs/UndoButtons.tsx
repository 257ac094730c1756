import { Redo2, Undo2 } from 'lucide-react';
import { useApp } from '../../state/app.ts';
import { correctionIsLast } from '../../state/board/slice.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** The way back and forth through what was done to the board, with the name of the step. */
export const UndoButtons = () => {
  const correction = useApp(correctionIsLast);
  const busy = useApp(({ corrections }) => corrections.undoing !== null);
  const last = useApp(({ history }) => history.past.at(-1)?.label ?? null);
  const next = useApp(({ history }) => history.future[0]?.label ?? null);
  const undoRequested = useApp((app) => app.undoRequested);
  const redoRequested = useApp((app) => app.redoRequested);
  const undo = correction ? 'Undo: the last correction' : last === null ? 'Undo' : `Undo: ${last}`;
  return (
    <>
      <IconButton icon={Undo2} label={undo} shortcut="Mod+Z" disabled={correction ? busy : last === null} onClick={undoRequested} />
      <IconButton
        icon={Redo2}
        label={next === null ? 'Redo' : `Redo: ${next}`}
        shortcut="Mod+Shift+Z"
        disabled={next === null}
        onClick={redoRequested}
      />
    </>
  );
};
