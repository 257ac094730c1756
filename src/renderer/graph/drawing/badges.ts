import type { Point } from '../../../shared/views.ts';
import type { Box } from './camera.ts';
import type { DrawnNode } from './elements.ts';
import { overlap } from './labels.ts';
import { reachOf } from './shapes.ts';

/** px on the screen that "+123" takes. */
const badgeSize = { x: 46, y: 19 };

/** The corners of a node that a badge can stand at, best first. Labels stand below most nodes. */
const corners: readonly Point[] = [
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];

const boxAt = (corner: Point, node: DrawnNode, zoom: number): Box => {
  const reach = reachOf(node);
  const x = (node.x + corner.x * reach.x * Math.SQRT1_2) * zoom;
  const y = (node.y + corner.y * reach.y * Math.SQRT1_2) * zoom;
  return {
    x1: corner.x > 0 ? x : x - badgeSize.x,
    x2: corner.x > 0 ? x + badgeSize.x : x,
    y1: corner.y > 0 ? y : y - badgeSize.y,
    y2: corner.y > 0 ? y + badgeSize.y : y,
  };
};

const bodyOf = (node: DrawnNode, zoom: number): Box => {
  const { x, y } = reachOf(node);
  return { x1: (node.x - x) * zoom, x2: (node.x + x) * zoom, y1: (node.y - y) * zoom, y2: (node.y + y) * zoom };
};

/** Where the badge of a node stands at a zoom: the first corner at which it covers no other node; its box in px but for the pan. */
export const badgePlace = (node: DrawnNode, others: Iterable<DrawnNode>, zoom: number): { corner: Point; box: Box } => {
  const bodies = [...others].filter((other) => other.id !== node.id).map((other) => bodyOf(other, zoom));
  const places = corners.map((corner) => ({ corner, box: boxAt(corner, node, zoom) }));
  const [first = { corner: { x: 1, y: -1 }, box: bodyOf(node, zoom) }] = places;
  return places.find(({ box }) => !bodies.some((body) => overlap(box, body))) ?? first;
};
