import type { RelationAttributes } from '../../../shared/extraction.ts';
import type { Span } from '../../../shared/model.ts';
import type { RelationKind } from '../../../shared/relations.ts';
import type { PlacedMention } from './mentions.ts';
import type { Reading, Sentence } from './reading.ts';
import { roleAt } from './roles.ts';
import { factsAt } from './scan.ts';

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const units = 'million|billion|trillion|thousand|crore|lakh|bn|mn|m|k';
const currencies =
  'dollars|euros?|pounds?|yen|yuan|rupees|won|francs|crowns|kronor|kroner|reais|rand|ringgit|pesos|lira|roubles|rubles|shekels|dirhams|riyals|naira|shillings|baht|rupiah|zlotys?|forints?';

// Numbers have a bound: "1,1,1,…" would be tried from each of its digits to its end.
const amount = new RegExp(
  `(?:(?:US|A|C|HK|S|NZ|NT|R)?[$€£¥₹₩]|(?:Rs|CHF|SEK|NOK|DKK|R|kr)\\.?\\s?)\\d[\\d,.]{0,30}\\d?(?:\\s?(?:${units})\\b)?|\\b\\d[\\d,.]{0,30}\\s(?:${units})\\s(?:${currencies})\\b`,
  'g',
);
const share =
  /\b\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b|percent\b)|\b(?:a )?(?:majority|minority|controlling) (?=stake|share|holding|interest)/g;
const date = new RegExp(
  `\\b(?:(?:in|on|since|from|by|until|effective|at the end of)\\s(?:early\\s|late\\s|mid-|the (?:spring|summer|autumn|fall|winter) of\\s)?(?:(?:${months})(?:\\s\\d{1,2})?(?:,?\\s\\d{4})?|\\d{1,2}\\s(?:${months})(?:\\s\\d{4})?|(?:19|20)\\d\\d|${days})(?![\\w-])|(?:last|this|next)\\s(?:week|month|year|spring|summer|autumn|fall|winter|quarter|${days}|${months}))`,
  'g',
);

const set = (line: string): ReadonlySet<string> => new Set(line.split(' '));
const withRole = set('leads works_for left board_member_of');
const withAmount = set('acquired merged_with invested_in owns sued restricts supplies partners_with uses');
const withShare = set('acquired invested_in owns merged_with');
const withoutDate = set('located_in competes_with');

/** How far from the two names, in characters, an amount or a date may stand. */
const reach = 90;

/** Of the places where a pattern fits, the text of the one nearest to the names. */
const nearest = (text: string, pattern: RegExp, around: Span): string | undefined => {
  let best: string | undefined;
  let least = reach + 1;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const distance = match.index >= around.end ? match.index - around.end : end <= around.start ? around.start - end : 0;
    if (distance >= least) continue;
    least = distance;
    best = match[0].trim().replace(/[.,]$/, '');
  }
  return best;
};

/** How many tokens from a person a role may stand. */
const roleReach = 10;

/** The role nearest to a person, in the sentence's own words. */
const roleNear = (reading: Reading, sentence: Sentence, person: PlacedMention): string | undefined => {
  const lower = (i: number): string => factsAt(reading, i).lower;
  let best: string | undefined;
  let least = roleReach + 1;
  for (let i = sentence.first; i < sentence.last; ) {
    const role =
      i >= person.first && i < person.last
        ? undefined
        : roleAt(lower, i, i < person.first ? Math.min(person.first, sentence.last) : sentence.last);
    if (!role) {
      i += 1;
      continue;
    }
    const distance = i >= person.last ? i - person.last : person.first - role.last;
    if (distance >= 0 && distance < least) {
      least = distance;
      best = reading.text.slice(reading.starts[i], reading.ends[role.last - 1]).replace(/\s+/g, ' ');
    }
    i = role.last;
  }
  return best;
};

/** What a relation's sentence says besides: role, amount, share and date, where the kind has one and it stands near the names. */
export const attributesOf = (
  reading: Reading,
  sentence: Sentence,
  kind: RelationKind,
  subject: PlacedMention,
  object: PlacedMention,
): RelationAttributes => {
  const attributes: RelationAttributes = {};
  const text = reading.text.slice(sentence.start, sentence.end);
  const inside = [subject, object].filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const around: Span = {
    start: Math.min(text.length, ...inside.map(({ start }) => start - sentence.start)),
    end: Math.max(0, ...inside.map(({ end }) => end - sentence.start)),
  };
  if (withRole.has(kind) && subject.start >= sentence.start && subject.end <= sentence.end) {
    const role = roleNear(reading, sentence, subject);
    if (role !== undefined) attributes.role = role;
  }
  const put = (name: 'amount' | 'share' | 'date', pattern: RegExp): void => {
    const found = nearest(text, pattern, around);
    if (found !== undefined) attributes[name] = found;
  };
  if (withAmount.has(kind)) put('amount', amount);
  if (withShare.has(kind) && /\b(?:stake|share|holding|interest|owns?|owned|holds)\b/.test(text)) put('share', share);
  if (!withoutDate.has(kind)) put('date', date);
  return attributes;
};
