import type { AliasReason, ExtractedMention, Extraction } from '../../shared/extraction.ts';
import type { ArticleId, ParsedArticle, Span } from '../../shared/model.ts';
import { kindAllows } from '../../shared/relations.ts';
import { type Cluster, clustersOf, fullestName, keyOf, spellingReason } from './identity/clusters.ts';
import { type CorrectionBook, type Taken, takenAs } from './identity/corrections.ts';
import { decideNames, type IdentityPort } from './identity/decide.ts';
import { describe } from './identity/describe.ts';
import { joinNames } from './identity/join.ts';
import type { EntityRecord, Findings, Identity, MentionRecord, NameRecord, Reading, RelationRecord, Store } from './store/index.ts';

/** What resolving asks of the library. */
export type ResolvePort = IdentityPort & Pick<Store, 'identityByRow' | 'namesJoining' | 'leadIdentity' | 'looseNames'>;

/** An article to be resolved: its text, what extraction gave, and the corrections that hold. */
export interface Resolvable {
  id: ArticleId;
  article: Pick<ParsedArticle, 'text'>;
  reading: Reading;
  corrections: CorrectionBook;
  /** What was decided of its names when it was resolved last, by class and key; see `decideNames`. */
  before: ReadonlyMap<string, number>;
}

/**
 * The text's sentences such that each mention starts inside one: what lies between them and holds a mention becomes a
 * sentence too, so that every mention has a passage to show.
 */
const sentencesFor = (textLength: number, given: readonly Span[], starts: readonly number[]): Span[] => {
  const sentences = given.filter(({ start, end }) => start < end).sort((left, right) => left.start - right.start);
  const gaps: Span[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1;
    const next = sentences[at];
    if (next !== undefined && next.start <= start) continue;
    const gap = { start: sentences[at - 1]?.end ?? 0, end: next?.start ?? textLength };
    if (gaps.at(-1)?.start !== gap.start) gaps.push(gap);
  }
  return gaps.length === 0 ? sentences : [...sentences, ...gaps].sort((left, right) => left.start - right.start);
};

/** Number of the sentence that holds a place. */
const sentenceAt = (sentences: readonly Span[], place: number): number => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Indexes of the mentions that can be stored, by place, each span once. */
const usable = ({ mentions }: Extraction, textLength: number): number[] => {
  const indexes = mentions.flatMap(({ start, end, type, entity }, index) =>
    start < end && end <= textLength && keyOf(entity, type) !== '' ? [index] : [],
  );
  const at = (index: number): Span => mentions[index] ?? { start: 0, end: 0 };
  indexes.sort((left, right) => at(left).start - at(right).start || at(left).end - at(right).end);
  return indexes.filter((index, place) => {
    const before = indexes[place - 1];
    return before === undefined || at(before).start !== at(index).start || at(before).end !== at(index).end;
  });
};

/** One mention with what it means once corrections are applied. */
interface Meant extends Taken {
  mention: ExtractedMention;
  cluster: Cluster;
}

const nobody: ReadonlySet<number> = new Set();

const meantBy = (
  { id, reading, corrections }: Resolvable,
  clusters: readonly Cluster[],
  rootOf: (cluster: Cluster) => number,
): Map<number, Meant> => {
  const meant = new Map<number, Meant>();
  const named = new Map<string, Set<number>>();
  const corrected = corrections.size > 0;
  for (const cluster of clusters) {
    const root = rootOf(cluster);
    for (const index of cluster.mentions) {
      const mention = reading.extraction.mentions[index];
      if (mention === undefined) continue;
      meant.set(index, { mention, cluster, ...takenAs(root, mention.type) });
      if (corrected && corrections.concerns(mention.text)) {
        const spelled = mention.text.toLowerCase();
        named.set(spelled, (named.get(spelled) ?? new Set()).add(root));
      }
    }
  }
  if (!corrected) return meant;
  for (const [index, before] of meant) {
    const called = named.get(before.mention.text.toLowerCase()) ?? nobody;
    const taken = corrections.apply(id, before.mention, before, called);
    if (taken.by.length > 0) meant.set(index, { ...before, ...taken });
  }
  return meant;
};

type Gathered = Omit<EntityRecord, 'mentions' | 'name' | 'why'> & {
  mentions: MentionRecord[];
  names: Map<string, number>;
  why: Set<string>;
};

const aliasOf = ({ mention, cluster, name, by, whole }: Meant, alias: AliasReason | null): MentionRecord['alias'] => {
  const spelled = spellingReason(mention);
  if (by.length > 0 && name !== null) return name === mention.text ? null : ((whole ? spelled : null) ?? 'correction');
  return spelled === null && keyOf(mention.text, mention.type) === cluster.key ? alias : spelled;
};

/** The relations that the article states; `corrected` gains the entries that took some of them out. */
const relationsOf = (
  { id, corrections, reading: { extraction } }: Resolvable,
  meant: ReadonlyMap<number, Meant>,
  sentences: readonly Span[],
  corrected: Set<number>,
): RelationRecord[] => {
  const relations = new Map<string, RelationRecord>();
  for (const relation of extraction.relations) {
    const { kind, status, rule, confidence, attributes = {} } = relation;
    const from = meant.get(relation.subject);
    const to = meant.get(relation.object);
    if (from === undefined || to === undefined || from.root === null || to.root === null || from.root === to.root) continue;
    // A correction may have made of an end what this kind of relation can't have there.
    const retyped = from.type !== from.mention.type || to.type !== to.mention.type;
    if (retyped && !kindAllows(kind, from.type, to.type)) continue;
    const sentence = sentenceAt(sentences, relation.start);
    const wrong = corrections.wrong(id, { kind, status, span: sentences[sentence] ?? relation }, from, to);
    if (wrong !== null) {
      corrected.add(wrong);
      continue;
    }
    const key = `${kind} ${status} ${from.root} ${to.root} ${sentence}`;
    if ((relations.get(key)?.confidence ?? -1) >= confidence) continue;
    relations.set(key, {
      kind,
      status,
      subject: from.root,
      object: to.root,
      sentence,
      subjectSpan: { start: from.mention.start, end: from.mention.end },
      objectSpan: { start: to.mention.start, end: to.mention.end },
      rule,
      confidence,
      attributes,
    });
  }
  return [...relations.values()];
};

/**
 * Decides what an article's mentions mean, by what the library knows and by the corrections that hold, and answers all that is stored of
 * it: mentions gathered by entity, sentence numbers instead of spans, and the relations between different entities, each kind once a
 * sentence. Gives new ids where nobody known fits, so it must run inside the store's `transaction`.
 */
export const resolve = (port: ResolvePort, resolvable: Resolvable): Findings => {
  const { id, article, reading, before } = resolvable;
  const { extraction } = reading;
  const indexes = usable(extraction, article.text.length);
  const clusters = clustersOf(extraction, indexes);
  const traits = describe(article.text, extraction, clusters);
  const described = clusters.map((cluster, at) => ({ cluster, traits: traits[at] ?? [] }));
  const decided = decideNames(port, id, described, before);
  // An id just given may be one that articles have named before.
  const loose = port.looseNames();
  joinNames(port, loose);
  const identities = new Map<number, Identity>();
  const rootOf = (cluster: Cluster): number => {
    const identity = decided.get(cluster)?.identity;
    if (identity === undefined) return 0;
    const root = loose.length === 0 ? identity.root : (port.identityByRow(identity.row)?.root ?? identity.root);
    if (root === identity.row) identities.set(root, identity);
    return root;
  };
  const meant = meantBy(resolvable, clusters, rootOf);

  const inOrder = indexes.flatMap((index) => meant.get(index) ?? []);
  const starts = inOrder.map(({ mention }) => mention.start);
  const sentences = sentencesFor(article.text.length, extraction.sentences, starts);
  const entities = new Map<number, Gathered>();
  const corrected = new Set<number>();
  let sentence = 0;
  for (const each of inOrder) {
    const { mention, cluster, root, type, name, by } = each;
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= mention.start) sentence += 1;
    for (const entry of by) corrected.add(entry);
    if (root === null) continue;
    const entity = entities.get(root) ?? gathered(identities.get(root) ?? port.identityByRow(root));
    if (entity === null) continue;
    entities.set(root, entity);
    const { start, end, confidence } = mention;
    const decision = by.length === 0 ? decided.get(cluster) : undefined;
    entity.mentions.push({
      start,
      end,
      type,
      text: article.text.slice(start, end),
      sentence,
      confidence,
      alias: aliasOf(each, decided.get(cluster)?.alias ?? null),
    });
    const full = name ?? decision?.called ?? mention.entity;
    entity.names.set(full, (entity.names.get(full) ?? 0) + 1);
    if (by.length > 0) entity.why.add('corrected');
    else if (decision?.why) entity.why.add(decision.why);
  }

  return {
    sentences,
    entities: [...entities.values()].map(({ names, why, ...entity }) => ({
      ...entity,
      name: fullestName(names),
      why: why.size === 0 ? null : [...why].join('; '),
    })),
    relations: relationsOf(resolvable, meant, sentences, corrected),
    reading,
    names: described.flatMap(({ cluster, traits: its }): NameRecord[] => {
      const identity = decided.get(cluster)?.identity;
      if (identity === undefined) return [];
      const { class: kind, key, claims } = cluster;
      const isOwn = identity.class === kind && identity.key === key;
      return [{ class: kind, key, identity: identity.row, isOwn, traits: its, claims: [...claims] }];
    }),
    corrected: [...corrected],
  };
};

const gathered = (identity: Identity | null): Gathered | null => {
  if (identity === null) return null;
  const { row, id, class: kind, key } = identity;
  return { row, id, class: kind, key, mentions: [], names: new Map(), why: new Set() };
};

/** What was decided of an article's names, by class and key, as `resolve` takes it when the article is made anew. */
export const decidedBefore = (port: Pick<Store, 'identityByRow'>, names: readonly NameRecord[]): Map<string, number> =>
  new Map(names.map(({ class: kind, key, identity }) => [`${kind}:${key}`, port.identityByRow(identity)?.root ?? identity]));
