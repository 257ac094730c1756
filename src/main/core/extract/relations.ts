import type { ExtractedRelation } from '../../../shared/extraction.ts';
import type { EntityType } from '../../../shared/model.ts';
import { kindAllows, type RelationKind, type RelationStatus, relationKinds } from '../../../shared/relations.ts';
import type { Item } from './items.ts';
import { type Match, matchesOf } from './match.ts';
import type { PlacedMention } from './mentions.ts';
import { itemsOf, type Topic } from './pronouns.ts';
import type { Reading, Sentence } from './reading.ts';
import { statusOf } from './status.ts';

const noTopic: Topic = { org: undefined, onlyOrg: undefined, person: undefined };

/** No sentence is as long; what is (tables, code, text without stops) states nothing, and would take quadratic time. */
const mostTokens = 300;

/** Most members of a list that a relation is spread over. */
const mostMembers = 6;

interface Found extends ExtractedRelation {
  sentence: Sentence;
}

const kindsOf = (match: Match, items: readonly Item[]): { kind: RelationKind; status: RelationStatus }[] => {
  const { kind, status = 'stated' } = match.pattern;
  if (kind !== '@role') {
    const role = match.role === undefined ? undefined : items[match.role]?.role;
    return [{ kind, status: role?.over ? 'stated' : status }];
  }
  const said = match.role === undefined ? undefined : items[match.role]?.role;
  if (!said) return [];
  const role = { ...said, over: said.over || /^(?:former|ex|ex-|formerly)$/.test(items[match.left - 1]?.lower ?? '') };
  const kinds = match.pattern.field ? role.kinds.map((each) => (each === 'leads' ? ('works_for' as const) : each)) : role.kinds;
  const present = kinds.map((each) => {
    const over = role.over && each !== 'founded';
    return over && (each === 'leads' || each === 'works_for' || each === 'board_member_of') ? ('left' as const) : each;
  });
  return [...new Set(present)].map((each) => ({
    kind: each,
    status: role.over && each !== 'founded' && each !== 'left' ? ('ended' as const) : status,
  }));
};

const singular = /^(?:is|was|has|does|[a-z]+[^s]s)$/;

/** The names that an item stands for; of "X and Y, which is …" the last. */
const membersAt = (items: readonly Item[], i: number): readonly number[] => {
  const members = items[i]?.members.slice(0, mostMembers) ?? [];
  const relative = items[i + 1]?.lower === ',' ? i + 2 : i + 1;
  const last = /^(?:which|who)$/.test(items[relative]?.lower ?? '') && singular.test(items[relative + 1]?.lower ?? '');
  return last ? members.slice(-1) : members;
};

const pairsOf = (match: Match, items: readonly Item[]): [number, number][] => {
  const a = membersAt(items, match.a);
  const b = membersAt(items, match.b);
  if (match.a !== match.b) return a.flatMap((first) => b.map((second): [number, number] => [first, second]));
  return a.flatMap((first, i) => a.slice(i + 1).map((second): [number, number] => [first, second]));
};

/** A body that texts call an organization may do what only companies do; an entry of our lists keeps its type. */
const asCompany = (mention: PlacedMention, kind: RelationKind, allowed: readonly EntityType[]): EntityType =>
  mention.type === 'organization' &&
  mention.reason !== 'in our lists' &&
  !mention.reason.startsWith('ends in') &&
  kind !== 'restricts' &&
  !allowed.includes('organization')
    ? 'company'
    : mention.type;

const round = (value: number): number => Math.round(value * 100) / 100;

const relationsIn = (items: readonly Item[], sentence: Sentence, mentions: readonly PlacedMention[], companies: Set<string>): Found[] => {
  const typeAt = (i: number): EntityType | undefined => mentions[items[i]?.members[0] ?? -1]?.type;
  const found: Found[] = [];
  for (const match of matchesOf(items, typeAt)) {
    const subject = Math.min(match.a, match.b) < match.anchor ? Math.min(match.a, match.b) : undefined;
    for (const { kind: named, status: fallback } of kindsOf(match, items)) {
      const told = statusOf(items, { left: match.left, right: match.right, anchor: match.anchor, subject }, fallback);
      if (!told) continue;
      const gone = told === 'ended' && (named === 'leads' || named === 'works_for' || named === 'board_member_of');
      const kind = gone ? 'left' : named;
      const status = gone ? 'stated' : told;
      const said = (items[match.a]?.pronoun ? 0.75 : 1) * (items[match.b]?.pronoun ? 0.75 : 1);
      for (const [from, to] of pairsOf(match, items)) {
        const a = mentions[from] as PlacedMention;
        const b = mentions[to] as PlacedMention;
        if (a.entity === b.entity) continue;
        const fromType = asCompany(a, kind, relationKinds[kind].from);
        const toType = asCompany(b, kind, relationKinds[kind].to);
        if (!kindAllows(kind, fromType, toType)) continue;
        if (fromType !== a.type) companies.add(a.entity);
        if (toType !== b.type) companies.add(b.entity);
        const confidence = round(match.pattern.confidence * said * (0.7 + 0.3 * Math.min(a.confidence, b.confidence)));
        found.push({
          kind,
          status,
          subject: from,
          object: to,
          rule: match.pattern.rule,
          confidence,
          start: sentence.start,
          end: sentence.end,
          sentence,
        });
      }
    }
  }
  return found;
};

/** Who leads a body works for it as well: the closer word is said. */
const closerThanWork: ReadonlySet<RelationKind> = new Set(['leads', 'left', 'board_member_of']);

/** Of relations that say the same of a sentence, the surest; and of one pair in both directions, the surer. */
const withoutRepeats = (found: readonly Found[], mentions: readonly PlacedMention[]): Found[] => {
  const best = new Map<string, Found>();
  for (const relation of [...found].sort((a, b) => b.confidence - a.confidence)) {
    const ends = [mentions[relation.subject]?.entity ?? '', mentions[relation.object]?.entity ?? ''].sort();
    const key = `${relation.sentence.start} ${relation.kind} ${ends.join('\n')}`;
    if (!best.has(key)) best.set(key, relation);
  }
  const kept = [...best.values()];
  const pair = (relation: Found): string => `${relation.start} ${mentions[relation.subject]?.entity} ${mentions[relation.object]?.entity}`;
  const closer = new Set(kept.filter((relation) => closerThanWork.has(relation.kind)).map(pair));
  return kept.filter((relation) => relation.kind !== 'works_for' || !closer.has(pair(relation)));
};

const isQuestion = (reading: Reading, sentence: Sentence): boolean => {
  for (let i = sentence.last - 1; i >= Math.max(sentence.first, sentence.last - 3); i -= 1) if (reading.words[i] === '?') return true;
  return false;
};

/** Relations that the sentences of a text state, in order; sets the type of bodies that they show to be companies. */
export const relationsOf = (reading: Reading, mentions: PlacedMention[]): ExtractedRelation[] => {
  const found: Found[] = [];
  const companies = new Set<string>();
  let topic: Topic = noTopic;
  let from = 0;
  for (const sentence of reading.sentences) {
    while (from < mentions.length && (mentions[from] as PlacedMention).first < sentence.first) from += 1;
    let to = from;
    while (to < mentions.length && (mentions[to] as PlacedMention).first < sentence.last) to += 1;
    if (to === from || sentence.last - sentence.first > mostTokens) {
      from = to;
      topic = noTopic;
      continue;
    }
    const { items, topic: next } = itemsOf(reading, sentence, mentions, from, to, topic);
    topic = next;
    const names = items.reduce((sum, item) => sum + item.members.length, 0);
    if (names > 1 && !isQuestion(reading, sentence)) found.push(...relationsIn(items, sentence, mentions, companies));
    from = to;
  }
  for (const mention of mentions) if (mention.type === 'organization' && companies.has(mention.entity)) mention.type = 'company';
  return withoutRepeats(found, mentions)
    .filter((relation) =>
      kindAllows(relation.kind, (mentions[relation.subject] as PlacedMention).type, (mentions[relation.object] as PlacedMention).type),
    )
    .sort((a, b) => a.start - b.start || a.subject - b.subject || a.object - b.object || (a.kind < b.kind ? -1 : 1))
    .map(({ sentence: _, ...relation }) => relation);
};
