import type { SearchAnswer } from '../../shared/views.ts';

export interface SearchNote {
  /** Words for others that were searched instead. */
  corrected: { from: string; to: string }[];
  words: string;
}

/** How the words of a query were taken, in a sentence; null where there is nothing to say (one word, found as it is). */
export const noteOf = (answer: SearchAnswer): SearchNote | null => {
  const several = answer.query.trim().split(/\s+/).length > 1;
  const found = answer.articles.length > 0;
  const { corrected } = answer;
  if (!answer.complete) return { corrected, words: 'The search index is still opening: articles follow in a moment' };
  if (found && several && answer.matched === 'any') {
    return { corrected, words: 'No article has all of these words; showing those with some' };
  }
  return corrected.length > 0 ? { corrected, words: '' } : null;
};
