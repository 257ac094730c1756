import type { EntityType } from '../../../shared/model.ts';
import { canBeSubject, type Item, isAuthority, subjectOf } from './items.ts';
import { type Pattern, patterns } from './patterns.ts';
import { isForm, isVerbGroup, type VerbForm, type VerbGroup, wordsOfGroup } from './verbs.ts';
import { bit } from './words.ts';

type Gap = 'subject' | 'object' | 'n' | 'np' | 'some';

type Element =
  | { is: 'slot'; slot: 'A' | 'B' | 'AB'; only: EntityType | undefined }
  | { is: 'role' }
  | { is: 'verb'; group: VerbGroup; forms: readonly VerbForm[] }
  | { is: 'word'; words: ReadonlySet<string>; optional: boolean }
  | { is: 'gap'; gap: Gap };

interface Compiled extends Pattern {
  elements: readonly Element[];
  anchor: number;
}

/** What a pattern took a sentence's items for. */
export interface Match {
  pattern: Pattern;
  a: number;
  b: number;
  role: number | undefined;
  anchor: number;
  left: number;
  right: number;
}

const elementOf = (source: string): Element => {
  const slot = /^(AB|A|B)(?::(\w+))?$/.exec(source);
  if (slot) return { is: 'slot', slot: slot[1] as 'A' | 'B' | 'AB', only: slot[2] as EntityType | undefined };
  if (source === 'ROLE') return { is: 'role' };
  const verb = /^\{(\w+)(?::([\w,]+))?\}$/.exec(source);
  if (verb) {
    const group = verb[1] ?? '';
    if (!isVerbGroup(group)) throw new Error(`A relation pattern names an unknown group of verbs: ${group}`);
    return { is: 'verb', group, forms: (verb[2]?.split(',') ?? []) as VerbForm[] };
  }
  const gap = /^<(\w+)>$/.exec(source);
  if (gap) return { is: 'gap', gap: gap[1] as Gap };
  const optional = source.endsWith('?');
  return { is: 'word', words: new Set((optional ? source.slice(0, -1) : source).split('|')), optional };
};

/** Words too frequent to look a pattern up by. */
const frequent = new Set([',', "'s", '-', 'of', 'in', 'to', 'by', 'its', 'is', 'on', 'A', 'with', 'as', 'from']);

const anchorOf = (elements: readonly Element[]): number => {
  const rank = (element: Element): number => {
    if (element.is === 'verb') return element.group === 'be' ? 4 : 0;
    if (element.is === 'word') return element.optional ? 9 : [...element.words].some((word) => frequent.has(word)) ? 5 : 1;
    return element.is === 'role' ? 2 : element.is === 'slot' ? 6 : 9;
  };
  let best = 0;
  elements.forEach((element, i) => {
    if (rank(element) < rank(elements[best] as Element)) best = i;
  });
  return best;
};

const compiled: readonly Compiled[] = patterns.map((pattern) => {
  const elements = pattern.pattern.split(' ').map(elementOf);
  return { ...pattern, elements, anchor: anchorOf(elements) };
});

const byWord = new Map<string, Compiled[]>();
const byRole: Compiled[] = [];
const byName: Compiled[] = [];
for (const pattern of compiled) {
  const anchor = pattern.elements[pattern.anchor] as Element;
  const words = anchor.is === 'verb' ? wordsOfGroup(anchor.group) : anchor.is === 'word' ? [...anchor.words] : [];
  for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), pattern]);
  if (anchor.is === 'role') byRole.push(pattern);
  if (anchor.is === 'slot') byName.push(pattern);
}

const chain = new Set(
  'to agreed agrees agree plans plan planned planning wants want wanted intends intend intended hopes hope hoped aims aim decided moved moves looking looks seeks sought seek tried tries try set due expected likely about close ready reportedly in talks discussions negotiations considering considers considered consider weighing mulling exploring preparing prepared prepares offered offers bid nearing near announced announces confirmed denied denies deny denying having going proposes proposed managed failed fails refused refuses declined began begun started starts continues continued rumoured rumored said able a an the its process of deal agreement definitive offer on option last this year month week earlier late forced ready verge abandoned scrapped plot plotting eyeing interested been being completed helped used pledged vowed promised committed then once formally officially successfully recently later soon also first stopped stops stop'.split(
    ' ',
  ),
);
const relative = new Set(['which', 'who', 'that']);
const passiveAux = new Set("is are was were be been being am get gets got 's".split(' '));
const timeNouns = new Set(
  'yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

const limits: Record<Gap, number> = { subject: 14, object: 9, n: 7, np: 10, some: 14 };

const isPremodifier = (items: readonly Item[], i: number): boolean => {
  const item = items[i];
  if (!item) return false;
  if (item.lower === 'its') return true;
  if (item.kind !== 'word') return false;
  if (item.lower === "'s" || item.lower === ',' || item.lower === '.' || item.lower === ':' || item.lower === ';') return false;
  if (item.tag === 'DET' || item.tag === 'ADJ' || item.tag === 'NUM' || item.tag === 'NOUN' || item.tag === 'SYM' || item.tag === 'PROPN')
    return true;
  if (item.lower === '-' || /^["“”‘]$/.test(item.lower) || item.lower === 'his' || item.lower === 'her' || item.lower === 'their')
    return true;
  if (item.tag === 'ADV' && items[i + 1]?.tag === 'ADJ') return true;
  return item.tag === 'VERB' && /(?:ed|ing)$/.test(item.lower) && ['DET', 'ADJ', 'PUNCT'].includes(items[i - 1]?.tag ?? '');
};

const passes = (gap: Gap, items: readonly Item[], i: number): boolean => {
  const item = items[i];
  if (!item) return false;
  if (gap === 'n') return isPremodifier(items, i);
  if (gap === 'object') {
    if (item.kind === 'name') return items[i + 1]?.kind === 'role' || items[i + 1]?.lower === '-';
    return item.kind === 'role' || isPremodifier(items, i);
  }
  if (gap === 'np') return item.kind !== 'word' || item.lower === "'s" || item.lower === 'of' || isPremodifier(items, i);
  if (item.kind === 'name' && item.lower !== 'its') return false;
  return !/^[.;:?!]$/.test(item.lower) && item.tag !== 'AUX' && (item.tag !== 'VERB' || /(?:ed|ing)$/.test(item.lower));
};

/** Positions at which what comes beyond the gap may stand, nearest first. */
const beyond = (gap: Gap, items: readonly Item[], from: number, step: 1 | -1): number[] => {
  if (gap === 'subject' && step < 0) return subjectPlaces(items, from);
  const places = [from];
  let i = from;
  while (places.length <= limits[gap] && passes(gap, items, i)) {
    i += step;
    places.push(i);
  }
  return places;
};

const opening: Record<string, string> = { ',': ',', ')': '(', '—': '—', '–': '–' };

/** Where the subject of a verb may stand, going left from the word before the verb. */
const subjectPlaces = (items: readonly Item[], from: number): number[] => {
  const places: number[] = [];
  let i = from;
  for (let steps = 0; steps < limits.subject && i >= 0; steps += 1) {
    places.push(i);
    const item = items[i] as Item;
    if (item.kind !== 'word') break;
    if (relative.has(item.lower)) {
      places.push(items[i - 1]?.lower === ',' ? i - 2 : i - 1);
      break;
    }
    const open = opening[item.lower];
    if (open !== undefined) {
      const pair = pairBefore(items, i, open);
      if (pair < 0) break;
      i = pair - 1;
      if (open !== '(') {
        places.push(i);
        const earlier = open === ',' ? pairBefore(items, pair, ',') : -1;
        if (earlier > 0) places.push(earlier - 1);
        break;
      }
      continue;
    }
    if (item.lower === 'and' || item.lower === 'but') {
      const subject = subjectOf(items);
      if (subject !== undefined && subject < i - 1 && items.slice(subject, i).some((word) => word.tag === 'VERB')) places.push(subject);
      break;
    }
    const auxiliary = item.tag === 'AUX' || item.tag === 'ADV' || (item.tag === 'PART' && item.lower !== "'s");
    const dated = (item.bits & (bit.calendar | bit.number)) !== 0;
    if (isAuthority(item)) {
      const place = placeOfAuthority(items, i);
      if (place < 0) break;
      i = place;
      continue;
    }
    if (!auxiliary && !dated && !chain.has(item.lower)) break;
    i -= 1;
  }
  return places;
};

/** The name before "government", "'s government", "'s data protection authority"; -1 if there is none. */
const placeOfAuthority = (items: readonly Item[], i: number): number => {
  if (items[i - 1]?.kind === 'name') return i - 1;
  for (let k = i - 1; k > 0 && i - k < 5; k -= 1) {
    if (items[k]?.lower === "'s" && items[k - 1]?.kind === 'name') return k - 1;
    if (!isPremodifier(items, k)) return -1;
  }
  return -1;
};

const pairBefore = (items: readonly Item[], from: number, open: string): number => {
  for (let i = from - 1; i >= 0 && from - i < 26; i -= 1) if (items[i]?.lower === open) return i;
  return -1;
};

interface Attempt {
  items: readonly Item[];
  pattern: Compiled;
  typeAt: (item: number) => EntityType | undefined;
  bound: { a: number; b: number; role: number | undefined };
}

const slotFits = (attempt: Attempt, element: Element & { is: 'slot' }, i: number, place: number): boolean => {
  const item = attempt.items[i];
  if (item?.kind !== 'name') return false;
  if (element.slot === 'AB') return item.members.length > 1 && !item.pronoun;
  const next = attempt.pattern.elements[place + 1];
  if (item.lower === 'its' && !(next?.is === 'word' && next.words.has("'s"))) return false;
  return element.only === undefined || attempt.typeAt(i) === element.only;
};

/** Matches elements from `place` on, in one direction, from item `i`; returns the item after the last, or undefined. */
const walk = (attempt: Attempt, place: number, i: number, step: 1 | -1): number | undefined => {
  const element = attempt.pattern.elements[place];
  if (!element) return i;
  const { items, bound } = attempt;
  const item = items[i];
  switch (element.is) {
    case 'gap':
      for (const next of beyond(element.gap, items, i, step)) {
        const end = walk(attempt, place + step, next, step);
        if (end !== undefined) return end;
      }
      return undefined;
    case 'slot': {
      if (!slotFits(attempt, element, i, place)) return undefined;
      const kept = { ...bound };
      if (element.slot !== 'B') bound.a = i;
      if (element.slot !== 'A') bound.b = i;
      const end = walk(attempt, place + step, i + step, step);
      if (end === undefined) Object.assign(bound, kept);
      return end;
    }
    case 'role': {
      if (item?.kind !== 'role') return undefined;
      const end = walk(attempt, place + step, i + step, step);
      if (end !== undefined) bound.role = i;
      return end;
    }
    case 'verb':
      return item?.kind === 'word' && isForm(item.lower, element.group, element.forms)
        ? walk(attempt, place + step, i + step, step)
        : undefined;
    case 'word': {
      if (element.words.has("'s")) {
        // "its" says the name and the possessive in one word.
        const owner = step > 0 ? items[i - 1] : item;
        if (owner?.kind === 'name' && owner.lower === 'its') return walk(attempt, place + step, i, step);
      }
      if (item && element.words.has(item.lower) && (item.kind !== 'name' || item.lower === 'its')) {
        const end = walk(attempt, place + step, i + step, step);
        if (end !== undefined) return end;
      }
      return element.optional ? walk(attempt, place + step, i, step) : undefined;
    }
  }
};

/** An object that owns something or describes a noun is not itself meant: "bought X's technology", "X shares". */
const standsAlone = (items: readonly Item[], i: number): boolean => {
  const next = items[i + 1];
  if (!next) return true;
  if (next.lower === "'s" || next.lower === "'" || next.kind === 'role') return false;
  if (next.lower === '-') return false;
  if (next.kind !== 'word' || timeNouns.has(next.lower)) return true;
  return next.tag !== 'NOUN' && !(next.tag === 'PROPN' && next.bits & bit.word);
};

/** An active pattern does not fit a passive verb: "was acquired". */
const isPassive = (items: readonly Item[], anchor: number): boolean => {
  const verb = items[anchor];
  if (!verb || verb.lower.endsWith('ing')) return false;
  for (let i = anchor - 1; i >= 0; i -= 1) {
    const item = items[i] as Item;
    if (passiveAux.has(item.lower)) return true;
    if (item.tag !== 'ADV' && item.tag !== 'AUX' && item.tag !== 'PART') return false;
  }
  return false;
};

/** "urging X to ban Y" says nothing of X: an infinitive has its subject before it in headlines only. */
const isWished = (items: readonly Item[], subject: number): boolean => {
  let next = subject + 1;
  while (isAuthority(items[next])) next += 1;
  if (items[next]?.lower !== 'to' && items[next]?.lower !== 'from') return false;
  return items.slice(0, subject).some((item) => item.tag === 'VERB');
};

const holds = (attempt: Attempt, anchor: number): boolean => {
  const { items, pattern, bound } = attempt;
  const { elements } = pattern;
  const verb = elements[pattern.anchor] as Element;
  const isSubject =
    elements[pattern.anchor - 1]?.is === 'gap' && elements.some((element) => element.is === 'gap' && element.gap === 'subject');
  if (isSubject) {
    const first = elements[0];
    const subject = first?.is === 'slot' && first.slot === 'B' ? bound.b : bound.a;
    const related = relative.has(items[subject + 1]?.lower ?? '') || relative.has(items[subject + 2]?.lower ?? '');
    if (subject < anchor && !related && !canBeSubject(items, subject)) return false;
    if (subject < anchor && isWished(items, subject)) return false;
    if (verb.is === 'verb' && !verb.forms.includes('pp') && isPassive(items, anchor)) return false;
  }
  const last = elements[elements.length - 1];
  const end = last?.is === 'slot' ? (last.slot === 'A' ? bound.a : bound.b) : undefined;
  if (end !== undefined && !pattern.loose && attempt.typeAt(end) !== 'person' && !standsAlone(items, end)) return false;
  const object = elements.findIndex((element) => element.is === 'slot' && element.slot === 'B');
  if (!pattern.loose && object === pattern.anchor + 2 && object < elements.length - 1 && !standsAlone(items, bound.b)) return false;
  return bound.a !== bound.b || elements.some((element) => element.is === 'slot' && element.slot === 'AB');
};

const tryAt = (items: readonly Item[], pattern: Compiled, anchor: number, typeAt: Attempt['typeAt']): Match | undefined => {
  const attempt: Attempt = { items, pattern, typeAt, bound: { a: -1, b: -1, role: undefined } };
  const element = pattern.elements[pattern.anchor] as Element;
  const item = items[anchor] as Item;
  if (element.is === 'verb' && !isForm(item.lower, element.group, element.forms)) return undefined;
  const right = walk(attempt, pattern.anchor, anchor, 1);
  if (right === undefined) return undefined;
  const left = walk(attempt, pattern.anchor - 1, anchor - 1, -1);
  if (left === undefined || !holds(attempt, anchor)) return undefined;
  return { pattern, ...attempt.bound, anchor, left: left + 1, right: right - 1 };
};

/** Every pattern that fits these items, once at each of its anchors. */
export const matchesOf = (items: readonly Item[], typeAt: (item: number) => EntityType | undefined): Match[] => {
  const found: Match[] = [];
  const tryAll = (candidates: readonly Compiled[] | undefined, anchor: number): void => {
    for (const pattern of candidates ?? []) {
      const match = tryAt(items, pattern, anchor, typeAt);
      if (match) found.push(match);
    }
  };
  items.forEach((item, i) => {
    if (item.kind === 'word') tryAll(byWord.get(item.lower), i);
    else tryAll(item.kind === 'role' ? byRole : byName, i);
  });
  return found;
};
