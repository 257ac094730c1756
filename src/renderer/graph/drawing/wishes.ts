import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { badgePlace } from './badges.ts';
import { type Box, boxAround, fitPadding } from './camera.ts';
import type { Drawing, DrawnLink, DrawnNode } from './elements.ts';
import { bareLine, boxBeside, boxesAlong, type LabelWish, labelPx, labelSides, linkLabelPx, withMargin } from './labels.ts';
import { reachOf } from './shapes.ts';

/** What the user attends to: its labels come first. */
export interface Attention {
  /** Elements that are pointed at, selected or under the keyboard's cursor: labelled in any case. */
  on: ReadonlySet<string>;
  /** Elements connected to what is pointed at. */
  near: ReadonlySet<string>;
}

export interface Labels {
  nodes: LabelWish<NodeId>[];
  links: LabelWish<LinkId>[];
  obstacles: Box[];
}

type Width = (text: string, px: number) => number;

/** From this zoom on all relations show their verb where there is room; below, those of the node in the middle. */
const closeZoom = 1.25;
/** With so few links each shows its verb at any zoom: a path, a small neighbourhood. */
const fewLinks = 24;
/** px of bare line that a verb needs beside itself. */
const lineLeft = 26;
/** A label may reach this far, in parts of its radius, into another node. */
const bodyKept = 0.8;

/** From this weight on a node should be named even at the cost of covering a smaller one. */
const weighty = 0.5;

const scaled = ({ x, y }: Point, zoom: number): Point => ({ x: x * zoom, y: y * zoom });
const reachAt = (node: DrawnNode, zoom: number): Point => scaled(reachOf(node), zoom);
const radiusAt = (node: DrawnNode, zoom: number): number => Math.max(reachOf(node).x, reachOf(node).y) * zoom;

const rank = (id: string, weight: number, focus: boolean, { on, near }: Attention): number =>
  (on.has(id) ? 8 : 0) + (focus ? 4 : 0) + (near.has(id) ? 2 : 0) + weight;

const nodeWish = (node: DrawnNode, zoom: number, within: Box, width: Width, always: boolean): LabelWish<NodeId> => {
  const lines = node.label.split('\n');
  const wide = Math.max(...lines.map((line) => width(line, labelPx)));
  const centre = scaled(node, zoom);
  const reach = reachAt(node, zoom);
  const boxes = labelSides.map((side) => withMargin(boxBeside(side, centre, reach, wide, lines.length)));
  // below is always a place, so that an index tells the side
  const inside = (box: Box, index: number) => index === 0 || (box.x1 >= within.x1 && box.x2 <= within.x2);
  return { id: node.id, places: boxes.map((box, index) => (inside(box, index) ? [box] : null)), always, insistent: node.weight >= weighty };
};

const linkWish = (link: DrawnLink, drawing: Drawing, zoom: number, width: Width, always: boolean): LabelWish<LinkId> | null => {
  const source = drawing.nodes.get(link.source);
  const target = drawing.nodes.get(link.target);
  if (!source || !target) return null;
  const wide = width(link.label, linkLabelPx);
  const bare = bareLine(scaled(source, zoom), radiusAt(source, zoom), scaled(target, zoom), radiusAt(target, zoom));
  if (!always && bare.length < wide + lineLeft) return null;
  return { id: link.id, places: [boxesAlong(bare.from, bare.to, wide)], always };
};

/**
 * All labels that a drawing could show at a zoom, most important first, in px on the screen but for the pan: whether
 * two labels overlap does not depend on it, so panning needs no new pass.
 */
export const labelsOf = (drawing: Drawing, zoom: number, attention: Attention, width: Width): Labels => {
  const nodes = [...drawing.nodes.values()].sort(
    (a, b) => rank(b.id, b.weight, b.focus, attention) - rank(a.id, a.weight, a.focus, attention) || (a.id < b.id ? -1 : 1),
  );
  const all = zoom >= closeZoom || drawing.links.size <= fewLinks;
  const links = [...drawing.links.values()]
    .filter((link) => link.label !== '' && (all || link.central || attention.on.has(link.id) || attention.near.has(link.id)))
    .sort((a, b) => rank(b.id, b.strength, false, attention) - rank(a.id, a.strength, false, attention) || (a.id < b.id ? -1 : 1));
  const around = boxAround(nodes.map((node) => ({ ...scaled(node, zoom), radius: radiusAt(node, zoom) })));
  const within = around ?? { x1: 0, x2: 0, y1: 0, y2: 0 };
  within.x1 -= fitPadding.left - 4;
  within.x2 += fitPadding.right - 4;
  return {
    nodes: nodes.map((node) => nodeWish(node, zoom, within, width, attention.on.has(node.id) || node.focus)),
    links: links.flatMap((link) => linkWish(link, drawing, zoom, width, attention.on.has(link.id)) ?? []),
    obstacles: nodes.flatMap((node) => {
      const at = scaled(node, zoom);
      const reach = scaled(reachAt(node, zoom), bodyKept);
      const body = { x1: at.x - reach.x, x2: at.x + reach.x, y1: at.y - reach.y, y2: at.y + reach.y };
      const badged = node.more > 0 && (node.focus || attention.on.has(node.id));
      return badged ? [body, badgePlace(node, nodes, zoom).box] : [body];
    }),
  };
};
