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

/** Size of a node at zoom 1, in px. */
export const nodeSizes = { least: 20, most: 52 } as const;

/** The size of a node of this weight, in px at zoom 1. */
export const sizeOf = (weight: number): number => nodeSizes.least + (nodeSizes.most - nodeSizes.least) * Math.min(1, Math.max(0, weight));

/** px that enlarged nodes keep between each other. */
const nodeGap = 4;

/**
 * Sizes of nodes drawn larger by a factor, each only as far as its neighbours leave room: a pair shares the way between
 * its middles by their plain sizes. Pairs are compared one by one: 0.5 ms for 300.
 */
export const enlarged = (nodes: readonly (Point & { weight: number })[], scale: number): number[] => {
  const plain = nodes.map(({ weight }) => sizeOf(weight));
  const sizes = plain.map((size) => size * scale);
  if (scale === 1) return sizes;
  nodes.forEach((one, i) => {
    for (let j = i + 1; j < nodes.length; j += 1) {
      const other = nodes[j] ?? one;
      const [mine = 0, theirs = 0] = [plain[i], plain[j]];
      const room = 2 * (Math.hypot(one.x - other.x, one.y - other.y) - nodeGap);
      if (room > (mine + theirs) * scale) continue;
      sizes[i] = Math.max(mine, Math.min(sizes[i] ?? mine, (room * mine) / (mine + theirs)));
      sizes[j] = Math.max(theirs, Math.min(sizes[j] ?? theirs, (room * theirs) / (mine + theirs)));
    }
  });
  return sizes;
};

/** From the middle of a node to its sides and to its top and bottom, in px at zoom 1. */
export const reachOf = ({ type, size }: { type: NodeType; size: number }): Point => {
  const { wide, high } = typeShapes[type];
  return { x: (size / 2) * wide, y: (size / 2) * high };
};
