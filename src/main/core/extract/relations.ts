import type { ExtractedRelation } from '../../../shared/extraction.ts';
import type { EntityType } from '../../../shared/model.ts';
import { kindAllows, type RelationKind, type RelationStatus, relationKinds } from '../../../shared/relations.ts';
import { attributesOf } from './attributes.ts';
import type { Item } from './items.ts';
import { isWished, type Match, matchesOf, standsAlone } from './match.ts';
import type { PlacedMention } from './mentions.ts';
import { type Judged, PairClassifier, pairFormat, statusFormat } from './pairs/classifier.ts';
import { type PairScene, pairSceneOf } from './pairs/features.ts';
import { shippedPairNet } from './pairs/neural-file.ts';
import { itemsOf, noTopic, type Topic } from './pronouns.ts';
import type { Reading, Sentence } from './reading.ts';
import { statusOf } from './status.ts';
import { shippedWeights } from './weights.ts';

/** No sentence is as long; what is (tables, code, text without stops) states nothing, and would take quadratic time. */
const mostTokens = 300;

/** Most members of a list that a relation is spread over. */
const mostMembers = 6;

/** A pair is taken for a relation from this chance on; where a pattern says the same, from the lower one. */
const leastChance = { alone: 0.65, withPattern: 0.015 };
/** Kinds that are learnt less well ask for more: a company beside a product has often not made it. */
const leastAlone: Partial<Record<RelationKind, number>> = { develops: 0.9, owns: 0.75, leads: 0.75, left: 0.75 };

let classifier: PairClassifier | undefined;
const getClassifier = (): PairClassifier => {
  classifier ??= new PairClassifier(
    shippedWeights('relations.bin', pairFormat),
    shippedWeights('any-relation.bin', pairFormat),
    shippedWeights('statuses.bin', statusFormat),
    shippedPairNet(),
  );
  return classifier;
};

interface Found extends ExtractedRelation {
  sentence: Sentence;
}

const singular = /^(?:is|was|has|does|[a-z]+[^s]s)$/;

/** The names that an item stands for; of "X and Y, which is …" the last. */
const membersAt = (items: readonly Item[], i: number): readonly number[] => {
  const members = items[i]?.members.slice(0, mostMembers) ?? [];
  const relative = items[i + 1]?.lower === ',' ? i + 2 : i + 1;
  const last = /^(?:which|who)$/.test(items[relative]?.lower ?? '') && singular.test(items[relative + 1]?.lower ?? '');
  return last ? members.slice(-1) : members;
};

const membership: ReadonlySet<RelationKind> = new Set(['leads', 'works_for', 'board_member_of', 'left']);

/** The kinds that a pattern speaks for here: those of its role, or its own. */
const kindsOf = ({ pattern, role, left }: Match, items: readonly Item[]): readonly RelationKind[] => {
  if (pattern.kind !== '@role') return [pattern.kind];
  const said = role === undefined ? undefined : items[role]?.role;
  if (!said) return [];
  const over = said.over || /^(?:former|ex|ex-|formerly|then)$/.test(items[left - 1]?.lower ?? '');
  const kinds = pattern.field ? said.kinds.map((kind) => (kind === 'leads' ? ('works_for' as const) : kind)) : said.kinds;
  return over ? kinds.map((kind) => (membership.has(kind) ? ('left' as const) : kind)) : kinds;
};

const ofPair = ({ a, b }: Match, { subject, object, kind }: Judged): boolean =>
  (a === subject && b === object) || (relationKinds[kind].symmetric && a === object && b === subject);

/** The patterns that say the same of a pair. */
const patternsFor = (matches: readonly Match[], items: readonly Item[], judged: Judged): Match[] =>
  matches.filter((match) => ofPair(match, judged) && kindsOf(match, items).includes(judged.kind));

/** Where a pattern says the same of a pair the other way round, its direction holds. */
const asPatternsSay = (judged: Judged, matches: readonly Match[], items: readonly Item[]): Judged => {
  const turned = { ...judged, subject: judged.object, object: judged.subject };
  const isTurned = patternsFor(matches, items, judged).length === 0 && patternsFor(matches, items, turned).length > 0;
  return isTurned ? turned : judged;
};

/** A role named with the pair says how somebody belongs to a body: then no other way is learnt from examples alone. */
const roleSaysOtherwise = (matches: readonly Match[], items: readonly Item[], judged: Judged): boolean =>
  membership.has(judged.kind) &&
  matches.some((match) => match.pattern.kind === '@role' && ofPair(match, judged) && kindsOf(match, items).length > 0);

/** A body that texts call an organization may do what only companies do; an entry of our lists keeps its type. */
const asCompany = (mention: PlacedMention, kind: RelationKind, allowed: readonly EntityType[]): EntityType =>
  mention.type === 'organization' && !mention.listed && kind !== 'restricts' && !allowed.includes('organization')
    ? 'company'
    : mention.type;

const round = (value: number): number => Math.round(value * 100) / 100;

/** What patterns say of the members of one list, each with each: "Exxon and Mobil agreed to merge". */
const pairsWithinLists = (matches: readonly Match[]): Judged[] =>
  matches.flatMap(({ a, b, pattern }) =>
    a === b && pattern.kind !== '@role'
      ? [
          {
            subject: a,
            object: b,
            kind: pattern.kind,
            chance: pattern.confidence,
            pair: { subject: a, object: b, classes: [], features: new Int32Array(0), matched: true },
          },
        ]
      : [],
  );

/** Kinds of which the object is meant as a whole: "bought Nvidia chips" is no purchase of Nvidia. */
const wholeObject: ReadonlySet<RelationKind> = new Set(['acquired', 'merged_with', 'met_with']);

/** "bought shares of Nvidia" is no purchase of Nvidia. */
const sharesOnly = (items: readonly Item[], subject: number, object: number): boolean =>
  items
    .slice(Math.min(subject, object), Math.max(subject, object))
    .some(({ lower }, i, all) => lower === 'shares' && /^(?:of|in)$/.test(all[i + 1]?.lower ?? ''));

/** What the words say of whether it holds; undefined where they say only that it might or ought to. */
const statusFor = (scene: PairScene, judged: Judged, same: readonly Match[], matches: readonly Match[]): RelationStatus | undefined => {
  const { items } = scene;
  const statuses = same.map(({ a, b, left, right, anchor, pattern }) => {
    // "called off its acquisition of": of a noun the verb before says how it stands
    const nominal = items[anchor]?.tag === 'NOUN';
    const subject = !nominal && Math.min(a, b) < anchor ? Math.min(a, b) : undefined;
    const place = { left: nominal ? Math.max(0, left - 5) : left, right, anchor, subject };
    const status = statusOf(items, place, pattern.status ?? 'stated');
    return status === 'ended' && judged.kind === 'left' ? 'stated' : status;
  });
  if (statuses.length > 0) return statuses.includes(undefined) ? undefined : (statuses.find((status) => status !== 'stated') ?? 'stated');
  const first = Math.min(judged.subject, judged.object);
  const second = Math.max(judged.subject, judged.object);
  const verb = scene.verbHashes.findIndex((hash, i) => i > first && i < second && hash !== 0);
  const anchor = verb < 0 ? first + 1 : verb;
  if (statusOf(items, { left: first, right: second, anchor, subject: first }, 'stated') === undefined) return undefined;
  const status = getClassifier().status(scene, judged, matches);
  return deals.has(judged.kind) && (status === 'stated' || status === 'announced') && calledOff(items, first - 4, second + 6)
    ? 'ended'
    : status;
};

const deals: ReadonlySet<RelationKind> = new Set(['acquired', 'merged_with', 'invested_in', 'partners_with', 'spun_off_from']);
const calledOffWord = /^(?:scrapped|abandoned|terminated|collapsed|cancelled|canceled)$/;

/** Whether the words near a deal say that it came to nothing. */
const calledOff = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(Math.max(0, from), to).some(({ lower }, i, near) => {
    const next = near[i + 1]?.lower;
    return (
      calledOffWord.test(lower) ||
      (lower === 'called' && next === 'off') ||
      (lower === 'fell' && next === 'through') ||
      (lower === 'walked' && next === 'away')
    );
  });

const relationsIn = (
  reading: Reading,
  scene: PairScene,
  matches: readonly Match[],
  sentence: Sentence,
  mentions: readonly PlacedMention[],
  companies: Set<string>,
): Found[] => {
  const { items } = scene;
  const judge = getClassifier();
  const found: Found[] = [];
  for (const seen of [...judge.judge(scene, matches, leastChance.withPattern), ...pairsWithinLists(matches)]) {
    const judged = asPatternsSay(seen, matches, items);
    const { subject, object, kind, chance } = judged;
    const same = patternsFor(matches, items, judged);
    const [match] = same;
    if (!match && (chance < (leastAlone[kind] ?? leastChance.alone) || roleSaysOtherwise(matches, items, judged))) continue;
    const status = statusFor(scene, judged, same, matches);
    if (status === undefined) continue;
    if (kind === 'left' && object > 0 && items[object - 1]?.lower === 'for') continue;
    if (!match && isWished(items, Math.min(subject, object))) continue;
    if (!match && kind === 'acquired' && sharesOnly(items, subject, object)) continue;
    if (!match && wholeObject.has(kind) && object > subject && !standsAlone(items, object)) continue;
    const rule = match ? match.pattern.rule : judge.reason(scene, judged);
    const said = (items[subject]?.pronoun ? 0.75 : 1) * (items[object]?.pronoun ? 0.75 : 1);
    const turned = relationKinds[kind].symmetric && subject > object;
    const from = membersAt(items, turned ? object : subject);
    const to = membersAt(items, turned ? subject : object);
    for (const [i, one] of from.entries()) {
      for (const other of subject === object ? from.slice(i + 1) : to) {
        const a = mentions[one] as PlacedMention;
        const b = mentions[other] as PlacedMention;
        if (a.entity === b.entity) continue;
        const fromType = asCompany(a, kind, relationKinds[kind].from);
        const toType = asCompany(b, kind, relationKinds[kind].to);
        if (!kindAllows(kind, fromType, toType)) continue;
        if (fromType !== a.type) companies.add(a.entity);
        if (toType !== b.type) companies.add(b.entity);
        const attributes = attributesOf(reading, sentence, kind, a, b);
        found.push({
          kind,
          status,
          subject: one,
          object: other,
          rule,
          confidence: round(Math.max(chance, match ? 0.6 : 0) * said * (0.7 + 0.3 * Math.min(a.confidence, b.confidence))),
          ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
          start: sentence.start,
          end: sentence.end,
          sentence,
        });
      }
    }
  }
  return found;
};

/** Of relations that say the same of a sentence, the surest; of one pair in both directions, the surer; who leads a body works for it as well: one of the two. */
const withoutRepeats = (found: readonly Found[], mentions: readonly PlacedMention[]): Found[] => {
  const best = new Map<string, Found>();
  for (const relation of [...found].sort((a, b) => b.confidence - a.confidence)) {
    const ends = [mentions[relation.subject]?.entity ?? '', mentions[relation.object]?.entity ?? ''].sort();
    const kind = relation.kind === 'works_for' ? 'leads' : relation.kind;
    const key = `${relation.sentence.start} ${kind} ${ends.join('\n')}`;
    if (!best.has(key)) best.set(key, relation);
  }
  return withoutContradictions([...best.values()], mentions);
};

/** In one sentence, who was succeeded does not lead the body that the successor leads, and what was spun off is not owned by its old parent. */
const withoutContradictions = (found: readonly Found[], mentions: readonly PlacedMention[]): Found[] => {
  const key = (relation: Found, kind: RelationKind, from: number, to: number): string =>
    `${relation.start} ${kind} ${mentions[from]?.entity}\n${mentions[to]?.entity}`;
  const said = new Set(found.map((relation) => key(relation, relation.kind, relation.subject, relation.object)));
  const successorsIn = new Map<number, Found[]>();
  for (const each of found) if (each.kind === 'succeeded') successorsIn.set(each.start, [...(successorsIn.get(each.start) ?? []), each]);
  return found.filter((relation) => {
    const { kind, subject, object, start } = relation;
    if (kind === 'owns') return !said.has(key(relation, 'spun_off_from', object, subject));
    if (kind !== 'leads' && kind !== 'works_for') return true;
    const before = mentions[subject]?.entity;
    return !(successorsIn.get(start) ?? []).some(
      (each) => mentions[each.object]?.entity === before && said.has(key(relation, kind, each.subject, object)),
    );
  });
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
    if (names > 1 && !isQuestion(reading, sentence)) {
      const typeAt = (i: number): EntityType | undefined => mentions[items[i]?.members[0] ?? -1]?.type;
      const scene = pairSceneOf(items, typeAt, sentence.style !== 'plain');
      found.push(...relationsIn(reading, scene, matchesOf(items, typeAt), sentence, mentions, companies));
    }
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
