import { type ArticleId, type LinkId, linkIdOf, type NodeId, type NodeType } from '../../../shared/model.ts';
import type { Passage, Point, Slice } from '../../../shared/views.ts';
import type { FoundPath, PathStep, Paths } from '../../../shared/views-paths.ts';
import { linksAmong } from './links.ts';
import { refOf } from './neighbours.ts';
import { connect } from './path.ts';
import type { EvidencePort, GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { slicing } from './slice.ts';
import type { Steps } from './steps.ts';
import { strongestPassage } from './strongest-passage.ts';
import { readableLinks, thinning } from './thin.ts';
import { wayStrength } from './way-cost.ts';
import { pairKey } from './way-graph.ts';
import { bestWays, type FoundWay } from './ways.ts';

/** What paths ask of a library. */
export interface PathPort extends LinkPort, EvidencePort {
  addressesOf: (ids: readonly ArticleId[]) => Map<ArticleId, string>;
}

/** Which paths are wanted. */
export interface PathsRequest {
  most: number;
  steps: number;
  without: readonly NodeId[];
  withoutTypes: readonly NodeType[];
}

/** Pixels from one node of a chain to the next, and from one chain to the next. */
const stepWidth = 190;
const rowHeight = 120;

/**
 * Places for ways between the same ends: the ends left and right in the middle, each way a row of its own, the strongest in the middle and
 * the others above and beneath it in turn. A node of several ways stands in the strongest of them. Every other node is a little lower, so
 * that the labels of its links have room.
 */
const rows = (ways: readonly (readonly GraphNodeRow[])[]): Record<NodeId, Point> => {
  const longest = Math.max(...ways.map((way) => way.length - 1));
  const places: Record<NodeId, Point> = {};
  for (const [number, way] of ways.entries()) {
    const side = number % 2 === 1 ? -1 : 1;
    const row = side * Math.ceil(number / 2) * rowHeight;
    for (const [index, { id }] of way.entries()) {
      const isEnd = index === 0 || index === way.length - 1;
      const share = way.length === 1 ? 0 : index / (way.length - 1) - 0.5;
      places[id] ??= { x: Math.round(share * longest * stepWidth) || 0, y: (isEnd ? 0 : row) + (index % 2 === 1 && !isEnd ? 28 : 0) };
    }
  }
  return places;
};

/** The ways with their passages, and a slice of all of them. A way of which a step has nothing to show for it is left out. */
function* answering(port: PathPort, from: GraphNodeRow, ways: readonly FoundWay[]): Steps<{ paths: FoundPath[]; slice: Slice }> {
  const byKey = port.nodesByKey([...new Set(ways.flatMap(({ keys }) => keys))]);
  const chains = ways.map(({ keys }) => {
    const nodes = keys.flatMap((key) => byKey.get(key) ?? []);
    return nodes[0]?.key === from.key ? nodes : nodes.reverse();
  });
  const onWay = new Set(chains.flatMap((nodes) => nodes.slice(1).map(({ key }, index) => pairKey(key, nodes[index]?.key ?? 0))));
  const all = linksAmong(port, byKey);
  const readable = new Set(yield* thinning(all, readableLinks(byKey.size)));
  const chosen = all.filter((link) => readable.has(link) || onWay.has(pairKey(link.a, link.b)));
  const slice = yield* slicing(port, [...byKey.values()], all, chosen, { fixed: rows(chains) });

  const links = new Map(slice.links.map((link) => [link.id, link]));
  const passages = new Map<LinkId, Passage | null>();
  for (const nodes of chains) {
    for (const [index, node] of nodes.slice(1).entries()) {
      const before = nodes[index];
      const id = before && linkIdOf(before.id, node.id);
      if (before === undefined || id === undefined || passages.has(id)) continue;
      passages.set(id, strongestPassage(port, before, node));
      yield;
    }
  }
  const paths = chains.map((nodes, number): FoundPath => {
    const steps = nodes.slice(1).flatMap((node, index): PathStep[] => {
      const before = nodes[index];
      const link = before && links.get(linkIdOf(before.id, node.id));
      const passage = link && passages.get(link.id);
      return !before || !link || !passage ? [] : [{ from: refOf(before), to: refOf(node), link, passage, address: null }];
    });
    return { steps, strength: wayStrength(ways[number]?.cost ?? 0) };
  });
  const shown = paths.filter(({ steps }, number) => steps.length === (chains[number]?.length ?? 0) - 1);
  const articles = [...passages.values()].flatMap((passage) => passage?.article.id ?? []);
  const addresses = port.addressesOf([...new Set(articles)]);
  for (const step of shown.flatMap(({ steps }) => steps)) step.address = addresses.get(step.passage.article.id) ?? null;
  return { paths: shown, slice };
}

/**
 * The best connections of two nodes that differ, strongest first, each step with its strongest sentence, and a slice of all of them to
 * draw; or how far the search went.
 */
export function* findingPaths(
  port: PathPort,
  from: GraphNodeRow,
  to: GraphNodeRow,
  { most, steps, without, withoutTypes }: PathsRequest,
): Steps<Paths> {
  const ends = { from: refOf(from), to: refOf(to) };
  const avoided = new Set(port.nodeRows(without).map(({ key }) => key));
  const excluded = (key: NodeKey, type: NodeType): boolean => avoided.has(key) || withoutTypes.includes(type);
  // The same way from either end: which of two equally good ones is found must not depend on who asks.
  const [one, other] = from.key < to.key ? [from, to] : [to, from];
  const connection = yield* connect(port, one, other, { steps, excluded });
  if (!('keys' in connection)) return { found: false, ...ends, ...connection };
  const ways =
    one.key === other.key ? [{ keys: [one.key], cost: 0 }] : yield* bestWays(port, one, other, connection.keys, { steps, excluded, most });
  yield;
  return { found: true, ...ends, ...(yield* answering(port, from, ways)) };
}
