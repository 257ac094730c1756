import type { NodeType } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { reachOf, typeShapes } from '../drawing/shapes.ts';

/** The outlines of nodes as Cytoscape draws their shapes. */

/** Corners in a box from -1 to 1. */
const corners: Readonly<Record<Exclude<(typeof typeShapes)[NodeType]['shape'], 'ellipse'>, readonly (readonly [number, number])[]>> = {
  'round-hexagon': [
    [1, 0],
    [0.5, 1],
    [-0.5, 1],
    [-1, 0],
    [-0.5, -1],
    [0.5, -1],
  ],
  'round-rectangle': [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ],
  'round-diamond': [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ],
  'round-tag': [
    [1, 0],
    [0.25, 1],
    [-1, 1],
    [-1, -1],
    [0.25, -1],
  ],
  rectangle: [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ],
};

/** How far corners are rounded, in parts of the shorter side; at most 8 px, as Cytoscape has it. */
const roundness = { 'round-hexagon': 0.1, 'round-rectangle': 0.25, 'round-diamond': 0.1, 'round-tag': 0.1, rectangle: 0 } as const;
const radiusMost = 8;

/** A number in a path. */
export const num = (value: number): string => String(Number(value.toFixed(2)));

const rounded = (points: readonly Point[], radius: number): string => {
  const parts = points.map((point, at) => {
    const before = points[(at + points.length - 1) % points.length] ?? point;
    const after = points[(at + 1) % points.length] ?? point;
    const toward = (other: Point): string => {
      const far = Math.hypot(other.x - point.x, other.y - point.y) || 1;
      const part = Math.min(radius, far / 2) / far;
      return `${num(point.x + (other.x - point.x) * part)} ${num(point.y + (other.y - point.y) * part)}`;
    };
    const start = `${at === 0 ? 'M' : 'L'}${toward(before)}`;
    return radius === 0
      ? `${at === 0 ? 'M' : 'L'}${num(point.x)} ${num(point.y)}`
      : `${start}Q${num(point.x)} ${num(point.y)} ${toward(after)}`;
  });
  return `${parts.join('')}Z`;
};

/** A circle, or what is as wide and high. */
export const ellipse = ({ x, y }: Point, reach: Point): string =>
  `M${num(x - reach.x)} ${num(y)}a${num(reach.x)} ${num(reach.y)} 0 1 1 ${num(2 * reach.x)} 0a${num(reach.x)} ${num(reach.y)} 0 1 1 ${num(-2 * reach.x)} 0Z`;

const pointsOf = (type: NodeType, centre: Point, reach: Point): Point[] => {
  const { shape } = typeShapes[type];
  return shape === 'ellipse' ? [] : corners[shape].map(([x, y]) => ({ x: centre.x + x * reach.x, y: centre.y + y * reach.y }));
};

/** The outline of a node of this size around a point; `more` px larger on each side. */
export const outlineOf = (node: { type: NodeType; size: number }, centre: Point, more = 0): string => {
  const reach = reachOf(node);
  const around = { x: reach.x + more, y: reach.y + more };
  const { shape } = typeShapes[node.type];
  if (shape === 'ellipse') return ellipse(centre, around);
  return rounded(pointsOf(node.type, centre, around), Math.min(radiusMost, 2 * Math.min(around.x, around.y) * roundness[shape]));
};

/** How far the rim of a node is from its middle towards a point. */
export const rimTowards = (node: { type: NodeType; size: number }, centre: Point, other: Point): number => {
  const reach = reachOf(node);
  const far = Math.hypot(other.x - centre.x, other.y - centre.y) || 1;
  const [dx, dy] = [(other.x - centre.x) / far, (other.y - centre.y) / far];
  const points = pointsOf(node.type, { x: 0, y: 0 }, reach);
  if (points.length === 0) return reach.x;
  let nearest = Math.max(reach.x, reach.y);
  points.forEach((one, at) => {
    const next = points[(at + 1) % points.length] ?? one;
    const [ex, ey] = [next.x - one.x, next.y - one.y];
    const cross = dx * ey - dy * ex;
    if (Math.abs(cross) < 1e-9) return;
    const along = (one.x * ey - one.y * ex) / cross;
    const part = (one.x * dy - one.y * dx) / cross;
    if (along > 0 && part >= 0 && part <= 1) nearest = Math.min(nearest, along);
  });
  return nearest;
};
