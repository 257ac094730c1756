import type { Block } from '../../shared/model.ts';

/** A block with its number in the article. */
export interface Numbered {
  block: Block;
  index: number;
}

/** What is drawn as one element: a block, or neighbouring items or quotations as one list or quotation. */
export interface Piece {
  kind: 'heading' | 'paragraph' | 'code' | 'list' | 'quote';
  blocks: Numbered[];
}

/** A stretch of the article that is drawn in one go. */
export interface Chunk {
  pieces: Piece[];
  /** Where it begins in the text. */
  start: number;
  /** UTF-16 units of text in it. */
  length: number;
}

const kindOf = (block: Block): Piece['kind'] => {
  if (block.kind === 'item') return 'list';
  return block.kind === 'title' ? 'heading' : block.kind;
};

/** The blocks below the title as pieces, in order: items that follow each other are one list, quotations likewise. */
export const piecesOf = (blocks: readonly Block[]): Piece[] => {
  const pieces: Piece[] = [];
  blocks.forEach((block, index) => {
    if (index === 0 && block.kind === 'title') return;
    const kind = kindOf(block);
    const last = pieces.at(-1);
    if (last && last.kind === kind && (kind === 'list' || kind === 'quote')) last.blocks.push({ block, index });
    else pieces.push({ kind, blocks: [{ block, index }] });
  });
  return pieces;
};

/** Text drawn in one go, in UTF-16 units: about four screens, a few milliseconds. */
const chunkLength = 12_000;

/** Pieces in chunks of some `length` of text, in order; a chunk holds at least one piece. */
export const chunksOf = (pieces: readonly Piece[], most = chunkLength): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const piece of pieces) {
    const [first, last] = [piece.blocks[0], piece.blocks.at(-1)];
    if (!first || !last) continue;
    const length = last.block.end - first.block.start;
    const chunk = chunks.at(-1);
    if (chunk && chunk.length + length <= most) {
      chunk.pieces.push(piece);
      chunk.length += length;
    } else {
      chunks.push({ pieces: [piece], start: first.block.start, length });
    }
  }
  return chunks;
};
