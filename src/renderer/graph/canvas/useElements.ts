import type { Core, ElementDefinition } from 'cytoscape';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { continues, type Drawing, type DrawnLink, type DrawnNode, differenceOf, emptyDrawing } from '../drawing/elements.ts';
import { easing, motionMs } from './motion.ts';

const nodeData = ({ x: _x, y: _y, focus: _focus, pinned: _pinned, ...data }: DrawnNode) => data;
const classesOf = (node: DrawnNode): string => [node.focus && 'focus', node.pinned && 'pinned'].filter(Boolean).join(' ');

const nodeElement = (node: DrawnNode, at: Point): ElementDefinition => ({
  group: 'nodes',
  data: nodeData(node),
  position: { x: at.x, y: at.y },
  classes: classesOf(node),
});

const linkElement = (link: DrawnLink): ElementDefinition => ({ group: 'edges', data: { ...link } });

/** Where a new node sets out from: the node on the board that it hangs on, so that one sees where it comes from. */
const originOf = (node: DrawnNode, before: Drawing, after: Drawing): Point | null => {
  for (const link of after.links.values()) {
    const other: NodeId | null = link.source === node.id ? link.target : link.target === node.id ? link.source : null;
    const place = other === null ? undefined : before.nodes.get(other);
    if (place) return place;
  }
  return null;
};

/**
 * Elements added in one frame. Styling and first drawing of an element take 0.2 to 0.4 ms of two shared cores, so more at
 * once would block the window for over 50 ms; 300 nodes with 900 links are whole after fifteen frames. The first few come with the work
 * of the new board itself.
 */
const perFrame = 80;
const atFirst = 30;
/** Frames that a board takes at most: each draws anew what is there, and a thousand nodes should be whole within two seconds. */
const mostFrames = 25;

/** Frames that changes of what is drawn already take at most: another layout is another scale, so all nodes and links are styled anew. */
const mostChangingFrames = 12;

/** What frames to come bring to the canvas, in this order. */
interface Pending {
  changed: (DrawnNode | DrawnLink)[];
  added: ElementDefinition[];
}

const isNode = (element: DrawnNode | DrawnLink): element is DrawnNode => 'focus' in element;

const redraw = (cy: Core, element: DrawnNode | DrawnLink): void => {
  const drawn = cy.getElementById(element.id);
  if (!isNode(element)) {
    drawn.data({ ...element });
    return;
  }
  drawn.data(nodeData(element));
  drawn.toggleClass('focus', element.focus);
  drawn.toggleClass('pinned', element.pinned);
};

/** Brings the next of what is pending: so many changes, or, once they are through, so many additions. */
const bring = (cy: Core, { changed, added }: Pending, changes: number, additions: number): void =>
  cy.batch(() => {
    if (changed.length > 0) for (const element of changed.splice(0, changes)) redraw(cy, element);
    else cy.add(added.splice(0, additions));
  });

const bringAll = (cy: Core, { changed, added }: Pending): void =>
  cy.batch(() => {
    for (const element of changed.splice(0)) redraw(cy, element);
    if (added.length > 0) cy.add(added.splice(0));
  });

/** More nodes than this do not move before the user's eyes: their frames would take too long. */
const movingMost = 200;

/**
 * Brings the canvas from one drawing to the next; what stays and has another place moves there. Answers what is
 * still to be changed and added, in frames to come.
 */
const feed = (cy: Core, before: Drawing, after: Drawing, sameBoard: boolean): Pending => {
  const { nodes, links } = differenceOf(before, after);
  const calm = nodes.moved.length + nodes.added.length <= movingMost;
  const duration = calm && continues(before, after) ? motionMs() : 0;
  const moving: { id: NodeId; to: Point }[] = [];
  const start = (node: DrawnNode): Point => {
    const origin = sameBoard && duration > 0 ? originOf(node, before, after) : null;
    if (!origin) return node;
    moving.push({ id: node.id, to: { x: node.x, y: node.y } });
    return origin;
  };
  const heaviestFirst = [...nodes.added].sort((a, b) => b.weight - a.weight);
  const additions = [...heaviestFirst.map((node) => nodeElement(node, start(node))), ...links.added.map(linkElement)];
  const changed = [...nodes.changed, ...links.changed];
  cy.batch(() => {
    const gone = cy.collection();
    for (const id of [...links.removed, ...nodes.removed]) gone.merge(cy.getElementById(id));
    gone.remove();
    for (const element of changed.splice(0, perFrame)) redraw(cy, element);
    cy.add(additions.splice(0, additions.length > perFrame ? atFirst : perFrame));
    for (const { id, x, y } of nodes.moved) {
      const at = cy.getElementById(id).position();
      if (Math.hypot(at.x - x, at.y - y) < 0.5) continue;
      if (duration > 0) moving.push({ id, to: { x, y } });
      else cy.getElementById(id).position({ x, y });
    }
  });
  for (const { id, to } of moving) {
    const node = cy.getElementById(id);
    node.stop(true);
    node.animate({ position: { ...to } }, { duration, easing });
  }
  return { changed, added: additions };
};

const nothing = (): Pending => ({ changed: [], added: [] });

interface Fed {
  cy: Core | null;
  drawing: Drawing;
  generation: number;
  /** What of that drawing no frame has come for yet. */
  rest: Pending;
}

/** Keeps the canvas at a drawing by feeding it the difference. `generation` tells a new board from a changed one. */
export const useElements = (cy: Core | null, drawing: Drawing, generation: number): void => {
  const fed = useRef<Fed>({ cy: null, drawing: emptyDrawing, generation: 0, rest: nothing() });

  useEffect(() => {
    if (!cy) return;
    const last: Fed = fed.current.cy === cy ? fed.current : { cy, drawing: emptyDrawing, generation: 0, rest: nothing() };
    // the difference is taken from the whole of the last drawing
    bringAll(cy, last.rest);
    const rest = feed(cy, last.drawing, drawing, last.generation === generation);
    fed.current = { cy, drawing, generation, rest };
    let frame = 0;
    const changes = Math.max(perFrame, Math.ceil(rest.changed.length / mostChangingFrames));
    const additions = Math.max(perFrame, Math.ceil(rest.added.length / mostFrames));
    const more = () => rest.changed.length + rest.added.length > 0;
    const next = () => {
      bring(cy, rest, changes, additions);
      if (more()) frame = requestAnimationFrame(next);
    };
    if (more()) frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [cy, drawing, generation]);
};
