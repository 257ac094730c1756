import type { NodeId } from '../../../shared/model.ts';
import type { GraphLink, GraphNode, Point, Slice } from '../../../shared/views.ts';

/** What is drawn: the part of a slice that the user's own doings can change. */
export interface Drawn {
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
  positions: Readonly<Record<NodeId, Point>>;
}

/** The places of the given nodes alone; nodes without one are left out. */
export const placesOf = (positions: Readonly<Record<NodeId, Point>>, ids: Iterable<NodeId>): Record<NodeId, Point> => {
  const places: Record<NodeId, Point> = {};
  for (const id of ids) {
    const place = positions[id];
    if (place) places[id] = place;
  }
  return places;
};

/**
 * What is drawn after more of the library joined it: all that was there keeps its place and its size, the rest of the slice comes to
 * it. The slice knows all nodes, so its communities hold for all. Also tells which nodes are new.
 */
export const grownBy = (drawn: Drawn, slice: Slice): Drawn & { communities: Slice['communities']; added: GraphNode[] } => {
  const arrived = new Map(slice.nodes.map((node) => [node.id, node]));
  const before = new Set(drawn.nodes.map((node) => node.id));
  const added = slice.nodes.filter((node) => !before.has(node.id));
  const kept = drawn.nodes.map((node) => {
    const now = arrived.get(node.id);
    return now === undefined ? node : { ...node, more: now.more, community: now.community };
  });
  const nodes = [...kept, ...added];
  const known = new Set(nodes.map((node) => node.id));
  const links = [...new Map([...drawn.links, ...slice.links].map((link) => [link.id, link])).values()];
  return {
    nodes,
    links: links.filter((link) => known.has(link.source) && known.has(link.target)),
    positions: placesOf({ ...slice.positions, ...drawn.positions }, known),
    communities: slice.communities,
    added,
  };
};
