import type { LinkId, NodeId, NodeType } from '../../../shared/model.ts';
import { type RelationStatus, relationKinds } from '../../../shared/relations.ts';
import type { GraphLink, GraphNode, Point } from '../../../shared/views.ts';
import { canvasLines } from '../words.ts';
import { asPlaced, drawnPlace, type Fit } from './camera.ts';
import { enlarged, sizeOf } from './shapes.ts';

/** A node as Cytoscape is fed it: flat values that the stylesheet reads. */
export interface DrawnNode {
  id: NodeId;
  name: string;
  /** The name as the canvas writes it: one line or two. */
  label: string;
  type: NodeType;
  /** 0 to 1. */
  weight: number;
  /** Size and width of the rim in px at zoom 1. */
  size: number;
  rim: number;
  community: number;
  more: number;
  focus: boolean;
  pinned: boolean;
  x: number;
  y: number;
}

/** A link as Cytoscape is fed it; it runs in the direction of its strongest relation. */
export interface DrawnLink {
  id: LinkId;
  source: NodeId;
  target: NodeId;
  kind: GraphLink['kind'];
  /** Of the strongest relation; `none` for links that state nothing. */
  status: RelationStatus | 'none';
  /** Words on the link; empty where it states nothing. */
  label: string;
  /** Where arrow heads go. */
  arrow: 'none' | 'one' | 'both';
  /** 0 to 1. */
  strength: number;
  /** Width of the line in px at zoom 1. */
  width: number;
  /** Whether it touches the node in the middle. */
  central: boolean;
}

/** All that the canvas shows, by id. */
export interface Drawing {
  nodes: ReadonlyMap<NodeId, DrawnNode>;
  links: ReadonlyMap<LinkId, DrawnLink>;
}

export const emptyDrawing: Drawing = { nodes: new Map(), links: new Map() };

const rimWidth = 1.75;
/** Widths of lines in px at zoom 1, for a strength of 0 and of 1. */
const lineWidths = { relation: [1.25, 3], 'co-mention': [0.75, 2.25], mention: [0.75, 1.5] } as const;

const drawnLink = (link: GraphLink, focus: NodeId | null, scale: number): DrawnLink => {
  const [strongest] = link.relations;
  const central = link.source === focus || link.target === focus;
  const [thin, thick] = lineWidths[link.kind];
  const width = (thin + (thick - thin) * link.strength) * scale;
  const common = { id: link.id, kind: link.kind, strength: link.strength, width, central };
  if (!strongest) return { ...common, source: link.source, target: link.target, status: 'none', label: '', arrow: 'none' };
  const { symmetric, verb } = relationKinds[strongest.kind];
  const mutual = link.relations.some((other) => other.kind === strongest.kind && other.from === strongest.to);
  const arrow = symmetric ? 'none' : mutual ? 'both' : 'one';
  return { ...common, source: strongest.from, target: strongest.to, status: strongest.status, label: verb, arrow };
};

interface Drawable {
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
  positions: Record<NodeId, Point>;
  focus: NodeId | null;
  pinned: ReadonlySet<NodeId>;
}

/**
 * What is drawn of a board, fitted to the pane. Nodes without a place and links without both
 * ends are left out.
 */
export const drawingOf = (board: Drawable, fit: Fit = asPlaced): Drawing => {
  const placed = board.nodes.flatMap((node) => {
    const place = board.positions[node.id];
    return place ? [{ ...node, ...drawnPlace(fit, node.id, place) }] : [];
  });
  const sizes = enlarged(placed, fit.scale);
  const nodes = new Map<NodeId, DrawnNode>();
  placed.forEach((node, at) => {
    nodes.set(node.id, {
      id: node.id,
      name: node.name,
      label: canvasLines(node.name, node.type),
      type: node.type,
      weight: node.weight,
      size: sizes[at] ?? sizeOf(node.weight),
      rim: rimWidth * fit.scale,
      community: node.community,
      more: node.more,
      focus: node.id === board.focus,
      pinned: board.pinned.has(node.id),
      x: node.x,
      y: node.y,
    });
  });
  const links = new Map<LinkId, DrawnLink>();
  for (const link of board.links) {
    if (nodes.has(link.source) && nodes.has(link.target)) links.set(link.id, drawnLink(link, board.focus, fit.scale));
  }
  return { nodes, links };
};

interface Changes<Id, Element> {
  added: Element[];
  changed: Element[];
  removed: Id[];
}

/** What must be done to the canvas so that it shows the second drawing instead of the first. */
export interface Difference {
  nodes: Changes<NodeId, DrawnNode> & { moved: DrawnNode[] };
  links: Changes<LinkId, DrawnLink>;
}

const differs = <Element extends object>(a: Element, b: Element, but: readonly string[] = []): boolean =>
  (Object.keys(b) as (keyof Element & string)[]).some((key) => a[key] !== b[key] && !but.includes(key));

const changesOf = <Id, Element extends object>(
  before: ReadonlyMap<Id, Element>,
  after: ReadonlyMap<Id, Element>,
  changed: (a: Element, b: Element) => boolean,
): Changes<Id, Element> => {
  const changes: Changes<Id, Element> = { added: [], changed: [], removed: [] };
  for (const [id, element] of after) {
    const old = before.get(id);
    if (!old) changes.added.push(element);
    else if (changed(old, element)) changes.changed.push(element);
  }
  for (const id of before.keys()) if (!after.has(id)) changes.removed.push(id);
  return changes;
};

/** The difference of two drawings. A link whose direction turned is removed and added: Cytoscape's ends are fixed. */
export const differenceOf = (before: Drawing, after: Drawing): Difference => {
  const nodes = changesOf(before.nodes, after.nodes, (a, b) => differs(a, b, ['x', 'y']));
  const moved = [...after.nodes.values()].filter((node) => {
    const old = before.nodes.get(node.id);
    return old !== undefined && (old.x !== node.x || old.y !== node.y);
  });
  const links = changesOf(before.links, after.links, (a, b) => differs(a, b));
  const turned = links.changed.filter((link) => before.links.get(link.id)?.source !== link.source);
  return {
    nodes: { ...nodes, moved },
    links: {
      added: [...links.added, ...turned],
      changed: links.changed.filter((link) => !turned.includes(link)),
      removed: [...links.removed, ...turned.map((link) => link.id)],
    },
  };
};

/** Part of the nodes that must have been there before for one drawing to be seen as going on from another. */
const familiarPart = 1 / 3;

/** Whether a drawing goes on from the one before, so that movement shows where things went; another board is just shown. */
export const continues = (before: Drawing, after: Drawing): boolean => {
  const familiar = [...after.nodes.keys()].filter((id) => before.nodes.has(id)).length;
  return familiar > 0 && familiar >= after.nodes.size * familiarPart;
};
