import type { Span } from '../../../shared/model.ts';
import { marksIn } from './marks.ts';

export interface Snippet {
  /** `text.slice(start, start + snippet.text.length)` of the article's text. */
  text: string;
  start: number;
  /** Relative to the snippet. */
  marks: Span[];
}

const snippetLength = 200;
/** A passage begins with its sentence when that starts at most this far before the first mark. */
const lookBack = 90;
/** Texts are searched for marks in stretches of this length, so that a book costs no more than its first match. */
const stretchLength = 20_000;

/**
 * The passage of some 200 characters that shows the most different matched words, within one paragraph, beginning at a
 * sentence where one is near. `from` is where the body begins: the title is shown elsewhere. Without any match, the
 * beginning of the body.
 */
export const snippetOf = (text: string, from: number, terms: ReadonlySet<string>): Snippet => {
  const marks = firstMarks(text, from, terms);
  const best = bestCluster(text, from, marks, terms.size);
  if (!best) {
    const start = Math.min(skipSpace(text, from), text.length);
    return { text: text.slice(start, endOfPassage(text, start, start)), start, marks: [] };
  }
  const { start } = startOfPassage(text, from, best.start);
  const end = endOfPassage(text, start, best.end);
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return { text: text.slice(start, end), start, marks: inside.map((mark) => ({ start: mark.start - start, end: mark.end - start })) };
};

const firstMarks = (text: string, from: number, terms: ReadonlySet<string>): Span[] => {
  if (terms.size === 0) return [];
  for (let start = from; start < text.length; ) {
    const end = start + stretchLength < text.length ? wordStart(text, start + stretchLength) : text.length;
    const marks = marksIn(text.slice(start, end), terms).map((mark) => ({ start: mark.start + start, end: mark.end + start }));
    if (marks.length > 0) return marks;
    start = end;
  }
  return [];
};

/**
 * The run of marks within one snippet's length and one paragraph that shows the most different words, then the most marks,
 * and that a sentence leads up to. It ends where the last of the different words first stands: marks behind it are welcome,
 * not needed.
 */
const bestCluster = (text: string, from: number, marks: readonly Span[], most: number): Span | null => {
  let best: (Span & { worth: number }) | null = null;
  for (const [at, first] of marks.entries()) {
    const paragraphEnd = text.indexOf('\n\n', first.start);
    const limit = Math.min(first.start + snippetLength - 20, paragraphEnd < 0 ? text.length : paragraphEnd);
    const seen = new Set<string>();
    let end = first.end;
    let count = 0;
    for (let next = at; next < marks.length; next++) {
      const mark = marks[next] as Span;
      if (mark.end > limit && next > at) break;
      const word = text.slice(mark.start, mark.end).toLowerCase();
      if (!seen.has(word)) end = mark.end;
      seen.add(word);
      count += 1;
    }
    const shown = seen.size * 10 + Math.min(count, 3);
    if (best && shown + 5 <= best.worth) continue;
    const worth = shown + (startOfPassage(text, from, first.start).whole ? 5 : 0);
    if (!best || worth > best.worth) best = { start: first.start, end, worth };
    if (worth >= most * 10 + 8) break;
  }
  return best;
};

const skipSpace = (text: string, at: number): number => {
  let place = at;
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1;
  return place;
};

/** The first place at or after `at` that is not inside a word. */
const wordStart = (text: string, at: number): number => {
  const space = text.slice(at, at + 200).search(/\s/);
  return space < 0 ? Math.min(at + 200, text.length) : at + space;
};

/** Where a passage with this mark begins, and whether that is the beginning of a sentence. */
const startOfPassage = (text: string, from: number, mark: number): { start: number; whole: boolean } => {
  const paragraph = Math.max(text.lastIndexOf('\n\n', mark), from);
  const earliest = Math.max(paragraph, mark - lookBack);
  if (earliest === paragraph) return { start: skipSpace(text, paragraph), whole: true };
  const before = text.slice(earliest, mark);
  const sentence = /[.!?…]["'”’)\]]*\s+/.exec(before);
  if (sentence) return { start: earliest + sentence.index + sentence[0].length, whole: true };
  const space = before.indexOf(' ');
  return { start: space < 0 ? earliest : earliest + space + 1, whole: false };
};

const endOfPassage = (text: string, start: number, lastMark: number): number => {
  const paragraph = text.indexOf('\n\n', start);
  const limit = paragraph < 0 ? text.length : paragraph;
  const wanted = Math.max(start + snippetLength, lastMark);
  if (wanted >= limit) return limit;
  const passage = text.slice(start, wanted);
  const sentences = [...passage.matchAll(/[.!?…]["'”’)\]]*(?=\s)/g)];
  const last = sentences.at(-1);
  if (last && last.index + last[0].length >= Math.max(snippetLength * 0.6, lastMark - start)) return start + last.index + last[0].length;
  const space = passage.lastIndexOf(' ');
  return space > lastMark - start && space > 0 ? start + space : wanted;
};
