import type { NodeId } from '../../../shared/model.ts';
import type { Neighbour } from '../../../shared/views.ts';
import type { App } from '../../state/app.ts';
import type { Target } from '../../state/board/board.ts';
import { seenIn } from '../../state/seen.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { mapItems } from './board-menu.ts';
import { linkItems } from './link-menu.ts';
import { type MenuHelp, nodeOf } from './menu-help.ts';
import { awayItems, nodeItems } from './node-menu.ts';
import { selectionItems } from './selection-menu.ts';

/** What a menu of the map is about: a node, a link, what is selected, the map, or a neighbour of its middle that is not on it. */
export type MenuSubject = Target | { kind: 'selection' } | { kind: 'map' } | { kind: 'away'; neighbour: Neighbour; of: NodeId };

/** What a right click, or the menu key, on something is about: on one of several selected, all of those. */
export const subjectOf = ({ board }: App, target: Target | null): MenuSubject => {
  if (target === null) return { kind: 'map' };
  return target.kind === 'node' && board.selection.size > 1 && board.selection.has(target.id) ? { kind: 'selection' } : target;
};

/** What the menu key is about where no cursor is on the map: what is selected and to be seen. */
export const selectedTarget = (app: App): Target | null => {
  const { selected, selection } = app.board;
  const { nodes, links } = seenIn(app);
  if (selected && [...nodes, ...links].some(({ id }) => id === selected.id)) return selected;
  const node = nodes.find(({ id }) => selection.has(id));
  return node ? { kind: 'node', id: node.id } : null;
};

/** A menu of the map: its name and what can be done there. Null where what it is about is gone. */
export const mapMenu = (app: App, subject: MenuSubject, help: MenuHelp): { label: string; items: MenuItem[] } | null => {
  if (subject.kind === 'map') return { label: 'Map', items: mapItems(app, help) };
  if (subject.kind === 'selection') return { label: `${app.board.selection.size} selected`, items: selectionItems(app, help) };
  if (subject.kind === 'away') {
    return { label: subject.neighbour.node.name, items: awayItems(app, subject.neighbour, subject.of, help) };
  }
  if (subject.kind === 'node') {
    const node = nodeOf(app, subject.id);
    return node && { label: node.name, items: nodeItems(app, node, help) };
  }
  const link = seenIn(app).links.find(({ id }) => id === subject.id);
  return link ? { label: 'Link', items: linkItems(app, link, help) } : null;
};
