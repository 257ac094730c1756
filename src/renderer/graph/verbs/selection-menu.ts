import { ArrowLeftRight, Copy, Expand, EyeOff, Focus, Pin, PinOff, Route, Share2, UserRoundPlus } from 'lucide-react';
import type { App } from '../../state/app.ts';
import { neighboursIn } from '../../state/board/selecting.ts';
import { seenIn } from '../../state/seen.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import type { MenuHelp } from './menu-help.ts';

/** What can be done with all that is selected. */
export const selectionItems = (app: App, help: Pick<MenuHelp, 'copy'>): MenuItem[] => {
  const { selection, pinned, nodes } = app.board;
  const [from, to, ...others] = selection;
  const ends = from !== undefined && to !== undefined && others.length === 0 ? { from, to } : null;
  const allPinned = [...selection].every((id) => pinned.has(id));
  const seen = seenIn(app);
  const names = nodes.flatMap(({ id, name }) => (selection.has(id) ? [name] : []));
  return [
    ...(ends
      ? [{ id: 'path', label: 'Path between the two', icon: Route, shortcut: 'X', onChoose: () => app.pathRequested(ends.from, ends.to) }]
      : []),
    { id: 'expand', label: 'Expand them', icon: Expand, shortcut: 'E', apart: ends !== null, onChoose: () => app.nodesExpanded(selection) },
    {
      id: 'reveal',
      label: 'Reveal all links among them',
      icon: Share2,
      shortcut: 'Shift+R',
      onChoose: () => app.linksRevealed(selection),
    },
    {
      id: 'select-neighbours',
      label: 'Select their neighbours too',
      icon: UserRoundPlus,
      shortcut: 'Shift+N',
      apart: true,
      onChoose: () => app.nodesSelected(neighboursIn(seen, selection)),
    },
    {
      id: 'invert',
      label: 'Select the others instead',
      icon: ArrowLeftRight,
      shortcut: 'Shift+I',
      onChoose: () => app.nodesSelected(seen.nodes.flatMap(({ id }) => (selection.has(id) ? [] : [id]))),
    },
    {
      id: 'pin',
      label: allPinned ? 'Unpin them' : 'Pin them',
      icon: allPinned ? PinOff : Pin,
      shortcut: 'P',
      apart: true,
      onChoose: () => app.pinsToggled(selection),
    },
    { id: 'hide', label: 'Hide them', icon: EyeOff, shortcut: 'Delete', onChoose: () => app.nodesHidden(selection) },
    {
      id: 'isolate',
      label: 'Show them alone',
      icon: Focus,
      shortcut: 'Mod+Shift+H',
      onChoose: () => app.nodesIsolated(selection),
    },
    { id: 'copy', label: 'Copy their names', icon: Copy, apart: true, onChoose: () => help.copy(names.join('\n'), 'The names') },
  ];
};
