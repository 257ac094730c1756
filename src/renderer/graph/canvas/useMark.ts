import type { Core } from 'cytoscape';
import { useEffect } from 'react';
import type { Target } from '../../state/board.ts';
import type { Drawing } from '../drawing/elements.ts';

/** Marks one element with a class, as long as it is the target. `drawing` says when elements may have come or gone. */
export const useMark = (cy: Core | null, target: Target | null, mark: 'selected' | 'cursor', drawing: Drawing): void => {
  useEffect(() => {
    // the drawing is what the element is looked up in: a target may be named before it is drawn
    if (!cy || !target || drawing.nodes.size === 0) return;
    const marked = cy.getElementById(target.id);
    marked.addClass(mark);
    return () => {
      if (!cy.destroyed()) marked.removeClass(mark);
    };
  }, [cy, target, mark, drawing]);
};
