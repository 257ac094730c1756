import type { Reading, Sentence } from '../reading.ts';
import { factsAt } from '../scan.ts';
import type { DocumentFacts } from './document.ts';
import { runsOf, type Scene } from './features.ts';
import { hashOf } from './hash.ts';
import { listMatchesIn } from './lists.ts';
import { type WordForm, wordFormOf } from './word-forms.ts';

/** Word forms are kept from text to text, as words repeat; beyond this many they start anew. */
const mostForms = 200_000;
const forms = new Map<string, WordForm>();
let generation = 0;

const formOf = (reading: Reading, i: number): WordForm => {
  const word = reading.words[i] as string;
  let form = forms.get(word);
  if (!form) {
    form = wordFormOf(word, factsAt(reading, i), forms.size);
    forms.set(word, form);
  }
  return form;
};

/** Grows by one whenever the numbers of word forms start anew: what is filed under them is then stale. */
export const formGeneration = (): number => {
  if (forms.size > mostForms) {
    forms.clear();
    generation += 1;
  }
  return generation;
};

const tagHashes = new Map<string, number>();
const tagHashOf = (tag: string): number => {
  let hash = tagHashes.get(tag);
  if (hash === undefined) {
    hash = hashOf(tag);
    tagHashes.set(tag, hash);
  }
  return hash;
};

/** What the tagger looks at, sentence by sentence. */
export const sceneOf = (reading: Reading, sentence: Sentence, document: DocumentFacts): Scene => {
  const own: WordForm[] = [];
  const tags: number[] = [];
  for (let i = sentence.first; i < sentence.last; i += 1) {
    own.push(formOf(reading, i));
    tags.push(tagHashOf(reading.tags[i] ?? 'X'));
  }
  return {
    reading,
    sentence,
    forms: own,
    tagHashes: tags,
    runs: runsOf(reading, sentence),
    lists: listMatchesIn(reading, sentence),
    document,
  };
};
