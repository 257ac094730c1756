import type { AliasReason } from '../../shared/extraction.ts';
import type { EntityId } from '../../shared/model.ts';
import type { EntityAlias } from '../../shared/views.ts';
import { entityClass } from './extract/key.ts';
import { keyOf } from './identity/clusters.ts';
import { joiningReasons, type NodeRow, type Store } from './store/index.ts';

/** Why a name of an entity joins it, as articles give it in so many words; null for one that is its own. */
export const joinedBy = (store: Store, entity: NodeRow, name: string): AliasReason | null => {
  if (entity.type === 'story' || name === entity.name) return null;
  const key = keyOf(name, entity.type);
  if (key === keyOf(entity.name, entity.type)) return null;
  const given = store.candidates(entityClass(entity.type), key).find(({ root, reason, said }) => {
    return root === entity.key && said > 0 && reason !== null && joiningReasons.includes(reason);
  });
  return given?.reason ?? null;
};

/** How a name came to join an entity, in words; null for its own. */
export const joiningInWords = (reason: AliasReason | null): string | null =>
  reason === 'acronym'
    ? 'articles give these letters for the full name'
    : reason === 'said'
      ? 'articles say that it is also called so'
      : null;

/** All ways in which an entity is written, most used first, each with why it stands for it. */
export const spellingsOf = (store: Store, entity: NodeRow): EntityAlias[] =>
  store.aliasesOf(entity.id as EntityId).map((alias) => ({ ...alias, reason: alias.reason ?? joinedBy(store, entity, alias.name) }));
