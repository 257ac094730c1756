import { extentOf, goesOn, withVersion } from './extent.ts';
import type { KnownName } from './gazetteer.ts';
import type { Reading, Sentence } from './reading.ts';
import { bitsAt, factsAt, headAhead, isHyphen, isPossessive, knownAt, nameHeads, titleEnd, touches } from './scan.ts';
import { bit } from './words.ts';

/** A stretch of tokens that may be a name, before anything is known of the rest of the text. */
export interface Unit {
  /** Tokens from `first` up to but not including `last`. */
  first: number;
  last: number;
  sentence: Sentence;
  /** Entry of our lists that is spelled like this, if any. */
  known: KnownName | undefined;
  /** A title or role stands right before it: "President Xi Jinping", "CEO Garry Tan". */
  titled: boolean;
  /** The token after it is a title or role: "Qualcomm CEO". */
  beforeTitle: boolean;
  /** Its capital may be due to its place (start of a sentence, a headline): it needs support from elsewhere. */
  weak: boolean;
}

const followsGrammar = new Set(['VERB', 'AUX', 'PART']);

/** Whether a lone capitalised word at the start of a sentence looks like the subject of what follows. */
const startsClause = (reading: Reading, last: number): boolean => {
  const word = reading.words[last];
  return (
    followsGrammar.has(reading.tags[last] ?? '') || word === ',' || word === '(' || word === '!' || isPossessive(word) || isHyphen(word)
  );
};

const bodyNouns = new Set(
  'shares stock supplier suppliers executives employees customers users profits sales results investors shareholders'.split(' '),
);

/** The same for a name of our lists that is an ordinary word too: "Apple reportedly …", "Apple supplier …"; not "Apple pie". */
const actsLikeBody = (reading: Reading, last: number): boolean => {
  const { lower, bits } = factsAt(reading, last);
  return reading.tags[last] === 'ADV' || (bits & (bit.role | bit.companyNoun)) !== 0 || bodyNouns.has(lower);
};

const ordinaryEnding = /(?:ing|ed|ly|ers|tions?|ness|ity|ments?|ies|ists?|isms?|able|ous|ful|less|ware|ized|ised|men|ships?)$/;

const opensQuote = /^["“‘«]$/;
const closesQuote = /^["”’»]$/;
const fitsTitle = bit.cap | bit.function | bit.number;

/** Whether tokens stand in quotation marks that hold capitalised words only: the name of a film, a plan, a song. */
const isWorkTitle = (reading: Reading, sentence: Sentence, first: number, last: number): boolean => {
  let open = first - 1;
  while (open >= sentence.first && first - open < 7 && bitsAt(reading, open) & fitsTitle) open -= 1;
  let close = last;
  while (close < sentence.last && close - last < 7 && bitsAt(reading, close) & fitsTitle) close += 1;
  return opensQuote.test(reading.words[open] ?? '') && closesQuote.test(reading.words[close] ?? '') && close - open > 2;
};

/** Splits the capitalised runs of a sentence into units. */
class Splitter {
  readonly units: Unit[] = [];
  private readonly reading: Reading;
  private readonly sentence: Sentence;
  private readonly opening: number;

  constructor(reading: Reading, sentence: Sentence) {
    this.reading = reading;
    this.sentence = sentence;
    let opening = sentence.first;
    while (opening < sentence.last && (bitsAt(reading, opening) & bit.word) === 0) opening += 1;
    this.opening = opening;
  }

  run(): Unit[] {
    let i = this.sentence.first;
    let titled = false;
    while (i < this.sentence.last) {
      const next = this.step(i, titled);
      titled = next.titled;
      i = next.at;
    }
    return this.units;
  }

  private step(i: number, titled: boolean): { at: number; titled: boolean } {
    const { reading, sentence } = this;
    const limit = sentence.last;
    const bits = bitsAt(reading, i);
    if ((bits & bit.cap) === 0) {
      if (bits & bit.number || bits & bit.word) {
        const known = knownAt(reading, i, limit);
        if (known) return this.take(i, known.last, known.name, titled);
      }
      // Lower-case titles and roles: "chief executive Tim Cook", "founder Liang Wenfeng".
      return { at: i + 1, titled: (bits & bit.role) !== 0 };
    }
    const known = knownAt(reading, i, limit);
    if (known) return this.takeKnown(i, known.last, known.name, titled);
    if (bits & bit.function && (i === this.opening || bits & bit.initial || !(bits & bit.placeStart))) {
      const head = bits & bit.placeStart ? i : -1;
      if (head < 0) return { at: i + 1, titled: false };
    }
    const title = titleEnd(reading, i, limit);
    if (title > i && headAhead(reading, i, title + 1, nameHeads) < title) return { at: title, titled: true };
    if (bits & (bit.generic | bit.event)) return { at: i + 1, titled: false };
    if (bits & bit.calendar && !titled && !this.isFirstName(i)) return { at: i + 1, titled: false };
    if (bits & bit.demonym) {
      const head = headAhead(reading, i, limit, bit.organizationHead | bit.companyHead);
      return head > i + 1 && (bitsAt(reading, head - 1) & bit.generic) === 0 && knownAt(reading, i + 1, limit)?.last !== head
        ? this.takeUnknown(i, head, titled)
        : { at: i + 1, titled: false };
    }
    return this.takeUnknown(i, extentOf(reading, this.sentence, i), titled);
  }

  private takeKnown(first: number, last: number, name: KnownName, titled: boolean): { at: number; titled: boolean } {
    const { reading } = this;
    const limit = this.sentence.last;
    const bits = bitsAt(reading, last);
    if (bits & bit.cap && reading.words[last] !== undefined) {
      if (bits & bit.suffix && name.type === 'company') return this.take(first, last + 1, name, titled);
      if (name.type === 'person') return this.take(first, last, name, titled);
      const head = headAhead(reading, last, limit, nameHeads);
      const between = knownAt(reading, last, limit);
      if (
        head > last &&
        !(between && between.last < head) &&
        (bits & (bit.title | bit.demonym)) === 0 &&
        !this.abbreviatedCountry(first, last)
      ) {
        return between ? this.take(first, last, name, titled) : this.takeUnknown(first, this.extendFrom(first, head), titled);
      }
      const firstNamed = (bitsAt(reading, first) & bit.firstName) !== 0 && last === first + 1;
      const follows =
        goesOn(reading, this.sentence, last) && !between && (bits & (bit.title | bit.titleModifier | bit.event | bit.role)) === 0;
      if (
        follows &&
        (firstNamed || (name.type !== 'product' && !this.abbreviatedCountry(first, last) && this.sentence.style === 'plain'))
      ) {
        return this.takeUnknown(first, extentOf(reading, this.sentence, last), titled);
      }
    }
    if (name.type === 'product') return this.take(first, withVersion(reading, this.sentence, last), name, titled);
    return this.take(first, last, name, titled);
  }

  /** "April Jones" is a person, "on 2 April Donald Trump" a date and a person. */
  private isFirstName(i: number): boolean {
    const { reading, sentence } = this;
    if (!(bitsAt(reading, i) & bit.firstName) || bitsAt(reading, i - 1) & bit.number) return false;
    return goesOn(reading, sentence, i + 1) && !knownAt(reading, i + 1, sentence.last);
  }

  private extendFrom(first: number, head: number): number {
    const end = extentOf(this.reading, this.sentence, head - 1);
    return Math.max(end, head, first + 1);
  }

  private abbreviatedCountry(first: number, last: number): boolean {
    return last === first + 1 && /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|E\.?U\.?|U\.?N\.?|PRC|UAE)$/.test(this.reading.words[first] ?? '');
  }

  private takeUnknown(first: number, last: number, titled: boolean): { at: number; titled: boolean } {
    const { reading } = this;
    let from = first;
    if (first === this.opening) {
      while (from < last - 1 && this.mayStrip(from, last)) from += 1;
      while (from < last && (bitsAt(reading, from) & (bit.cap | bit.number)) === 0) from += 1;
      if (from > first) {
        const stripped = bitsAt(reading, from - 1);
        return { at: from, titled: (stripped & (bit.role | bit.title)) !== 0 };
      }
    }
    return this.take(from, last, undefined, titled);
  }

  /** Whether the word that opens a sentence is no part of the name after it: "Chipmaker Nvidia", "However Smith". */
  private mayStrip(i: number, last: number): boolean {
    const bits = bitsAt(this.reading, i);
    if (bits & (bit.starter | bit.function))
      return (bits & (bit.placeStart | bit.firstName)) === 0 || knownAt(this.reading, i + 1, last) !== undefined;
    if ((bits & bit.common) === 0 || bits & (bit.firstName | bit.initial)) return false;
    if (knownAt(this.reading, i + 1, last)) return true;
    return ['ADP', 'DET', 'PRON', 'ADV', 'SCONJ', 'CCONJ', 'AUX'].includes(this.reading.tags[i] ?? '');
  }

  private take(first: number, last: number, known: KnownName | undefined, titled: boolean): { at: number; titled: boolean } {
    const { reading, sentence } = this;
    const bits = bitsAt(reading, first);
    const lone = last === first + 1;
    const done = { at: last, titled: false };
    if (!known && lone && (reading.ends[first] as number) - (reading.starts[first] as number) < 2) return done;
    if (!known && lone && bits & (bit.title | bit.titleModifier | bit.role | bit.suffix | bit.companyHead | bit.event) && !titled)
      return done;
    if (!known && lone && bits & bit.organizationHead) return done;
    if (!known && (bitsAt(reading, last - 1) & bit.event) !== 0) return done;
    if (!known && bitsAt(reading, last - 1) & bit.demonym) return done;
    if (!known && bits & bit.eventStart && (bitsAt(reading, last - 1) & nameHeads) === 0) return done;
    if (!known && lone && isHyphen(reading.words[last]) && touches(reading, last) && bits & bit.common) return done;
    if (!known && isWorkTitle(reading, sentence, first, last)) return done;
    const weak = this.isWeak(first, last, known, titled);
    if (weak === undefined) return done;
    const beforeTitle = titleEnd(reading, last, sentence.last) > last || (bitsAt(reading, last) & bit.role) !== 0;
    this.units.push({ first, last, sentence, known, titled, beforeTitle, weak });
    return done;
  }

  /** Whether the capital needs support; undefined where the words are ordinary beyond doubt. */
  private isWeak(first: number, last: number, known: KnownName | undefined, titled: boolean): boolean | undefined {
    const { reading, sentence } = this;
    const bits = bitsAt(reading, first);
    const lone = last === first + 1;
    const common = (bits & bit.common) !== 0 && (bits & bit.camel) === 0;
    if (known && !(known.single && common && lone)) return false;
    if (sentence.style !== 'plain') {
      if (known) return true;
      let strange = false;
      for (let i = first; i < last; i += 1)
        strange ||= (bitsAt(reading, i) & (bit.common | bit.suffix)) === 0 || (bitsAt(reading, i) & (bit.firstName | bit.suffix)) !== 0;
      return strange ? true : undefined;
    }
    if (first !== this.opening) return false;
    if (titled) return false;
    if (known) return !startsClause(reading, last) && !actsLikeBody(reading, last);
    if (!lone) return false;
    if (common) return true;
    return ordinaryEnding.test(reading.words[first] ?? '') || !startsClause(reading, last);
  }
}

/** The stretches of a sentence that may be names, in order, not overlapping. */
export const unitsOf = (reading: Reading, sentence: Sentence): Unit[] => new Splitter(reading, sentence).run();

/** The text of a unit, as written. */
export const unitText = (reading: Reading, unit: Unit): string =>
  reading.text.slice(reading.starts[unit.first], reading.ends[unit.last - 1]);

/** A unit's spelling for comparing: letters and digits of its tokens. */
export const unitKey = (reading: Reading, unit: Unit): string => {
  let key = '';
  for (let i = unit.first; i < unit.last; i += 1) key += factsAt(reading, i).squashed;
  return key;
};
