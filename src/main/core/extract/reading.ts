import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../../../shared/model.ts';
import { closeSentences } from './sentences.ts';
import { factsOf, type WordFacts } from './words.ts';

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

const pipes = ['sbd', 'pos'];
let nlp = winkNLP(model, pipes);
let vocabulary = nlp.readDoc('');
const factsByWord = new Map<string, WordFacts>();

/** Both our memory of words and wink-nlp's grow with every new word; beyond this many both start anew (0.1 s). */
const mostWordsKept = 300_000;

const forgetWords = (): void => {
  factsByWord.clear();
  nlp = winkNLP(model, pipes);
  vocabulary = nlp.readDoc('');
};

const lookUp = (word: string): WordFacts => {
  let facts = factsByWord.get(word);
  if (!facts) {
    facts = factsOf(word, word.length < 40 && !vocabulary.isOOV(word.toLowerCase()));
    factsByWord.set(word, facts);
  }
  return facts;
};

// The tokenizer's time is quadratic in the length of a stretch without spaces: 200,000 letters took 40 s. Stretches beyond
// this length (addresses, encoded data, scripts without spaces) are kept from it, and long blocks go in pieces.
const opaqueLength = 80;
const opaqueStretch = new RegExp(`\\S{${opaqueLength},}`, 'g');
const pieceLength = 8_000;

const opaque: WordFacts = { lower: '', squashed: '', bits: 0 };

const pushRow = (reading: Reading, word: string, facts: WordFacts, tag: string, start: number): void => {
  reading.words.push(word);
  reading.facts.push(facts);
  reading.tags.push(tag);
  reading.starts.push(start);
  reading.ends.push(start + word.length);
};

const push = (reading: Reading, word: string, tag: string, start: number): void => pushRow(reading, word, lookUp(word), tag, start);

const possessive = /^(.+)(['’]s)$/iu;
const glued = /^(\p{Ll}+)([-‐–])(\p{Lu}[\p{L}\d]*)$/u;

/** Splits what the tokenizer leaves together: "Cook’s" before a period, "ex-Google". */
const pushSplit = (reading: Reading, word: string, tag: string, start: number): void => {
  const owned = word.length > 3 ? possessive.exec(word) : null;
  if (owned?.[1] && owned[2]) {
    push(reading, owned[1], tag, start);
    push(reading, owned[2], 'PART', start + owned[1].length);
    return;
  }
  const parts = word.length > 4 ? glued.exec(word) : null;
  if (parts?.[1] && parts[2] && parts[3]) {
    push(reading, parts[1], 'ADJ', start);
    push(reading, parts[2], 'PUNCT', start + parts[1].length);
    push(reading, parts[3], 'PROPN', start + parts[1].length + 1);
    return;
  }
  if (mergesWithLast(reading, word, start)) {
    const whole = `${reading.words.pop()}${word}`;
    const from = reading.starts.pop() as number;
    reading.ends.pop();
    reading.facts.pop();
    const first = reading.tags.pop() ?? tag;
    push(reading, whole, first, from);
    return;
  }
  push(reading, word, tag, start);
};

const foreignEnd = /\P{ASCII}$/u;
const foreignStart = /^\P{ASCII}/u;

/** The tokenizer knows Western European letters only: it makes two words of "Wa|łęsa". */
const mergesWithLast = (reading: Reading, word: string, start: number): boolean => {
  const last = reading.words.length - 1;
  if (last < 0 || reading.ends[last] !== start) return false;
  const before = reading.words[last] as string;
  if (!foreignStart.test(word) && !foreignEnd.test(before)) return false;
  return /[\p{L}\p{M}]$/u.test(before) && /^[\p{L}\p{M}]/u.test(word) && before.length + word.length < opaqueLength;
};

/** Tags one piece; returns the token indices at which its sentences start by wink-nlp. */
const readPiece = (reading: Reading, from: number, to: number, breaks: number[]): void => {
  const piece = reading.text.slice(from, to);
  const doc = nlp.readDoc(piece);
  const { its } = nlp;
  const tokens = doc.tokens();
  const words = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as string[];
  const spans = doc.sentences().out(its.span) as unknown as [number, number][];
  let sentence = 0;
  let place = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (i === spans[sentence]?.[0]) {
      breaks.push(reading.words.length);
      sentence += 1;
    }
    const found = piece.indexOf(word, place);
    if (word === '' || found < 0) continue;
    place = found + word.length;
    if (/^\s/.test(word)) continue;
    pushSplit(reading, word, tags[i] ?? 'X', from + found);
  }
};

/** A good place to cut a long block before `end`: after a sentence, else at a space. */
const cutBefore = (text: string, start: number, end: number): number => {
  const piece = text.slice(start, end);
  const stop = piece.lastIndexOf('. ');
  if (stop > pieceLength / 2) return start + stop + 1;
  const space = piece.lastIndexOf(' ');
  return space > 0 ? start + space : end;
};

/** Cuts [from, to) into pieces of bounded length, at a space where there is one. */
const readStretch = (reading: Reading, from: number, to: number, breaks: number[]): void => {
  let start = from;
  while (start < to) {
    let end = Math.min(to, start + pieceLength);
    if (end < to) {
      end = cutBefore(reading.text, start, end);
    }
    readPiece(reading, start, end, breaks);
    start = end;
  }
};

const readBlock = (reading: Reading, from: number, to: number): number[] => {
  const breaks: number[] = [];
  const block = reading.text.slice(from, to);
  let place = 0;
  for (const stretch of block.matchAll(opaqueStretch)) {
    if (stretch.index > place) readStretch(reading, from + place, from + stretch.index, breaks);
    pushRow(reading, stretch[0], opaque, 'X', from + stretch.index);
    place = stretch.index + stretch[0].length;
  }
  if (place < block.length) readStretch(reading, from + place, to, breaks);
  return breaks;
};

/** Shorter lines than this are no wrapped prose, but items, headings, by-lines: each ends its sentence. */
const wrappedLength = 50;

/** The parts of a block that stand on their own: its short lines, and the prose between them. */
const linesOf = (text: string, from: number, to: number): Span[] => {
  const lines: Span[] = [];
  let start = from;
  let line = from;
  for (;;) {
    const found = text.slice(line, Math.min(to, line + 1000)).indexOf('\n');
    if (found < 0 && line + 1000 < to) {
      line += 1000;
      continue;
    }
    const end = found < 0 ? to : line + found;
    if (found < 0 || end - line < wrappedLength) {
      lines.push({ start, end });
      start = end + 1;
    }
    if (found < 0) return lines;
    line = end + 1;
  }
};

/**
 * Tokens, tags and sentences of `text` from `from` to `to`, with offsets into the whole text. An empty line ends a
 * sentence. Time is linear in the length whatever the text is.
 */
export const read = (text: string, from: number, to: number): Reading => {
  if (factsByWord.size > mostWordsKept) forgetWords();
  const reading: Reading = { text, words: [], facts: [], tags: [], starts: [], ends: [], sentences: [] };
  const part = text.slice(from, to);
  let start = from;
  while (start < to) {
    const gap = part.indexOf('\n\n', start - from);
    const end = gap < 0 ? to : from + gap;
    for (const line of linesOf(text, start, end)) {
      const first = reading.words.length;
      const breaks = readBlock(reading, line.start, line.end);
      if (reading.words.length > first) closeSentences(reading, first, breaks);
    }
    start = end + 2;
  }
  return reading;
};
