import type { NodeId } from '../../../shared/model.ts';
import type { GraphNode, Neighbourhood, Point, Slice } from '../../../shared/views.ts';
import { communitiesOf } from './communities.ts';
import { islands } from './islands.ts';
import { drawnLinks, findingLinks, type ScoredLink } from './links.ts';
import { filteredNeighbours, type NeighbourFilter, rankingNeighbours, refOf } from './neighbours.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { placing } from './positions.ts';
import { depthsFrom, ringsAround } from './rings.ts';
import type { Steps } from './steps.ts';
import { readableLinks, thinning } from './thin.ts';

type Fixed = Readonly<Partial<Record<NodeId, Point>>>;

interface SliceOptions {
  focus?: GraphNodeRow | null;
  fixed?: Fixed;
  /** Each community an island of its own. */
  apart?: boolean;
  /** Only what a layout is made of: without places, neighbours not counted. */
  bare?: boolean;
  /** Links that are drawn where there are any, however many there are already. */
  always?: (a: NodeId, b: NodeId) => boolean;
}

/** Nodes whose neighbours are counted in one step: hubs have thousands. */
const keysAtOnce = 100;

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
    .flatMap(([id, list]) => {
      const entities = list.filter(({ type }) => type !== 'story' && type !== 'place');
      const heaviest = [...(entities.length > 0 ? entities : list)].sort(
        (left, right) => right.weight - left.weight || (left.id < right.id ? -1 : 1),
      );
      const [head, second] = heaviest;
      if (head === undefined) return [];
      const name = second === undefined ? head.name : `${head.name}, ${second.name}`;
      return [{ id, name, size: list.length, head: head.id }];
    });
};

/** The slice of some nodes and of links among them that were chosen before: weights, communities, places; in steps. */
export function* slicing(
  port: LinkPort,
  rows: readonly GraphNodeRow[],
  all: readonly ScoredLink[],
  chosen: readonly ScoredLink[],
  { focus = null, fixed = {}, apart = false, bare = false }: SliceOptions,
): Steps<Slice> {
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
  const degrees = new Map<NodeKey, number>();
  for (let at = 0; at < keys.length && !bare; at += keysAtOnce) {
    yield;
    for (const [key, degree] of port.degrees(keys.slice(at, at + keysAtOnce))) degrees.set(key, degree);
  }
  const nodes = rows.map(
    (row): GraphNode => ({
      ...refOf(row),
      weight: weights.get(row.key) ?? 0,
      community: communities.get(row.key) ?? 0,
      more: Math.max(0, (degrees.get(row.key) ?? 0) - (shown.get(row.key) ?? 0)),
      first: row.first,
      last: row.last,
    }),
  );
  yield;
  const links = drawnLinks(port, chosen, new Map(rows.map((row) => [row.key, row])));
  yield;
  const places = function* (): Steps<Slice['positions']> {
    if (bare) return {};
    return apart ? yield* islands(nodes, links) : yield* placing(nodes, links, { focus: focus?.id ?? null, fixed });
  };
  return {
    focus: focus?.id ?? null,
    nodes,
    links,
    positions: yield* places(),
    communities: communityNames(nodes),
  };
}

/** Of each library the links of the last board: it is laid out one way after another, and 1,000 nodes have 100,000 links. */
const remembered = new WeakMap<LinkPort, { version: string; board: string; links: readonly ScoredLink[] }>();

function* linksOfBoard(port: LinkPort, nodes: ReadonlyMap<NodeKey, GraphNodeRow>): Steps<readonly ScoredLink[]> {
  const version = port.version();
  const board = [...nodes.keys()].sort((left, right) => left - right).join();
  const known = remembered.get(port);
  if (known?.version === version && known.board === board) return known.links;
  const links = yield* findingLinks(port, nodes);
  remembered.set(port, { version, board, links });
  return links;
}

/** The slice of given nodes with the links among them, all of them up to what can be read (see `readableLinks`); in steps: that of a large board takes a second. */
export function* slicingAmong(port: LinkPort, rows: readonly GraphNodeRow[], options: SliceOptions): Steps<Slice> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const all = yield* linksOfBoard(port, byKey);
  const readable = yield* thinning(all, readableLinks(rows.length), options.focus?.key ?? null);
  yield;
  const { always } = options;
  const wanted = ({ a, b }: ScoredLink): boolean => {
    const [one, other] = [byKey.get(a), byKey.get(b)];
    return one !== undefined && other !== undefined && always?.(one.id, other.id) === true;
  };
  const chosen = always === undefined ? readable : [...new Set([...readable, ...all.filter(wanted)])];
  return yield* slicing(port, rows, all, chosen, options);
}

/** What a neighbourhood shows. `most`: nodes in all; `shown`: nodes on the board already; `limit`: nodes to add, down to `depth`. */
export interface NeighbourhoodRequest extends NeighbourFilter {
  limit: number;
  depth: number;
  most: number;
  shown: readonly NodeId[];
  fixed: Fixed;
}

/** A node with its strongest neighbours in a readable mix, and theirs where `depth` is above 1, placed; nodes that are shown already stay. */
export function* slicingAround(port: LinkPort, node: GraphNodeRow, request: NeighbourhoodRequest): Steps<Neighbourhood> {
  const shown = port.nodeRows(request.shown).filter(({ key }) => key !== node.key);
  yield* rankingNeighbours(port, node);
  const { ranked } = filteredNeighbours(port, node, request);
  yield;
  const onBoard = new Set(shown.map(({ key }) => key));
  const room = Math.max(0, Math.min(request.limit, request.most - 1 - shown.length));
  const added = yield* ringsAround(port, node, ranked, { depth: request.depth, room, onBoard, filter: request });
  const rows = port.nodesByKey(added);
  const nodes = [node, ...shown, ...added.flatMap((key) => rows.get(key) ?? [])].slice(0, request.most);
  const inSlice = new Set(nodes.map(({ key }) => key));
  const drawn = ranked.reduce((count, { key }) => count + (inSlice.has(key) ? 1 : 0), 0);
  const slice = yield* slicingAmong(port, nodes, { focus: node, fixed: request.fixed });
  const depths = depthsFrom(node.id, slice.links);
  return {
    of: refOf(node),
    total: ranked.length,
    more: ranked.length - drawn,
    ...slice,
    nodes: slice.nodes.map((one) => ({ ...one, depth: depths.get(one.id) ?? null })),
  };
}
