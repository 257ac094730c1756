import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { type SpeechForm, speechFormOf, speechTags } from '../src/main/core/extract/reading/speech.ts';
import { readWords } from '../src/main/core/extract/reading.ts';
import { isHyphen, isPossessive } from '../src/main/core/extract/scan.ts';

/** A sentence to learn parts of speech from: its words, and for each the number of its tag; −1 where none is known. */
export interface SpeechSentence {
  forms: readonly SpeechForm[];
  tags: Int8Array;
}

const numberOf = new Map<string, number>(speechTags.map((tag, at) => [tag, at]));

/** Reads sentences, with the tags that wink-nlp gives them: it is a teacher only, and no part of the product. */
export const speechReader = (): ((text: string) => SpeechSentence[]) => {
  const nlp = winkNLP(model, ['pos']);
  const { its } = nlp;
  return (text) => {
    const reading = readWords(text, 0, text.length);
    return reading.sentences.map(({ first, last, start, end }) => {
      const sentence = text.slice(start, end);
      const tokens = nlp.readDoc(sentence).tokens();
      const words = tokens.out(its.value) as string[];
      const tags = tokens.out(its.pos) as string[];
      const known = new Int8Array(last - first).fill(-1);
      let place = 0;
      let i = first;
      for (const [at, word] of words.entries()) {
        const found = sentence.indexOf(word, place);
        if (word === '' || found < 0) continue;
        place = found + word.length;
        const [from, to] = [start + found, start + place];
        while (i < last && (reading.starts[i] as number) < from) i += 1;
        for (; i < last && (reading.ends[i] as number) <= to; i += 1) {
          const mine = reading.words[i] as string;
          const tag = mine === word ? tags[at] : isPossessive(mine) ? 'PART' : isHyphen(mine) ? 'PUNCT' : undefined;
          known[i - first] = numberOf.get(tag ?? '') ?? -1;
        }
      }
      return { forms: reading.facts.slice(first, last).map(speechFormOf), tags: known };
    });
  };
};

/** Of the model only this: its words in all their spellings. */
const lexicon = (model as unknown as { core: () => { features: { lexeme: { list: readonly string[] } } } }).core().features.lexeme.list;

/**
 * Words and marks of general English, in small letters: wink-nlp's. What our texts say of their words is left out on purpose: of
 * the words of other texts it says nothing, so that a tagger would learn to trust what it will not find there.
 */
export const vocabulary = (): string[] => lexicon.filter((word) => word.length < 40 && word === word.toLowerCase());
