import type { Core, ElementDefinition } from 'cytoscape';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { type Drawing, type DrawnLink, type DrawnNode, differenceOf, emptyDrawing } from '../drawing/elements.ts';
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

/** Brings the canvas from one drawing to the next; what stays and has another place moves there. */
const feed = (cy: Core, before: Drawing, after: Drawing, sameBoard: boolean): void => {
  const { nodes, links } = differenceOf(before, after);
  const duration = motionMs();
  const moving: { id: NodeId; to: Point }[] = [];
  const start = (node: DrawnNode): Point => {
    const origin = sameBoard && duration > 0 ? originOf(node, before, after) : null;
    if (!origin) return node;
    moving.push({ id: node.id, to: { x: node.x, y: node.y } });
    return origin;
  };
  cy.batch(() => {
    for (const id of [...links.removed, ...nodes.removed]) cy.getElementById(id).remove();
    for (const node of nodes.changed) {
      const drawn = cy.getElementById(node.id);
      drawn.data(nodeData(node));
      drawn.toggleClass('focus', node.focus);
      drawn.toggleClass('pinned', node.pinned);
    }
    cy.add(nodes.added.map((node) => nodeElement(node, start(node))));
    cy.add(links.added.map(linkElement));
    for (const link of links.changed) cy.getElementById(link.id).data({ ...link });
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
};

/** Keeps the canvas at a drawing by feeding it the difference. `generation` tells a new board from a changed one. */
export const useElements = (cy: Core | null, drawing: Drawing, generation: number): void => {
  const fed = useRef<{ cy: Core | null; drawing: Drawing; generation: number }>({ cy: null, drawing: emptyDrawing, generation: 0 });

  useEffect(() => {
    if (!cy) return;
    const last = fed.current.cy === cy ? fed.current : { drawing: emptyDrawing, generation: 0 };
    feed(cy, last.drawing, drawing, last.generation === generation);
    fed.current = { cy, drawing, generation };
  }, [cy, drawing, generation]);
};
