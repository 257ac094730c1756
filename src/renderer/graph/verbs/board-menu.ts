import { ArrowLeftRight, Eye, Maximize, Redo2, SquareDashedMousePointer, StickyNote, TextSearch, Undo2 } from 'lucide-react';
import type { App } from '../../state/app.ts';
import { seenIn } from '../../state/seen.ts';
import { plural } from '../../ui/format.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { layoutItems, sizingItems } from './arranging.ts';
import type { MenuHelp } from './menu-help.ts';

/** What can be done with the map as a whole. */
export const mapItems = (app: App, help: MenuHelp): MenuItem[] => {
  const { hidden, selection } = app.board;
  const last = app.history.past.at(-1);
  const next = app.history.future[0];
  const seen = seenIn(app);
  return [
    {
      id: 'select-all',
      label: 'Select all',
      icon: SquareDashedMousePointer,
      shortcut: 'Mod+A',
      onChoose: () => app.nodesSelected(seen.nodes.map(({ id }) => id)),
    },
    ...(selection.size > 0
      ? [
          {
            id: 'invert',
            label: 'Invert the selection',
            icon: ArrowLeftRight,
            shortcut: 'Shift+I',
            onChoose: () => app.nodesSelected(seen.nodes.flatMap(({ id }) => (selection.has(id) ? [] : [id]))),
          },
        ]
      : []),
    { id: 'note', label: 'Add a note here', icon: StickyNote, shortcut: 'Shift+M', onChoose: help.addNote },
    { id: 'find', label: 'Find on the map', icon: TextSearch, shortcut: 'F', onChoose: () => app.boardSearchRequested() },
    ...(help.fit ? [{ id: 'fit', label: 'Show the whole map', icon: Maximize, shortcut: '0', onChoose: help.fit }] : []),
    {
      id: 'unhide',
      label: hidden.size > 0 ? `Bring back ${plural(hidden.size, 'hidden node')}` : 'Bring back what was hidden',
      icon: Eye,
      disabled: hidden.size === 0,
      onChoose: () => app.hiddenShown(),
    },
    ...layoutItems(app).map((item, at) => ({ ...item, apart: at === 0 })),
    ...sizingItems(app).map((item, at) => ({ ...item, apart: at === 0 })),
    {
      id: 'undo',
      label: last ? `Undo: ${last.label}` : 'Undo',
      icon: Undo2,
      shortcut: 'Mod+Z',
      apart: true,
      disabled: last === undefined,
      onChoose: () => app.undoRequested(),
    },
    {
      id: 'redo',
      label: next ? `Redo: ${next.label}` : 'Redo',
      icon: Redo2,
      shortcut: 'Mod+Shift+Z',
      disabled: next === undefined,
      onChoose: () => app.redoRequested(),
    },
  ];
};
