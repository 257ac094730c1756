import type { Core, EventObject, EventObjectEdge } from 'cytoscape';
import { useEffect, useRef } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { meantLink } from './meantLink.ts';

/** What pointer gestures on the canvas mean. */
export interface Gestures {
  nodeClicked: (id: NodeId) => void;
  nodeDoubleClicked: (id: NodeId) => void;
  /** `at` in px of the canvas. */
  nodeRightClicked: (id: NodeId, at: Point) => void;
  nodeDropped: (id: NodeId, place: Point) => void;
  linkClicked: (id: LinkId) => void;
  /** `at` in px of the canvas. */
  backgroundClicked: (at: Point) => void;
}

/** Calls the handlers for clicks, double clicks, right clicks and drags; always the newest ones. */
export const useGestures = (cy: Core | null, gestures: Gestures): void => {
  const newest = useRef(gestures);
  useEffect(() => {
    newest.current = gestures;
  });

  useEffect(() => {
    if (!cy) return;
    const idOf = (event: EventObject) => event.target.id() as string;
    const tap = (event: EventObject) => {
      if (event.target === cy) newest.current.backgroundClicked({ ...event.renderedPosition });
      else if (event.target.isNode()) newest.current.nodeClicked(idOf(event) as NodeId);
      else newest.current.linkClicked(meantLink(event as EventObjectEdge));
    };
    const doubleTap = (event: EventObject) => newest.current.nodeDoubleClicked(idOf(event) as NodeId);
    const rightTap = (event: EventObject) => newest.current.nodeRightClicked(idOf(event) as NodeId, { ...event.renderedPosition });
    const dropped = (event: EventObject) => {
      const { x, y } = event.target.position() as Point;
      newest.current.nodeDropped(idOf(event) as NodeId, { x, y });
    };
    const noBrowserMenu = (event: Event) => event.preventDefault();
    const element = cy.container();
    cy.on('tap', tap);
    cy.on('dbltap', 'node', doubleTap);
    cy.on('cxttap', 'node', rightTap);
    cy.on('dragfree', 'node', dropped);
    element?.addEventListener('contextmenu', noBrowserMenu);
    return () => {
      cy.off('tap', tap);
      cy.off('dbltap', 'node', doubleTap);
      cy.off('cxttap', 'node', rightTap);
      cy.off('dragfree', 'node', dropped);
      element?.removeEventListener('contextmenu', noBrowserMenu);
    };
  }, [cy]);
};
