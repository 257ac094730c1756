import { enoughPieces, type Piece, plainPiece } from '../pieces.ts';

/** Turns the lines of a plain text into paragraphs, whichever way its lines were broken. */

const bullet = /^\s*(?:[-*•‣▪●◦]|\d{1,3}[.)])\s+(?=\S)/;
const plainBullet = /^\s*[-*•‣▪●◦]\s+/;
const rule = /^\s*(?:[-=_*~#]\s*){3,}$/;

/** Above this a line was not broken to fit a screen or a mail. */
const widestWrap = 110;
const narrowestWrap = 40;

const firstWordLength = (line: string): number => /\S+/.exec(line)?.[0].length ?? 0;

/**
 * The width at which lines were broken, or null where each line is a paragraph of its own. A text is wrapped where most
 * line ends inside its groups leave no room for the next word.
 */
export const wrapWidth = (groups: readonly (readonly string[])[]): number | null => {
  const lengths: number[] = [];
  for (const group of groups) for (const line of group.slice(0, -1)) lengths.push(line.length);
  if (lengths.length < 3) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width > widestWrap || width < narrowestWrap) return null;
  let full = 0;
  for (const group of groups) {
    group.forEach((line, index) => {
      const next = group[index + 1];
      if (next !== undefined && line.length + 1 + firstWordLength(next) > width * 0.9) full++;
    });
  }
  return full >= lengths.length * 0.6 ? width : null;
};

/** The lines of a group put together again: a line goes on in the next one where the next word had no room, or is no start. */
const unwrapped = (group: readonly string[], width: number): string[] => {
  const joined: string[] = [];
  let open = '';
  group.forEach((line, index) => {
    const before = group[index - 1];
    const wrapped =
      before !== undefined &&
      !bullet.test(line) &&
      (before.length + 1 + firstWordLength(line) > width * 0.85 || (/^\s*\p{Ll}/u.test(line) && !/[.!?]$/.test(before)));
    if (!wrapped) {
      if (open !== '') joined.push(open);
      open = line.trim();
    } else {
      // Programs that break lines break at a hyphen that is there already; they put none in.
      open = /\p{L}[-‐]$/u.test(open) && /^\s*\p{Ll}/u.test(line) ? open + line.trim() : `${open} ${line.trim()}`;
    }
  });
  if (open !== '') joined.push(open);
  return joined;
};

/** The groups of lines that empty lines and rules set apart. */
const groupsOf = (text: string): string[][] => {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trimEnd();
    if (trimmed !== '' && !rule.test(trimmed)) group.push(trimmed);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
};

/**
 * The paragraphs and list items of a plain text, in order: hard-wrapped lines joined, otherwise a line a paragraph.
 * Bullets go, numbers stay. Stops soon after `mostPieces`.
 */
export const paragraphsOf = (text: string): Piece[] => {
  const groups = groupsOf(text);
  const width = wrapWidth(groups);
  const pieces: Piece[] = [];
  for (const group of groups) {
    if (pieces.length > enoughPieces) break;
    const lines = width === null ? group : unwrapped(group, width);
    for (const line of lines) {
      const item = bullet.test(line);
      const piece = plainPiece(item ? 'item' : 'paragraph', item ? line.replace(plainBullet, '') : line);
      if (piece) pieces.push(piece);
    }
  }
  return pieces;
};
