import type { NodeId } from '../../shared/model.ts';
import type { GraphLink, GraphNode, Point, Slice } from '../../shared/views.ts';

/** What is drawn: the part of a slice that the user's own doings can change. */
export interface Drawn {
  nodes: GraphNode[];
  links: GraphLink[];
  positions: Record<NodeId, Point>;
}

/** The places of the given nodes alone; nodes without one are left out. */
export const placesOf = (positions: Record<NodeId, Point>, ids: Iterable<NodeId>): Record<NodeId, Point> => {
  const places: Record<NodeId, Point> = {};
  for (const id of ids) {
    const place = positions[id];
    if (place) places[id] = place;
  }
  return places;
};

/** The same drawing without the given nodes, their links and their places. */
export const without = (drawn: Drawn, ids: ReadonlySet<NodeId>): Drawn => {
  const nodes = drawn.nodes.filter((node) => !ids.has(node.id));
  return {
    nodes,
    links: drawn.links.filter((link) => !ids.has(link.source) && !ids.has(link.target)),
    positions: placesOf(
      drawn.positions,
      nodes.map((node) => node.id),
    ),
  };
};

/**
 * What is drawn after a node was expanded: all that was there keeps its place and its size, the rest of the slice joins
 * it. What the user hid stays away. Also tells which nodes are new.
 */
export const grownBy = (drawn: Drawn, slice: Slice, hidden: ReadonlySet<NodeId>): Drawn & { added: GraphNode[] } => {
  const arrived = new Map(slice.nodes.map((node) => [node.id, node]));
  const before = new Set(drawn.nodes.map((node) => node.id));
  const added = slice.nodes.filter((node) => !before.has(node.id) && !hidden.has(node.id));
  const links = new Map([...drawn.links, ...slice.links].map((link) => [link.id, link]));
  const whole: Drawn = {
    nodes: [...drawn.nodes.map((node) => ({ ...node, more: arrived.get(node.id)?.more ?? node.more })), ...added],
    links: [...links.values()],
    positions: { ...slice.positions, ...drawn.positions },
  };
  const known = new Set(whole.nodes.map((node) => node.id));
  return {
    ...whole,
    links: whole.links.filter((link) => known.has(link.source) && known.has(link.target)),
    positions: placesOf(whole.positions, known),
    added,
  };
};
