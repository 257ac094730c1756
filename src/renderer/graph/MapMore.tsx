import { Ellipsis, Expand, FileDown, RefreshCw, TextSearch } from 'lucide-react';
import { useApp, useAppStore } from '../state/app.ts';
import { expansionStep } from '../state/board/growing.ts';
import { seenIn } from '../state/seen.ts';
import { formatCount, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';

/** What the head of the map shows as buttons where there is room, and here where there is none. */
export const MapMore = () => {
  const app = useAppStore();
  const mode = useApp((state) => state.graphMode);
  const drawn = useApp(({ board }) => board.drawn !== null && board.nodes.length > 0);
  const behind = useApp(({ board, library }) => (board.generation > 0 ? (library.status?.articles ?? 0) - board.articles : 0));
  const around = useApp(({ board }) => (board.view.kind === 'around' && board.focus === board.view.id ? board.view.id : null));
  const total = useApp(({ board }) => board.total);
  const left = useApp((state) => total - seenIn(state).links.filter((link) => link.source === around || link.target === around).length);
  const { nodeExpanded, boardSearchRequested, exportToggled, boardRefreshed } = app.getState();
  const items: MenuItem[] = [
    ...(around !== null && left > 0
      ? [
          {
            id: 'more',
            label: `Show ${Math.min(left, expansionStep)} more of ${formatCount(total)} neighbours`,
            icon: Expand,
            onChoose: () => nodeExpanded(around),
          },
        ]
      : []),
    {
      id: 'find',
      label: 'Find on the map',
      icon: TextSearch,
      shortcut: 'F',
      disabled: mode === 'table',
      onChoose: boardSearchRequested,
    },
    {
      id: 'export',
      label: 'Export the board…',
      icon: FileDown,
      shortcut: 'Mod+Shift+E',
      disabled: !drawn,
      onChoose: () => exportToggled(true),
    },
    {
      id: 'refresh',
      label: behind > 0 ? `Draw anew with ${plural(behind, 'new article')}` : 'Draw the map anew',
      icon: RefreshCw,
      shortcut: 'R',
      onChoose: boardRefreshed,
    },
  ];
  return <Menu label="More for the map" align="end" items={items} trigger={<IconButton icon={Ellipsis} label="More for the map" />} />;
};
