import type { EntityType } from '../../../shared/model.ts';
import { after, before, beforeOf, headCues, hyphened, listed, nounCues, owned, shapeWeights, type Weights } from './cues.ts';
import { knownName } from './gazetteer.ts';
import type { Reading } from './reading.ts';
import { bitsAt, factsAt, isHyphen, isPossessive, touches } from './scan.ts';
import type { Unit } from './units.ts';
import { bit } from './words.ts';

/** The place of each type in a list of weights or scores. */
export const typeOrder: readonly EntityType[] = ['company', 'organization', 'person', 'place', 'product'];

/** Scores by type, in the order of `typeOrder`, and the strongest single reason for each. */
export interface Scores {
  values: [number, number, number, number, number];
  reasons: [string, string, string, string, string];
  strongest: [number, number, number, number, number];
}

/** Scores of a name of which nothing is known yet: 0 for each type, without reasons. */
export const newScores = (): Scores => ({ values: [0, 0, 0, 0, 0], reasons: ['', '', '', '', ''], strongest: [0, 0, 0, 0, 0] });

const add = (scores: Scores, weights: Weights, reason: string): void => {
  for (let i = 0; i < 5; i += 1) {
    const weight = weights[i] as number;
    scores.values[i] = (scores.values[i] as number) + weight;
    if (weight > (scores.strongest[i] as number)) {
      scores.strongest[i] = weight;
      scores.reasons[i] = reason;
    }
  }
};

const doubtfulFirst = bit.common | bit.calendar | bit.placeHead | bit.organizationHead;

/** What the spelling of a name says, wherever it stands. */
export const scoreShape = (reading: Reading, unit: Unit): Scores => {
  const scores = newScores();
  const { first, last, known } = unit;
  const bits = bitsAt(reading, first);
  const end = bitsAt(reading, last - 1);
  const count = last - first;
  if (known) {
    const place = typeOrder.indexOf(known.type);
    const weights: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    weights[place] = shapeWeights.known;
    add(scores, weights, 'in our lists');
  }
  for (const [flag, weights] of headCues) {
    if (!(end & flag) || count < 2 || (known && flag !== bit.suffix)) continue;
    add(scores, weights, `ends in “${reading.words[last - 1]}”`);
    break;
  }
  if (known) return scores;
  const allWords = reading.words.slice(first, last);
  if (allWords.includes('&')) add(scores, shapeWeights.ampersand, 'has “&”');
  if (count > 2 && allWords.includes('of') && (bits & bit.cap) !== 0) {
    const place = bits & bit.placeHead || bits & bit.placeStart;
    add(scores, place ? shapeWeights.placeStart : shapeWeights.organizationOf, `starts with “${reading.words[first]} of”`);
  }
  if (count >= 2) {
    const personal = (end & (bit.organizationHead | bit.companyHead | bit.suffix | bit.placeHead)) === 0;
    const place = knownName(factsAt(reading, first).squashed);
    if (bits & bit.firstName && personal)
      add(scores, bits & doubtfulFirst ? shapeWeights.doubtfulFirstName : shapeWeights.firstName, 'a first name');
    else if (place?.type === 'place' && !(bits & bit.firstName)) add(scores, shapeWeights.placeThenName, 'starts with a place');
    else if (place?.type === 'company') add(scores, shapeWeights.makerThenName, 'starts with a company');
    else if (bits & bit.placeStart) add(scores, shapeWeights.placeStart, `starts with “${reading.words[first]}”`);
    else if (bits & bit.initial && (bitsAt(reading, last - 1) & bit.initial) === 0) add(scores, shapeWeights.initials, 'initials');
    for (let i = first + 1; i < last - 1; i += 1) {
      if (bitsAt(reading, i) & bit.particle) add(scores, shapeWeights.particle, 'name particle');
      else if (bitsAt(reading, i) & bit.initial && personal) add(scores, shapeWeights.initials, 'initials');
    }
    let common = 0;
    for (let i = first; i < last; i += 1) if (bitsAt(reading, i) & bit.common && !(bitsAt(reading, i) & bit.firstName)) common += 1;
    add(
      scores,
      count > 3 ? shapeWeights.many : common === 0 ? shapeWeights.strange : common < count ? shapeWeights.mixed : shapeWeights.ordinary,
      'shape',
    );
    if (end & (bit.code | bit.number)) add(scores, shapeWeights.code, 'letters and digits');
  } else if (bits & bit.code) add(scores, shapeWeights.code, 'letters and digits');
  else if (bits & bit.upper) add(scores, shapeWeights.capitals, 'capitals');
  else if (bits & bit.camel) add(scores, shapeWeights.camel, 'camel case');
  else add(scores, shapeWeights.one, 'shape');
  return scores;
};

/** A cue found in the text: what it adds, and how it is put to people. */
type Cue = readonly [Weights, reason: string];

const cueOf = (weights: Weights | undefined, reason: string): Cue | undefined => weights && [weights, reason];

const isAge = (word: string | undefined): boolean => /^\d\d$/.test(word ?? '');
const describing = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'PUNCT', 'PART']);

/** ", the founder of", ", a startup in", ", who": what stands in apposition after a comma at `last`. */
const cueOfApposition = (reading: Reading, last: number): Cue | undefined => {
  const word = factsAt(reading, last + 1).lower;
  if (word === 'who') return [[0, 0, 2.2, 0, 0], 'followed by “who”'];
  if (word === 'which') return [[0.7, 0.4, -1, 0.2, 0.3], 'followed by “which”'];
  if (isAge(word) && reading.words[last + 2] === ',') return [[0, 0, 3, 0, 0], 'an age follows'];
  const limit = Math.min(last + 8, reading.words.length);
  for (let i = last + 1; i < limit; i += 1) {
    const bits = bitsAt(reading, i);
    const tag = reading.tags[i] ?? '';
    const closes = tag === 'NOUN' && !(bitsAt(reading, i + 1) & bit.word && reading.tags[i + 1] === 'NOUN');
    const cue = closes || bits & (bit.role | bit.title) ? nounCues.find(([flag]) => bits & flag) : undefined;
    if (cue) return [cue[0] === bit.role && i > last + 1 ? [0, 0, 2.4, 0, 0] : cue[1], `followed by “${factsAt(reading, i).lower}”`];
    if (!describing.has(tag) || reading.words[i] === ',') return undefined;
  }
  return undefined;
};

const cuesBefore = (reading: Reading, unit: Unit): (Cue | undefined)[] => {
  let i = unit.first - 1;
  if (/^["“‘'(]$/.test(reading.words[i] ?? '')) i -= 1;
  if (i < unit.sentence.first) return [];
  const { lower, bits } = factsAt(reading, i);
  const reason = `after “${lower}”`;
  if (unit.titled && !(bitsAt(reading, unit.first) & (bit.upper | bit.camel | bit.code))) return [[shapeWeights.titled, reason]];
  if (lower === 'of') {
    const noun = factsAt(reading, i - 1).lower;
    return [cueOf(beforeOf.get(noun), `after “${noun} of”`)];
  }
  if (bits & bit.cap && i !== unit.sentence.first) return [];
  const article = lower === 'the' || lower === 'a' || lower === 'an';
  const word = unit.known && article ? undefined : cueOf(before.get(lower), reason);
  const tag = reading.tags[i];
  const noun = tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' ? nounCues.find(([flag]) => bits & flag && flag !== bit.role) : undefined;
  return [word, noun && [noun[1], reason]];
};

const cuesAfter = (reading: Reading, unit: Unit): (Cue | undefined)[] => {
  const { last, sentence } = unit;
  if (last >= sentence.last) return [];
  const word = reading.words[last] ?? '';
  const next = factsAt(reading, last);
  if (word === ',') return [cueOfApposition(reading, last)];
  if (word === '(' && reading.words[last + 2] === ')' && bitsAt(reading, last + 1) & bit.upper) {
    return [[[1, 1, -0.5, 0, 0.2], 'short form follows']];
  }
  if (isHyphen(word) && touches(reading, last)) return [cueOf(hyphened.get(factsAt(reading, last + 1).lower), 'hyphened word')];
  if (isPossessive(word)) {
    const noun = factsAt(reading, last + 1).lower;
    return [cueOf(owned.get(noun) ?? owned.get(factsAt(reading, last + 2).lower), `owns “${noun}”`)];
  }
  const reason = `before “${next.lower}”`;
  const product = next.bits & bit.productNoun && reading.tags[last] === 'NOUN';
  const role: Cue | undefined = unit.beforeTitle ? [[1.5, 0.8, 0, 0.4, 0], 'before a role'] : undefined;
  return [cueOf(after.get(next.lower), reason), role ?? (product ? [[0.4, 0, -0.2, 0, 1.3], reason] : undefined)];
};

const listJoint = /^(?:and|or|,|&)$/;

/** The type of the one-word name of our lists at this token, if it is one. */
const listedType = (reading: Reading, i: number): EntityType | undefined =>
  bitsAt(reading, i) & bit.cap && !(bitsAt(reading, i) & bit.common) ? knownName(factsAt(reading, i).squashed)?.type : undefined;

const cueOfList = (reading: Reading, { first, last, sentence }: Unit): Cue | undefined => {
  const earlier =
    first - 2 >= sentence.first && listJoint.test(reading.words[first - 1] ?? '') ? listedType(reading, first - 2) : undefined;
  const later = last + 1 < sentence.last && listJoint.test(reading.words[last] ?? '') ? listedType(reading, last + 1) : undefined;
  const type = earlier ?? later;
  // A comma before a place closes an address ("Gibson City, Illinois"), which is as good.
  return type && [listed[type], `beside a ${type}`];
};

/** Adds what the words around this mention say. */
export const scoreContext = (reading: Reading, scores: Scores, unit: Unit): void => {
  const cues = [...cuesBefore(reading, unit), ...cuesAfter(reading, unit)];
  if (!unit.known) cues.push(cueOfList(reading, unit));
  for (const cue of cues) if (cue) add(scores, cue[0], cue[1]);
};
