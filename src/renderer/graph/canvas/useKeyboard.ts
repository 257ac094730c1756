import type { Core } from 'cytoscape';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Target } from '../../state/board.ts';
import { type Direction, directionOfKey, nearestInDirection } from '../drawing/direction.ts';
import type { Drawing } from '../drawing/elements.ts';
import type { CameraControls } from './useCamera.ts';

/** What keys on the canvas do to the node or link under the cursor. */
export interface KeyActions {
  nodeOpened: (id: NodeId) => void;
  nodeCentred: (id: NodeId) => void;
  nodeExpanded: (id: NodeId) => void;
  nodeHidden: (id: NodeId) => void;
  nodePinToggled: (id: NodeId) => void;
  menuOpened: (id: NodeId) => void;
  linkOpened: (id: LinkId) => void;
}

interface Cursor {
  node: NodeId;
  /** The link of that node that was stepped to, null while the node itself is meant. */
  link: LinkId | null;
}

const linksOf = (drawing: Drawing, id: NodeId): LinkId[] =>
  [...drawing.links.values()]
    .filter((link) => link.source === id || link.target === id)
    .sort((a, b) => b.strength - a.strength)
    .map((link) => link.id);

const steppedTo = (drawing: Drawing, from: NodeId, direction: Direction): NodeId | null => {
  const start = drawing.nodes.get(from);
  if (!start) return null;
  const linked = new Set<NodeId>();
  for (const link of drawing.links.values()) {
    if (link.source === from) linked.add(link.target);
    if (link.target === from) linked.add(link.source);
  }
  return nearestInDirection(
    start,
    direction,
    [...drawing.nodes.values()].map(({ id, x, y }) => ({ id, x, y, linked: linked.has(id) })),
  );
};

/** Where the cursor goes in: the selected node, else the middle one, else the heaviest. */
const entryOf = (drawing: Drawing, selected: Target | null): NodeId | null => {
  if (selected?.kind === 'node' && drawing.nodes.has(selected.id)) return selected.id;
  const all = [...drawing.nodes.values()];
  return (all.find((node) => node.focus) ?? all.sort((a, b) => b.weight - a.weight)[0])?.id ?? null;
};

/** The keyboard on the canvas: the node and the link that its cursor is on, and the handler for keys. What it does not know it lets through. */
export const useKeyboard = (cy: Core | null, drawing: Drawing, selected: Target | null, camera: CameraControls, actions: KeyActions) => {
  const [wanted, setCursor] = useState<Cursor | null>(null);
  // what left the board takes the cursor along
  const cursor = wanted && drawing.nodes.has(wanted.node) ? wanted : null;

  const goTo = useCallback(
    (node: NodeId | null) => {
      if (node === null) return;
      setCursor({ node, link: null });
      const drawn = cy?.getElementById(node);
      if (drawn?.nonempty()) camera.bringInSight(drawn.renderedPosition());
    },
    [cy, camera],
  );

  const cycleLinks = (back: boolean) => {
    if (!cursor) return;
    const links = linksOf(drawing, cursor.node);
    if (links.length === 0) return;
    const at = cursor.link === null ? (back ? 0 : -1) : links.indexOf(cursor.link);
    setCursor({ node: cursor.node, link: links[(at + (back ? -1 : 1) + links.length) % links.length] ?? null });
  };

  const leave = () => {
    if (cursor?.link) setCursor({ node: cursor.node, link: null });
    else setCursor(null);
  };

  const onNode = (id: NodeId, event: KeyboardEvent): boolean => {
    const verbs: Record<string, (() => void) | undefined> = {
      e: () => actions.nodeExpanded(id),
      c: () => actions.nodeCentred(id),
      p: () => actions.nodePinToggled(id),
      delete: () => actions.nodeHidden(id),
      backspace: () => actions.nodeHidden(id),
      contextmenu: () => actions.menuOpened(id),
      l: () => cycleLinks(event.shiftKey),
      enter: () => (cursor?.link ? actions.linkOpened(cursor.link) : actions.nodeOpened(id)),
    };
    const verb = verbs[event.shiftKey && event.key === 'F10' ? 'contextmenu' : event.key.toLowerCase()];
    verb?.();
    return verb !== undefined;
  };

  const known = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const direction = directionOfKey[event.key];
    const anywhere: Record<string, (() => void) | undefined> = {
      '+': camera.zoomIn,
      '=': camera.zoomIn,
      '-': camera.zoomOut,
      '0': () => camera.fit(),
    };
    if (direction) {
      goTo(cursor ? steppedTo(drawing, cursor.node, direction) : entryOf(drawing, selected));
      return true;
    }
    const everywhere = anywhere[event.key];
    if (everywhere) {
      everywhere();
      return true;
    }
    if (event.key === 'Escape') {
      leave();
      return cursor !== null;
    }
    if (cursor) return onNode(cursor.node, event);
    if (event.key === 'Enter') goTo(entryOf(drawing, selected));
    return event.key === 'Enter';
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!known(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const node = cursor?.node ?? null;
  const link = cursor?.link ?? null;
  const onNodeMark = useMemo<Target | null>(() => (node === null ? null : { kind: 'node', id: node }), [node]);
  const onLinkMark = useMemo<Target | null>(() => (link === null ? null : { kind: 'link', id: link }), [link]);

  return { node: onNodeMark, link: onLinkMark, onKeyDown, goTo, left: () => setCursor(null) };
};
