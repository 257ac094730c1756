import { isoDate } from '../dates.ts';
import { type Draft, noFacts } from '../draft.ts';
import { headlineKey } from '../identity.ts';
import type { Piece } from '../pieces.ts';
import { countWords, isHeadline, isProse } from './headline.ts';
import { bylineAuthor, isFurniture, labelled } from './notes.ts';

/**
 * A page that was pasted or saved as text often goes on after its article: an author note, then teasers of other
 * articles, each a headline and a paragraph. They are told apart from an article's own sections by all of this:
 * the list follows an author note or a line such as "Related articles"; it reaches to the end of the text; it has at
 * least two entries; each is a headline and one to three short paragraphs.
 */

/** Lines that head a list of other articles. */
const listLabel =
  /^(?:related(?: (?:articles|stories|news|posts|content|reading|coverage))?|more (?:news|stories|articles|on this (?:story|topic)|from .{2,40}|in .{2,30})|read (?:also|next|more)|see also|also read|up next|you (?:may|might) (?:also )?like|(?:latest|recent|other|similar|recommended|popular|trending) (?:news|stories|articles|posts)|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|top stories|editor[’']?s[’']? picks?|don[’']t miss|what to read next|weitere (?:artikel|nachrichten|meldungen|themen)|lesen sie auch|das könnte (?:sie|dich) auch interessieren|mehr zum thema|ähnliche artikel|(?:à )?lire aussi|articles (?:liés|similaires|récents)|lea también|le puede interesar|noticias relacionadas|leggi anche|articoli correlati|lees ook|leia também|читайте также|похожие (?:статьи|новости))\s*[:.…]?$/i;

/** Heads of a note on the author that name no one. */
const aboutLabel =
  /^(?:about the authors?|about the writer|über den autor|über die autorin|à propos de l[’']auteur|sobre el autor|об авторе)\s*[:.]?$/i;

const fewestWordsBefore = 40;
const longestBio = 90;
const mostBioPieces = 3;
const mostTeaserWords = 160;
const mostTeaserPieces = 3;
const mostLeftovers = 10;
/** A list of teasers is no longer than this; it keeps the search from going back and forth in a huge text. */
const mostPiecesAfter = 400;

interface Teaser {
  headline: string;
  published: string | null;
  pieces: Piece[];
}

interface Note {
  author: string | null;
  /** The note itself and nothing else is of no further use; a list's label leads to no bio. */
  kind: 'author' | 'list';
}

const noteIn = (piece: Piece): Note | null => {
  const { text } = piece;
  if (text.length > 120 || text.includes('\n')) return null;
  if (listLabel.test(text)) return { author: null, kind: 'list' };
  if (aboutLabel.test(text)) return { author: null, kind: 'author' };
  const label = labelled(text);
  if (label?.fact === 'author') return { author: label.value, kind: 'author' };
  const byline = bylineAuthor(text.replace(/^[—–-]+\s*/, ''));
  return byline === null ? null : { author: byline, kind: 'author' };
};

const canHead = (piece: Piece): boolean => isHeadline(piece.text) && countWords(piece.text) >= 3 && !isProse(piece);

/** The teasers that the pieces from `from` to the end are, or null where they are anything else. */
const teasersFrom = (pieces: readonly Piece[], from: number): Teaser[] | null => {
  const teasers: Teaser[] = [];
  let index = from;
  let pendingDate: string | null = null;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const last = teasers.at(-1);
    const date = piece.text.length <= 60 ? isoDate(piece.text) : null;
    if (date !== null || isFurniture(piece.text)) {
      if (date !== null && last && last.published === null && teasers[0] && dateFollows(pieces, from)) last.published = date;
      else if (date !== null) pendingDate = date;
      index++;
      continue;
    }
    if (!canHead(piece)) return leftoversOnly(pieces, index) ? enough(teasers) : null;
    const body: Piece[] = [];
    let next = index + 1;
    let headDate: string | null = null;
    for (; next < pieces.length && body.length < mostTeaserPieces; next++) {
      const below = pieces[next];
      if (below === undefined) break;
      if (isProse(below)) body.push(below);
      else if (body.length === 0 && below.text.length <= 60 && isoDate(below.text) !== null) headDate = isoDate(below.text);
      else if (!(body.length === 0 && (isFurniture(below.text) || bylineAuthor(below.text) !== null))) break;
    }
    const words = body.reduce((sum, one) => sum + countWords(one.text), 0);
    if (words > mostTeaserWords) return null;
    if (body.length === 0) return leftoversOnly(pieces, index) ? enough(teasers) : null;
    teasers.push({ headline: piece.text, published: headDate ?? pendingDate, pieces: body });
    pendingDate = null;
    index = next;
  }
  return enough(teasers);
};

/** Whether a list puts each date below its teaser rather than above: a list that begins with a date puts them above. */
const dateFollows = (pieces: readonly Piece[], from: number): boolean => isoDate(pieces[from]?.text ?? '') === null;

/** A page's foot: a few short lines. */
const leftoversOnly = (pieces: readonly Piece[], from: number): boolean =>
  pieces.length - from <= mostLeftovers &&
  pieces.slice(from).every((piece) => countWords(piece.text) <= 8 || /©|copyright|all rights reserved/i.test(piece.text));

/** Two short section headings after a byline are an article's; a list of headlines has longer ones. */
const enough = (teasers: Teaser[]): Teaser[] | null => {
  if (teasers.length < 2) return null;
  const words = teasers.reduce((sum, teaser) => sum + countWords(teaser.headline), 0);
  return words >= teasers.length * 4.5 ? teasers : null;
};

interface Split {
  note: Note;
  /** Index of the first piece that is no longer the article's. */
  end: number;
  teasers: Teaser[];
}

/** The list of teasers after a note at `at`, with at most a short bio between them. */
const listAfter = (pieces: readonly Piece[], at: number, note: Note): Split | null => {
  let bio = 0;
  for (let from = at + 1; from < pieces.length && from <= at + 1 + mostBioPieces; from++) {
    const teasers = teasersFrom(pieces, from);
    if (teasers) return { note, end: at, teasers };
    const piece = pieces[from];
    bio += countWords(piece?.text ?? '');
    // A label between the bio and the list changes nothing.
    if (bio > longestBio) return null;
  }
  return null;
};

/** An author note that ends the text: nothing but a short bio follows. */
const closingNote = (pieces: readonly Piece[], at: number, note: Note): Split | null => {
  const after = pieces.slice(at + 1);
  const words = after.reduce((sum, piece) => sum + countWords(piece.text), 0);
  if (note.kind !== 'author' || after.length > 2 || words > longestBio) return null;
  const named = note.author ?? '';
  const bio = after.every((piece) => tellsOfAuthor(piece.text, named));
  return bio ? { note, end: at, teasers: [] } : null;
};

const tellsOfAuthor = (text: string, name: string): boolean => {
  const surname = name.split(/\s+/).at(-1) ?? '';
  return (
    isFurniture(text) ||
    (surname.length > 2 && text.includes(surname)) ||
    /\b(?:I am|I have|I’m|I'm|my|is an? (?:[\w-]+ ){0,4}(?:writer|reporter|journalist|editor|correspondent|columnist|author|analyst))\b/i.test(
      text,
    )
  );
};

const splitPlace = (pieces: readonly Piece[]): Split | null => {
  let words = 0;
  let prose = 0;
  for (const [index, piece] of pieces.entries()) {
    const near = pieces.length - index <= mostPiecesAfter;
    const note = near && words >= fewestWordsBefore && prose > 0 ? noteIn(piece) : null;
    if (note) {
      const split = listAfter(pieces, index, note) ?? closingNote(pieces, index, note);
      // One paragraph above a byline may be a standfirst, and what follows the article: then only a bio tells.
      if (split && (prose > 1 || note.kind === 'list' || split.teasers.length === 0 || repeatsAbove(pieces, index, split))) return split;
    }
    words += countWords(piece.text);
    if (isProse(piece)) prose++;
  }
  return null;
};

const startOf = (text: string): string => headlineKey(text.replace(/(?:…|\.\.\.)$/, '')).slice(0, 400);

/** True where a teaser's paragraph is one of those above the note, perhaps cut short. */
const repeatsAbove = (pieces: readonly Piece[], end: number, split: Split): boolean => {
  const above = pieces.slice(0, end).map((piece) => headlineKey(piece.text));
  return split.teasers.some((teaser) => isRepeat(teaser, null, above));
};

const isRepeat = (teaser: Teaser, title: string | null, paragraphs: readonly string[]): boolean => {
  const key = headlineKey(teaser.headline);
  if (title !== null && key !== '' && key === title) return true;
  const start = startOf(teaser.pieces[0]?.text ?? '');
  return start.length >= 60 && paragraphs.some((paragraph) => paragraph.startsWith(start));
};

/**
 * The articles of a pasted page: the main one without its author note and what follows, then each teaser as a short
 * article. Teasers that repeat the main article or one another are left out and counted. A text of any other shape
 * comes back as it is.
 */
export const splitPasted = (draft: Draft): { drafts: Draft[]; repeats: number } => {
  const split = splitPlace(draft.pieces);
  if (!split) return { drafts: [draft], repeats: 0 };
  const body = draft.pieces.slice(0, split.end);
  const main: Draft = { ...draft, author: draft.author ?? split.note.author, pieces: body };
  const paragraphs = body.map((piece) => headlineKey(piece.text));
  const title = draft.title === null ? null : headlineKey(draft.title);
  const seen = new Set<string>();
  const others: Draft[] = [];
  let repeats = 0;
  for (const teaser of split.teasers) {
    const key = `${headlineKey(teaser.headline)}\n${startOf(teaser.pieces[0]?.text ?? '')}`;
    if (seen.has(key) || isRepeat(teaser, title, paragraphs)) {
      repeats++;
      continue;
    }
    seen.add(key);
    const { publisher, language } = draft;
    others.push({ ...noFacts, publisher, language, title: teaser.headline, published: teaser.published, pieces: teaser.pieces });
  }
  return { drafts: [main, ...others], repeats };
};
