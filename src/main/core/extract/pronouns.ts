import { type Item, listedItems, nameItem } from './items.ts';
import { isBody } from './key.ts';
import type { PlacedMention } from './mentions.ts';
import type { Reading, Sentence } from './reading.ts';
import { subjectOf } from './subjects.ts';
import { bit } from './words.ts';

/** Whom pronouns mean: what the sentence before was about. */
export interface Topic {
  org: number | undefined;
  /** The only company or organization in it, subject or not: "the company" may mean this one. */
  onlyOrg: number | undefined;
  person: number | undefined;
}

/** Nothing was said before. */
export const noTopic: Topic = { org: undefined, onlyOrg: undefined, person: undefined };

interface Pronoun {
  /** Stands for a body, not for a person. */
  org: boolean;
  last: number;
  lower: string;
}

const describing = new Set('led run behind known which that whose who'.split(' '));

const pronounOf = (items: readonly Item[], i: number): Pronoun | undefined => {
  const item = items[i] as Item;
  if (item.kind !== 'word') return undefined;
  // As an object "it" may mean anything: "Adobe owes it a fee, since he founded it".
  if (item.lower === 'it')
    return /^(?:VERB|AUX|ADV|PART)$/.test(items[i + 1]?.tag ?? '') ? { org: true, last: i + 1, lower: 'it' } : undefined;
  if (item.lower === 'its') return { org: true, last: i + 1, lower: 'its' };
  if (item.lower === 'he' || item.lower === 'she') return { org: false, last: i + 1, lower: item.lower };
  if (item.lower !== 'the') return undefined;
  const noun = items[i + 1];
  const after = items[i + 2];
  if (noun?.kind !== 'word' || !(noun.bits & bit.companyNoun) || noun.tag !== 'NOUN') return undefined;
  if (after && (after.kind !== 'word' || after.tag === 'NOUN' || after.lower === 'of' || after.lower === '-' || after.lower === 'that'))
    return undefined;
  // "Databricks, the company led by …" and "the company he founded" describe; they do not refer back.
  if (after && (after.tag === 'PRON' || describing.has(after.lower))) return undefined;
  if (items[i - 1]?.lower === ',' && items[i - 2]?.kind === 'name' && after?.lower !== "'s") return undefined;
  return { org: true, last: i + 2, lower: 'the company' };
};

/** Whom a pronoun means: the sentence's own subject if no other body was named since, else the topic so far. */
const meantBy = (pronoun: Pronoun, asObject: boolean, own: Topic, others: boolean, topic: Topic): number | undefined => {
  if (!pronoun.org) return own.person ?? topic.person;
  if (others) return undefined;
  // "Nvidia and others invested in the company": what is done to "the company" its own sentence's subject hardly does.
  if (pronoun.lower === 'the company' && asObject && own.org !== undefined) return undefined;
  return own.org ?? topic.org ?? (pronoun.lower === 'the company' ? topic.onlyOrg : undefined);
};

/** Puts names in place of "it", "its", "he", "she" and "the company" where it is clear who is meant. */
const withPronouns = (items: readonly Item[], mentions: readonly PlacedMention[], topic: Topic): Item[] => {
  const result: Item[] = [];
  const own: Topic = { org: undefined, onlyOrg: undefined, person: undefined };
  const subject = subjectOf(items);
  let others = false;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as Item;
    const type = mentions[item.members[0] ?? -1]?.type;
    if (i === subject && item.members.length === 1) {
      if (isBody(type)) own.org = item.members[0];
      if (type === 'person') own.person = item.members[0];
    } else if (isBody(type) && own.org !== undefined) {
      const entity = mentions[own.org]?.entity;
      others ||= item.members.some((member) => mentions[member]?.entity !== entity);
    }
    const pronoun = pronounOf(items, i);
    const asObject = /^(?:VERB|ADP)$/.test(items[i - 1]?.tag ?? '') && items[i - 2]?.lower !== 'who';
    const meant = pronoun && meantBy(pronoun, asObject, own, others, topic);
    if (pronoun && meant !== undefined) {
      result.push(nameItem([meant], pronoun.lower, true));
      i = pronoun.last - 1;
    } else result.push(item);
  }
  return result;
};

const onlyOrgOf = (items: readonly Item[], mentions: readonly PlacedMention[]): number | undefined => {
  let only: number | undefined;
  for (const member of items.flatMap((item) => item.members)) {
    const mention = mentions[member] as PlacedMention;
    if (!isBody(mention.type)) continue;
    if (only !== undefined && mentions[only]?.entity !== mention.entity) return undefined;
    only = member;
  }
  return only;
};

/** A sentence's items, and what it leaves as topic for the next. `from` to `to` are its mentions. */
export const itemsOf = (
  reading: Reading,
  sentence: Sentence,
  mentions: readonly PlacedMention[],
  from: number,
  to: number,
  topic: Topic,
): { items: Item[]; topic: Topic } => {
  const items = withPronouns(listedItems(reading, sentence, mentions, from, to), mentions, topic);
  const subject = subjectOf(items);
  const item = subject === undefined ? undefined : items[subject];
  const member = item?.members.length === 1 ? item.members[0] : undefined;
  const type = member === undefined ? undefined : mentions[member]?.type;
  return {
    items,
    topic: {
      org: isBody(type) ? member : undefined,
      onlyOrg: onlyOrgOf(items, mentions),
      person: type === 'person' ? member : undefined,
    },
  };
};
