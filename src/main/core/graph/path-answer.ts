import { linkIdOf } from '../../../shared/model.ts';
import type { PathAnswer, PathStep, Point } from '../../../shared/views.ts';
import { evidenceOf } from './evidence.ts';
import { refOf } from './neighbours.ts';
import { connect } from './path.ts';
import type { EvidencePort, GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { sliceAmong } from './slice.ts';

/** Pixels from one node of a chain to the next. */
const stepWidth = 190;

/** A chain from left to right, every other node a little lower so that the labels of its links have room. */
const chain = (nodes: readonly GraphNodeRow[]): Record<string, Point> =>
  Object.fromEntries(
    nodes.map(({ id }, index) => [id, { x: Math.round((index - (nodes.length - 1) / 2) * stepWidth), y: index % 2 === 0 ? 0 : 28 }]),
  );

/**
 * The shortest connection of two nodes with the best passage for each step and a slice to draw; or how far the search went.
 * A step is only taken where there is a passage to show for it.
 */
export const pathBetween = (
  port: LinkPort & EvidencePort,
  from: GraphNodeRow,
  to: GraphNodeRow,
  options: { steps: number; without: ReadonlySet<NodeKey> },
): PathAnswer => {
  const ends = { from: refOf(from), to: refOf(to) };
  const connection = connect(port, from, to, options);
  if (!('keys' in connection)) return { found: false, ...ends, ...connection };
  const rows = port.nodesByKey(connection.keys);
  const nodes = connection.keys.flatMap((key) => rows.get(key) ?? []);
  const slice = { ...sliceAmong(port, nodes, {}), positions: chain(nodes) };
  const steps = nodes.slice(1).flatMap((node, index): PathStep[] => {
    const before = nodes[index];
    if (before === undefined) return [];
    const link = slice.links.find(({ id }) => id === linkIdOf(before.id, node.id));
    const passage = evidenceOf(port, before, node, 1)?.groups[0]?.passages[0];
    return link === undefined || passage === undefined ? [] : [{ from: refOf(before), to: refOf(node), link, passage }];
  });
  return { found: true, ...ends, steps, slice };
};
