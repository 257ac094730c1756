import { type Box, overlapOf } from './boxes.ts';

/** Cells about as large as what is drawn, so that a box lies in few of them. */
const cellWidth = 120;
const cellHeight = 80;
const stride = 2 ** 20;

/** Boxes by where they lie: whether a spot is free is found without looking at all of them. */
export class Room {
  readonly #cells = new Map<number, Set<Box>>();

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.add(box);
  }

  #cellsOf({ x, y, halfWidth, above, below }: Box): number[] {
    const cells: number[] = [];
    const lastColumn = Math.floor((x + halfWidth) / cellWidth);
    const lastRow = Math.floor((y + below) / cellHeight);
    for (let column = Math.floor((x - halfWidth) / cellWidth); column <= lastColumn; column += 1) {
      for (let row = Math.floor((y - above) / cellHeight); row <= lastRow; row += 1) cells.push(column * stride + row);
    }
    return cells;
  }

  /** A box must not be moved while it is in. */
  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const there = this.#cells.get(cell);
      if (there === undefined) this.#cells.set(cell, new Set([box]));
      else there.add(box);
    }
  }

  remove(box: Box): void {
    for (const cell of this.#cellsOf(box)) this.#cells.get(cell)?.delete(box);
  }

  /** Whether a box, where it is now, would lie on another. */
  isTaken(box: Box): boolean {
    for (const cell of this.#cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) if (other !== box && overlapOf(box, other) !== null) return true;
    }
    return false;
  }
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Moves a box to the nearest free spot on a spiral round where it is; `aspect` widens the spiral. It is not added. */
export const moveToFree = (room: Room, box: Box, aspect: number): void => {
  const { x, y } = box;
  for (let step = 1; room.isTaken(box); step += 1) {
    const away = 12 * Math.sqrt(step);
    box.x = Math.round(x + aspect * away * Math.cos(step * goldenAngle));
    box.y = Math.round(y + away * Math.sin(step * goldenAngle));
  }
};
