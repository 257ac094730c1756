import type { EntityType } from '../../../shared/model.ts';
import { byName, byRole, byWord, type Compiled, type Element } from './compile.ts';
import { beyond, relative } from './gaps.ts';
import type { Item } from './items.ts';
import type { Pattern } from './patterns.ts';
import { canBeSubject, isAuthority } from './subjects.ts';
import { isForm } from './verbs.ts';
import { bit } from './words.ts';

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

const passiveAux = new Set("is are was were be been being am get gets got 's".split(' '));
const timeNouns = new Set(
  'yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

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

/** Whether a name is itself meant: not one that owns something or describes a noun ("bought X's technology", "X shares"). */
export const standsAlone = (items: readonly Item[], i: number): boolean => {
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
export const isWished = (items: readonly Item[], subject: number): boolean => {
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
  if (end !== undefined && !pattern.loose && pattern.kind !== '@role' && !standsAlone(items, end)) return false;
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
