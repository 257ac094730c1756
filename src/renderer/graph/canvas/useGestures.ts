import type { Core, EventObject, EventObjectEdge, EventObjectNode } from 'cytoscape';
import { useEffect, useRef } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Target } from '../../state/board/board.ts';
import { meantLink } from './meantLink.ts';

/** What pointer gestures on the canvas mean. */
export interface Gestures {
  /** `adds`: a key was held that adds to what is selected, or takes out of it. */
  nodeClicked: (id: NodeId, adds: boolean) => void;
  nodeDoubleClicked: (id: NodeId) => void;
  /** A right click on a node, a link, or beside them (null); `at` in px of the canvas. */
  rightClicked: (target: Target | null, at: Point) => void;
  /** The other nodes that go along when this one is dragged. */
  goAlong: (id: NodeId) => readonly NodeId[];
  /** Where the nodes that were dragged were let go. */
  nodesDropped: (places: ReadonlyMap<NodeId, Point>) => void;
  linkClicked: (id: LinkId) => void;
  /** `at` in px of the canvas. */
  backgroundClicked: (at: Point, adds: boolean) => void;
  /** A frame was drawn around these. */
  framed: (ids: readonly NodeId[]) => void;
}

const addsIn = ({ originalEvent: event }: EventObject): boolean =>
  event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey);

const idOf = (event: EventObject): NodeId => event.target.id() as NodeId;

/** Nodes in the user's hand: the one grabbed, and those that go along at the distance that they had. */
const carrying = (cy: Core, goAlong: (id: NodeId) => readonly NodeId[]) => {
  let along: { id: NodeId; by: Point }[] = [];
  return {
    grabbed: (event: EventObjectNode) => {
      const { x, y } = event.target.position();
      const others = goAlong(idOf(event)).filter((id) => id !== idOf(event) && cy.getElementById(id).nonempty());
      along = others.map((id) => {
        const at = cy.getElementById(id).position();
        return { id, by: { x: at.x - x, y: at.y - y } };
      });
    },
    dragged: (event: EventObjectNode) => {
      if (along.length === 0) return;
      const { x, y } = event.target.position();
      cy.batch(() => {
        for (const { id, by } of along) cy.getElementById(id).position({ x: x + by.x, y: y + by.y });
      });
    },
    places: (event: EventObjectNode): Map<NodeId, Point> => {
      const ids = [idOf(event), ...along.map(({ id }) => id)];
      along = [];
      return new Map(ids.map((id) => [id, { ...cy.getElementById(id).position() }]));
    },
  };
};

/** Calls the handlers for clicks, double clicks, right clicks, drags and frames; always the newest ones. */
export const useGestures = (cy: Core | null, gestures: Gestures): void => {
  const newest = useRef(gestures);
  useEffect(() => {
    newest.current = gestures;
  });

  useEffect(() => {
    if (!cy) return;
    const tap = (event: EventObject) => {
      if (event.target === cy) newest.current.backgroundClicked({ ...event.renderedPosition }, addsIn(event));
      else if (event.target.isNode()) newest.current.nodeClicked(idOf(event), addsIn(event));
      else newest.current.linkClicked(meantLink(event as EventObjectEdge));
    };
    const doubleTap = (event: EventObject) => {
      if (!addsIn(event)) newest.current.nodeDoubleClicked(idOf(event));
    };
    const rightTap = (event: EventObject) => {
      const target = (): Target | null => {
        if (event.target === cy) return null;
        return event.target.isNode() ? { kind: 'node', id: idOf(event) } : { kind: 'link', id: meantLink(event as EventObjectEdge) };
      };
      newest.current.rightClicked(target(), { ...event.renderedPosition });
    };
    const carried = carrying(cy, (id) => newest.current.goAlong(id));
    const dropped = (event: EventObjectNode) => newest.current.nodesDropped(carried.places(event));
    // each node in a frame is told of on its own, all of them before anything else happens
    let inFrame: NodeId[] = [];
    const boxed = (event: EventObjectNode) => {
      if (inFrame.length === 0) {
        queueMicrotask(() => {
          newest.current.framed(inFrame);
          inFrame = [];
        });
      }
      inFrame.push(idOf(event));
    };
    const noBrowserMenu = (event: Event) => event.preventDefault();
    const element = cy.container();
    cy.on('tap', tap);
    cy.on('dbltap', 'node', doubleTap);
    cy.on('cxttap', rightTap);
    cy.on('grab', 'node', carried.grabbed);
    cy.on('drag', 'node', carried.dragged);
    cy.on('dragfree', 'node', dropped);
    cy.on('box', 'node', boxed);
    element?.addEventListener('contextmenu', noBrowserMenu);
    return () => {
      cy.off('tap', tap);
      cy.off('dbltap', 'node', doubleTap);
      cy.off('cxttap', rightTap);
      cy.off('grab', 'node', carried.grabbed);
      cy.off('drag', 'node', carried.dragged);
      cy.off('dragfree', 'node', dropped);
      cy.off('box', 'node', boxed);
      element?.removeEventListener('contextmenu', noBrowserMenu);
    };
  }, [cy]);
};
