import type { EntityType } from '../../../shared/model.ts';
import { newScores, type Scores, scoreContext, scoreShape, typeOrder } from './evidence.ts';
import { entityKey } from './key.ts';
import type { Reading } from './reading.ts';
import { bitsAt, factsAt } from './scan.ts';
import { type Unit, unitKey, unitText } from './units.ts';
import { bit } from './words.ts';

/** A name as one text uses it: all units that are spelled alike, and what it was found to be. */
export interface Name {
  key: string;
  text: string;
  units: Unit[];
  scores: Scores;
  type: EntityType;
  confidence: number;
  reason: string;
  /** The fuller name in the same text that this one stands for: a surname, a short form. */
  fuller: Name | undefined;
}

const contextLimit = 5;

/** Sums what all places of a name say, so that a hundred mentions in one phrase do not drown the rest. */
const gather = (reading: Reading, units: Unit[]): Scores => {
  const total = scoreShape(reading, units[0] as Unit);
  const context = newScores();
  const shown = units.length > 40 ? units.slice(0, 40) : units;
  for (const unit of shown) scoreContext(reading, context, unit);
  const damping = 1 / Math.sqrt(shown.length);
  for (let i = 0; i < 5; i += 1) {
    const value = (context.values[i] as number) * damping;
    total.values[i] = (total.values[i] as number) + Math.max(-contextLimit, Math.min(contextLimit, value));
    if ((context.strongest[i] as number) > (total.strongest[i] as number)) {
      total.strongest[i] = context.strongest[i] as number;
      total.reasons[i] = context.reasons[i] as string;
    }
  }
  return total;
};

/** Least score at which a name is taken for anything, by whether it is one word. */
const leastScore = { one: 1.05, several: 0.8 };

const decide = (name: Name, words: number): boolean => {
  const [company, organization, person, place, product] = name.scores.values;
  const org = Math.max(company, organization) + 0.4 * Math.max(0, Math.min(company, organization));
  const ranked = [org, person, place, product].sort((a, b) => b - a);
  const best = ranked[0] as number;
  if (best < (words === 1 ? leastScore.one : leastScore.several)) return false;
  name.type =
    best === org
      ? company >= organization
        ? 'company'
        : 'organization'
      : best === person
        ? 'person'
        : best === place
          ? 'place'
          : 'product';
  const margin = best - Math.max(0, ranked[1] as number);
  name.confidence = Math.round(Math.min(0.97, Math.max(0.3, 0.35 + 0.06 * best + 0.07 * margin)) * 100) / 100;
  name.reason = name.scores.reasons[typeOrder.indexOf(name.type)] || 'shape';
  return true;
};

const isOrg = (type: EntityType): boolean => type === 'company' || type === 'organization';

/** Surnames and short forms: a one-word name stands for the last fuller name before it that ends or starts with it. */
const linkShortNames = (reading: Reading, names: Name[]): void => {
  const bySurname = new Map<string, Name[]>();
  const byStart = new Map<string, Name[]>();
  for (const name of names) {
    const unit = name.units[0] as Unit;
    if (unit.last - unit.first < 2) continue;
    const index = name.type === 'person' ? bySurname : isOrg(name.type) ? byStart : undefined;
    const word = factsAt(reading, name.type === 'person' ? unit.last - 1 : unit.first).squashed;
    if (!index || word.length < 2) continue;
    const sharing = index.get(word);
    if (sharing) sharing.push(name);
    else index.set(word, [name]);
  }
  for (const name of names) {
    const unit = name.units[0] as Unit;
    if (unit.last - unit.first !== 1) continue;
    const people = bySurname.get(name.key);
    if (people && mayBeSurname(name)) {
      link(name, nearestBefore(people, unit.first));
      continue;
    }
    const bodies = byStart.get(name.key);
    if (
      !bodies ||
      (unit.known && entityKey(unit.known.name, unit.known.type) !== entityKey((bodies[0] as Name).text, (bodies[0] as Name).type))
    )
      continue;
    if (bodies.length === 1 && (bitsAt(reading, unit.first) & (bit.placeStart | bit.demonym)) === 0 && name.type !== 'place')
      link(name, bodies[0] as Name);
  }
};

/** A place or company of our lists stays one, unless the texts call it a person's surname too: "Jordan", "Ford". */
const mayBeSurname = (name: Name): boolean => {
  const known = (name.units[0] as Unit).known;
  if (!known || known.type === 'person') return true;
  return (name.scores.values[2] as number) > 1 && known.type !== 'place';
};

const nearestBefore = (candidates: readonly Name[], token: number): Name => {
  let best = candidates[0] as Name;
  for (const candidate of candidates) if ((candidate.units[0] as Unit).first < token) best = candidate;
  return best;
};

const link = (name: Name, fuller: Name): void => {
  if (name === fuller) return;
  name.fuller = fuller;
  name.type = fuller.type;
  name.confidence = Math.round(Math.max(0.5, fuller.confidence - 0.08) * 100) / 100;
  name.reason = `short for “${fuller.text}”`;
};

const smallWords = new Set(['of', 'the', 'and', 'for', '&', 'de']);

/** "Taiwan Semiconductor Manufacturing Co. (TSMC)": the letters in brackets are short for the name before. */
const linkShortForms = (reading: Reading, names: Name[]): void => {
  const nameOfUnit = new Map<number, Name>();
  for (const name of names) for (const unit of name.units) nameOfUnit.set(unit.first, name);
  for (const name of names) {
    for (const unit of name.units) {
      if (reading.words[unit.last] !== '(' || reading.words[unit.last + 2] !== ')') continue;
      const short = nameOfUnit.get(unit.last + 1);
      if (!short || short === name || short.fuller) continue;
      if (isInitialsOf(reading, short, unit)) {
        if (isOrg(name.type) || isOrg(short.type)) {
          const type = isOrg(short.type) && (short.units[0] as Unit).known ? short.type : name.type;
          if (isOrg(type)) name.type = type;
        }
        link(short, name);
        short.reason = `short form of “${name.text}”`;
        short.confidence = 0.9;
      }
    }
  }
};

const isInitialsOf = (reading: Reading, short: Name, unit: Unit): boolean => {
  let all = '';
  let capitals = '';
  for (let i = unit.first; i < unit.last; i += 1) {
    const { squashed, bits } = factsAt(reading, i);
    if (squashed === '') continue;
    all += squashed[0];
    if (!smallWords.has(squashed) && !(bits & bit.suffix)) capitals += squashed[0];
  }
  const key = short.key;
  return key.length >= 2 && (all.startsWith(key) || capitals === key || capitals.startsWith(key) || (key.length > 2 && all.includes(key)));
};

/** Groups units by spelling and keeps those that are names. */
export const namesOf = (reading: Reading, units: readonly Unit[]): Name[] => {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = unitKey(reading, unit);
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  const lowerCase = countLowerCase(reading);
  const surnames = lastWords(reading, units);
  const names: Name[] = [];
  for (const [key, group] of groups) {
    const strong = group.filter((unit) => !unit.weak);
    if (strong.length === 0 && !standsAlone(group) && !surnames.has(key)) continue;
    const first = (strong[0] ?? group[0]) as Unit;
    if (!first.known && first.last - first.first === 1 && (lowerCase.get(key) ?? 0) >= group.length) continue;
    // The first surely found place leads: its shape is what the name is known by.
    const ordered = strong[0] ? [first, ...group.filter((unit) => unit !== first)] : group;
    const name: Name = {
      key,
      text: unitText(reading, first),
      units: ordered,
      scores: gather(reading, ordered),
      type: 'person',
      confidence: 0,
      reason: '',
      fuller: undefined,
    };
    if (decide(name, first.last - first.first) || (first.last - first.first === 1 && surnames.has(key))) names.push(name);
    for (const unit of group) if (unit !== first) unit.known ??= first.known;
    name.units.sort((a, b) => a.first - b.first);
  }
  linkShortNames(reading, names);
  linkShortForms(reading, names);
  return names.filter((name) => name.confidence > 0);
};

/** Last words of longer names: alone they may stand for them, though nothing else speaks for a name. */
const lastWords = (reading: Reading, units: readonly Unit[]): Set<string> => {
  const words = new Set<string>();
  for (const unit of units) if (unit.last - unit.first > 1 && !unit.weak) words.add(factsAt(reading, unit.last - 1).squashed);
  return words;
};

const standsAlone = (group: readonly Unit[]): boolean => {
  const unit = group[0] as Unit;
  if (unit.known) return !unit.known.single || unit.sentence.style !== 'plain';
  return unit.sentence.style !== 'plain' && unit.last - unit.first > 1;
};

const countLowerCase = (reading: Reading): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { bits, squashed, lower } of reading.facts) {
    if (!(bits & bit.word) || bits & bit.cap || bits & bit.function || lower.length < 3) continue;
    counts.set(squashed, (counts.get(squashed) ?? 0) + 1);
  }
  return counts;
};
