import type { BoardFilter } from '../../../shared/board.ts';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { GraphLink, Neighbours } from '../../../shared/views.ts';
import { filtersArticles, kindsOf, type Seen } from '../../state/board/seen.ts';

/** What the board's filter needs to know of the board. */
interface Filtered {
  filter: BoardFilter;
  /** All nodes of the board, also those that are not to be seen. */
  nodes: readonly { id: NodeId }[];
  links: readonly { id: LinkId }[];
  hidden: ReadonlySet<NodeId>;
}

/**
 * The neighbours that the board's filter lets through, with their links as it leaves them. Those that are not on the board are judged by
 * their links alone; which of their articles lie in a span is not known, so with such a filter they are left out: `unknown` counts them.
 */
export const neighboursWithin = (
  neighbours: Neighbours,
  { filter, nodes, links, hidden }: Filtered,
  seen: Seen,
): { items: Neighbours['items']; unknown: number } => {
  const there = new Set(nodes.map(({ id }) => id));
  const drawn = new Set(links.map(({ id }) => id));
  const seenNodes = new Set(seen.nodes.map(({ id }) => id));
  const seenLinks = new Map(seen.links.map((link) => [link.id, link]));
  const byArticles = filtersArticles(filter);
  const passes = (link: GraphLink) => link.strength >= filter.strength && !kindsOf(link).every((kind) => filter.kindsOff.includes(kind));
  let unknown = 0;
  const items = neighbours.items.flatMap(({ node, link }) => {
    // taken off the map by hand is not filtered away
    if (there.has(node.id) && !hidden.has(node.id) && !seenNodes.has(node.id)) return [];
    if (there.has(node.id) && drawn.has(link.id) && !hidden.has(node.id)) {
      const now = seenLinks.get(link.id);
      return now ? [{ node, link: now }] : [];
    }
    if (!passes(link)) return [];
    if (byArticles) {
      unknown += 1;
      return [];
    }
    return [{ node, link }];
  });
  return { items, unknown };
};
