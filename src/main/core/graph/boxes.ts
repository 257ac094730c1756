/** The room that a drawn node takes: its shape and the label beneath. Pixels at zoom 1, `x` and `y` at the shape's centre. */
export interface Box {
  x: number;
  y: number;
  halfWidth: number;
  /** From the shape's centre up and down. */
  above: number;
  below: number;
  /** Must not be moved. */
  frozen: boolean;
}

/** Drawn diameters: a node of weight 0 and of weight 1. */
export const nodeSizes = { least: 20, most: 52 } as const;
const labelHeight = 16;
const labelMost = 110;
const characterWidth = 6.4;
const margin = 5;

/** Drawn diameter of a node by its weight, 0..1. */
export const sizeOf = (weight: number): number => nodeSizes.least + (nodeSizes.most - nodeSizes.least) * Math.min(1, Math.max(0, weight));

/** The room for a node with its label, margins included. */
export const roomFor = (weight: number, name: string): Pick<Box, 'halfWidth' | 'above' | 'below'> => {
  const half = sizeOf(weight) / 2;
  const label = Math.min(labelMost, 4 + name.length * characterWidth) / 2;
  return { halfWidth: Math.max(half, label) + margin, above: half + margin, below: half + labelHeight + margin };
};

/** How far two boxes reach into each other, in both directions; null where they don't. */
export const overlapOf = (one: Box, other: Box): { x: number; y: number } | null => {
  const x = one.halfWidth + other.halfWidth - Math.abs(one.x - other.x);
  if (x <= 0) return null;
  const y = one.y <= other.y ? one.y + one.below - (other.y - other.above) : other.y + other.below - (one.y - one.above);
  return y > 0 ? { x, y } : null;
};

/** Moves the two boxes apart by a share of their overlap, the shorter way; frozen ones stay. */
const push = (one: Box, other: Box, share: number): boolean => {
  const overlap = overlapOf(one, other);
  if (overlap === null || (one.frozen && other.frozen)) return false;
  const [part, rest] = one.frozen ? [0, 1] : other.frozen ? [1, 0] : [0.5, 0.5];
  if (overlap.x < overlap.y) {
    const way = (one.x <= other.x ? 1 : -1) * overlap.x * share;
    one.x -= way * part;
    other.x += way * rest;
  } else {
    const way = (one.y <= other.y ? 1 : -1) * overlap.y * share;
    one.y -= way * part;
    other.y += way * rest;
  }
  return true;
};

/** One sweep over all overlapping pairs, left to right; answers how many there were. */
export const separate = (boxes: readonly Box[], share: number): number => {
  const inOrder = [...boxes].sort((left, right) => left.x - left.halfWidth - (right.x - right.halfWidth));
  let moved = 0;
  for (let at = 0; at < inOrder.length; at += 1) {
    const one = inOrder[at];
    if (one === undefined) continue;
    const end = one.x + one.halfWidth;
    for (let next = at + 1; next < inOrder.length; next += 1) {
      const other = inOrder[next];
      if (other === undefined || other.x - other.halfWidth > end + one.halfWidth) break;
      if (push(one, other, share)) moved += 1;
    }
  }
  return moved;
};
