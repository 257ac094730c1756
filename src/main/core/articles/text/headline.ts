import type { Piece } from '../pieces.ts';

const longestHeadline = 160;
const longestHeading = 90;

/** How many stretches without white space a text has. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** A full stop that ends an abbreviation (`Inc.`, `U.S.`) ends no sentence. */
const abbreviationEnd = /(?:\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|No|vs|St|al)|\b\p{Lu}(?:\.\p{Lu})+|\b\p{Lu})\.$/u;

const ellipsisEnd = /(?:…|\.\.\.)$/;
const sentenceEnd = /[.。;,:]["”’»)]?$/;

/** True for a line that reads as a headline: short, begins like one, and does not end as a sentence or clause does. */
export const isHeadline = (text: string): boolean => {
  if (text.length > longestHeadline || text.includes('\n')) return false;
  const words = countWords(text);
  if (words < 2 || words > 24 || !/^["'“‘«„([¿¡]?[\p{Lu}\p{Lo}\p{N}$€£]|^[a-z]{1,3}\p{Lu}/u.test(text)) return false;
  return !sentenceEnd.test(text) || abbreviationEnd.test(text);
};

/** True for what reads as running text: a sentence that ends, or breaks off with an ellipsis. */
export const isProse = (piece: Piece): boolean =>
  (piece.kind === 'paragraph' || piece.kind === 'quote') &&
  countWords(piece.text) >= 8 &&
  (/[.!?。！？]["'”’»)\]]*$/.test(piece.text) || ellipsisEnd.test(piece.text) || piece.text.length > longestHeadline);

/** Marks short lines that stand between paragraphs of a plain text as headings. */
export const withHeadings = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const stands =
      piece.kind === 'paragraph' &&
      piece.text.length <= longestHeading &&
      (before === undefined || before.kind !== 'paragraph' || isProse(before));
    const heads = after !== undefined && (isProse(after) || after.kind === 'item');
    return stands && heads && isHeadline(piece.text) && !/[?!]$/.test(piece.text) ? { ...piece, kind: 'heading', level: 2 } : piece;
  });
