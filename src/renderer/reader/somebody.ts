import type { Verdict } from '../../shared/corrections.ts';
import { type EntityId, type EntityType, entityTypes, isStoryId, type NodeRef } from '../../shared/model.ts';
import type { EntityHit, MentionCard } from '../../shared/views.ts';

/** Somebody that a name may be said to mean. */
export interface Candidate {
  /** Unique among all that are offered. */
  value: string;
  type: EntityType;
  name: string;
  /** In how many articles; null for somebody new. */
  articles: number | null;
  /** The name by which the search found it, where that is another one. */
  alias: string | null;
  verdict: Verdict;
}

const known = (node: NodeRef, alias: string | null): Candidate[] => {
  if (isStoryId(node.id) || node.type === 'story') return [];
  const { id, type, name, articles } = node as NodeRef & { id: EntityId; type: EntityType };
  return [{ value: id, type, name, articles, alias, verdict: { verb: 'somebody-else', entity: id, name, type } }];
};

/** Entities of the library that the mention may mean: those of its name while nothing is typed, else what was found. */
export const knownCandidates = (card: Pick<MentionCard, 'entity' | 'others'>, found: readonly EntityHit[] | null): Candidate[] => {
  const hits = found ?? card.others.map((node) => ({ node, alias: null }));
  return hits.filter(({ node }) => node.id !== card.entity.id).flatMap(({ node, alias }) => known(node, alias));
};

/** Somebody new of this name, as each type: that of the mention first. None without a name. */
export const newCandidates = (name: string, first: EntityType): Candidate[] =>
  name.trim() === ''
    ? []
    : [first, ...entityTypes.filter((type) => type !== first)].map((type) => ({
        value: `new ${type}`,
        type,
        name: name.trim(),
        articles: null,
        alias: null,
        verdict: { verb: 'somebody-else', entity: null, name: name.trim(), type },
      }));
