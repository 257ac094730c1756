import type { Core, EventObject, EventObjectEdge, EventObjectNode } from 'cytoscape';
import { useEffect, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Target } from '../../state/board/board.ts';
import type { Drawing } from '../drawing/elements.ts';
import { meantLink } from './meantLink.ts';

export interface Pointed {
  target: Target;
  /** Where the pointer came to rest, in px of the canvas. */
  at: Point;
}

/** The pointer must rest this long on something before the rest fades: a sweep across the map must not flicker. */
const restMs = 70;

/** Fades all but what is connected to a node, and marks a link. Touches only elements that change: each costs 0.05 ms. */
const emphasise = (cy: Core, target: Target | null): void => {
  const element = target ? cy.getElementById(target.id) : cy.collection();
  const lit = target?.kind === 'node' && element.nonempty() ? element.closedNeighborhood() : cy.elements();
  cy.batch(() => {
    lit.filter('.faded').removeClass('faded');
    cy.elements().difference(lit).not('.faded').addClass('faded');
    cy.elements('.pointed').not(element).removeClass('pointed');
    element.addClass('pointed');
  });
};

/**
 * What the pointer rests on, null for nothing. Fades what is not connected to a node while it does, unless something else is attended
 * to (`elsewhere`).
 */
export const useHover = (cy: Core | null, drawing: Drawing, elsewhere: boolean): Pointed | null => {
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
      if (!held) later({ target: { kind: 'link', id: meantLink(event) }, at: { ...event.renderedPosition } });
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
    // elements come and go with the drawing
    if (cy && drawing.nodes.size > 0) emphasise(cy, elsewhere ? null : (pointed?.target ?? null));
  }, [cy, pointed, drawing, elsewhere]);

  return elsewhere ? null : pointed;
};
