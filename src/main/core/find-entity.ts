import type { Contract } from '../../shared/contract.ts';
import type { EntityId, NodeRef } from '../../shared/model.ts';
import { wordsOf } from './search/words.ts';

export type EntityRef = NodeRef & { id: EntityId };

/** Which entity a name means. */
export type EntityFound =
  /** `others` are named just as well; the one taken is in the most articles. `exact` is false when only a part was given. */
  { entity: EntityRef; exact: boolean; others: NodeRef[] } | { entity: null; similar: NodeRef[] };

const joined = (name: string): string =>
  wordsOf(name)
    .map(({ word }) => word)
    .join('');

/** Whether each word of `part` is, or begins, a word of `name`. */
const names = (name: string, part: string): boolean => {
  const whole = wordsOf(name).map(({ word }) => word);
  const given = wordsOf(part).map(({ word }) => word);
  return (
    given.length > 0 && (given.every((word) => whole.some((other) => other.startsWith(word))) || joined(name).startsWith(joined(part)))
  );
};

/**
 * The entity that a user means by a name: one that is called so by its name or an alias, else the best known of those that
 * the name is a part of. Where neither is there, names that are alike.
 */
export const findEntity = async (contract: Contract, name: string): Promise<EntityFound> => {
  const { entities } = await contract.search({ query: name.slice(0, 1000), entities: 50, articles: 0 });
  const byArticles = (hits: typeof entities) => hits.map(({ node }) => node).sort((a, b) => b.articles - a.articles);
  const same = byArticles(
    entities.filter(({ node, alias }) => joined(node.name) === joined(name) || (alias !== null && joined(alias) === joined(name))),
  );
  const parts = byArticles(entities.filter(({ node, alias }) => names(node.name, name) || (alias !== null && names(alias, name))));
  const [entity, ...others] = same.length > 0 ? same : parts;
  if (!entity) return { entity: null, similar: entities.slice(0, 5).map(({ node }) => node) };
  return { entity: entity as EntityRef, exact: same.length > 0, others: others.slice(0, 5) };
};
