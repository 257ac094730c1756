import { Bookmark, BookmarkPlus, BookmarkX, Copy, FileDown, Pencil, StickyNote } from 'lucide-react';
import type { App } from '../state/app.ts';
import type { Command } from './command.ts';

/** What can be done with boards as a whole, and the notes on them. */

const hasMap = ({ board }: App) => board.drawn !== null && board.nodes.length > 0;
const isSaved = ({ board, library }: App) => board.saved !== null && !library.status?.readOnly;

const withSaved = (does: (app: App, id: string) => void) => (app: App) => {
  const { saved } = app.board;
  if (saved !== null) does(app, saved.id);
};

export const boardCommands: readonly Command[] = [
  {
    id: 'board-save',
    title: 'Save the board',
    group: 'Map',
    icon: Bookmark,
    keys: ['Mod+S'],
    when: hasMap,
    run: (app) => app.boardSaveRequested(),
  },
  {
    id: 'board-save-as',
    title: 'Save the board as…',
    group: 'Map',
    icon: BookmarkPlus,
    keys: ['Mod+Shift+S'],
    when: hasMap,
    run: (app) => app.boardSaveRequested({ anew: true }),
  },
  {
    id: 'board-rename',
    title: 'Rename the board…',
    group: 'Map',
    icon: Pencil,
    when: isSaved,
    run: withSaved((app, id) => app.boardRenameRequested(id)),
  },
  {
    id: 'board-duplicate',
    title: 'Duplicate the board',
    group: 'Map',
    icon: Copy,
    when: isSaved,
    run: withSaved((app, id) => void app.savedBoardDuplicated(id)),
  },
  {
    id: 'board-delete',
    title: 'Delete the board',
    group: 'Map',
    icon: BookmarkX,
    when: isSaved,
    run: withSaved((app, id) => void app.savedBoardDeleted(id)),
  },
  {
    id: 'board-export',
    title: 'Export the board…',
    group: 'Map',
    icon: FileDown,
    keys: ['Mod+Shift+E'],
    when: hasMap,
    run: (app) => app.exportToggled(true),
  },
  {
    id: 'note-add',
    title: 'Add a note to the map',
    group: 'Map',
    icon: StickyNote,
    keys: ['Shift+M'],
    when: hasMap,
    run: (app) => app.noteRequested(),
  },
];
