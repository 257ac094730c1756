import { type AliasReason, aliasReasons, type RelationAttributes } from '../../../shared/extraction.ts';
import type { ArticleId, EntityId, EntityType, Origin, ParsedArticle, Span, StoryId } from '../../../shared/model.ts';
import type { RelationKind, RelationStatus } from '../../../shared/relations.ts';
import type { Reading } from './readings.ts';

/** Why a spelling is taken for an entity; null where it is its own name. */
export type SpellingReason = AliasReason | 'correction' | null;
/** All of them but null, in the order of the columns that count them. */
export const spellingReasons: readonly NonNullable<SpellingReason>[] = [...aliasReasons, 'correction'];

/** A mention inside an article to be stored; `sentence` counts from 0. */
export interface MentionRecord extends Span {
  type: EntityType;
  text: string;
  sentence: number;
  confidence: number;
  alias: SpellingReason;
}

/** An entity as one article names it, its mentions in order. */
export interface EntityRecord {
  /** Row of the identity that it is; see `identityReads`. */
  row: number;
  id: EntityId;
  class: string;
  key: string;
  /** The fullest form in this article. */
  name: string;
  /** How this article's name came to mean this entity, where it is more than the same name. */
  why: string | null;
  mentions: readonly MentionRecord[];
}

/** One sentence that states a relation between two of the article's entities, by their rows. */
export interface RelationRecord {
  kind: RelationKind;
  status: RelationStatus;
  subject: number;
  object: number;
  sentence: number;
  /** The mentions that stand for the two ends. */
  subjectSpan: Span;
  objectSpan: Span;
  rule: string;
  confidence: number;
  attributes: RelationAttributes;
}

/** What was decided of one name of an article, before any joining: which identity it means, and what it adds to what is known of it. */
export interface NameRecord {
  class: string;
  key: string;
  /** Row of the identity, which may lead to another. */
  identity: number;
  /** The name is the identity's own class and key. */
  isOwn: boolean;
  /** What the article says of it; see `trait` in the schema. */
  traits: readonly string[];
  /** Other names that the article gives it, as keys of its class. */
  claims: readonly (readonly [key: string, reason: AliasReason])[];
}

/** Everything that was found in an article and decided of it. */
export interface Findings {
  sentences: readonly Span[];
  entities: readonly EntityRecord[];
  relations: readonly RelationRecord[];
  /** What extraction gave, before anything was decided. */
  reading: Reading;
  names: readonly NameRecord[];
  /** Entries of the ledger that took effect. */
  corrected: readonly number[];
}

/** An article with everything decided: who its entities are and which story it belongs to. */
export interface ArticleRecord extends Findings {
  id: ArticleId;
  article: ParsedArticle;
  origin: Origin;
  addressKey: string | null;
  /** Normalised targets of the article's links. */
  linkKeys: readonly string[];
  words: number;
  /** The story it joins; a story that the library lacks is founded under this id with the article's title. */
  story: StoryId;
  importedAt: string;
}
