import type { Point } from '../../../shared/views.ts';

/** A line on the map, as far as a click needs to know it. Lengths in the graph's own units. */
export interface Line<Id> {
  id: Id;
  from: Point;
  to: Point;
  /** Whether it touches the node in the middle. */
  central: boolean;
}

/** Distance of a point from a line between two points. */
export const distanceTo = (point: Point, { from, to }: { from: Point; to: Point }): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
};

/**
 * The line that is meant at a point, or null where none passes within `reach`. Lines that run over each other can't be
 * told apart by distance: among those about as near as the nearest, one of the node in the middle comes first, then the
 * shortest, since a longer one can be pointed at elsewhere.
 */
export const meantLine = <Id>(point: Point, lines: readonly Line<Id>[], reach: number): Line<Id> | null => {
  const near = lines.map((line) => ({ line, distance: distanceTo(point, line) })).filter(({ distance }) => distance <= reach);
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const alike = near.filter(({ distance }) => distance <= nearest + reach / 2).map(({ line }) => line);
  const length = ({ from, to }: Line<Id>) => Math.hypot(to.x - from.x, to.y - from.y);
  alike.sort((a, b) => Number(b.central) - Number(a.central) || length(a) - length(b));
  return alike[0] ?? null;
};
