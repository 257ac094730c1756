import { cut, tidy } from '../characters.ts';
import { type Draft, type Facts, factsOf, noFacts } from '../draft.ts';
import type { Piece } from '../pieces.ts';
import { isHeadline, withHeadings } from './headline.ts';
import { paragraphsOf } from './lines.ts';
import { bylineAuthor, factsInLine } from './notes.ts';

/** So many pieces from the top may be bylines, dates and the like. */
const topPieces = 8;

/**
 * Takes the lines that state facts off the top, such as "By Jane Doe" and "March 4, 2025"; the second line of anything
 * else ends the top. `titleKnown`: a first line that reads as a title is text.
 */
export const withoutTop = (
  pieces: readonly Piece[],
  titleKnown: boolean,
): { title: string | null; facts: Partial<Facts>; body: Piece[] } => {
  let facts: Partial<Facts> = {};
  let title: string | null = null;
  const body: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const found = index < topPieces && body.length <= 1 ? factsInLine(piece.text) : null;
    // "By Design" may head a text; a byline follows its headline.
    if (found && (index > 0 || bylineAuthor(piece.text) === null)) {
      facts = { ...found, ...facts };
      continue;
    }
    if (title === null && !titleKnown && facts.title == null && body.length === 0 && readsAsTitle(piece, pieces[index + 1])) {
      title = piece.text;
      continue;
    }
    body.push(piece);
  }
  return { title, facts, body };
};

/** The first line is the title if it is short beside what follows, whether or not it ends like a sentence. */
const readsAsTitle = (piece: Piece, next: Piece | undefined): boolean => {
  if (piece.kind === 'item') return false;
  if (isHeadline(piece.text)) return true;
  return next !== undefined && piece.text.length <= 110 && !/[:,;]$/.test(piece.text) && !piece.text.includes('://');
};

/** Plain text as a draft; `known` holds what is known from elsewhere (a record's fields), which the text does not change. */
export const readText = (text: string, known: Facts = noFacts): Draft => {
  const { title, facts, body } = withoutTop(paragraphsOf(tidy(text)), known.title !== null);
  const own = { ...facts, title: facts.title ?? (title === null ? null : cut(title, 300)) };
  return { ...factsOf(known, { ...noFacts, ...own }), pieces: withHeadings(body) };
};
