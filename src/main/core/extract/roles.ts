import type { RelationKind } from '../../../shared/relations.ts';

/** A role as a text names it: "former co-founder and chief executive". */
export interface Role {
  kinds: readonly RelationKind[];
  /** "former", "ex-": it is over. */
  over: boolean;
}

const words = (line: string): ReadonlySet<string> => new Set(line.split(' '));

const modifiers = words(
  'chief executive vice senior deputy managing general acting interim operating financial technology technical information marketing scientific legal product revenue security commercial people investment medical software research non associate assistant principal lead founding global board editor in ai design content growth science data economic diversity privacy policy brand accounting administrative creative communications sustainability risk compliance hardware engineering former ex then-ceo longtime then',
);
/** Modifiers that leave a chief the chief of the whole. */
const ofWhole = words('interim acting founding longtime global then co non executive general in');
const heads = words(
  'ceo cfo coo cto cio cmo executive officer president chairman chairwoman chairperson chair founder co-founder cofounder co-founders founders director head boss chief leader spokesman spokeswoman spokesperson analyst economist strategist professor researcher scientist engineer manager partner lawyer editor investor backer shareholder owner co-owner developer designer governor secretary commissioner member employee adviser advisor reporter correspondent co-ceo co-chair ceos vice-president vice-chairman',
);
const joints = words('and & - , /');
const over = words('former ex formerly then-ceo');

const founder = /founders?$/;
const leading =
  /^(?:(?:co-?)?ceos?|president|chairman|chairwoman|chairperson|(?:co-)?chair|boss|chief|leader|governor|head|co-ceo|director general|secretary general|commissioner)$/;
const ordinary = /^(?:vice|deputy|assistant|associate)\b|vice-/;

const kindOf = (part: readonly string[]): RelationKind | undefined => {
  const phrase = part.join(' ');
  const last = part[part.length - 1] ?? '';
  if (founder.test(last)) return 'founded';
  if (phrase === 'board member' || phrase === 'board director') return 'board_member_of';
  if (last === 'member') return undefined;
  if (/^(?:investor|backer|shareholder)$/.test(last)) return 'invested_in';
  if (/owner$/.test(last)) return 'owns';
  if (ordinary.test(phrase)) return 'works_for';
  if (/chief executive(?: officer)?$/.test(phrase)) return 'leads';
  if (last === 'director' && /^(?:general|executive)\b/.test(phrase)) return 'leads';
  // "technology chief", "product head": of a field, not of the whole.
  if ((last === 'chief' || last === 'head') && part.some((word) => modifiers.has(word) && !ofWhole.has(word))) return 'works_for';
  return leading.test(last) ? 'leads' : 'works_for';
};

/** The role that starts at `from` in these lower-case words, and where it ends; undefined if none does. */
export const roleAt = (lower: (i: number) => string, from: number, limit: number): { role: Role; last: number } | undefined => {
  const parts: string[][] = [[]];
  let last = from;
  let ended = false;
  for (let i = from; i < Math.min(limit, from + 10); i += 1) {
    const word = lower(i);
    const part = parts[parts.length - 1] as string[];
    if (heads.has(word)) {
      part.push(word);
      last = i + 1;
      ended = true;
    } else if (modifiers.has(word)) {
      if (word === 'in' && part.length === 0) break;
      part.push(word);
    } else if (joints.has(word) && i > from) {
      if (word === '-') continue;
      if (!ended || part.length === 0) break;
      parts.push([]);
      ended = false;
    } else break;
  }
  if (last === from) return undefined;
  const isOver = parts.some((part) => part.some((word) => over.has(word)));
  const named: string[][] = [];
  let taken = from;
  for (const part of parts) {
    const end = part.findLastIndex((word) => heads.has(word));
    if (end >= 0 && taken < last) named.push(part.slice(0, end + 1).filter((word) => !over.has(word)));
    taken += part.length + 1;
  }
  const kinds = [...new Set(named.filter((part) => part.length > 0).map(kindOf))].filter((kind) => kind !== undefined);
  return kinds.length === 0 ? undefined : { role: { kinds, over: isOver }, last };
};
