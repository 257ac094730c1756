import { ChevronLeft, ChevronRight, FileDown, RefreshCw, Table, TextSearch, Waypoints } from 'lucide-react';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Later } from '../ui/Later.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { BoardsMenu } from './boards/BoardsMenu.tsx';
import styles from './GraphHeader.module.css';
import { MapMore } from './MapMore.tsx';
import { DepthSlider } from './verbs/DepthSlider.tsx';
import { UndoButtons } from './verbs/UndoButtons.tsx';

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
    <Button size="small" look="quiet" icon={RefreshCw} className={styles.roomy} onClick={boardRefreshed}>
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
  const boardSearchRequested = useApp((app) => app.boardSearchRequested);
  const drawn = useApp(({ board }) => board.drawn !== null && board.nodes.length > 0);
  const exportToggled = useApp((app) => app.exportToggled);
  return (
    <header className={styles.head}>
      <IconButton icon={ChevronLeft} label="Back to the previous map" shortcut="Mod+[" disabled={!back} onClick={boardBack} />
      <IconButton icon={ChevronRight} label="Forward to the next map" shortcut="Mod+]" disabled={!forward} onClick={boardForward} />
      <UndoButtons />
      <BoardTitle />
      <Refresh />
      <Later frames={2}>
        <BoardsMenu />
      </Later>
      <DepthSlider />
      <span className={styles.roomy}>
        <IconButton icon={TextSearch} label="Find on the map" shortcut="F" disabled={mode === 'table'} onClick={boardSearchRequested} />
        <IconButton
          icon={FileDown}
          label="Export the board…"
          shortcut="Mod+Shift+E"
          disabled={!drawn}
          onClick={() => exportToggled(true)}
        />
      </span>
      <span className={styles.tight}>
        <Later frames={3}>
          <MapMore />
        </Later>
      </span>
      <Segmented label="Show neighbours as" options={modes} value={mode} onChange={graphModeChosen} iconsOnly />
    </header>
  );
};
