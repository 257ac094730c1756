import type { AliasReason } from '../../../shared/extraction.ts';
import type { EntityType } from '../../../shared/model.ts';
import { isBody } from './key.ts';
import { knownAs, knownAt, typeBit } from './known.ts';
import type { Reading, Sentence } from './reading.ts';
import { bitsAt, factsAt, isHyphen, isPossessive, titleEnd, touches } from './scan.ts';
import { tagTypes } from './tagger/labels.ts';
import type { Tagged } from './tagger/tag.ts';
import { bit } from './words.ts';

/** A place where a name stands. */
export interface Unit {
  /** Tokens from `first` up to but not including `last`. */
  first: number;
  last: number;
  sentence: Sentence;
  /** How likely it is a name of its type. */
  chance: number;
  /** What spoke for it, in a few words. */
  evidence: string;
}

/** A name as one text uses it: all places that spell it alike and mean one type. */
export interface Name {
  key: string;
  text: string;
  units: Unit[];
  type: EntityType;
  confidence: number;
  /** The fuller name in the same text that this one stands for, and why. */
  fuller: Name | undefined;
  alias: AliasReason | undefined;
}

/** The letters and digits of tokens, in lower case. */
export const keyOf = (reading: Reading, first: number, last: number): string => {
  let key = '';
  for (let i = first; i < last; i += 1) key += factsAt(reading, i).squashed;
  return key;
};

/** The text of tokens as it stands, line breaks as spaces. */
export const textOf = (reading: Reading, first: number, last: number): string =>
  reading.text.slice(reading.starts[first], reading.ends[last - 1]).replace(/\s+/g, ' ');

/** Words that no name begins or ends with. */
const article = /^(?:the|a|an)$/i;
const edge = /^(?:['"“”‘’«»(),.;:*|•–—-]|['’]s)$/iu;

/** Takes titles, articles, quotation marks and the like off the ends of what was tagged; undefined where nothing is left. */
const trimmed = (reading: Reading, tagged: Tagged): Tagged | undefined => {
  let { first, last } = tagged;
  while (first < last && (edge.test(reading.words[first] ?? '') || (article.test(reading.words[first] ?? '') && last - first > 1)))
    first += 1;
  if (tagged.type === 'person') {
    const end = titleEnd(reading, first, last);
    if (end !== last) first = Math.min(last, end);
  }
  while (last > first && edge.test(reading.words[last - 1] ?? '') && reading.words[last - 1] !== '.') last -= 1;
  // "Chinese AI models": a nationality is no part of a name that our lists do not have with it.
  if (last - first > 1 && bitsAt(reading, first) & bit.demonym && tagged.chance < 0.8 && knownAt(reading, first, last)?.last !== last)
    first += 1;
  // "the Mate 60 smartphone"
  if (tagged.type === 'product')
    while (last - first > 1 && (bitsAt(reading, last - 1) & (bit.cap | bit.productNoun)) === bit.productNoun) last -= 1;
  if (first === last || keyOf(reading, first, last) === '') return undefined;
  if (last - first === 1 && tagged.chance < 0.8 && bitsAt(reading, first) & (bit.generic | bit.demonym)) return undefined;
  if (tagged.type === 'person') last = hyphenatedEnd(reading, last);
  // "McDonald's" is a name of its own.
  if (isPossessive(reading.words[last]) && knownAt(reading, first, last + 1)?.last === last + 1) last += 1;
  return { ...tagged, first, last };
};

/** The end of a name such as "Ted Hui Chi-fung", of which the tokenizer makes three words; "Kane-led" is none. */
const hyphenatedEnd = (reading: Reading, last: number): number => {
  const joined = isHyphen(reading.words[last]) && touches(reading, last) && touches(reading, last + 1);
  return joined && (bitsAt(reading, last + 1) & (bit.word | bit.common)) === bit.word ? last + 2 : last;
};

/** "Nvidia A100", "Tesla Model Y": maker and product, unless our lists have the two together ("Google Maps"). */
const makerApart = (reading: Reading, tagged: Tagged): Tagged[] => {
  const { first, last, type } = tagged;
  if (type !== 'product' || last - first < 2) return [tagged];
  const maker = knownAt(reading, first, last - 1);
  if (!maker || (maker.types & typeBit.company) === 0 || maker.types & typeBit.product) return [tagged];
  const code = (bitsAt(reading, maker.last) & (bit.code | bit.number)) !== 0 && /\p{L}/u.test(reading.words[maker.last] ?? '');
  if (!code && knownAt(reading, first, last)?.last === last) return [tagged];
  if (!code && ((knownAt(reading, maker.last, last)?.types ?? 0) & typeBit.product) === 0) return [tagged];
  const chances = tagTypes.map((each) => (each === 'company' ? 0.9 : 0));
  return [
    { ...tagged, last: maker.last, type: 'company', chance: 0.9, chances },
    { ...tagged, first: maker.last },
  ];
};

/** A heading that runs into its text says its name twice: "About Keio Plaza Hotel Keio Plaza Hotel is …". */
const halved = (reading: Reading, tagged: Tagged): Tagged[] => {
  const { first, last } = tagged;
  const half = (last - first) / 2;
  if (!Number.isInteger(half) || half === 0) return [tagged];
  for (let i = first; i < first + half; i += 1) if (reading.words[i] !== reading.words[i + half]) return [tagged];
  return [
    { ...tagged, last: first + half },
    { ...tagged, first: first + half },
  ];
};

/** A mention this sure of its own type keeps it, though others of the name are of another. */
const ownWay = 0.93;
/** Names less likely than this in all their places are none; names of our lists may be a little less likely. */
const leastChance = { unknown: 0.5, listed: 0.35 };
/** How much more a type counts that our lists give the name. */
const listedWeight = 1.6;

const typeTotals = (group: readonly Tagged[]): number[] => {
  const totals: number[] = new Array(tagTypes.length).fill(0);
  for (const { chances } of group) for (let t = 0; t < totals.length; t += 1) totals[t] = (totals[t] as number) + (chances[t] as number);
  return totals;
};

const company = tagTypes.indexOf('company');
const organization = tagTypes.indexOf('organization');

/** The type that the places of a name speak for together: first whether it is a body, then which. */
const voted = (totals: readonly number[]): number => {
  const bodies = (totals[company] as number) + (totals[organization] as number);
  let best = (totals[company] as number) >= (totals[organization] as number) ? company : organization;
  let most = bodies;
  for (let t = 0; t < totals.length; t += 1) {
    if (t === company || t === organization || (totals[t] as number) <= most) continue;
    most = totals[t] as number;
    best = t;
  }
  return best;
};

const isBodyIndex = (type: number): boolean => type === company || type === organization;

const newName = (reading: Reading, key: string, type: EntityType, group: readonly Tagged[]): Name => {
  const index = tagTypes.indexOf(type);
  const chanceOf = ({ chances }: Tagged): number =>
    isBodyIndex(index) ? (chances[company] as number) + (chances[organization] as number) : (chances[index] as number);
  const units = group.map((tagged) => ({
    first: tagged.first,
    last: tagged.last,
    sentence: tagged.sentence,
    chance: Math.max(0.05, chanceOf(tagged)),
    evidence: tagged.evidence,
  }));
  const shown = units.find(({ sentence }) => sentence.style === 'plain') ?? (units[0] as Unit);
  const best = units.reduce((most, { chance }) => Math.max(most, chance), 0);
  const mean = units.reduce((sum, { chance }) => sum + chance, 0) / units.length;
  return {
    key,
    text: textOf(reading, shown.first, shown.last),
    units,
    type,
    confidence: (best + mean) / 2,
    fuller: undefined,
    alias: undefined,
  };
};

/** Groups what was tagged by spelling; each group is one name, or several where places are sure of different types. */
const grouped = (reading: Reading, tagged: readonly Tagged[]): Name[] => {
  const groups = new Map<string, Tagged[]>();
  for (const each of tagged) {
    const key = keyOf(reading, each.first, each.last);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const names: Name[] = [];
  for (const [key, group] of groups) {
    const { first, last } = group[0] as Tagged;
    const listed = new Set<string>(knownAs(textOf(reading, first, last)).map((known) => known.type));
    const totals = typeTotals(group).map((total, t) => (listed.has(tagTypes[t] as string) ? listedWeight * total : total));
    const winner = voted(totals);
    const kinds = new Map<number, Tagged[]>();
    for (const each of group) {
      const own = tagTypes.indexOf(each.type);
      const alike = own === winner || (isBodyIndex(own) && isBodyIndex(winner));
      const type = alike || each.chance < ownWay ? winner : own;
      const kind = kinds.get(type);
      if (kind) kind.push(each);
      else kinds.set(type, [each]);
    }
    for (const [type, members] of kinds) {
      const named = tagTypes[type] as (typeof tagTypes)[number];
      if (named !== 'other') names.push(newName(reading, key, named, members));
    }
  }
  return names;
};

const inLowerCase = (reading: Reading): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { bits, squashed, lower } of reading.facts) {
    if (!(bits & bit.word) || bits & bit.cap || lower.length < 3) continue;
    counts.set(squashed, (counts.get(squashed) ?? 0) + 1);
  }
  return counts;
};

/** Names at least this likely are looked for in the rest of the text. */
const sure = 0.75;

/** Adds the places of sure names that the tagger passed over. */
const addUnseen = (reading: Reading, names: readonly Name[], taken: Uint8Array): void => {
  const byStart = new Map<string, Name[]>();
  const lower = inLowerCase(reading);
  for (const name of names) {
    if (name.confidence < sure && !knownAs(name.text).some(({ type }) => type === name.type)) continue;
    const { first, last } = name.units[0] as Unit;
    if (last - first === 1 && ((lower.get(name.key) ?? 0) > 0 || name.key.length < 2)) continue;
    const start = factsAt(reading, first).squashed;
    const sharing = byStart.get(start);
    if (sharing) sharing.push(name);
    else byStart.set(start, [name]);
  }
  for (const sharing of byStart.values()) sharing.sort((a, b) => b.key.length - a.key.length || b.units.length - a.units.length);
  for (const sentence of reading.sentences) {
    for (let i = sentence.first; i < sentence.last; i += 1) {
      if (taken[i] || (bitsAt(reading, i) & bit.cap) === 0) continue;
      for (const name of byStart.get(factsAt(reading, i).squashed) ?? []) {
        const last = spelledAt(reading, i, sentence.last, name.key, taken);
        if (last === undefined) continue;
        // A part of a longer run of capitals ("Kane Street") is another name.
        const alone = last - i > 1 || !joinsCapitals(reading, i, last, sentence);
        if (!alone) continue;
        name.units.push({ first: i, last, sentence, chance: name.confidence * 0.85, evidence: 'named elsewhere in the text' });
        for (let k = i; k < last; k += 1) taken[k] = 1;
        break;
      }
    }
  }
};

const joinsCapitals = (reading: Reading, first: number, last: number, sentence: Sentence): boolean => {
  if (sentence.style !== 'plain') return false;
  const cap = (i: number): boolean => i >= sentence.first && i < sentence.last && (bitsAt(reading, i) & bit.cap) !== 0;
  const plain = bit.title | bit.role | bit.firstName | bit.calendar | bit.function | bit.demonym;
  const before = cap(first - 1) && first - 1 > sentence.first && (bitsAt(reading, first - 1) & plain) === 0;
  const after = cap(last) && (bitsAt(reading, last) & (bit.role | bit.title | bit.calendar)) === 0;
  return before || after;
};

const spelledAt = (reading: Reading, first: number, limit: number, key: string, taken: Uint8Array): number | undefined => {
  let spelled = '';
  for (let i = first; i < limit && !taken[i]; i += 1) {
    const part = factsAt(reading, i).squashed;
    if (part === '' && !isHyphen(reading.words[i]) && reading.words[i] !== '.' && reading.words[i] !== '&') return undefined;
    spelled += part;
    if (spelled === key) return i + 1;
    if (!key.startsWith(spelled)) return undefined;
  }
  return undefined;
};

const nearestBefore = (candidates: readonly Name[], token: number): Name => {
  let best = candidates[0] as Name;
  for (const candidate of candidates) if ((candidate.units[0] as Unit).first < token) best = candidate;
  return best;
};

/** Makes one name stand for a fuller one of the same text, for a reason. */
export const link = (name: Name, fuller: Name, alias: AliasReason): void => {
  if (name === fuller || fuller.fuller === name || name.fuller) return;
  name.fuller = fuller;
  name.alias = alias;
  if (!(isBody(name.type) && isBody(fuller.type) && name.confidence > fuller.confidence)) name.type = fuller.type;
  name.confidence = Math.max(name.confidence, fuller.confidence * 0.9);
};

/** Surnames and short forms: a one-word name stands for the last fuller name before it that ends or starts with it. */
const linkShortNames = (reading: Reading, names: readonly Name[]): void => {
  const bySurname = new Map<string, Name[]>();
  const byStart = new Map<string, Name[]>();
  for (const name of names) {
    const { first, last } = name.units[0] as Unit;
    if (last - first < 2) continue;
    const index = name.type === 'person' ? bySurname : isBody(name.type) ? byStart : undefined;
    if (!index) continue;
    const words = [factsAt(reading, name.type === 'person' ? last - 1 : first).squashed];
    // "Ursula von der Leyen" is also "von der Leyen".
    if (name.type === 'person' && last - first > 2) words.push(keyOf(reading, first + 1, last));
    else if (last - first > 2) words.push(keyOf(reading, first, last - 1));
    for (const word of words) {
      if (word.length < 2) continue;
      const sharing = index.get(word);
      if (sharing) sharing.push(name);
      else index.set(word, [name]);
    }
  }
  for (const name of names) {
    const unit = name.units[0] as Unit;
    const people = bySurname.get(name.key);
    if (people && !people.includes(name) && mayBeSurname(name)) {
      link(name, nearestBefore(people, unit.first), 'surname');
      continue;
    }
    const bodies = byStart.get(name.key)?.filter((body) => body !== name && !body.fuller);
    if (bodies?.length !== 1 || name.type === 'place' || name.type === 'person') continue;
    const [body] = bodies as [Name];
    const known = knownAs(name.text).filter(({ type }) => type === name.type);
    if (known.length > 0 && !known.some((entity) => knownAs(body.text).includes(entity))) continue;
    if (bitsAt(reading, unit.first) & (bit.placeStart | bit.demonym)) continue;
    if (isBody(name.type)) link(name, body, 'short form');
  }
};

/** A place or body of our lists stays one, unless it is surely a person here: "Jordan", "Ford". */
const mayBeSurname = (name: Name): boolean => {
  if (name.type === 'person') return true;
  if (name.confidence > 0.9) return false;
  return !knownAs(name.text).some(({ type }) => type !== 'person');
};

const smallWords = new Set(['of', 'the', 'and', 'for', '&', 'de', 'in']);

/** "Taiwan Semiconductor Manufacturing Co. (TSMC)": the letters in brackets are short for the name before, or the other way round. */
const linkShortForms = (reading: Reading, names: readonly Name[]): void => {
  const placeAt = new Map<number, { name: Name; unit: Unit }>();
  for (const name of names) for (const unit of name.units) placeAt.set(unit.first, { name, unit });
  for (const name of names) {
    for (const unit of name.units) {
      if (reading.words[unit.last] !== '(') continue;
      const quoted = /^["“]$/.test(reading.words[unit.last + 1] ?? '');
      const inside = placeAt.get(unit.last + (quoted ? 2 : 1));
      if (!inside) continue;
      const { name: inner, unit: place } = inside;
      if (inner === name || inner.fuller || name.fuller === inner) continue;
      if (reading.words[place.last + (quoted ? 1 : 0)] !== ')') continue;
      if (isInitialsOf(reading, inner.key, unit)) takeShort(inner, name);
      else if (isInitialsOf(reading, name.key, place)) takeShort(name, inner);
    }
  }
};

const takeShort = (short: Name, full: Name): void => {
  if (isBody(short.type) && isBody(full.type) && knownAs(short.text).length > 0) full.type = short.type;
  link(short, full, 'acronym');
};

const isInitialsOf = (reading: Reading, key: string, unit: Unit): boolean => {
  let all = '';
  let capitals = '';
  for (let i = unit.first; i < unit.last; i += 1) {
    const { squashed, bits } = factsAt(reading, i);
    if (squashed === '') continue;
    all += squashed[0];
    if (!smallWords.has(squashed) && !(bits & bit.suffix)) capitals += squashed[0];
  }
  return key.length >= 2 && all.length > 1 && (all.startsWith(key) || capitals.startsWith(key) || (key.length > 2 && all.includes(key)));
};

/** The names of a text: what was tagged, made consistent over the whole of it. */
export const namesOf = (reading: Reading, tagged: readonly Tagged[]): Name[] => {
  const taken = new Uint8Array(reading.words.length);
  const kept = tagged
    .flatMap((each) => trimmed(reading, each) ?? [])
    .flatMap((each) => halved(reading, each))
    .flatMap((each) => makerApart(reading, each));
  for (const { first, last } of kept) taken.fill(1, first, last);
  const names = grouped(reading, kept);
  addUnseen(reading, names, taken);
  for (const name of names) name.units.sort((a, b) => a.first - b.first);
  names.sort((a, b) => (a.units[0] as Unit).first - (b.units[0] as Unit).first);
  linkShortNames(reading, names);
  linkShortForms(reading, names);
  return names.filter(({ confidence, type, text }) => {
    const listed = confidence < leastChance.unknown && knownAs(text).some((known) => known.type === type);
    return confidence >= (listed ? leastChance.listed : leastChance.unknown);
  });
};
