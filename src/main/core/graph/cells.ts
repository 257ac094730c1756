import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { type Box, roomFor } from './boxes.ts';
import type { Placed, PlaceOptions } from './positions.ts';
import { Room } from './room.ts';

/** Room for any node with its label and a little air, whatever its size. */
export const cell = { width: 130, height: 84 } as const;

/** The middle of a cell whose node has its shape above and its label beneath. */
const shapeAt = 31;

/** Strongest first; the same for any order of the input. */
export const byWeight = (left: Placed, right: Placed): number => right.weight - left.weight || (left.id < right.id ? -1 : 1);

/** A board on which nodes are put into cells, around those that stay where they are. */
export class Cells {
  readonly positions: Record<NodeId, Point> = {};
  readonly #room = new Room();

  constructor(nodes: readonly Placed[], fixed: NonNullable<PlaceOptions['fixed']>) {
    for (const node of nodes) {
      const at = fixed[node.id];
      if (at === undefined) continue;
      this.positions[node.id] = { x: at.x, y: at.y };
      this.#room.add({ ...roomFor(node.weight, node.name), x: at.x, y: at.y, frozen: true });
    }
  }

  /** Whether a node has its place. */
  has(id: NodeId): boolean {
    return this.positions[id] !== undefined;
  }

  #box({ x, y }: Point): Box {
    return { x, y, halfWidth: cell.width / 2 - 1, above: shapeAt, below: cell.height - shapeAt - 1, frozen: false };
  }

  isFree(at: Point): boolean {
    return !this.#room.isTaken(this.#box(at));
  }

  /** Puts a node at the first free one of some places; it has none yet where all are taken. */
  put(id: NodeId, places: Iterable<Point>): void {
    for (const { x, y } of places) {
      const at = { x: Math.round(x), y: Math.round(y) };
      if (!this.isFree(at)) continue;
      this.positions[id] = at;
      this.#room.add(this.#box(at));
      return;
    }
  }
}
