import type { NodeId } from '../../../shared/model.ts';
import type { Slice } from '../../../shared/views.ts';
import type { DrawnNode } from '../drawing/elements.ts';

/** A community with enough members on the map to be told by its name. */
export interface Island extends Pick<Slice['communities'][number], 'id' | 'name' | 'head'> {
  members: NodeId[];
}

/** Fewer members than this make no island worth a name. */
const leastMembers = 3;

/** The communities of a drawing that have enough members in it, in the order given. */
export const islandsOf = (
  nodes: Iterable<Pick<DrawnNode, 'id' | 'community'>>,
  communities: readonly Pick<Island, 'id' | 'name' | 'head'>[],
): Island[] => {
  const members = new Map<number, NodeId[]>();
  for (const { id, community } of nodes) members.set(community, [...(members.get(community) ?? []), id]);
  return communities.flatMap(({ id, name, head }) => {
    const own = members.get(id) ?? [];
    return own.length < leastMembers ? [] : [{ id, name, head, members: own }];
  });
};
