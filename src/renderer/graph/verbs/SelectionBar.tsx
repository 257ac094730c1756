import { Ellipsis, Expand, EyeOff, Focus, Pin, PinOff, Route, Share2, X } from 'lucide-react';
import { useApp, useAppStore } from '../../state/app.ts';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from './SelectionBar.module.css';
import { selectionItems } from './selection-menu.ts';
import { useCopy } from './useCopy.ts';

/** What can be done with several selected nodes; gone while there are fewer than two. */
export const SelectionBar = () => {
  const app = useAppStore();
  const copy = useCopy();
  const selection = useApp(({ board }) => board.selection);
  const allPinned = useApp(({ board }) => [...board.selection].every((id) => board.pinned.has(id)));
  if (selection.size < 2) return null;
  const does = app.getState();
  const [from, to] = selection;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selection">
      <span className={styles.count}>{formatCount(selection.size)} selected</span>
      {selection.size === 2 && from !== undefined && to !== undefined ? (
        <IconButton icon={Route} label="Path between the two" shortcut="X" side="top" onClick={() => does.pathRequested(from, to)} />
      ) : null}
      <IconButton icon={Expand} label="Expand them" shortcut="Mod+E" side="top" onClick={() => does.nodesExpanded(selection)} />
      <IconButton
        icon={Share2}
        label="Reveal all links among them"
        shortcut="Shift+R"
        side="top"
        onClick={() => does.linksRevealed(selection)}
      />
      <IconButton
        icon={allPinned ? PinOff : Pin}
        label={allPinned ? 'Unpin them' : 'Pin them'}
        shortcut="P"
        side="top"
        onClick={() => does.pinsToggled(selection)}
      />
      <IconButton icon={EyeOff} label="Hide them" shortcut="Delete" side="top" onClick={() => does.nodesHidden(selection)} />
      <IconButton icon={Focus} label="Show them alone" shortcut="Mod+Shift+H" side="top" onClick={() => does.nodesIsolated(selection)} />
      <Menu
        label={`${selection.size} selected`}
        items={selectionItems(does, { copy })}
        align="end"
        trigger={<IconButton icon={Ellipsis} label="More for the selected" side="top" />}
      />
      <IconButton icon={X} label="Clear the selection" shortcut="Escape" side="top" onClick={() => does.nodesSelected([])} />
    </div>
  );
};
