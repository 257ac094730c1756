import type { Point } from '../../../shared/views.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export const directionOfKey: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const ahead: Record<Direction, Point> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };

/** Half the opening of the cone in which a node counts as lying in a direction: 60°, so the four cones overlap. */
const leastCosine = Math.cos((60 * Math.PI) / 180);

export interface Place<Id> extends Point {
  id: Id;
  /** Whether it is linked to the node one comes from. */
  linked: boolean;
}

/**
 * The node to go to from a point: the nearest linked one that lies in that direction, else the nearest of all. Distance
 * counts the more the farther off the axis a node lies. Null when nothing lies that way.
 */
export const nearestInDirection = <Id>(from: Point, direction: Direction, places: Iterable<Place<Id>>): Id | null => {
  const axis = ahead[direction];
  let best: { id: Id; linked: boolean; cost: number } | null = null;
  for (const place of places) {
    const x = place.x - from.x;
    const y = place.y - from.y;
    const distance = Math.hypot(x, y);
    if (distance === 0) continue;
    const cosine = (x * axis.x + y * axis.y) / distance;
    if (cosine < leastCosine) continue;
    const cost = distance * (2 - cosine);
    const better = !best || (place.linked === best.linked ? cost < best.cost : place.linked);
    if (better) best = { id: place.id, linked: place.linked, cost };
  }
  return best?.id ?? null;
};
