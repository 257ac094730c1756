import type { Core } from 'cytoscape';
import { type RefObject, useCallback, useEffect } from 'react';
import type { Point } from '../../../shared/views.ts';

/** Where a child of the layer belongs, in px of the canvas; null to leave it where it is. */
export type PlaceOf = (child: HTMLElement, cy: Core) => Point | null;

/**
 * Keeps the children of a layer over what they belong to, frame by frame with the canvas. For a few children: each costs
 * one transform a frame.
 */
export const useFollow = (cy: Core | null, layer: RefObject<HTMLElement | null>, placeOf: PlaceOf): void => {
  const follow = useCallback(() => {
    if (!cy || cy.destroyed()) return;
    for (const child of layer.current?.children ?? []) {
      if (!(child instanceof HTMLElement)) continue;
      const place = placeOf(child, cy);
      if (place) child.style.translate = `${place.x.toFixed(1)}px ${place.y.toFixed(1)}px`;
    }
  }, [cy, layer, placeOf]);

  // after every drawing of the component: children may have come
  useEffect(follow);
  useEffect(() => {
    cy?.on('render', follow);
    return () => void cy?.off('render', follow);
  }, [cy, follow]);
};
