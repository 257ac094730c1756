import type { EntityType, Span } from './model.ts';
import type { RelationKind, RelationStatus } from './relations.ts';

/** A span of the text that refers to an entity. */
export interface ExtractedMention extends Span {
  type: EntityType;
  /** `text.slice(start, end)`. */
  text: string;
  /** The entity's fullest name in this text: the same for all mentions that refer to the same one. */
  entity: string;
  /** 0 to 1. */
  confidence: number;
  /** Which rule or list spoke, in a few words. */
  reason: string;
}

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
}

/** What extraction found in one text. A relation's `start` and `end` are its sentence's. */
export interface Extraction {
  mentions: ExtractedMention[];
  relations: ExtractedRelation[];
  /** All sentences, in order, not overlapping; headings and titles are sentences of their own. */
  sentences: Span[];
}
