import type { EntityType, Span } from './model.ts';
import type { RelationKind, RelationStatus } from './relations.ts';

/**
 * Grows whenever extraction finds other things in a text than before: articles know the version that they were read with, and can be
 * read anew.
 */
export const extractionVersion = 2;

/** A span of the text that refers to an entity. */
export interface ExtractedMention extends Span {
  type: EntityType;
  /** `text.slice(start, end)`. */
  text: string;
  /** The entity's fullest name in this text: the same for all mentions that refer to the same one. */
  entity: string;
  /** 0 to 1. */
  confidence: number;
  /** What spoke for the name and its type, in a few words: `the words before it: “shares of”`, `in our lists`. */
  reason: string;
  /** Why this spelling stands for `entity`, where it is another one. */
  alias?: AliasReason;
}

/**
 * Why two spellings mean one entity: a surname or short form after the full one holds in its article only; letters in brackets or
 * a "formerly known as" are the text's own word and hold everywhere; so does our list.
 */
export const aliasReasons = ['surname', 'short form', 'acronym', 'said', 'listed'] as const;
export type AliasReason = (typeof aliasReasons)[number];

/** What a relation's sentence says besides: the words as they stand there. */
export const relationAttributes = ['role', 'amount', 'share', 'date'] as const;
export type RelationAttribute = (typeof relationAttributes)[number];
export type RelationAttributes = Partial<Record<RelationAttribute, string>>;

/** A directed, typed statement between two mentions' entities. */
export interface ExtractedRelation extends Span {
  kind: RelationKind;
  status: RelationStatus;
  /** Index into `mentions`: a mention that names the subject's entity. */
  subject: number;
  /** Index into `mentions`: a mention that names the object's entity. */
  object: number;
  /** The name of the pattern that spoke. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
  /** Absent where the sentence says none. */
  attributes?: RelationAttributes;
}

/** What extraction found in one text. A relation's `start` and `end` are its sentence's. */
export interface Extraction {
  mentions: ExtractedMention[];
  relations: ExtractedRelation[];
  /** All sentences, in order, not overlapping; headings and titles are sentences of their own. */
  sentences: Span[];
}
