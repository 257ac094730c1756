import { createHash } from 'node:crypto';
import type { ExtractedMention, Extraction } from '../../shared/extraction.ts';
import type { EntityId, ParsedArticle, Span } from '../../shared/model.ts';
import { entityClass, entityKey } from './extract/key.ts';
import type { ArticleRecord, EntityRecord, MentionRecord, RelationRecord } from './store/index.ts';

/** Who an article's entities are, and where its sentences, mentions and relations stand. */
export type Resolved = Pick<ArticleRecord, 'sentences' | 'entities' | 'relations'>;

interface Identity {
  id: EntityId;
  class: string;
  key: string;
}

/** Identities by type and name: names repeat from article to article, hashing them again would cost a second in 2,000. */
const identities = new Map<string, Identity | null>();
const rememberedIdentities = 50_000;

/** The entity that a name means across all articles; null for a name without a letter or digit. */
const identityOf = ({ type, entity }: ExtractedMention): Identity | null => {
  const asked = `${type}:${entity}`;
  const known = identities.get(asked);
  if (known !== undefined) return known;
  const key = entityKey(entity, type);
  const kind = entityClass(type);
  const digits = createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24);
  const identity = key === '' ? null : { id: `e_${digits}` as EntityId, class: kind, key };
  if (identities.size >= rememberedIdentities) identities.clear();
  identities.set(asked, identity);
  return identity;
};

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

/** Numbers of the sentences that hold these places, both ascending. */
const numbersOf = (sentences: readonly Span[], starts: readonly number[]): number[] => {
  let at = 0;
  return starts.map((start) => {
    while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1;
    return at;
  });
};

/** The name most mentions give as the fullest; the longer of two equally frequent. */
const fullestName = (names: ReadonlyMap<string, number>): string => {
  let best: [string, number] = ['', 0];
  for (const [name, count] of names) {
    if (count > best[1] || (count === best[1] && (name.length > best[0].length || (name.length === best[0].length && name < best[0])))) {
      best = [name, count];
    }
  }
  return best[0];
};

/**
 * What is stored of an extraction: its mentions gathered by entity, sentence numbers instead of spans, and the relations
 * between different entities, each kind once a sentence.
 */
export const resolve = (article: ParsedArticle, extraction: Extraction): Resolved => {
  const inOrder = extraction.mentions
    .map((mention, index) => ({ mention, index }))
    .filter(({ mention }) => mention.start < mention.end && mention.end <= article.text.length)
    .sort((left, right) => left.mention.start - right.mention.start || left.mention.end - right.mention.end);
  const starts = inOrder.map(({ mention }) => mention.start);
  const sentences = sentencesFor(article.text.length, extraction.sentences, starts);
  const numbers = numbersOf(sentences, starts);

  const gathered = new Map<EntityId, Omit<EntityRecord, 'mentions' | 'name'> & { mentions: MentionRecord[]; names: Map<string, number> }>();
  const entityOf = new Map<number, EntityId>();
  let last: Span = { start: -1, end: -1 };
  for (const [at, { mention, index }] of inOrder.entries()) {
    const identity = identityOf(mention);
    if (identity === null || (mention.start === last.start && mention.end === last.end)) continue;
    last = mention;
    entityOf.set(index, identity.id);
    const entity = gathered.get(identity.id) ?? { ...identity, mentions: [], names: new Map<string, number>() };
    gathered.set(identity.id, entity);
    const { start, end, type, confidence } = mention;
    entity.mentions.push({ start, end, type, text: article.text.slice(start, end), sentence: numbers[at] ?? 0, confidence });
    entity.names.set(mention.entity, (entity.names.get(mention.entity) ?? 0) + 1);
  }

  return {
    sentences,
    entities: [...gathered.values()].map(({ names, ...entity }) => ({ ...entity, name: fullestName(names) })),
    relations: relationsOf(extraction, entityOf, sentences),
  };
};

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

const relationsOf = (extraction: Extraction, entityOf: ReadonlyMap<number, EntityId>, sentences: readonly Span[]): RelationRecord[] => {
  const relations = new Map<string, RelationRecord>();
  for (const relation of extraction.relations) {
    const { kind, status, rule, confidence } = relation;
    const subject = entityOf.get(relation.subject);
    const object = entityOf.get(relation.object);
    const from = extraction.mentions[relation.subject];
    const to = extraction.mentions[relation.object];
    if (subject === undefined || object === undefined || subject === object || from === undefined || to === undefined) continue;
    const sentence = sentenceAt(sentences, relation.start);
    const key = `${kind} ${status} ${subject} ${object} ${sentence}`;
    if ((relations.get(key)?.confidence ?? -1) >= confidence) continue;
    relations.set(key, {
      kind,
      status,
      subject,
      object,
      sentence,
      subjectSpan: { start: from.start, end: from.end },
      objectSpan: { start: to.start, end: to.end },
      rule,
      confidence,
    });
  }
  return [...relations.values()];
};
