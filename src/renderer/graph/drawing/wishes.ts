import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Box } from './camera.ts';
import { type DrawnLink, type DrawnNode, type Drawing, sizeOf } from './elements.ts';
import { boxesAlong, boxUnder, type LabelWish, labelPx, linkLabelPx } from './labels.ts';

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
/** px of bare line that a verb needs beside itself. */
const lineLeft = 26;
/** A label may reach this far, in parts of its radius, into another node. */
const bodyKept = 0.8;

const scaled = ({ x, y }: Point, zoom: number): Point => ({ x: x * zoom, y: y * zoom });
const radiusAt = (node: DrawnNode, zoom: number): number => (sizeOf(node.weight) / 2) * zoom;

const rank = (id: string, weight: number, focus: boolean, { on, near }: Attention): number =>
  (on.has(id) ? 8 : 0) + (focus ? 4 : 0) + (near.has(id) ? 2 : 0) + weight;

const linkWish = (link: DrawnLink, drawing: Drawing, zoom: number, width: Width, always: boolean): LabelWish<LinkId> | null => {
  const source = drawing.nodes.get(link.source);
  const target = drawing.nodes.get(link.target);
  if (!source || !target) return null;
  const wide = width(link.label, linkLabelPx);
  const bare = Math.hypot(source.x - target.x, source.y - target.y) * zoom - radiusAt(source, zoom) - radiusAt(target, zoom);
  if (!always && bare < wide + lineLeft) return null;
  return { id: link.id, boxes: boxesAlong(scaled(source, zoom), scaled(target, zoom), wide), always };
};

/**
 * All labels that a drawing could show at a zoom, most important first, in px on the screen but for the pan: whether
 * two labels overlap does not depend on it, so panning needs no new pass.
 */
export const labelsOf = (drawing: Drawing, zoom: number, attention: Attention, width: Width): Labels => {
  const nodes = [...drawing.nodes.values()].sort(
    (a, b) => rank(b.id, b.weight, b.focus, attention) - rank(a.id, a.weight, a.focus, attention) || (a.id < b.id ? -1 : 1),
  );
  const links = [...drawing.links.values()]
    .filter((link) => link.label !== '' && (link.central || zoom >= closeZoom || attention.on.has(link.id) || attention.near.has(link.id)))
    .sort((a, b) => rank(b.id, b.strength, false, attention) - rank(a.id, a.strength, false, attention) || (a.id < b.id ? -1 : 1));
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      boxes: [boxUnder(scaled(node, zoom), radiusAt(node, zoom), width(node.label, labelPx))],
      always: attention.on.has(node.id) || node.focus,
    })),
    links: links.flatMap((link) => linkWish(link, drawing, zoom, width, attention.on.has(link.id)) ?? []),
    obstacles: nodes.map((node) => {
      const at = scaled(node, zoom);
      const radius = radiusAt(node, zoom) * bodyKept;
      return { x1: at.x - radius, x2: at.x + radius, y1: at.y - radius, y2: at.y + radius };
    }),
  };
};
