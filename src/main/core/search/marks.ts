import type { Span } from '../../../shared/model.ts';
import { type Word, wordsOf } from './words.ts';

/** Whether two words may make up one of the terms: nearly all pairs are out by their first letter and length alone. */
const mayJoin = (terms: ReadonlySet<string>): ((word: string, next: string) => boolean) => {
  const lengths = new Map<number, Set<number>>();
  for (const term of terms) {
    const first = term.charCodeAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(term.length));
  }
  return (word, next) => lengths.get(word.charCodeAt(0))?.has(word.length + next.length) ?? false;
};

/** The places of a text where matched words stand, in order; two neighbours that make up a joined word are one place. */
export const marksIn = (text: string, terms: ReadonlySet<string>): Span[] => {
  const words = wordsOf(text);
  const joinable = mayJoin(terms);
  const marks: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const next = words[at + 1];
    if (next && joinable(word.word, next.word) && terms.has(word.word + next.word)) {
      marks.push({ start: word.start, end: next.end });
      at += 1;
    } else if (terms.has(word.word)) {
      marks.push({ start: word.start, end: word.end });
    }
  }
  return marks;
};
