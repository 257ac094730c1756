import { factsOf, type WordFacts } from '../words.ts';
import { tokensOf } from './tokens.ts';
import { isCommon } from './vocabulary.ts';

/** A word or mark as it stands in a stretch of text without spaces. */
export interface Token {
  word: string;
  facts: WordFacts;
}

const factsByWord = new Map<string, WordFacts>();
const tokensByStretch = new Map<string, readonly Token[]>();

/** What was met is kept, as words repeat; beyond this many it starts anew. It changes nothing but the time. */
const mostKept = 60_000;

/** Stretches of this length and more (addresses, encoded data, scripts without spaces) are one token of which nothing is known. */
const opaqueLength = 80;
const opaque: WordFacts = { lower: '', squashed: '', bits: 0 };

const lookUp = (word: string): WordFacts => {
  let facts = factsByWord.get(word);
  if (!facts) {
    if (factsByWord.size >= mostKept) factsByWord.clear();
    facts = factsOf(word, word.length < 40 && isCommon(word.toLowerCase()));
    factsByWord.set(word, facts);
  }
  return facts;
};

/** The tokens of a stretch of text without spaces. */
export const tokensIn = (stretch: string): readonly Token[] => {
  if (stretch.length >= opaqueLength) return [{ word: stretch, facts: opaque }];
  let tokens = tokensByStretch.get(stretch);
  if (!tokens) {
    if (tokensByStretch.size >= mostKept) tokensByStretch.clear();
    tokens = tokensOf(stretch).map((word) => ({ word, facts: lookUp(word) }));
    tokensByStretch.set(stretch, tokens);
  }
  return tokens;
};
