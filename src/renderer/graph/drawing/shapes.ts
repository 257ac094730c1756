import type { NodeType } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';

/** How each type is told from the others without its hue. `wide` and `high` are parts of the node's size. */
export const typeShapes = {
  company: { shape: 'ellipse', wide: 1, high: 1 },
  organization: { shape: 'round-hexagon', wide: 1.1, high: 1 },
  person: { shape: 'round-rectangle', wide: 0.9, high: 0.9 },
  place: { shape: 'round-diamond', wide: 1.14, high: 1.14 },
  product: { shape: 'round-tag', wide: 1.04, high: 0.86 },
  story: { shape: 'rectangle', wide: 0.66, high: 0.84 },
} as const satisfies Record<NodeType, { shape: string; wide: number; high: number }>;

/** Size of a node at zoom 1, in px. The stylesheet's `mapData` draws the same. */
export const nodeSizes = { least: 20, most: 52 } as const;

/** The size of a node of this weight, in px at zoom 1. */
export const sizeOf = (weight: number): number => nodeSizes.least + (nodeSizes.most - nodeSizes.least) * Math.min(1, Math.max(0, weight));

/** From the middle of a node to its sides and to its top and bottom, in px at zoom 1. */
export const reachOf = ({ type, weight }: { type: NodeType; weight: number }): Point => {
  const half = sizeOf(weight) / 2;
  const { wide, high } = typeShapes[type];
  return { x: half * wide, y: half * high };
};
