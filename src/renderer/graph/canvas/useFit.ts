import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { asPlaced, boxAround, type Fit, fitOf } from '../drawing/camera.ts';

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

/**
 * How a board is fitted to the pane. Measured when a board comes and when the pane has
 * settled at another size: what the user drags or expands does not change it.
 */
export const useFit = (element: RefObject<HTMLElement | null>, positions: Record<NodeId, Point>, generation: number): Fit => {
  const size = useSettledSize(element);
  const [measured, setMeasured] = useState({ generation, positions });
  if (measured.generation !== generation) setMeasured({ generation, positions });
  const { positions: first } = measured.generation === generation ? measured : { positions };
  const factors = useMemo(() => {
    const box = boxAround(Object.values(first).map(({ x, y }) => ({ x, y, radius })));
    return box && size ? fitOf(box, size) : asPlaced;
  }, [first, size]);
  const { x, y, scale } = factors;
  // the same factors are the same fit: a new object would draw everything anew
  return useMemo(() => ({ x, y, scale }), [x, y, scale]);
};
