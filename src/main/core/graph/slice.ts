import type { NodeId } from '../../../shared/model.ts';
import type { GraphNode, Neighbourhood, Point, Slice } from '../../../shared/views.ts';
import { communitiesOf } from './communities.ts';
import { islands } from './islands.ts';
import { drawnLinks, linksAmong, type ScoredLink } from './links.ts';
import { mixed } from './mix.ts';
import { blockSize, filteredNeighbours, type NeighbourFilter, refOf } from './neighbours.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { placed } from './positions.ts';
import { readableLinks, thinned } from './thin.ts';

type Fixed = Readonly<Partial<Record<NodeId, Point>>>;

interface SliceOptions {
  focus?: GraphNodeRow | null;
  fixed?: Fixed;
  /** Each community an island of its own. */
  apart?: boolean;
}

/** A node's importance in a slice: its link to the focus, or its strongest few links; 0..1 of the greatest. */
const weightsOf = (rows: readonly GraphNodeRow[], links: readonly ScoredLink[], focus: NodeKey | null): Map<NodeKey, number> => {
  const scores = new Map<NodeKey, number[]>(rows.map(({ key }) => [key, []]));
  for (const { a, b, score } of links) {
    if (focus !== null && a !== focus && b !== focus) continue;
    scores.get(a)?.push(score);
    scores.get(b)?.push(score);
  }
  const sum = (list: readonly number[]): number =>
    [...list]
      .sort((left, right) => right - left)
      .slice(0, 8)
      .reduce((all, one) => all + one, 0);
  const sums = new Map(rows.map(({ key }) => [key, key === focus ? 0 : sum(scores.get(key) ?? [])]));
  const greatest = Math.max(0, ...sums.values());
  return new Map([...sums].map(([key, value]) => [key, key === focus ? 1 : greatest === 0 ? 0 : value / greatest]));
};

/** Named after the two heaviest members. */
const communityNames = (nodes: readonly GraphNode[]): Slice['communities'] => {
  const members = new Map<number, GraphNode[]>();
  for (const node of nodes) members.set(node.community, [...(members.get(node.community) ?? []), node]);
  return [...members]
    .sort(([left], [right]) => left - right)
    .map(([id, list]) => {
      const entities = list.filter(({ type }) => type !== 'story' && type !== 'place');
      const heaviest = [...(entities.length > 0 ? entities : list)].sort(
        (left, right) => right.weight - left.weight || (left.id < right.id ? -1 : 1),
      );
      return {
        id,
        name: heaviest
          .slice(0, 2)
          .map(({ name }) => name)
          .join(', '),
        size: list.length,
      };
    });
};

/** The slice of some nodes and of links among them that were chosen before: weights, communities, places. */
export const sliceOf = (
  port: LinkPort,
  rows: readonly GraphNodeRow[],
  all: readonly ScoredLink[],
  chosen: readonly ScoredLink[],
  { focus = null, fixed = {}, apart = false }: SliceOptions,
): Slice => {
  const keys = rows.map(({ key }) => key);
  const focusKey = focus?.key ?? null;
  const weights = weightsOf(rows, chosen, focusKey);
  // The focus goes with everything in its slice; it must not hold together what falls into parts without it.
  const around = chosen.filter(({ a, b }) => a !== focusKey && b !== focusKey);
  const communities = communitiesOf(
    keys.filter((key) => key !== focusKey),
    around,
    (key) => weights.get(key) ?? 0,
  );
  const strongest = chosen.find(({ a, b }) => a === focusKey || b === focusKey);
  if (focusKey !== null) communities.set(focusKey, communities.get(strongest?.a === focusKey ? strongest.b : (strongest?.a ?? 0)) ?? 0);

  const shown = new Map<NodeKey, number>();
  for (const { a, b } of all) {
    shown.set(a, (shown.get(a) ?? 0) + 1);
    shown.set(b, (shown.get(b) ?? 0) + 1);
  }
  const degrees = port.degrees(keys);
  const nodes = rows.map(
    (row): GraphNode => ({
      ...refOf(row),
      weight: weights.get(row.key) ?? 0,
      community: communities.get(row.key) ?? 0,
      more: Math.max(0, (degrees.get(row.key) ?? 0) - (shown.get(row.key) ?? 0)),
    }),
  );
  const links = drawnLinks(port, chosen, new Map(rows.map((row) => [row.key, row])));
  return {
    focus: focus?.id ?? null,
    nodes,
    links,
    positions: apart ? islands(nodes, links) : placed(nodes, links, { focus: focus?.id ?? null, fixed }),
    communities: communityNames(nodes),
  };
};

/** The slice of given nodes with the links among them: all of them up to what can be read, see `readableLinks`. */
export const sliceAmong = (port: LinkPort, rows: readonly GraphNodeRow[], options: SliceOptions): Slice => {
  const all = linksAmong(port, new Map(rows.map((row) => [row.key, row])));
  return sliceOf(port, rows, all, thinned(all, readableLinks(rows.length), options.focus?.key ?? null), options);
};

/** What `neighbourhoodOf` draws. `most`: nodes in all; `shown`: nodes on the board already; `limit`: neighbours to add. */
export interface NeighbourhoodRequest extends NeighbourFilter {
  limit: number;
  most: number;
  shown: readonly NodeId[];
  fixed: Fixed;
}

/** A node with its strongest neighbours in a readable mix, placed; nodes that are shown already stay. */
export const neighbourhoodOf = (port: LinkPort, node: GraphNodeRow, request: NeighbourhoodRequest): Neighbourhood => {
  const shown = port.nodeRows(request.shown).filter(({ key }) => key !== node.key);
  const { ranked } = filteredNeighbours(port, node, request);
  const onBoard = new Set(shown.map(({ key }) => key));
  const room = Math.max(0, Math.min(request.limit, request.most - 1 - shown.length));
  const added = mixed(
    ranked.filter(({ key }) => !onBoard.has(key)),
    Math.max(1, Math.min(blockSize, room)),
    room,
  );
  const rows = port.nodesByKey(added.map(({ key }) => key));
  const nodes = [node, ...shown, ...added.flatMap(({ key }) => rows.get(key) ?? [])].slice(0, request.most);
  const inSlice = new Set(nodes.map(({ key }) => key));
  const drawn = ranked.reduce((count, { key }) => count + (inSlice.has(key) ? 1 : 0), 0);
  return {
    of: refOf(node),
    total: ranked.length,
    more: ranked.length - drawn,
    ...sliceAmong(port, nodes, { focus: node, fixed: request.fixed }),
  };
};
