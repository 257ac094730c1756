import type { ExtractedMention, Extraction } from '../../../shared/extraction.ts';
import type { RelationKind } from '../../../shared/relations.ts';
import { type Cluster, keyOf } from './clusters.ts';
import { countryOfDemonym, regionOf } from './regions.ts';
import { roleFields, topicWords, tradeFields } from './words.ts';

/**
 * What an article says of those it names, beside their names. A trait is a letter for what it tells, and its value: `f` field or trade,
 * `r` the very word, `a` who somebody works for (a key), `h` where it is at home (a region), `t` what the article is about.
 */
export type Trait = `${'f' | 'r' | 'a' | 'h' | 't'}:${string}`;

/** The values of one kind among traits. */
export const valuesOf = (traits: Iterable<string>, kind: 'f' | 'r' | 'a' | 'h' | 't'): string[] => {
  const values: string[] = [];
  for (const trait of traits) if (trait.startsWith(`${kind}:`)) values.push(trait.slice(2));
  return values;
};

const wordPattern = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(wordPattern) ?? [];

/** So much of a text says what it is about. */
const topicCharacters = 3000;
const topicAtLeast = 4;
const topicShare = 0.6;

/** What an article is about, where that is plain. */
const topicOf = (text: string): string | null => {
  const counts = new Map<string, number>();
  let sum = 0;
  for (const word of wordsOf(text.slice(0, topicCharacters))) {
    const topic = topicWords.get(word);
    if (topic === undefined) continue;
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
    sum += 1;
  }
  for (const [topic, count] of counts) if (count >= topicAtLeast && count >= topicShare * sum) return topic;
  return null;
};

/** A person's role may be three words ("former England midfielder"), a company's trade stands right before its name. */
const wordsBefore = { person: 3, org: 2, place: 5 } as const;
const wordsAfter = 9;
const reach = 90;
/** A name's own words are looked at in its first mentions. */
const mentionsDescribed = 4;

/** What stands between a name and the one before it, as far as it may describe it: the end of it, without commas. */
const before = (text: string, from: number, start: number): string => {
  const stretch = text.slice(Math.max(from, start - reach), start);
  return stretch.slice(Math.max(...[',', '.', ';', ':', '\n', '“', '"', '(', '?', '!'].map((mark) => stretch.lastIndexOf(mark))) + 1);
};

/** What follows a name as a description: ", a midfielder for …", " is a brewer", " (banker)", ", chief executive of". */
const after = (text: string, end: number, to: number, opening: RegExp): string => {
  const stretch = text.slice(end, Math.min(to, end + reach));
  const opened = opening.exec(stretch);
  if (opened === null) return '';
  const said = stretch.slice(opened[0].length);
  const stop = said.search(/[.;:\n,)“"]|\b(?:who|which|that|said|says|told)\b/u);
  return stop < 0 ? said : said.slice(0, stop);
};
const ofPerson = /^(?:, (?:\d+, )?|,? (?:is|was|became|remains) | \()/;
const ofOrganization = /^(?:, (?:an?|the|one of) |,? (?:is|was|became|remains) (?:an?|the|one of) | \((?:an?|the) )/;

const affiliations: ReadonlySet<RelationKind> = new Set(['founded', 'leads', 'works_for', 'left', 'board_member_of']);
/** "of", "at" and the like lead from what somebody is to where. */
const leadsOver = /\b(?:of|at|for|with|from)\s+(?:the\s+)?$/;

interface Neighbours {
  mention: ExtractedMention;
  previous: ExtractedMention | undefined;
  next: ExtractedMention | undefined;
}

const tell = (traits: Set<Trait>, words: readonly string[], fields: ReadonlyMap<string, string>): void => {
  for (const word of words) {
    const bare = fields.get(word) === undefined && word.endsWith('s') ? word.slice(0, -1) : word;
    const field = fields.get(bare);
    if (field !== undefined) {
      traits.add(`f:${field}`);
      traits.add(`r:${bare}`);
    }
  }
};

const homes = (traits: Set<Trait>, words: readonly string[]): void => {
  for (const word of words) {
    const country = countryOfDemonym(word);
    if (country !== undefined) traits.add(`h:${country}`);
  }
};

const describePerson = (traits: Set<Trait>, text: string, { mention, previous, next }: Neighbours): void => {
  const said = before(text, previous?.end ?? 0, mention.start);
  const told = after(text, mention.end, next?.start ?? text.length, ofPerson);
  tell(traits, wordsOf(said).slice(-wordsBefore.person), roleFields);
  tell(traits, wordsOf(told).slice(0, wordsAfter), roleFields);
  if (/\bchief executive\b|\bfinance chief\b|\bmanaging director\b/i.test(`${said} | ${told}`)) {
    traits.add('f:business');
    traits.add('r:executive');
  }
  const isOrg = (other: ExtractedMention | undefined): other is ExtractedMention =>
    other?.type === 'company' || other?.type === 'organization';
  if (isOrg(next)) {
    const between = text.slice(mention.end, next.start);
    if (between.length <= reach && /^,/.test(between) && leadsOver.test(between) && !/[.;\n]/.test(between))
      traits.add(`a:${keyOf(next.entity, next.type)}`);
  }
  if (isOrg(previous)) {
    const between = text.slice(previous.end, mention.start);
    if (
      between.length <= 45 &&
      /^(?:['’]s)?\s[^,.;\n]+\s$/.test(between) &&
      wordsOf(between).some((word) => roleFields.has(word) || word === 'chief')
    ) {
      traits.add(`a:${keyOf(previous.entity, previous.type)}`);
    }
  }
};

const describeOrganization = (traits: Set<Trait>, text: string, { mention, previous, next }: Neighbours): void => {
  const said = wordsOf(before(text, previous?.end ?? 0, mention.start)).slice(-wordsBefore.org);
  const told = wordsOf(after(text, mention.end, next?.start ?? text.length, ofOrganization)).slice(0, wordsAfter);
  for (const words of [said, told]) {
    tell(traits, words, tradeFields);
    homes(traits, words);
  }
  if (previous?.type === 'place' && /^-based\b[^,.;\n]*$/.test(text.slice(previous.end, mention.start))) {
    const key = keyOf(previous.entity, 'place');
    traits.add(`h:${regionOf(key) ?? key}`);
  }
};

const describePlace = (traits: Set<Trait>, text: string, { mention, previous, next }: Neighbours): void => {
  if (regionOf(keyOf(mention.entity, 'place')) !== undefined) return;
  if (next?.type === 'place' && text.slice(mention.end, next.start) === ', ') {
    const region = regionOf(keyOf(next.entity, 'place'));
    if (region !== undefined) traits.add(`h:${region}`);
  }
  const said = wordsOf(before(text, previous?.end ?? 0, mention.start)).slice(-wordsBefore.place);
  if (said.some((word) => word === 'city' || word === 'town' || word === 'village')) {
    homes(traits, said);
    const region = previous?.type === 'place' && mention.start - previous.end <= 25 ? regionOf(keyOf(previous.entity, 'place')) : undefined;
    if (region !== undefined) traits.add(`h:${region}`);
  }
};

/** Names that others may well have: for the rest, what their articles are about is not worth keeping. */
const isAmbiguous = ({ class: kind, name }: Cluster): boolean => kind === 'person' || (kind === 'org' && !/\s/.test(name));

/** For each cluster what the article says of it, in alphabetical order. */
export const describe = (text: string, extraction: Extraction, clusters: readonly Cluster[]): Trait[][] => {
  const topic = topicOf(text);
  const byPlace = extraction.mentions.map((_, index) => index);
  byPlace.sort((left, right) => (extraction.mentions[left]?.start ?? 0) - (extraction.mentions[right]?.start ?? 0));
  const placeOf = new Map(byPlace.map((index, place) => [index, place]));
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.mentions.map((index) => [index, cluster] as const)));
  const traits = new Map(clusters.map((cluster) => [cluster, new Set<Trait>()]));

  for (const [cluster, its] of traits) {
    if (topic !== null && isAmbiguous(cluster)) its.add(`t:${topic}`);
    for (const index of cluster.mentions.slice(0, mentionsDescribed)) {
      const mention = extraction.mentions[index];
      const place = placeOf.get(index);
      if (mention === undefined || place === undefined) continue;
      const at = (other: number): ExtractedMention | undefined => extraction.mentions[byPlace[other] ?? -1];
      const neighbours = { mention, previous: at(place - 1), next: at(place + 1) };
      if (cluster.class === 'person') describePerson(its, text, neighbours);
      else if (cluster.class === 'org') describeOrganization(its, text, neighbours);
      else if (cluster.class === 'place') describePlace(its, text, neighbours);
    }
  }
  for (const { kind, subject, object } of extraction.relations) {
    const [from, to] = [clusterOf.get(subject), clusterOf.get(object)];
    if (from === undefined || to === undefined) continue;
    if (from.class === 'person' && to.class === 'org' && affiliations.has(kind)) traits.get(from)?.add(`a:${to.key}`);
    if (from.class === 'org' && to.class === 'place' && kind === 'located_in') traits.get(from)?.add(`h:${regionOf(to.key) ?? to.key}`);
  }
  return clusters.map((cluster) => [...(traits.get(cluster) ?? [])].sort());
};
