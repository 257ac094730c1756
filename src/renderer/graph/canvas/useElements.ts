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
 * once would block the window for over 50 ms; 300 nodes with 900 links are whole after ten frames.
 */
const perFrame = 120;

/**
 * Brings the canvas from one drawing to the next; what stays and has another place moves there. Answers the elements
 * that are still to be added, in frames to come.
 */
const feed = (cy: Core, before: Drawing, after: Drawing, sameBoard: boolean): ElementDefinition[] => {
  const { nodes, links } = differenceOf(before, after);
  const duration = continues(before, after) ? motionMs() : 0;
  const moving: { id: NodeId; to: Point }[] = [];
  const start = (node: DrawnNode): Point => {
    const origin = sameBoard && duration > 0 ? originOf(node, before, after) : null;
    if (!origin) return node;
    moving.push({ id: node.id, to: { x: node.x, y: node.y } });
    return origin;
  };
  const heaviestFirst = [...nodes.added].sort((a, b) => b.weight - a.weight);
  const additions = [...heaviestFirst.map((node) => nodeElement(node, start(node))), ...links.added.map(linkElement)];
  cy.batch(() => {
    for (const id of [...links.removed, ...nodes.removed]) cy.getElementById(id).remove();
    for (const node of nodes.changed) {
      const drawn = cy.getElementById(node.id);
      drawn.data(nodeData(node));
      drawn.toggleClass('focus', node.focus);
      drawn.toggleClass('pinned', node.pinned);
    }
    cy.add(additions.splice(0, perFrame));
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
  return additions;
};

interface Fed {
  cy: Core | null;
  drawing: Drawing;
  generation: number;
  /** Elements of that drawing that no frame has come for yet. */
  rest: ElementDefinition[];
}

/** Keeps the canvas at a drawing by feeding it the difference. `generation` tells a new board from a changed one. */
export const useElements = (cy: Core | null, drawing: Drawing, generation: number): void => {
  const fed = useRef<Fed>({ cy: null, drawing: emptyDrawing, generation: 0, rest: [] });

  useEffect(() => {
    if (!cy) return;
    const last: Fed = fed.current.cy === cy ? fed.current : { cy, drawing: emptyDrawing, generation: 0, rest: [] };
    // the difference is taken from the whole of the last drawing
    if (last.rest.length > 0) cy.add(last.rest);
    const rest = feed(cy, last.drawing, drawing, last.generation === generation);
    fed.current = { cy, drawing, generation, rest };
    let frame = 0;
    const next = () => {
      cy.batch(() => void cy.add(rest.splice(0, perFrame)));
      if (rest.length > 0) frame = requestAnimationFrame(next);
    };
    if (rest.length > 0) frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [cy, drawing, generation]);
};
