import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { GraphNode, Point } from '../../../shared/views.ts';
import type { Layout } from '../../../shared/views-layout.ts';
import { asPlaced, boxAround, cameraFor, type Fit, fitOf, type Padding, stretchMost, timelineStretch } from '../drawing/camera.ts';
import { spread } from '../drawing/spread.ts';

/** A pane being dragged to another width settles this long before the map is laid out for it anew. */
const settleMs = 200;

interface Size {
  width: number;
  height: number;
}

const useSettledSize = (element: RefObject<HTMLElement | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const { width, height } = watched.getBoundingClientRect();
      if (width > 1 && height > 1) setSize({ width, height });
    };
    read();
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(read, settleMs);
    });
    watch.observe(watched);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [element]);
  return size;
};

/** Room for a node that is about the size of most. */
const radius = 16;

interface Fitted {
  nodes: readonly GraphNode[];
  positions: Record<NodeId, Point>;
  generation: number;
  padding: Padding;
  layout: Layout;
  /** Whether a crowded map may be spread: one that is looked at as a whole. */
  spread: boolean;
}

/**
 * How a board is fitted to the pane. Measured when a board comes and when the pane has
 * settled at another size: what the user drags or expands does not change it.
 */
export const useFit = (element: RefObject<HTMLElement | null>, fitted: Fitted): Fit => {
  const { generation, padding } = fitted;
  const size = useSettledSize(element);
  const [measured, setMeasured] = useState(fitted);
  if (measured.generation !== generation) setMeasured(fitted);
  const { nodes, positions, layout, spread: crowded } = measured.generation === generation ? measured : fitted;
  const factors = useMemo(() => {
    const box = boxAround(Object.values(positions).map(({ x, y }) => ({ x, y, radius })));
    return box && size
      ? { ...fitOf(box, size, padding, layout === 'timeline' ? timelineStretch : stretchMost), box }
      : { ...asPlaced, box: null };
  }, [positions, size, padding, layout]);
  const { x, y, scale, box } = factors;
  const zoom = box && size ? cameraFor({ x1: box.x1 * x, x2: box.x2 * x, y1: box.y1 * y, y2: box.y2 * y }, size, padding).zoom : 1;
  // the same factors are the same fit: a new object would draw everything anew
  return useMemo(() => {
    const plain = { x, y, scale };
    return { ...plain, moves: crowded ? spread(nodes, positions, plain, zoom) : asPlaced.moves };
  }, [x, y, scale, zoom, crowded, nodes, positions]);
};
