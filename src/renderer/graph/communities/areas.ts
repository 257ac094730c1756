import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Drawing } from '../drawing/elements.ts';
import type { Island } from './islands.ts';

/** The ground that a community covers: all that is near its members, the lines between neighbours among them, and what these enclose. */
export interface Area {
  island: Island;
  /** Pairs of members that stand next to each other; a member that stands alone is paired with itself. */
  edges: readonly (readonly [NodeId, NodeId])[];
  /** Threes of members with no other between them. */
  faces: readonly (readonly [NodeId, NodeId, NodeId])[];
}

/** How far an area reaches beyond its members, in px at zoom 1 and a scale of 1. */
export const areaReach = 30;
/** Members farther apart than so many reaches are not joined: an outlier has an area of its own. */
const joinedWithin = 6.5;

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Pairs with nobody in the circle between them (the Gabriel graph: K. R. Gabriel and R. R. Sokal, 1969). */
const neighbouring = <Placed extends Point>(points: readonly Placed[], near: (a: Placed, b: Placed) => boolean): [Placed, Placed][] => {
  const pairs: [Placed, Placed][] = [];
  for (const [at, a] of points.entries()) {
    for (const b of points.slice(at + 1)) {
      if (!near(a, b)) continue;
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const half = between(a, b) / 2;
      if (points.every((other) => other === a || other === b || between(other, middle) >= half)) pairs.push([a, b]);
    }
  }
  return pairs;
};

/** The middle of the circle through three points; null where they stand in a line. */
const circleThrough = (a: Point, b: Point, c: Point): Point | null => {
  const twice = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y));
  if (Math.abs(twice) < 1e-6) return null;
  const [aa, bb, cc] = [a.x ** 2 + a.y ** 2, b.x ** 2 + b.y ** 2, c.x ** 2 + c.y ** 2];
  return {
    x: (aa * (b.y - c.y) + bb * (c.y - a.y) + cc * (a.y - b.y)) / twice,
    y: (aa * (c.x - b.x) + bb * (a.x - c.x) + cc * (b.x - a.x)) / twice,
  };
};

/** Threes with nobody in the circle through them (Delaunay's triangles). An overview has too few nodes for anything cleverer. */
const triangles = <Placed extends Point>(
  points: readonly Placed[],
  near: (a: Placed, b: Placed) => boolean,
): [Placed, Placed, Placed][] => {
  const found: [Placed, Placed, Placed][] = [];
  for (const [at, a] of points.entries()) {
    const later = points.slice(at + 1).filter((b) => near(a, b));
    for (const [next, b] of later.entries()) {
      for (const c of later.slice(next + 1)) {
        const middle = near(b, c) ? circleThrough(a, b, c) : null;
        if (!middle) continue;
        const reach = between(a, middle);
        const bare = points.every((other) => other === a || other === b || other === c || between(other, middle) >= reach);
        if (bare) found.push([a, b, c]);
      }
    }
  }
  return found;
};

/** The areas of islands in a drawing whose places are drawn for this scale. */
export const areasOf = (islands: readonly Island[], drawing: Drawing, scale: number): Area[] => {
  const most = areaReach * scale * joinedWithin;
  const near = (a: Point, b: Point) => between(a, b) <= most;
  return islands.map((island) => {
    const members = island.members.flatMap((id) => drawing.nodes.get(id) ?? []);
    const pairs = neighbouring(members, near);
    const joined = new Set(pairs.flat());
    const alone = members.filter((node) => !joined.has(node));
    return {
      island,
      edges: [...pairs, ...alone.map((node) => [node, node] as const)].map(([a, b]) => [a.id, b.id] as const),
      faces: triangles(members, near).map(([a, b, c]) => [a.id, b.id, c.id] as const),
    };
  });
};

const toSegment = (point: Point, a: Point, b: Point): number => {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length));
  return between(point, { x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y) });
};

const within = (point: Point, [a, b, c]: readonly [Point, Point, Point]): boolean => {
  const side = (one: Point, other: Point) => (other.x - one.x) * (point.y - one.y) - (other.y - one.y) * (point.x - one.x);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return sides.every((each) => each >= 0) || sides.every((each) => each <= 0);
};

export type PlaceOf = (id: NodeId) => Point | null;

/** How far a point is from an area's members and what they enclose. */
const distanceTo = ({ edges, faces }: Area, point: Point, placeOf: PlaceOf): number => {
  const inside = faces.some(([one, other, third]) => {
    const [a, b, c] = [placeOf(one), placeOf(other), placeOf(third)];
    return a && b && c && within(point, [a, b, c]);
  });
  if (inside) return 0;
  const distances = edges.map(([from, to]) => {
    const [a, b] = [placeOf(from), placeOf(to)];
    return a && b ? toSegment(point, a, b) : Infinity;
  });
  return Math.min(...distances);
};

/** The area at a point: of several the one that is nearest; null where there is none. */
export const areaAt = (areas: readonly Area[], point: Point, placeOf: PlaceOf, reach: number): Area | null => {
  let nearest: { area: Area; distance: number } | null = null;
  for (const area of areas) {
    const distance = distanceTo(area, point, placeOf);
    if (distance <= reach && distance < (nearest?.distance ?? Infinity)) nearest = { area, distance };
  }
  return nearest?.area ?? null;
};
