import { Copy, EyeOff, Focus, Newspaper, PanelRight, Pin, PinOff, Route, Share2, Waypoints } from 'lucide-react';
import { useMemo } from 'react';
import { isStoryId, type NodeId } from '../../shared/model.ts';
import type { Point } from '../../shared/views.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { expansionStep } from '../state/board.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { cutInMiddle } from './words.ts';

export interface MenuPlace {
  id: NodeId;
  /** In px of the window. */
  at: Point;
}

interface Props {
  place: MenuPlace | null;
  onClose: () => void;
  onOpenCard: (id: NodeId) => void;
}

/** What can be done with a node, at the pointer or at the node itself. */
export const NodeMenu = ({ place, onClose, onOpenCard }: Props) => {
  const app = useAppStore();
  const id = place?.id ?? null;
  const node = useApp(({ board }) => board.nodes.find((each) => each.id === id) ?? null);
  const pinned = useApp(({ board }) => id !== null && board.pinned.has(id));
  const isFocus = useApp(({ board }) => board.focus === id);
  const partner = useApp(({ board }) => {
    const other = board.selected?.kind === 'node' && board.selected.id !== id ? board.selected.id : board.focus;
    return other === id ? null : (board.nodes.find((each) => each.id === other) ?? null);
  });
  const anchor = useMemo(() => place && { getBoundingClientRect: () => new DOMRect(place.at.x, place.at.y, 0, 0) }, [place]);
  if (!place || !node) return null;

  const copyName = async () => {
    try {
      await navigator.clipboard.writeText(node.name);
    } catch (thrown) {
      app.getState().problemOccurred('The name could not be copied', thrown);
    }
  };
  const does = app.getState();
  const items: MenuItem[] = [
    {
      id: 'open',
      label: isStoryId(node.id) ? 'Open story' : 'Open card',
      icon: isStoryId(node.id) ? Newspaper : PanelRight,
      shortcut: 'Enter',
      onChoose: () => onOpenCard(node.id),
    },
    { id: 'centre', label: 'Centre here', icon: Focus, shortcut: 'C', disabled: isFocus, onChoose: () => does.nodeFocused(node.id) },
    {
      id: 'expand',
      label: node.more > 0 ? `Show ${Math.min(node.more, expansionStep)} more around it` : 'All its neighbours are shown',
      icon: Share2,
      shortcut: 'E',
      disabled: node.more === 0,
      onChoose: () => does.nodeExpanded(node.id),
    },
  ];
  if (partner) {
    items.push({
      id: 'path',
      label: `Path from ${cutInMiddle(partner.name)}`,
      icon: Route,
      onChoose: () => does.pathRequested(partner.id, node.id),
    });
  }
  items.push(
    {
      id: 'connect',
      label: 'Connect with…',
      icon: Waypoints,
      onChoose: () => does.connectionStarted({ id: node.id, name: node.name }),
    },
    {
      id: 'pin',
      label: pinned ? 'Unpin' : 'Pin here',
      icon: pinned ? PinOff : Pin,
      shortcut: 'P',
      apart: true,
      onChoose: () => (pinned ? does.nodeUnpinned(node.id) : does.nodePinned(node.id)),
    },
    { id: 'hide', label: 'Hide', icon: EyeOff, shortcut: 'Delete', disabled: isFocus, onChoose: () => does.nodeHidden(node.id) },
    { id: 'copy', label: 'Copy name', icon: Copy, apart: true, onChoose: () => void copyName() },
  );
  return <Menu label={node.name} items={items} open onOpenChange={(open) => !open && onClose()} anchor={anchor} />;
};
