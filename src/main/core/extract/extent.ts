import type { Reading, Sentence } from './reading.ts';
import { bitsAt, headAhead, isHyphen, isPossessive, knownAt, nameHeads, titleEnd, touches } from './scan.ts';
import { bit } from './words.ts';

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

/** Whether token `i` is a capitalised word that could go on with a name begun before it. */
export const goesOn = (reading: Reading, sentence: Sentence, i: number): boolean => {
  const bits = bitsAt(reading, i);
  if (i >= sentence.last || (bits & bit.cap) === 0) return false;
  if (bits & (bit.calendar | bit.demonym)) return false;
  if (sentence.style !== 'plain' && bits & bit.common && !(bits & (bit.firstName | bit.camel | bit.suffix))) return false;
  if (bits & bit.generic)
    return (
      reading.words[i] === 'AI' &&
      reading.words[i + 1] !== 'AI' &&
      !goesOn(reading, sentence, i + 1) &&
      (bitsAt(reading, i - 1) & bit.common) === 0
    );
  if (bits & bit.function && !(bits & bit.placeStart)) return false;
  return bits & nameHeads ? true : titleEnd(reading, i, sentence.last) === i;
};

/** Where the name that starts at token `first` ends, nothing being known of it. */
export const extentOf = (reading: Reading, sentence: Sentence, first: number): number => {
  const limit = sentence.last;
  let end = first + 1;
  let headed = ofOpeners.has(reading.words[first] ?? '') || (bitsAt(reading, first) & (bit.organizationHead | bit.placeStart)) !== 0;
  const person = (bitsAt(reading, first) & bit.firstName) !== 0;
  while (end < limit && end - first < 12) {
    const word = reading.words[end] ?? '';
    const next = end + 1;
    if (
      isHyphen(word) &&
      touches(reading, end) &&
      touches(reading, next) &&
      goesOn(reading, sentence, next) &&
      !knownAt(reading, next, limit)
    ) {
      end = next + 1;
    } else if (word === '&' && goesOn(reading, sentence, next)) {
      end = next + 1;
    } else if (word === 'of' && headed && opens(reading, next)) {
      end = afterOf(reading, sentence, next);
    } else if (word === 'of' && headed && reading.words[next] === 'the' && opens(reading, next + 1)) {
      end = afterOf(reading, sentence, next + 1);
    } else if (word === 'for' && headed && !person && goesOn(reading, sentence, next)) {
      end = next + 1;
    } else if (
      word === 'and' &&
      !person &&
      goesOn(reading, sentence, next) &&
      !knownAt(reading, next, limit) &&
      joinsAnd(reading, sentence, first, next)
    ) {
      end = headAhead(reading, next, limit, bit.organizationHead | bit.companyHead);
    } else if (isPossessive(word) && possessiveOpeners.has(reading.words[end - 1] ?? '') && goesOn(reading, sentence, next)) {
      end = next + 1;
    } else if (
      bitsAt(reading, end) & bit.particle &&
      (bitsAt(reading, end) & bit.cap) === 0 &&
      isParticleName(reading, sentence, first, end)
    ) {
      end = next;
    } else if (goesOn(reading, sentence, end) && !beginsAnother(reading, sentence, end)) {
      end = next;
    } else if (bitsAt(reading, end) & bit.demonym && (headed || headAhead(reading, next, limit, bit.organizationHead) > next)) {
      end = next;
    } else break;
    headed ||= (bitsAt(reading, end - 1) & (bit.organizationHead | bit.placeHead)) !== 0;
  }
  while (end > first + 1 && (bitsAt(reading, end - 1) & (bit.cap | bit.number)) === 0) end -= 1;
  const numbered = bitsAt(reading, end) & bit.number && /^\d{1,3}$/.test(reading.words[end] ?? '') && end + 1 < limit;
  return numbered && bitsAt(reading, end + 1) & bit.productNoun ? end + 1 : end;
};

const afterOf = (reading: Reading, sentence: Sentence, i: number): number => {
  const known = knownAt(reading, i, sentence.last);
  return known ? known.last : i + 1;
};

const joinsAnd = (reading: Reading, sentence: Sentence, first: number, next: number): boolean => {
  const head = headAhead(reading, next, sentence.last, bit.organizationHead | bit.companyHead);
  if (head < 0 || reading.words[first - 1]?.toLowerCase() !== 'the') return false;
  return (bitsAt(reading, first) & bit.firstName) === 0 && headAhead(reading, first, next - 1, nameHeads) < 0;
};

const isParticleName = (reading: Reading, sentence: Sentence, first: number, i: number): boolean => {
  let next = i + 1;
  while (next < i + 3 && bitsAt(reading, next) & bit.particle && (bitsAt(reading, next) & bit.cap) === 0) next += 1;
  return (
    goesOn(reading, sentence, next) &&
    (next > i + 1 || (bitsAt(reading, first) & (bit.firstName | bit.initial)) !== 0 || (bitsAt(reading, first) & bit.common) === 0)
  );
};

/** Whether a well-known name of its own begins at `i`: it is no part of the name before. */
const beginsAnother = (reading: Reading, sentence: Sentence, i: number): boolean => {
  const known = knownAt(reading, i, sentence.last);
  if (!known) return false;
  const before = bitsAt(reading, i - 1);
  if (before & (bit.firstName | bit.initial)) return false;
  if (before & bit.placeStart) return known.name.type !== 'place' && sentence.style !== 'plain';
  return !(known.name.single && (bitsAt(reading, i) & bit.common) !== 0) && (known.name.type !== 'place' || known.last - i > 1);
};

/** Where a product's name ends when its version is counted in: "iPhone 16 Pro", "Claude 3.5 Sonnet". */
export const withVersion = (reading: Reading, sentence: Sentence, last: number): number => {
  let end = last;
  while (end < Math.min(sentence.last, last + 3)) {
    const bits = bitsAt(reading, end);
    const suffix = /^(?:Pro|Max|Ultra|Plus|Mini|Air|Turbo|Lite|Flash|Opus|Sonnet|Haiku|Nano|SE|XL)$/.test(reading.words[end] ?? '');
    const version =
      bits & bit.number && /^\d{1,4}(?:\.\d+)?$/.test(reading.words[end] ?? '') && !/^(?:19|20)\d\d$/.test(reading.words[end] ?? '');
    if (!(suffix || version || (bits & bit.code && end === last))) break;
    end += 1;
  }
  return end;
};
