import type { EntityId, NodeId, NodeType } from '../../../shared/model.ts';
import { relationKinds } from '../../../shared/relations.ts';
import type { LinkRelation, Point } from '../../../shared/views.ts';

/** What graph formats write: elements with typed attributes. */

export type Value = string | number | boolean | null;
export type Columns = Readonly<Record<string, 'string' | 'int' | 'double' | 'boolean'>>;

export interface NodeElement {
  id: NodeId;
  label: string;
  type: NodeType;
  /** Where it stands, with y downwards as on a screen; null for one that was never placed. */
  place: Point | null;
  /** Across, in the units of places; null where nothing tells. */
  size: number | null;
  first: string | null;
  last: string | null;
  /** By the names of the columns; what is null or empty is left out. */
  values: Readonly<Record<string, Value>>;
}

export interface EdgeElement extends Directed {
  id: string;
  label: string;
  weight: number;
  first: string | null;
  last: string | null;
  values: Readonly<Record<string, Value>>;
}

/** What is said of a graph as a whole. */
export interface GraphHead {
  title: string;
  /** Each a line. */
  description: readonly string[];
  /** ISO 8601; null where two exports of the same are to be the same text. */
  made: string | null;
  nodes: Columns;
  edges: Columns;
}

/** A format that is written one element after the other. */
export interface GraphFormat {
  begin: (head: GraphHead) => string;
  node: (node: NodeElement) => string;
  /** Between the nodes and the edges. */
  between: string;
  edge: (edge: EdgeElement) => string;
  end: string;
}

/** The ends of a link in the direction in which it reads. */
export interface Directed {
  source: NodeId;
  target: NodeId;
  directed: boolean;
}

/**
 * The direction of a link: that of its first relation. A link without one, of a kind without direction, or that is stated
 * both ways has none.
 */
export const directionOf = (
  link: { source: NodeId; target: NodeId },
  relations: readonly Pick<LinkRelation, 'kind' | 'from' | 'to'>[],
): Directed => {
  const [first] = relations;
  if (first === undefined) return { source: link.source, target: link.target, directed: false };
  const { kind, from, to }: { kind: LinkRelation['kind']; from: EntityId; to: EntityId } = first;
  const both = relations.some((other) => other.kind === kind && other.from === to);
  return { source: from, target: to, directed: !relationKinds[kind].symmetric && !both };
};

/** A number with no more digits than tell something. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
