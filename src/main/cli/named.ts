import type { Contract } from '../../shared/contract.ts';
import type { NodeRef } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import { type EntityRef, findEntity } from '../core/find-entity.ts';
import { note } from './output.ts';
import { counted } from './text.ts';

const described = ({ name, type, articles }: NodeRef): string => `${name} (${type}, ${counted(articles, 'article')})`;

/**
 * The entity that a name on the command line means. Where the name is not exact or means several, says on standard error
 * which one was taken. Throws `not-found` with names that are alike.
 */
export const entityNamed = async (contract: Contract, name: string): Promise<EntityRef> => {
  const found = await findEntity(contract, name);
  if (!found.entity) {
    const alike = found.similar.map((node) => node.name).join(', ');
    throw new NewsgraphError(
      'not-found',
      `No company, person, place or product is called “${name}”.`,
      alike ? `Did you mean ${alike}?` : undefined,
    );
  }
  const { entity, exact, others } = found;
  if (!exact || others.length > 0) {
    const rest = others.length > 0 ? `; also ${others.map(described).join(', ')}` : '';
    note(`“${name}” is taken for ${described(entity)}${rest}.`);
  }
  return entity;
};
