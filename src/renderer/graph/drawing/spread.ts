import type { NodeId } from '../../../shared/model.ts';
import type { GraphNode, Point } from '../../../shared/views.ts';
import type { Fit } from './camera.ts';
import { enlarged } from './shapes.ts';

/** px on the screen between two nodes, so that they and what is written at them can be told apart: plain ones, heavy ones. */
const gaps = { plain: 5, heavy: 24 } as const;
/** A name is wider than it is high: side by side takes so many times the room of one above the other. */
const sideways = 1.5;
const rounds = 30;
/** Below this zoom a whole map is too small for the places it came with; above, they leave room enough. */
const closeZoom = 0.8;

interface Disc extends Point {
  id: NodeId;
  weight: number;
  radius: number;
}

/** Pushes two discs apart until there is room between them, each by half. Answers whether they were too near. */
const part = (one: Disc, other: Disc, zoom: number): boolean => {
  // two in the same place go apart in the order of the list
  const x = (other.x - one.x || 0.01) / sideways;
  const y = other.y - one.y;
  const radii = one.radius + other.radius;
  const square = x * x + y * y;
  // most pairs are far apart: they need no root
  const most = radii + gaps.heavy / zoom;
  if (square >= most * most) return false;
  const heavy = Math.min(1, 2 * Math.min(one.weight, other.weight));
  const room = radii + (gaps.plain + (gaps.heavy - gaps.plain) * heavy) / zoom;
  const distance = Math.sqrt(square);
  if (distance >= room) return false;
  const by = (room - distance) / distance / 2;
  one.x -= x * sideways * by;
  one.y -= y * by;
  other.x += x * sideways * by;
  other.y += y * by;
  return true;
};

/**
 * How far each node of a whole map moves from its fitted place so that none covers another at this zoom; only those that
 * move are listed. 150 nodes take some 5 ms.
 */
export const spread = (
  nodes: readonly GraphNode[],
  positions: Record<NodeId, Point>,
  fit: Omit<Fit, 'moves'>,
  zoom: number,
): Map<NodeId, Point> => {
  const moves = new Map<NodeId, Point>();
  if (zoom >= closeZoom) return moves;
  const placed = nodes.flatMap(({ id, weight }) => {
    const place = positions[id];
    return place ? [{ id, weight, x: place.x * fit.x, y: place.y * fit.y }] : [];
  });
  const sizes = enlarged(placed, fit.scale);
  const discs: Disc[] = placed.map((node, at) => ({ ...node, radius: (sizes[at] ?? 0) / 2 }));
  let moved = true;
  for (let round = 0; round < rounds && moved; round += 1) {
    moved = false;
    for (const [at, one] of discs.entries()) {
      for (let next = at + 1; next < discs.length; next += 1) {
        const other = discs[next];
        if (other && part(one, other, zoom)) moved = true;
      }
    }
  }
  discs.forEach(({ id, x, y }, at) => {
    const from = placed[at];
    if (from && (from.x !== x || from.y !== y)) moves.set(id, { x: x - from.x, y: y - from.y });
  });
  return moves;
};
