import { type NodeType, nodeTypes } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { byWeight, Cells, cell } from './cells.ts';
import type { Placed, PlaceOptions } from './positions.ts';

/** Between blocks. */
const gap = 60;
/** Panes are wider than high. */
const aspect = 1.3;

interface Block {
  nodes: readonly Placed[];
  columns: number;
  width: number;
  height: number;
  x: number;
  y: number;
}

const blockOf = (nodes: readonly Placed[]): Block => {
  const columns = Math.max(1, Math.round(Math.sqrt((nodes.length * aspect * cell.height) / cell.width)));
  const width = columns * cell.width;
  return { nodes, columns, width, height: Math.ceil(nodes.length / columns) * cell.height, x: 0, y: 0 };
};

/** Puts blocks side by side, and beneath each other where the row is full; the middle of all is at 0, 0. */
const arrangeBlocks = (blocks: readonly Block[]): void => {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(...blocks.map(({ width }) => width), Math.sqrt(area * aspect));
  let [x, y, rowHeight, right] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.width > widest) [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
    [block.x, block.y] = [x, y];
    x += block.width + gap;
    right = Math.max(right, x - gap);
    rowHeight = Math.max(rowHeight, block.height);
  }
  for (const block of blocks) {
    block.x -= right / 2;
    block.y -= (y + rowHeight) / 2;
  }
};

function* cellsOf({ x, y, columns }: Block): Generator<Point> {
  for (let at = 0; ; at += 1) {
    yield { x: x + ((at % columns) + 0.5) * cell.width, y: y + (Math.floor(at / columns) + 0.5) * cell.height };
  }
}

/** A block for each type of node, the strongest first; around those nodes that stay where they are. */
export const grid = (nodes: readonly (Placed & { type: NodeType })[], { fixed = {} }: PlaceOptions): Cells['positions'] => {
  const cells = new Cells(nodes, fixed);
  const blocks = nodeTypes
    .map((type) => nodes.filter((node) => node.type === type && !cells.has(node.id)).sort(byWeight))
    .filter((members) => members.length > 0)
    .map(blockOf);
  arrangeBlocks(blocks);
  for (const block of blocks) {
    const places = cellsOf(block);
    // One row of places for all of a block: each node goes on where the last one stopped.
    for (const { id } of block.nodes) cells.put(id, { [Symbol.iterator]: () => ({ next: () => places.next() }) });
  }
  return cells.positions;
};
