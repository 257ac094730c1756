import type { ArticleId, EntityId, EntityType, Span } from './model.ts';
import type { RelationKind, RelationStatus } from './relations.ts';

/**
 * What a reader says of a mention that was taken for the wrong thing. The ledger keeps every correction and every
 * withdrawal of one as an entry of its own, and never changes an entry: see docs/decisions/corrections.md.
 */
export type Verdict =
  | { verb: 'not-an-entity' }
  | { verb: 'other-type'; type: EntityType }
  /** The mention means this entity of the library, or, without one, somebody new of this name and type. */
  | { verb: 'somebody-else'; entity: EntityId | null; name: string; type: EntityType };

/** How far a correction reaches: the mentions of this name in one article, or of this name for this entity everywhere. */
export const correctionScopes = ['article', 'library'] as const;
export type CorrectionScope = (typeof correctionScopes)[number];

/** A mention by its place. */
export interface MentionPlace extends Span {
  article: ArticleId;
}

/** What a reader says of whole entities, or of what the library states of two. */
export type EntityVerdict =
  /** All are one: the first, whose id stays, and which is called and typed so from now on. */
  | { verb: 'merge'; entities: EntityId[]; name: string; type: EntityType }
  /** What is spelled so, or stands at these places, is another: one of the library, or without one somebody new. */
  | {
      verb: 'split';
      entity: EntityId;
      names: string[];
      mentions: MentionPlace[];
      as: { entity: EntityId | null; name: string; type: EntityType };
    }
  | { verb: 'rename'; entity: EntityId; name: string }
  | { verb: 'retype'; entity: EntityId; type: EntityType }
  /** None of its names means anything, wherever it stands. */
  | { verb: 'no-entity'; entity: EntityId }
  /** It stays in articles and search, and is left out of all that is drawn or listed of others. */
  | { verb: 'hide'; entity: EntityId }
  /** The subject does not stand in this relation to the object: in one sentence, which begins at `start`, or in none. */
  | {
      verb: 'wrong-relation';
      subject: EntityId;
      object: EntityId;
      kind: RelationKind;
      /** Statements of this status alone; null for all. */
      status: RelationStatus | null;
      sentence: { article: ArticleId; start: number } | null;
    }
  /** A merge that was suggested is none. */
  | { verb: 'not-the-same'; a: EntityId; b: EntityId };

/** An entity as it was called when it was corrected. */
export interface CalledEntity {
  entity: EntityId;
  name: string;
  type: EntityType;
}

interface LedgerLine {
  /** Counts up from 1, never given twice. */
  id: number;
  /** ISO 8601, UTC. */
  madeAt: string;
  /** When it was withdrawn; null while it holds. */
  undoneAt: string | null;
}

/** A correction of a name in one article or everywhere. */
export interface MentionCorrection extends LedgerLine {
  about: 'mention';
  scope: CorrectionScope;
  /** Where it was made. */
  article: ArticleId;
  /** The name as the article spells it. */
  name: string;
  /** What the name was taken for. */
  was: CalledEntity;
  verdict: Verdict;
}

/** A correction of whole entities, or of what is stated of two. */
export interface EntityCorrection extends LedgerLine {
  about: 'entity';
  /** Whom it is about, as they were called then: of a merge all of them, the one that stayed first; of a relation subject and object. */
  was: CalledEntity[];
  verdict: EntityVerdict;
}

/** One correction of the ledger. */
export type Correction = MentionCorrection | EntityCorrection;
