import type { BoardFilter, LinkKind } from '../../../shared/board.ts';
import type { NodeId, NodeType } from '../../../shared/model.ts';
import type { GraphLink, GraphNode } from '../../../shared/views.ts';
import type { Activity } from '../../../shared/views-activity.ts';
import type { BoardDoc } from './board.ts';

/** What of a board is to be seen. */
export interface Seen {
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
}

/** What the articles within the filter say of what is on the board; null before that was asked. */
type Support = Pick<Activity, 'nodes' | 'links'> | null;

type Seeable = Pick<BoardDoc, 'nodes' | 'links' | 'hidden' | 'filter' | 'focus' | 'communities' | 'sizing' | 'centrality'>;

/** What a link is filtered by: its relation kinds, or what it is where it states nothing. */
export const kindsOf = (link: GraphLink): LinkKind[] =>
  link.relations.length > 0 ? [...new Set(link.relations.map(({ kind }) => kind))] : [link.kind === 'mention' ? 'mention' : 'co-mention'];

/** True where the filter asks which articles count. */
export const filtersArticles = ({ span, publishersOff }: BoardFilter): boolean =>
  span.from !== null || span.to !== null || publishersOff.length > 0;

/** True where anything is filtered away. */
export const isFiltered = (filter: BoardFilter): boolean =>
  filtersArticles(filter) || filter.strength > 0 || filter.typesOff.length + filter.kindsOff.length + filter.communitiesOff.length > 0;

/** A link as the articles within the filter tell it; null where they say nothing of it. One that was not asked about yet is as it is. */
const supported = (link: GraphLink, support: NonNullable<Support>): GraphLink | null => {
  if (support.nodes[link.source] === undefined || support.nodes[link.target] === undefined) return link;
  const told = support.links[link.id];
  if (!told) return null;
  const kind = link.kind === 'mention' ? 'mention' : told.relations.length > 0 ? 'relation' : 'co-mention';
  return { ...link, ...told, kind };
};

const headsOf = (communities: Seeable['communities']): Map<number, NodeId> => new Map(communities.map(({ id, head }) => [id, head]));

/**
 * What is left of a board by its filter. A node whose every link is filtered away goes as well, but not the one in the middle, and not one that
 * has no link on the board to begin with. Places are not touched.
 */
export const seenOf = (board: Seeable, support: Support): Seen => {
  const { filter, hidden, focus } = board;
  const heads = headsOf(board.communities);
  const told = filtersArticles(filter) ? support : null;
  const stays = (node: GraphNode): boolean => {
    if (hidden.has(node.id)) return false;
    if (node.id === focus) return true;
    if (filter.typesOff.includes(node.type)) return false;
    const head = heads.get(node.community);
    if (head !== undefined && filter.communitiesOff.includes(head)) return false;
    // one that was not asked about yet stays until it was
    return told === null || told.nodes[node.id] !== 0;
  };
  const kept = board.nodes.filter(stays);
  const inside = new Set(kept.map(({ id }) => id));
  const linked = new Set<NodeId>();
  const seen = new Set<NodeId>();
  const links: GraphLink[] = [];
  for (const link of board.links) {
    if (!inside.has(link.source) || !inside.has(link.target)) continue;
    linked.add(link.source).add(link.target);
    const now = told === null ? link : supported(link, told);
    if (now === null || now.strength < filter.strength || kindsOf(now).every((kind) => filter.kindsOff.includes(kind))) continue;
    seen.add(link.source).add(link.target);
    links.push(now);
  }
  const sized = board.sizing === 'centrality' ? board.centrality : null;
  const nodes = kept
    .filter(({ id }) => id === focus || seen.has(id) || !linked.has(id))
    .map((node) => (sized === null ? node : { ...node, weight: sized[node.id] ?? node.weight }));
  return { nodes, links };
};

/** How much each switch of the filter stands for, with all the other switches as they are. */
export interface Facets {
  types: Partial<Record<NodeType, number>>;
  kinds: Partial<Record<LinkKind, number>>;
  /** By head. */
  communities: Readonly<Record<NodeId, number>>;
}

/** The counts beside the switches of the filter: what each would show if it were on, by the other switches. */
export const facetsOf = (board: Seeable, support: Support): Facets => {
  const but = (part: Partial<BoardFilter>): Seen => seenOf({ ...board, filter: { ...board.filter, ...part } }, support);
  const types: Facets['types'] = {};
  for (const { type } of but({ typesOff: [] }).nodes) types[type] = (types[type] ?? 0) + 1;
  const kinds: Facets['kinds'] = {};
  for (const link of but({ kindsOff: [] }).links) for (const kind of kindsOf(link)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const heads = headsOf(board.communities);
  const communities: Record<NodeId, number> = {};
  for (const { community } of but({ communitiesOff: [] }).nodes) {
    const head = heads.get(community);
    if (head !== undefined) communities[head] = (communities[head] ?? 0) + 1;
  }
  return { types, kinds, communities };
};

/** Whether two filters leave the same, given what the articles within them say: which articles those are is told by that alone. */
export const leaveTheSame = (a: BoardFilter, b: BoardFilter): boolean =>
  a.typesOff === b.typesOff &&
  a.kindsOff === b.kindsOff &&
  a.communitiesOff === b.communitiesOff &&
  a.strength === b.strength &&
  filtersArticles(a) === filtersArticles(b);

/** Keeps the last answer of `seenOf`: what is seen is asked for by many and changes with few. */
export const rememberedSeen = () => {
  let last: { board: Seeable; support: Support; seen: Seen } | null = null;
  const keys = ['nodes', 'links', 'hidden', 'focus', 'communities', 'sizing', 'centrality'] as const;
  return (board: Seeable, support: Support): Seen => {
    const before = last;
    const same = before !== null && before.support === support && leaveTheSame(before.board.filter, board.filter);
    if (same && keys.every((key) => before.board[key] === board[key])) return before.seen;
    last = { board, support, seen: seenOf(board, support) };
    return last.seen;
  };
};
