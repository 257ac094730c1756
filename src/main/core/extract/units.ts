import { type KnownName, knownName, longestKnownName } from './gazetteer.ts';
import type { Reading, Sentence } from './reading.ts';
import { bit, type WordFacts } from './words.ts';

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

const noFacts: WordFacts = { lower: '', squashed: '', bits: 0 };
/** Facts of token `i`; of none outside the text. */
export const factsAt = (reading: Reading, i: number): WordFacts => reading.facts[i] ?? noFacts;
export const bitsAt = (reading: Reading, i: number): number => reading.facts[i]?.bits ?? 0;
/** Whether token `i` follows the one before without a space. */
export const touches = (reading: Reading, i: number): boolean => i > 0 && reading.starts[i] === reading.ends[i - 1];

const isHyphen = (word: string | undefined): boolean => word === '-' || word === '–' || word === '‐';
const isPossessive = (word: string | undefined): boolean => word === "'s" || word === '’s' || word === "'S" || word === '’S';

/** The longest name of our lists that starts at token `i` and ends before `limit`. */
export const knownAt = (reading: Reading, i: number, limit: number): { name: KnownName; last: number } | undefined => {
  let squashed = '';
  let best: { name: KnownName; last: number } | undefined;
  const end = Math.min(limit, i + longestKnownName);
  for (let last = i; last < end; last += 1) {
    const word = reading.words[last];
    const part = factsAt(reading, last).squashed;
    if (part === '') {
      // Inside a name stand hyphens, periods and apostrophes only.
      if (last === i || !(isHyphen(word) || word === '.' || word === "'" || word === '’' || word === '!')) break;
      continue;
    }
    squashed += part;
    const name = knownName(squashed);
    if (name && spelledAlike(reading, i, last, name)) best = { name, last: last + 1 };
  }
  return best;
};

const spelledAlike = (reading: Reading, first: number, last: number, name: KnownName): boolean => {
  if (name.type === 'product' && /^\p{Ll}+$/u.test(name.name)) return true;
  const bits = bitsAt(reading, first);
  if ((bits & bit.cap) === 0 && !/^\p{Ll}|^\d/u.test(name.name)) return false;
  if (name.upper && first === last)
    return (bits & bit.upper) !== 0 || reading.words[first]?.includes('.') === true || (bits % 2 === 1 && name.name.length === 1);
  return (bitsAt(reading, last) & (bit.cap | bit.number)) !== 0 || isPossessive(reading.words[last]) || last === first;
};

const kept = bit.organizationHead | bit.companyHead | bit.placeHead | bit.suffix;
const ofOpeners = new Set(
  'Bank University Ministry Department House Court Church Museum Institute Board Council Federation Association School College Bureau Office Chamber Academy Society Union Republic Kingdom Isle Gulf Strait Bay Cape Port League Confederation Commonwealth Organization Organisation Archdiocese Diocese Library Parliament Assembly Order Committee Commission Centre Center Campaign Foundation Agency Administration Guild Army Brotherhood Trust City Province State District Sea Coast Congress Communist'.split(
    ' ',
  ),
);
const possessiveOpeners = new Set(
  'People Children Women Men King Queen Prince Workers Veterans St St. Saint Lloyd Christie Moody Lord'.split(' '),
);

const opens = (reading: Reading, i: number): boolean => {
  const bits = bitsAt(reading, i);
  return (bits & bit.cap) !== 0 && (bits & (bit.generic | bit.calendar)) === 0;
};

/** Whether a unit ends in a word such as University, Motors, River within the next capitalised words from `i`. */
const headAhead = (reading: Reading, i: number, limit: number, heads: number): number => {
  let last = -1;
  for (let k = i; k < Math.min(limit, i + 6); k += 1) {
    const bits = bitsAt(reading, k);
    const word = reading.words[k];
    if (bits & bit.cap && (bits & bit.calendar) === 0) {
      if (bits & heads) last = k + 1;
      continue;
    }
    if (word === '&' || word === 'and' || word === 'of' || (isHyphen(word) && touches(reading, k))) continue;
    break;
  }
  return last;
};

/** What a title sequence at `i` ends before: "Deputy Prime Minister", "Secretary of State"; `i` if there is none. */
const titleEnd = (reading: Reading, i: number, limit: number): number => {
  let end = i;
  let k = i;
  while (k < limit) {
    const bits = bitsAt(reading, k);
    const word = reading.words[k];
    if (bits & bit.title) end = k + 1;
    else if (!(bits & bit.titleModifier) && !(end > i && (word === '-' || word === '&'))) break;
    k += 1;
  }
  if (end > i && reading.words[end] === 'of' && /^(?:State|Defen[cs]e|Commerce|Staff|Operations)$/.test(reading.words[end + 1] ?? ''))
    return end + 2;
  return end;
};

const followsGrammar = new Set(['VERB', 'AUX', 'PART']);

/** Whether a lone capitalised word at the start of a sentence looks like the subject of what follows. */
const startsClause = (reading: Reading, last: number): boolean => {
  const word = reading.words[last];
  return followsGrammar.has(reading.tags[last] ?? '') || word === ',' || word === '(' || isPossessive(word) || isHyphen(word);
};

const ordinaryEnding = /(?:ing|ed|ly|ers|tions?|ness|ity|ments?|ies|ists?|isms?|able|ous|ful|less|ware|ized|ised|men|ships?)$/;

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
    if (title > i && headAhead(reading, i, title + 1, kept) < title) return { at: title, titled: true };
    if (bits & (bit.generic | bit.event)) return { at: i + 1, titled: false };
    if (bits & bit.calendar && !(titled || (bits & bit.firstName && this.plain(i + 1)))) return { at: i + 1, titled: false };
    if (bits & bit.demonym) {
      const head = headAhead(reading, i, limit, bit.organizationHead | bit.companyHead);
      return head > i + 1 && (bitsAt(reading, head - 1) & bit.generic) === 0
        ? this.takeUnknown(i, head, titled)
        : { at: i + 1, titled: false };
    }
    return this.takeUnknown(i, this.extent(i), titled);
  }

  /** Whether token `i` is a capitalised word that could go on with a name begun before it. */
  private plain(i: number): boolean {
    const { reading } = this;
    const bits = bitsAt(reading, i);
    if (i >= this.sentence.last || (bits & bit.cap) === 0) return false;
    if (bits & (bit.calendar | bit.demonym)) return false;
    if (this.sentence.style !== 'plain' && bits & bit.common && !(bits & (bit.firstName | bit.camel | bit.suffix))) return false;
    if (bits & bit.generic) return reading.words[i] === 'AI' && !this.plain(i + 1) && (bitsAt(reading, i - 1) & bit.common) === 0;
    if (bits & bit.function && !(bits & bit.placeStart)) return false;
    return bits & kept ? true : titleEnd(reading, i, this.sentence.last) === i;
  }

  private extent(first: number): number {
    const { reading } = this;
    const limit = this.sentence.last;
    let end = first + 1;
    let headed = ofOpeners.has(reading.words[first] ?? '') || (bitsAt(reading, first) & (bit.organizationHead | bit.placeStart)) !== 0;
    const person = (bitsAt(reading, first) & bit.firstName) !== 0;
    while (end < limit && end - first < 12) {
      const word = reading.words[end] ?? '';
      const next = end + 1;
      if (isHyphen(word) && touches(reading, end) && touches(reading, next) && this.plain(next) && !knownAt(reading, next, limit)) {
        end = next + 1;
      } else if (word === '&' && this.plain(next)) {
        end = next + 1;
      } else if (word === 'of' && headed && opens(reading, next)) {
        end = this.afterOf(next);
      } else if (word === 'of' && headed && reading.words[next] === 'the' && opens(reading, next + 1)) {
        end = this.afterOf(next + 1);
      } else if (word === 'for' && headed && !person && this.plain(next)) {
        end = next + 1;
      } else if (word === 'and' && !person && this.plain(next) && !knownAt(reading, next, limit) && this.joinsAnd(first, next)) {
        end = headAhead(reading, next, limit, bit.organizationHead | bit.companyHead);
      } else if (isPossessive(word) && possessiveOpeners.has(reading.words[end - 1] ?? '') && this.plain(next)) {
        end = next + 1;
      } else if (bitsAt(reading, end) & bit.particle && (bitsAt(reading, end) & bit.cap) === 0 && this.particleName(first, end)) {
        end = next;
      } else if (this.plain(end) && !this.foreignName(end)) {
        end = next;
      } else if (bitsAt(reading, end) & bit.demonym && (headed || headAhead(reading, next, limit, bit.organizationHead) > next)) {
        end = next;
      } else break;
      headed ||= (bitsAt(reading, end - 1) & (bit.organizationHead | bit.placeHead)) !== 0;
    }
    while (end > first + 1 && (bitsAt(reading, end - 1) & (bit.cap | bit.number)) === 0) end -= 1;
    const numbered = bitsAt(reading, end) & bit.number && /^\d{1,3}$/.test(reading.words[end] ?? '') && end + 1 < limit;
    return numbered && bitsAt(reading, end + 1) & bit.productNoun ? end + 1 : end;
  }

  private afterOf(i: number): number {
    const known = knownAt(this.reading, i, this.sentence.last);
    return known ? known.last : i + 1;
  }

  private joinsAnd(first: number, next: number): boolean {
    const head = headAhead(this.reading, next, this.sentence.last, bit.organizationHead | bit.companyHead);
    if (head < 0 || this.reading.words[first - 1]?.toLowerCase() !== 'the') return false;
    return (bitsAt(this.reading, first) & bit.firstName) === 0 && headAhead(this.reading, first, next - 1, kept) < 0;
  }

  private particleName(first: number, i: number): boolean {
    const { reading } = this;
    let next = i + 1;
    while (next < i + 3 && bitsAt(reading, next) & bit.particle && (bitsAt(reading, next) & bit.cap) === 0) next += 1;
    return (
      this.plain(next) &&
      (next > i + 1 || (bitsAt(reading, first) & (bit.firstName | bit.initial)) !== 0 || (bitsAt(reading, first) & bit.common) === 0)
    );
  }

  /** Whether a well-known name of its own begins at `i`: it is no part of the name before. */
  private foreignName(i: number): boolean {
    const known = knownAt(this.reading, i, this.sentence.last);
    if (!known) return false;
    const before = bitsAt(this.reading, i - 1);
    if (before & (bit.firstName | bit.initial | bit.placeStart)) return false;
    return !(known.name.single && (bitsAt(this.reading, i) & bit.common) !== 0) && (known.name.type !== 'place' || known.last - i > 1);
  }

  private takeKnown(first: number, last: number, name: KnownName, titled: boolean): { at: number; titled: boolean } {
    const { reading } = this;
    const limit = this.sentence.last;
    const bits = bitsAt(reading, last);
    if (bits & bit.cap && reading.words[last] !== undefined) {
      if (bits & bit.suffix && name.type === 'company') return this.take(first, last + 1, name, titled);
      if (name.type === 'person') return this.take(first, last, name, titled);
      const head = headAhead(reading, last, limit, kept);
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
      const follows = this.plain(last) && !between && (bits & (bit.title | bit.titleModifier | bit.event | bit.role)) === 0;
      if (
        follows &&
        (firstNamed || (name.type !== 'product' && !this.abbreviatedCountry(first, last) && this.sentence.style === 'plain'))
      ) {
        return this.takeUnknown(first, this.extent(last), titled);
      }
    }
    if (name.type === 'product') return this.take(first, this.withVersion(last), name, titled);
    return this.take(first, last, name, titled);
  }

  private extendFrom(first: number, head: number): number {
    const end = this.extent(head - 1);
    return Math.max(end, head, first + 1);
  }

  private abbreviatedCountry(first: number, last: number): boolean {
    return last === first + 1 && /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|E\.?U\.?|U\.?N\.?|PRC|UAE)$/.test(this.reading.words[first] ?? '');
  }

  private withVersion(last: number): number {
    let end = last;
    const { reading } = this;
    while (end < Math.min(this.sentence.last, last + 3)) {
      const bits = bitsAt(reading, end);
      const suffix = /^(?:Pro|Max|Ultra|Plus|Mini|Air|Turbo|Lite|Flash|Opus|Sonnet|Haiku|Nano|SE|XL)$/.test(reading.words[end] ?? '');
      const version =
        bits & bit.number && /^\d{1,4}(?:\.\d+)?$/.test(reading.words[end] ?? '') && !/^(?:19|20)\d\d$/.test(reading.words[end] ?? '');
      if (!(suffix || version || (bits & bit.code && end === last))) break;
      end += 1;
    }
    return end;
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
    if (!known && bits & bit.eventStart && (bitsAt(reading, last - 1) & kept) === 0) return done;
    if (!known && lone && isHyphen(reading.words[last]) && touches(reading, last) && bits & bit.common) return done;
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
    if (known && !(known.single && common)) return false;
    if (sentence.style !== 'plain') {
      if (known) return true;
      let strange = false;
      for (let i = first; i < last; i += 1)
        strange ||= (bitsAt(reading, i) & (bit.common | bit.suffix)) === 0 || (bitsAt(reading, i) & (bit.firstName | bit.suffix)) !== 0;
      return strange ? true : undefined;
    }
    if (first !== this.opening) return false;
    if (titled) return false;
    if (known) return !startsClause(reading, last);
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
