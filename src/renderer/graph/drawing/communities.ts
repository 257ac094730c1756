import type { NodeId } from '../../../shared/model.ts';
import type { DrawnNode } from './elements.ts';

export interface Island {
  id: number;
  name: string;
  members: NodeId[];
}

/** Fewer members than this make no island worth a name. */
const leastMembers = 3;

/** The communities of a drawing that have enough members in it, in the order given. */
export const islandsOf = (nodes: Iterable<DrawnNode>, communities: readonly { id: number; name: string }[]): Island[] => {
  const members = new Map<number, DrawnNode[]>();
  for (const node of nodes) members.set(node.community, [...(members.get(node.community) ?? []), node]);
  return communities.flatMap(({ id, name }) => {
    const own = members.get(id) ?? [];
    if (own.length < leastMembers) return [];
    return [{ id, name, members: own.map((node) => node.id) }];
  });
};
