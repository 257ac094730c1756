import type { Span } from '../../../shared/model.ts';
import { type Word, wordsOf } from './words.ts';

/** The places of a text where matched words stand, in order; two neighbours that make up a joined word are one place. */
export const marksIn = (text: string, terms: ReadonlySet<string>, words: readonly Word[] = wordsOf(text)): Span[] => {
  const marks: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const next = words[at + 1];
    if (next && terms.has(word.word + next.word)) {
      marks.push({ start: word.start, end: next.end });
      at += 1;
    } else if (terms.has(word.word)) {
      marks.push({ start: word.start, end: word.end });
    }
  }
  return marks;
};
