import type { Core, EventObject, EventObjectEdge, EventObjectNode } from 'cytoscape';
import { useEffect, useState } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Target } from '../../state/board.ts';
import type { Drawing } from '../drawing/elements.ts';

export interface Pointed {
  target: Target;
  /** Where the pointer came to rest, in px of the canvas. */
  at: Point;
}

/** The pointer must rest this long on something before the rest fades: a sweep across the map must not flicker. */
const restMs = 70;

const fade = (cy: Core, target: Target): void => {
  const element = cy.getElementById(target.id);
  const near = target.kind === 'node' ? element.closedNeighborhood() : element.union(element.connectedNodes());
  cy.batch(() => {
    if (target.kind === 'node') cy.elements().difference(near).addClass('faded');
    near.addClass('near');
    element.addClass('pointed');
  });
};

/** What the pointer rests on, null for nothing. Fades what is not connected to a node while it does. */
export const useHover = (cy: Core | null, drawing: Drawing): Pointed | null => {
  const [pointed, setPointed] = useState<Pointed | null>(null);

  useEffect(() => {
    if (!cy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held = false;
    const later = (next: Pointed | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => setPointed(next), restMs);
    };
    const overNode = (event: EventObjectNode) => {
      if (!held) later({ target: { kind: 'node', id: event.target.id() as NodeId }, at: { ...event.renderedPosition } });
    };
    const overLink = (event: EventObjectEdge) => {
      if (!held) later({ target: { kind: 'link', id: event.target.id() as LinkId }, at: { ...event.renderedPosition } });
    };
    const out = (event: EventObject) => {
      if (!held && event.target !== cy) later(null);
    };
    const grab = () => {
      held = true;
      clearTimeout(timer);
    };
    const free = () => {
      held = false;
    };
    const leave = () => {
      clearTimeout(timer);
      setPointed(null);
    };
    const element = cy.container();
    cy.on('mouseover', 'node', overNode);
    cy.on('mouseover', 'edge', overLink);
    cy.on('mouseout', out);
    cy.on('grab', grab);
    cy.on('free', free);
    cy.on('dragpan scrollzoom remove', leave);
    element?.addEventListener('mouseleave', leave);
    // whoever goes on by keyboard is no longer pointing
    element?.addEventListener('keydown', leave);
    return () => {
      clearTimeout(timer);
      setPointed(null);
      cy.off('mouseover', 'node', overNode);
      cy.off('mouseover', 'edge', overLink);
      cy.off('mouseout', out);
      cy.off('grab', grab);
      cy.off('free', free);
      cy.off('dragpan scrollzoom remove', leave);
      element?.removeEventListener('mouseleave', leave);
      element?.removeEventListener('keydown', leave);
    };
  }, [cy]);

  useEffect(() => {
    if (!cy || !pointed || drawing.nodes.size === 0) return;
    fade(cy, pointed.target);
    return () => {
      if (!cy.destroyed()) cy.batch(() => void cy.elements('.faded, .near, .pointed').removeClass('faded near pointed'));
    };
  }, [cy, pointed, drawing]);

  return pointed;
};
