import type { NodeId } from './model.ts';
import type { Slice } from './views.ts';

/** A community of the whole library. */
export interface Community extends Slice {
  /** Its strongest member. */
  head: NodeId;
  /** After its two strongest members that are no places. */
  name: string;
  /** Its members; the slice holds the strongest of them. */
  total: number;
}
