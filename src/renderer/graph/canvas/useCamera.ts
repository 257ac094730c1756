import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { boxAround, cameraFor, type Fit, type Padding, panToShow } from '../drawing/camera.ts';
import { continues, type Drawing } from '../drawing/elements.ts';
import { easing, motionMs } from './motion.ts';

export interface CameraControls {
  zoomIn: () => void;
  zoomOut: () => void;
  /** Shows the given nodes, or all of them. */
  fit: (ids?: readonly NodeId[]) => void;
  /** Moves just so far that a point (in px of the canvas) is in sight. */
  bringInSight: (point: Point) => void;
}

const zoomStep = 1.3;
/** A point nearer to the rim than this, in px, is not in sight: its name would be cut. */
const sightMargin = 64;

const targetOf = (cy: Core, drawing: Drawing, padding: Padding, beside: readonly Point[], ids?: readonly NodeId[]) => {
  const wanted = ids ? ids.flatMap((id) => drawing.nodes.get(id) ?? []) : [...drawing.nodes.values()];
  const others = ids ? [] : beside.map(({ x, y }) => ({ x, y, radius: 0 }));
  const box = boxAround([...wanted.map(({ x, y, size }) => ({ x, y, radius: size / 2 })), ...others]);
  return box && cameraFor(box, { width: cy.width(), height: cy.height() }, padding);
};

/**
 * The camera: shows everything whenever another board has come, and as long as the user has not moved it, on resizing. `beside` are points that
 * are to be seen as well, with all the nodes.
 */
export const useCamera = (
  cy: Core | null,
  drawing: Drawing,
  generation: number,
  fit: Fit,
  padding: Padding,
  beside: readonly Point[],
): CameraControls => {
  const latest = useRef(drawing);
  const latestBeside = useRef(beside);
  const untouched = useRef(true);
  const fittedFor = useRef<{ cy: Core | null; generation: number; fit: Fit | null }>({ cy: null, generation: 0, fit: null });

  const move = useCallback(
    (animated: boolean, ids?: readonly NodeId[]) => {
      if (!cy || cy.width() < 2) return;
      const camera = targetOf(cy, latest.current, padding, latestBeside.current, ids);
      if (!camera) return;
      const duration = animated ? motionMs() : 0;
      cy.stop(true);
      if (duration > 0) cy.animate(camera, { duration, easing });
      else cy.viewport(camera);
    },
    [cy, padding],
  );

  useEffect(() => {
    const goesOn = continues(latest.current, drawing);
    latest.current = drawing;
    latestBeside.current = beside;
    if (!cy || drawing.nodes.size === 0) return;
    const last = fittedFor.current;
    const sameBoard = last.cy === cy && last.generation === generation;
    if (sameBoard && last.fit === fit) return;
    fittedFor.current = { cy, generation, fit };
    if (!sameBoard) untouched.current = true;
    if (untouched.current) move(last.cy === cy && goesOn);
  }, [cy, drawing, beside, generation, fit, move]);

  useEffect(() => {
    const element = cy?.container();
    if (!cy || !element) return;
    const touch = () => {
      untouched.current = false;
    };
    const watch = new ResizeObserver(() => {
      if (cy.destroyed()) return;
      cy.resize();
      if (untouched.current) move(false);
    });
    watch.observe(element);
    cy.on('dragpan scrollzoom pinchzoom', touch);
    return () => {
      watch.disconnect();
      cy.off('dragpan scrollzoom pinchzoom', touch);
    };
  }, [cy, move]);

  return useMemo(() => {
    const zoomBy = (factor: number) => {
      if (!cy) return;
      untouched.current = false;
      const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor));
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      const pan = cy.pan();
      const ratio = level / cy.zoom();
      const target = { x: middle.x - (middle.x - pan.x) * ratio, y: middle.y - (middle.y - pan.y) * ratio };
      cy.stop(true);
      cy.animate({ zoom: level, pan: target }, { duration: motionMs(), easing });
    };
    return {
      zoomIn: () => zoomBy(zoomStep),
      zoomOut: () => zoomBy(1 / zoomStep),
      fit: (ids) => {
        untouched.current = ids === undefined;
        move(true, ids);
      },
      bringInSight: (point) => {
        const by = cy && panToShow(point, { width: cy.width(), height: cy.height() }, sightMargin);
        if (!cy || !by) return;
        untouched.current = false;
        cy.stop(true);
        cy.animate({ panBy: by }, { duration: motionMs(), easing });
      },
    };
  }, [cy, move]);
};
