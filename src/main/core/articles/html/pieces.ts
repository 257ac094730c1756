import { enoughPieces, type Piece, pieceOf, type Run } from '../pieces.ts';
import { blocks, closedBy } from './elements.ts';

interface Frame {
  name: string;
  kind: Piece['kind'];
  level?: number;
  href: string | null;
  /** Inside a table's row, where text of several cells makes one item. */
  row: boolean;
}

const deepestFrames = 512;
const headings = /^h([1-6])$/;

/**
 * Elements that change what text in them is. Others are not kept track of, so that thousands of nested `div` elements
 * cost nothing.
 */
const telling = new Set('a h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th p'.split(' '));

const frameOf = (name: string, above: Frame): Frame => {
  const frame = { ...above, name };
  const heading = headings.exec(name);
  if (heading) return { ...frame, kind: 'heading', level: Number(heading[1]), row: false };
  if (above.kind === 'heading' || above.kind === 'code') return frame;
  if (name === 'li' || name === 'dt' || name === 'dd') return { ...frame, kind: 'item', row: false };
  if (name === 'blockquote') return { ...frame, kind: 'quote', row: false };
  if (name === 'pre') return { ...frame, kind: 'code', row: false };
  if (name === 'tr') return { ...frame, kind: 'item', row: true };
  // A table that holds whole blocks is there for the layout: what is in it is ordinary text.
  if (above.row && blocks.has(name)) return { ...frame, kind: 'paragraph', row: false };
  return frame;
};

export interface PieceWriter {
  open(name: string, href?: string | null): void;
  close(name: string): void;
  /** Text, entities decoded. White space in it is that of the source. */
  text(text: string): void;
  /** The pieces, once all is told; few more than `mostPieces`. */
  end(): Piece[];
}

/**
 * Makes pieces out of elements and text told in the order of the source, whether from a tree or straight from the
 * markup: headings, paragraphs, items (of lists and of table rows), quotes, code, with the links inside them.
 */
export const pieceWriter = (): PieceWriter => {
  const pieces: Piece[] = [];
  const root: Frame = { name: '', kind: 'paragraph', href: null, row: false };
  const frames: Frame[] = [];
  let runs: Run[] = [];
  let brokenLine = false;
  const top = (): Frame => frames.at(-1) ?? root;

  const flush = (): void => {
    brokenLine = false;
    if (runs.length === 0 || pieces.length > enoughPieces) {
      runs = [];
      return;
    }
    const { kind, level } = top();
    const piece = pieceOf(kind, runs, kind === 'heading' ? level : undefined);
    runs = [];
    if (piece) pieces.push(kind === 'heading' ? { ...piece, text: piece.text.replace(/\n/g, ' ') } : piece);
  };

  const leave = (depth: number): void => {
    if (frames.slice(depth).some((frame) => blocks.has(frame.name))) flush();
    frames.length = depth;
  };

  return {
    open(name, href = null) {
      if (name === 'br') {
        // Two line breaks in a row are how old pages write paragraphs.
        if (brokenLine && top().kind !== 'code') flush();
        else runs.push({ text: '\n', href: null });
        brokenLine = true;
        return;
      }
      if (name === 'hr') return flush();
      if (name === 'td' || name === 'th') {
        if (top().row && runs.some((run) => run.text.trim() !== '')) runs.push({ text: ' | ', href: null });
      } else if (blocks.has(name)) flush();
      const closes = closedBy.get(name);
      while (closes?.has(frames.at(-1)?.name ?? '')) frames.pop();
      if (name === 'q') runs.push({ text: '“', href: top().href });
      const matters = telling.has(name) || (top().row && blocks.has(name));
      if (!matters || frames.length >= deepestFrames) return;
      const frame = frameOf(name, top());
      frames.push(name === 'a' ? { ...frame, href } : frame);
    },
    close(name) {
      if (name === 'q') runs.push({ text: '”', href: top().href });
      if (name === 'br' || name === 'hr') return;
      const depth = frames.findLastIndex((frame) => frame.name === name);
      if (depth >= 0) leave(depth);
      else if (blocks.has(name)) flush();
    },
    text(text) {
      const { kind, href } = top();
      const plain = kind === 'code' ? text : text.replace(/\s+/g, ' ');
      if (plain.trim() !== '') brokenLine = false;
      if (plain !== '') runs.push({ text: plain, href });
    },
    end() {
      flush();
      return pieces;
    },
  };
};
