import type { Contract } from '../../shared/contract.ts';
import type { NodeRef } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import { type EntityRef, findEntity } from '../core/find-entity.ts';
import { note } from './output.ts';
import { counted } from './text.ts';

const described = ({ name, type, articles }: NodeRef): string => `${name} (${type}, ${counted(articles, 'article')})`;

/**
 * The entity that a name on the command line means. Where the name is not exact, is only like the name of one entity (a
 * slip), or means several, says on standard error which one was taken. Throws `not-found` where nothing is called so and
 * not one name but none or several are alike; those are said.
 */
export const entityNamed = async (contract: Contract, name: string): Promise<EntityRef> => {
  const found = await findEntity(contract, name);
  if (!found.entity) {
    const [only, ...more] = found.similar;
    if (only !== undefined && more.length === 0) {
      note(`Nothing is called “${name}”; taken for ${described(only)}.`);
      return only as EntityRef;
    }
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
