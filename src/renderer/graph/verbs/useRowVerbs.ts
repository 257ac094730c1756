import { type MouseEvent, useState } from 'react';
import { isStoryId, type LinkId, type NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { useAppStore } from '../../state/app.ts';
import { announce } from '../../ui/Announcer.tsx';
import type { Row } from '../tableRows.ts';
import type { MenuPlace } from './MapMenu.tsx';
import { subjectOf } from './map-menu.ts';

/** What can be done with the rows of the table: the map's own verbs. `there` are the nodes that are to be seen on the map. */
export const useRowVerbs = (rows: readonly Row[], there: ReadonlySet<NodeId>) => {
  const app = useAppStore();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  // where a range of rows that is selected with Shift begins
  const [from, setFrom] = useState<NodeId | null>(null);

  const open = (id: NodeId) => {
    const { targetSelected, entityOpened, storyOpened } = app.getState();
    targetSelected({ kind: 'node', id });
    setFrom(id);
    if (isStoryId(id)) storyOpened(id);
    else entityOpened(id);
  };
  const openLink = (id: LinkId) => {
    app.getState().targetSelected({ kind: 'link', id });
    app.getState().evidenceOpened(id);
  };
  const toggle = (row: Row) => {
    if (!there.has(row.node.id)) {
      app.getState().noticeGiven(`${row.node.name} is not on the map`, 'E adds it.');
      return;
    }
    setFrom(row.node.id);
    app.getState().selectionToggled(row.node.id);
    const { selection: now } = app.getState().board;
    announce(`${now.has(row.node.id) ? 'Selected' : 'Taken out'}, ${now.size} in all`);
  };
  /** Selects from where the range began to this row; it begins at `start` where it has not begun. */
  const selectTo = (row: Row, start: NodeId | null = row.node.id) => {
    const begin = from ?? start;
    setFrom(begin);
    const ids = rows.map(({ node }) => node.id);
    const [first, last] = [begin === null ? -1 : ids.indexOf(begin), ids.indexOf(row.node.id)].sort((a, b) => a - b);
    app.getState().nodesSelected(ids.slice(Math.max(0, first ?? 0), (last ?? 0) + 1));
  };
  const clicked = (row: Row, event: MouseEvent) => {
    if (event.shiftKey) selectTo(row);
    else if (event.ctrlKey || event.metaKey) toggle(row);
    else open(row.node.id);
  };
  const menuOf = (row: Row, at: Point) => {
    const { node, link } = row;
    const { focus } = app.getState().board;
    if (there.has(node.id)) setMenu({ subject: subjectOf(app.getState(), { kind: 'node', id: node.id }), at });
    else if (link && focus !== null) setMenu({ subject: { kind: 'away', neighbour: { node, link }, of: focus }, at });
  };
  /** The verb that comes next means this row, unless several are selected; one that is not on the map is added to it by expanding. */
  const mean = (row: Row, expands: boolean): boolean => {
    const { board, targetSelected, neighboursAdded } = app.getState();
    if (board.selection.size > 1) return false;
    if (!there.has(row.node.id)) {
      if (expands && board.focus !== null) neighboursAdded(board.focus, [row.node.id]);
      return true;
    }
    if (!board.selection.has(row.node.id)) targetSelected({ kind: 'node', id: row.node.id });
    return false;
  };

  return { open, openLink, toggle, selectTo, clicked, menuOf, mean, menu, menuClosed: () => setMenu(null) };
};
