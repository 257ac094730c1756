import type { NodeId } from './model.ts';
import type { Point } from './views.ts';

/** How the nodes of a board can be laid out. */
export const layouts = ['force', 'concentric', 'timeline', 'grid'] as const;
export type Layout = (typeof layouts)[number];

/** Places for the nodes of a board. */
export interface Arrangement {
  positions: Record<NodeId, Point>;
  /** The ticks of a timeline, left to right; empty for other layouts. */
  axis: { x: number; label: string }[];
}
