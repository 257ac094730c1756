import type { ArticleRef, EntityId, EntityType, NodeRef } from './model.ts';
import type { PassagePart } from './views.ts';

/** A sentence that names an entity, with where it stands. */
export interface NamingSentence {
  article: ArticleRef;
  sentence: PassagePart;
}

/** One side of a suggested merge. */
export interface SuggestedEntity {
  node: NodeRef & { id: EntityId; type: EntityType };
  /** Newest first, at most two. */
  examples: NamingSentence[];
}

/** Two entities that may be one. */
export interface Suggestion {
  /** The one whose name and id a merge would keep. */
  a: SuggestedEntity;
  b: SuggestedEntity;
  /** Why they may be one, a sentence without a full stop. */
  reason: string;
}

/** Suggested merges, surest first. */
export interface Suggestions {
  items: Suggestion[];
  total: number;
  /** How many were refused. */
  refused: number;
}

/** How far a correction of many articles has come. */
export interface CorrectingProgress {
  done: number;
  total: number;
}
