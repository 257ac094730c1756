import type { Core } from 'cytoscape';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Target } from '../../state/board/board.ts';
import { type Direction, directionOfKey, nearestInDirection } from '../drawing/direction.ts';
import type { Drawing } from '../drawing/elements.ts';
import type { CameraControls } from './useCamera.ts';

/** What keys on the canvas do to the node or link under the cursor. */
export interface KeyActions {
  nodeOpened: (id: NodeId) => void;
  nodeCentred: (id: NodeId) => void;
  nodeToggled: (id: NodeId) => void;
  /** A key came that stands for a verb of the whole window: this node is what it means. */
  nodeMeant: (id: NodeId) => void;
  allSelected: () => void;
  /** The menu of a node, of a link, or of the map. */
  menuAsked: (target: Target | null) => void;
  linkOpened: (id: LinkId) => void;
}

interface Cursor {
  node: NodeId;
  /** The link of that node that was stepped to, null while the node itself is meant. */
  link: LinkId | null;
  /** Where the node was, and on which board: when it leaves, the cursor stays about there. */
  at: Point;
  generation: number;
}

/** Keys of the window's verbs that mean what the cursor is on, by their letters with or without modifiers. */
const verbKeys = /^(?:[ehknprx]|delete|backspace)$/i;

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

const nearestTo = (drawing: Drawing, at: Point): NodeId | null => {
  let nearest: { id: NodeId; distance: number } | null = null;
  for (const { id, x, y } of drawing.nodes.values()) {
    const distance = Math.hypot(x - at.x, y - at.y);
    if (!nearest || distance < nearest.distance) nearest = { id, distance };
  }
  return nearest?.id ?? null;
};

/** Where a cursor is in a drawing: what left the board hands it on to the nearest, what left with its board takes it along. */
const cursorIn = (drawing: Drawing, wanted: Cursor | null, generation: number): Cursor | null => {
  if (!wanted || drawing.nodes.has(wanted.node)) return wanted;
  const node = wanted.generation === generation ? nearestTo(drawing, wanted.at) : null;
  return node === null ? null : { ...wanted, node, link: null };
};

/** Where the cursor goes in: the selected node, else the middle one, else the heaviest. */
const entryOf = (drawing: Drawing, selected: Target | null): NodeId | null => {
  if (selected?.kind === 'node' && drawing.nodes.has(selected.id)) return selected.id;
  const all = [...drawing.nodes.values()];
  return (all.find((node) => node.focus) ?? all.sort((a, b) => b.weight - a.weight)[0])?.id ?? null;
};

/** The keyboard on the canvas: the node and the link that its cursor is on, and the handler for keys. What it does not know it lets through. */
export const useKeyboard = (
  cy: Core | null,
  { drawing, generation, selected }: { drawing: Drawing; generation: number; selected: Target | null },
  camera: CameraControls,
  actions: KeyActions,
) => {
  const [wanted, setCursor] = useState<Cursor | null>(null);
  const cursor = cursorIn(drawing, wanted, generation);

  const goTo = useCallback(
    (node: NodeId | null) => {
      const at = node === null ? undefined : drawing.nodes.get(node);
      if (node === null || !at) return;
      setCursor({ node, link: null, at: { x: at.x, y: at.y }, generation });
      const drawn = cy?.getElementById(node);
      if (drawn?.nonempty()) camera.bringInSight(drawn.renderedPosition());
    },
    [cy, camera, drawing, generation],
  );

  const cycleLinks = (back: boolean) => {
    if (!cursor) return;
    const links = linksOf(drawing, cursor.node);
    if (links.length === 0) return;
    const at = cursor.link === null ? (back ? 0 : -1) : links.indexOf(cursor.link);
    setCursor({ ...cursor, link: links[(at + (back ? -1 : 1) + links.length) % links.length] ?? null });
  };

  const leave = () => {
    if (cursor?.link) setCursor({ ...cursor, link: null });
    else setCursor(null);
  };

  const onNode = (id: NodeId, event: KeyboardEvent): boolean => {
    const verbs: Record<string, (() => void) | undefined> = {
      c: () => actions.nodeCentred(id),
      ' ': () => actions.nodeToggled(id),
      l: () => cycleLinks(false),
      L: () => cycleLinks(true),
      Enter: () => (cursor?.link ? actions.linkOpened(cursor.link) : actions.nodeOpened(id)),
    };
    const verb = verbs[event.key];
    verb?.();
    // the rest of the verbs are the window's own, and mean what is selected
    if (!verb && (verbKeys.test(event.key) || event.key === 'C')) actions.nodeMeant(id);
    return verb !== undefined;
  };

  const known = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      const all = event.key.toLowerCase() === 'a' && !event.shiftKey;
      if (all) actions.allSelected();
      else if (cursor && verbKeys.test(event.key)) actions.nodeMeant(cursor.node);
      return all;
    }
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      if (!cursor) actions.menuAsked(null);
      else actions.menuAsked(cursor.link ? { kind: 'link', id: cursor.link } : { kind: 'node', id: cursor.node });
      return true;
    }
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

  return { at: node, node: onNodeMark, link: onLinkMark, onKeyDown, goTo, left: () => setCursor(null) };
};
