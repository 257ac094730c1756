import type { BlockKind, TextLink } from '../../../shared/model.ts';
import { tidy } from './characters.ts';

/** A block before the article is put together: its links are relative to its own text. */
export interface Piece {
  kind: Exclude<BlockKind, 'title'>;
  level?: number;
  text: string;
  links: TextLink[];
}

/** A text of more pieces is a list or a log, no article: a long book has some 20,000 paragraphs. */
export const mostPieces = 100_000;
/** Readers stop here: so far beyond that what they take off the top changes nothing. */
export const enoughPieces = mostPieces + 100;

/** A stretch of text with one link, or none. */
export interface Run {
  text: string;
  href: string | null;
}

/** Where one run ends and the next begins, white space folds as if there were no border. */
const fold = (runs: readonly Run[], lines: 'kept' | 'folded'): { text: string; links: TextLink[] } => {
  const parts: string[] = [];
  const links: TextLink[] = [];
  let length = 0;
  let last = '\n';
  for (const run of runs) {
    const tidied = tidy(run.text);
    let text = lines === 'kept' ? tidied.replace(/\n[ \t]*(?=\n)/g, '') : tidied.replace(/[ \t]*\n\s*/g, '\n').replace(/[ \t]+/g, ' ');
    if (last === '\n') text = lines === 'kept' ? text.replace(/^\n+/, '') : text.trimStart();
    else if (last === ' ' && text.startsWith(' ') && lines === 'folded') text = text.slice(1);
    if (text === '') continue;
    if (last === ' ' && text.startsWith('\n') && lines === 'folded') {
      parts.push((parts.pop() ?? ' ').slice(0, -1));
      length -= 1;
    }
    if (run.href !== null) addLink(links, { start: length, end: length + text.length, href: run.href });
    parts.push(text);
    length += text.length;
    last = text[text.length - 1] ?? last;
  }
  return { text: parts.join(''), links };
};

const addLink = (links: TextLink[], link: TextLink): void => {
  const before = links.at(-1);
  if (before && before.end === link.start && before.href === link.href) before.end = link.end;
  else links.push(link);
};

/** A mark that combines with a letter may stand in the next run: the whole is composed again and the places follow. */
const composed = (text: string, links: TextLink[]): { text: string; links: TextLink[] } => {
  const whole = text.normalize('NFC');
  if (whole === text) return { text, links };
  let read = 0;
  let written = 0;
  const place = (offset: number): number => {
    written = Math.min(whole.length, written + text.slice(read, offset).normalize('NFC').length);
    read = offset;
    return written;
  };
  return { text: whole, links: links.map((link) => ({ ...link, start: place(link.start), end: place(link.end) })) };
};

const trimmedLink = (text: string, { start, end, href }: TextLink, shift: number, length: number): TextLink[] => {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  from = Math.max(0, from - shift);
  to = Math.min(length, to - shift);
  return from < to ? [{ start: from, end: to, href }] : [];
};

/**
 * The piece that these runs make up, or null where they hold no visible text. White space is folded (in code, line ends
 * and indents stay); a single `\n` in a run is a line break. No piece has an empty line inside it.
 */
export const pieceOf = (kind: Piece['kind'], runs: readonly Run[], level?: number): Piece | null => {
  const folded = fold(runs, kind === 'code' ? 'kept' : 'folded');
  const { text, links } = composed(folded.text, folded.links);
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const shift = text.length - text.trimStart().length;
  const kept = links.flatMap((link) => trimmedLink(text, link, shift, trimmed.length));
  return { kind, ...(level === undefined ? {} : { level }), text: trimmed, links: kept };
};

const address = /https?:\/\/[^\s<>"'“”‘’]{3,2000}/g;

/** A piece of plain text; http(s) addresses written out in it become links. */
export const plainPiece = (kind: Piece['kind'], text: string, level?: number): Piece | null => {
  const piece = pieceOf(kind, [{ text, href: null }], level);
  if (!piece?.text.includes('://')) return piece;
  for (const match of piece.text.matchAll(address)) {
    const written = match[0].replace(/[.,;:!?)\]}*_]+$/, '');
    if (URL.canParse(written)) piece.links.push({ start: match.index, end: match.index + written.length, href: new URL(written).href });
  }
  return piece;
};
