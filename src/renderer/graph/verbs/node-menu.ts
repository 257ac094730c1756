import {
  Copy,
  Crosshair,
  Expand,
  EyeOff,
  Focus,
  ListPlus,
  Newspaper,
  PanelRight,
  Pin,
  PinOff,
  Quote,
  Route,
  Shrink,
  UserRoundPlus,
  Waypoints,
} from 'lucide-react';
import { isStoryId, type NodeId } from '../../../shared/model.ts';
import type { GraphNode, Neighbour } from '../../../shared/views.ts';
import type { App } from '../../state/app.ts';
import { grownFrom } from '../../state/board/changes.ts';
import { expansionStep } from '../../state/board/growing.ts';
import { neighboursIn } from '../../state/board/selecting.ts';
import { seenIn } from '../../state/seen.ts';
import { plural } from '../../ui/format.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { cutInMiddle } from '../words.ts';
import { type MenuHelp, nodeOf } from './menu-help.ts';

/** What can be done with a node on the map. */
export const nodeItems = (app: App, node: GraphNode, help: MenuHelp): MenuItem[] => {
  const { board } = app;
  const { id } = node;
  const focus = board.focus === id;
  const pinned = board.pinned.has(id);
  const grown = grownFrom(board, id).size;
  const other = board.selected?.kind === 'node' && board.selected.id !== id ? board.selected.id : board.focus;
  const partner = other === id ? null : nodeOf(app, other);
  const story = isStoryId(id);
  return [
    {
      id: 'open',
      label: story ? 'Open story' : 'Open card',
      icon: story ? Newspaper : PanelRight,
      shortcut: 'Enter',
      onChoose: () => help.openNode(id),
    },
    { id: 'centre', label: 'Centre here', icon: Crosshair, shortcut: 'C', disabled: focus, onChoose: () => app.nodeFocused(id) },
    {
      id: 'expand',
      label: node.more > 0 ? `Show ${Math.min(node.more, expansionStep)} more around it` : 'All its neighbours are shown',
      icon: Expand,
      shortcut: 'E',
      apart: true,
      disabled: node.more === 0,
      onChoose: () => app.nodeExpanded(id),
    },
    {
      id: 'pick',
      label: 'Pick neighbours to add…',
      icon: ListPlus,
      shortcut: 'Shift+E',
      disabled: node.more === 0,
      onChoose: () => app.pickerOpened(id),
    },
    {
      id: 'collapse',
      label: grown > 0 ? `Collapse the ${plural(grown, 'node')} it brought` : 'Collapse',
      icon: Shrink,
      shortcut: 'Shift+C',
      disabled: grown === 0,
      onChoose: () => app.nodeCollapsed(id),
    },
    ...(partner
      ? [
          {
            id: 'path',
            label: `Path from ${cutInMiddle(partner.name)}`,
            icon: Route,
            apart: true,
            onChoose: () => app.pathRequested(partner.id, id),
          },
        ]
      : []),
    {
      id: 'connect',
      label: 'Connect with…',
      icon: Waypoints,
      shortcut: 'X',
      apart: partner === null,
      onChoose: () => app.connectionStarted({ id, name: node.name }),
    },
    {
      id: 'select-neighbours',
      label: 'Select its neighbours too',
      icon: UserRoundPlus,
      shortcut: 'Shift+N',
      onChoose: () => app.nodesSelected(neighboursIn(seenIn(app), new Set([id]))),
    },
    {
      id: 'pin',
      label: pinned ? 'Unpin' : 'Pin here',
      icon: pinned ? PinOff : Pin,
      shortcut: 'P',
      apart: true,
      onChoose: () => app.pinsToggled([id]),
    },
    { id: 'hide', label: 'Hide', icon: EyeOff, shortcut: 'Delete', disabled: focus, onChoose: () => app.nodesHidden([id]) },
    { id: 'isolate', label: 'Show alone', icon: Focus, shortcut: 'Mod+Shift+H', onChoose: () => app.nodesIsolated(new Set([id])) },
    { id: 'copy', label: 'Copy name', icon: Copy, apart: true, onChoose: () => help.copy(node.name, 'The name') },
  ];
};

/** What can be done with a neighbour of the middle that is not on the map. */
export const awayItems = (app: App, { node, link }: Neighbour, of: NodeId, help: MenuHelp): MenuItem[] => [
  { id: 'open', label: 'Open card', icon: PanelRight, shortcut: 'O', onChoose: () => help.openNode(node.id) },
  { id: 'centre', label: 'Centre it', icon: Crosshair, shortcut: 'Enter', onChoose: () => app.nodeFocused(node.id) },
  { id: 'add', label: 'Add it to the map', icon: ListPlus, shortcut: 'E', apart: true, onChoose: () => app.neighboursAdded(of, [node.id]) },
  { id: 'evidence', label: 'Show its sentences', icon: Quote, shortcut: 'S', onChoose: () => help.openLink(link.id) },
  { id: 'copy', label: 'Copy name', icon: Copy, apart: true, onChoose: () => help.copy(node.name, 'The name') },
];
