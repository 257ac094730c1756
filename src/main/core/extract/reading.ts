import type { Span } from '../../../shared/model.ts';
import { tokensIn } from './reading/memory.ts';
import { closeSentences } from './reading/sentences.ts';
import { isSpaceAt } from './reading/spaces.ts';
import { tagSpeech } from './reading/speech.ts';
import type { WordFacts } from './words.ts';

/** How a sentence is capitalised: in a headline In Title Case, or IN CAPITALS, a capital says little. */
export type Style = 'plain' | 'title' | 'capitals';

/** A sentence: its span in the text, and its tokens from `first` up to but not including `last`. */
export interface Sentence extends Span {
  first: number;
  last: number;
  style: Style;
}

/** A text as tokens, in columns (a row an article's token costs too much), and its sentences. */
export interface Reading {
  text: string;
  words: string[];
  facts: WordFacts[];
  /** Part of speech by the universal tags: NOUN, PROPN, VERB, AUX, ADP … */
  tags: string[];
  starts: number[];
  ends: number[];
  sentences: Sentence[];
}

/** Shorter lines than this are no wrapped prose, but items, headings, by-lines: each ends its sentence. */
const wrappedLength = 50;

const pushStretch = (reading: Reading, from: number, to: number): void => {
  let start = from;
  for (const { word, facts } of tokensIn(reading.text.slice(from, to))) {
    reading.words.push(word);
    reading.facts.push(facts);
    reading.starts.push(start);
    start += word.length;
    reading.ends.push(start);
  }
};

const newLine = 10;
const carriageReturn = 13;

/** What `read` gives, without tags. */
export const readWords = (text: string, from: number, to: number): Reading => {
  const reading: Reading = { text, words: [], facts: [], tags: [], starts: [], ends: [], sentences: [] };
  const { words } = reading;
  // of the block at hand, and of its line at hand: the first token, and where the line begins
  let block = 0;
  let first = 0;
  let line = from;
  const close = (): void => {
    if (words.length > block) closeSentences(reading, block);
    block = words.length;
  };
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (code === newLine) {
      const length = at - line - (text.charCodeAt(at - 1) === carriageReturn ? 1 : 0);
      if (length < wrappedLength || words.length === first) close();
      first = words.length;
      line = at + 1;
    }
    if (isSpaceAt(text, at)) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && !isSpaceAt(text, end)) end += 1;
    pushStretch(reading, at, end);
    at = end;
  }
  close();
  return reading;
};

/**
 * Tokens, tags and sentences of `text` from `from` to `to`, with offsets into the whole text. An empty line ends a
 * sentence, and so does a short one. Time is linear in the length whatever the text is.
 */
export const read = (text: string, from: number, to: number): Reading => {
  const reading = readWords(text, from, to);
  tagSpeech(reading);
  return reading;
};
