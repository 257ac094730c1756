import type { NodeId } from '../../../shared/model.ts';
import type { DrawnLink, DrawnNode } from './elements.ts';

/** Parts of a link where a mark can stand, best first: not in the middle, where its words do. */
const parts = [0.38, 0.62, 0.3, 0.7, 0.24, 0.76, 0.45, 0.55] as const;
/** Room round a mark, in px at zoom 1. */
const room = 5;

/** How far along a link a mark stands so that no node covers it; the first choice where none is free. */
export const freePlace = (link: DrawnLink, nodes: ReadonlyMap<NodeId, DrawnNode>, bodies: readonly DrawnNode[]): number => {
  const [a, b] = [nodes.get(link.source), nodes.get(link.target)];
  if (!a || !b) return parts[0];
  const free = (part: number): boolean => {
    const [x, y] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
    return !bodies.some((node) => Math.hypot(node.x - x, node.y - y) < node.size / 2 + room);
  };
  return parts.find(free) ?? parts[0];
};
