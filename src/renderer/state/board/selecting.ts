import type { NodeId } from '../../../shared/model.ts';
import type { Seen } from './seen.ts';

/** These nodes and all that are linked with one of them on the map. */
export const neighboursIn = ({ links }: Seen, ids: ReadonlySet<NodeId>): Set<NodeId> => {
  const found = new Set(ids);
  for (const { source, target } of links) {
    if (ids.has(source)) found.add(target);
    if (ids.has(target)) found.add(source);
  }
  return found;
};
