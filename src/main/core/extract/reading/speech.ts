import type { Reading, Sentence } from '../reading.ts';
import { hashOf } from '../tagger/hash.ts';
import { FeatureSums } from '../vectors/sums.ts';
import { shippedWeights, type Weights } from '../weights.ts';
import { bit, type WordFacts } from '../words.ts';

/** Parts of speech by the universal tags, in the order of the weights' classes. */
export const speechTags = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

/** Of weights made for parts of speech: raised whenever features or tags change. */
export const speechFormat = 1;
const bucketBits = 18;
/** Features are numbers from 0 up to this. */
export const speechBuckets = 1 << bucketBits;

const T = speechTags.length;
/** In place of the tags before a sentence's first word. */
const start = T;

const mix = (template: number, a: number, b = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> (32 - bucketBits);
};

/** A word as parts of speech are told by it. */
export interface SpeechForm {
  /** Of its small letters, digits as 0. */
  lower: number;
  /** Of how it is written: capitals, digits, length of its first letters. */
  kind: number;
  /** Of its last two and three letters. */
  short: number;
  long: number;
  /** Its features by itself, and what it says to the words beside it. */
  own: Int32Array;
  before: Int32Array;
  after: Int32Array;
}

const kindBits = bit.cap | bit.upper | bit.camel | bit.initial | bit.number | bit.code | bit.word;

/** What the tagger needs of a word. */
export const speechFormOf = (facts: WordFacts): SpeechForm => {
  const text = facts.lower.replace(/\d/g, '0');
  const lower = hashOf(text);
  const kind = facts.bits & kindBits;
  const ending = (length: number): number => hashOf(`${text.slice(-length)}>`);
  const short = ending(2);
  const long = ending(3);
  const own = [mix(0, lower), mix(1, lower, kind & bit.cap), mix(2, kind), mix(3, short, kind), mix(4, long, kind)];
  own.push(mix(5, ending(1), kind), mix(6, ending(4), kind));
  if (text.includes('-')) own.push(mix(7, hashOf(text.slice(text.lastIndexOf('-')))));
  return {
    lower,
    kind,
    short,
    long,
    own: Int32Array.from(own),
    before: Int32Array.of(mix(10, lower), mix(11, long, kind & bit.cap)),
    after: Int32Array.of(mix(12, lower), mix(13, long, kind & bit.cap), mix(14, kind)),
  };
};

const noForm = speechFormOf({ lower: '', squashed: '', bits: 0 });

/** Features of a word between two others, after two tags; those of the words by themselves left out. */
export const pushContext = (me: SpeechForm, next: SpeechForm, tag: number, tagBefore: number, out: number[]): void => {
  out.push(mix(20, tag), mix(21, tag, tagBefore), mix(22, me.lower, tag), mix(23, next.lower, tag), mix(24, me.kind, tag));
  out.push(mix(25, me.long, tag), mix(26, me.long, next.long));
};

/** Sums of weights over the tags, kept by word. */
interface Sums {
  form: SpeechForm;
  own: Int16Array;
  before: Int16Array;
  after: Int16Array;
}

/** Sums are kept for this many words. */
const mostKept = 60_000;

/** Tells the parts of speech of words, from left to right. */
export class SpeechTagger {
  #weights: FeatureSums;
  #kept = new Map<WordFacts, Sums>();
  #none: Sums;
  #features: number[] = [];

  /** Throws where the weights were made for other features or tags. */
  constructor(weights: Weights) {
    if (weights.buckets !== speechBuckets || weights.classes !== T) throw new Error('The weights were made for another tagger.');
    this.#weights = new FeatureSums(weights);
    this.#none = this.#make(noForm);
  }

  #make(form: SpeechForm): Sums {
    const sumsOf = (features: Int32Array): Int16Array => this.#weights.of(features).slice(0, T);
    return { form, own: sumsOf(form.own), before: sumsOf(form.before), after: sumsOf(form.after) };
  }

  #sumsAt(reading: Reading, i: number, { last }: Sentence): Sums {
    const facts = i < last ? reading.facts[i] : undefined;
    if (!facts) return this.#none;
    let sums = this.#kept.get(facts);
    if (!sums) {
      if (this.#kept.size >= mostKept) this.#kept.clear();
      sums = this.#make(speechFormOf(facts));
      this.#kept.set(facts, sums);
    }
    return sums;
  }

  /** Sets the tags of a sentence's words. */
  tag(reading: Reading, sentence: Sentence): void {
    const features = this.#features;
    let before = this.#none;
    let me = this.#sumsAt(reading, sentence.first, sentence);
    let tag: number = start;
    let tagBefore: number = start;
    for (let i = sentence.first; i < sentence.last; i += 1) {
      const next = this.#sumsAt(reading, i + 1, sentence);
      features.length = 0;
      pushContext(me.form, next.form, tag, tagBefore, features);
      const context = this.#weights.of(features);
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < T; t += 1) {
        const sum = (context[t] as number) + (me.own[t] as number) + (before.before[t] as number) + (next.after[t] as number);
        if (sum <= most) continue;
        most = sum;
        best = t;
      }
      reading.tags[i] = speechTags[best] as string;
      tagBefore = tag;
      tag = best;
      before = me;
      me = next;
    }
  }
}

let tagger: SpeechTagger | undefined;

/** Sets the parts of speech of all words of a reading. */
export const tagSpeech = (reading: Reading): void => {
  tagger ??= new SpeechTagger(shippedWeights('tags.bin', speechFormat));
  for (const sentence of reading.sentences) tagger.tag(reading, sentence);
};
