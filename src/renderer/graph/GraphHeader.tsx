import { ChevronLeft, ChevronRight, RefreshCw, Table, Waypoints } from 'lucide-react';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import styles from './GraphHeader.module.css';

const modes = [
  { value: 'graph', label: 'Graph', icon: Waypoints },
  { value: 'table', label: 'Table', icon: Table },
] as const;

/** Offers a fresh map once articles came in after it was drawn; it never changes under the user's eyes by itself. */
const Refresh = () => {
  const behind = useApp(({ board, library }) => (board.generation > 0 ? (library.status?.articles ?? 0) - board.articles : 0));
  const boardRefreshed = useApp((app) => app.boardRefreshed);
  if (behind <= 0) return null;
  return (
    <Button size="small" look="quiet" icon={RefreshCw} onClick={boardRefreshed}>
      {plural(behind, 'new article')}
    </Button>
  );
};

/** The head of the middle pane: the way back and forward, what is shown, and as what. */
export const GraphHeader = () => {
  const back = useApp((app) => app.boardTrail.back.length > 0);
  const forward = useApp((app) => app.boardTrail.forward.length > 0);
  const boardBack = useApp((app) => app.boardBack);
  const boardForward = useApp((app) => app.boardForward);
  const mode = useApp((app) => app.graphMode);
  const graphModeChosen = useApp((app) => app.graphModeChosen);
  return (
    <header className={styles.head}>
      <IconButton icon={ChevronLeft} label="Back to the previous map" shortcut="Mod+[" disabled={!back} onClick={boardBack} />
      <IconButton icon={ChevronRight} label="Forward to the next map" shortcut="Mod+]" disabled={!forward} onClick={boardForward} />
      <BoardTitle />
      <Refresh />
      <Segmented label="Show neighbours as" options={modes} value={mode} onChange={graphModeChosen} />
    </header>
  );
};
