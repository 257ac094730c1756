import type { ArticleId, EntityId, EntityType } from './model.ts';

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

/** One correction of the ledger. */
export interface Correction {
  /** Counts up from 1, never given twice. */
  id: number;
  /** ISO 8601, UTC. */
  madeAt: string;
  /** When it was withdrawn; null while it holds. */
  undoneAt: string | null;
  scope: CorrectionScope;
  /** Where it was made. */
  article: ArticleId;
  /** The name as the article spells it. */
  name: string;
  /** What the name was taken for. */
  was: { entity: EntityId; name: string; type: EntityType };
  verdict: Verdict;
}
