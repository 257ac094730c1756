import type { Core } from 'cytoscape';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Box } from '../drawing/camera.ts';
import type { Drawing, DrawnLink, DrawnNode } from '../drawing/elements.ts';
import { bareLine, boxBeside, type LabelSide } from '../drawing/labels.ts';
import { reachOf } from '../drawing/shapes.ts';
import { fadedOpacity } from '../drawing/stylesheet.ts';
import { type Sprite, spriteMargin, type spriteStore } from './sprites.ts';

/** Labels that have their place: nodes with the side that they stand on, and links. */
export interface ShownLabels {
  nodes: { node: DrawnNode; side: LabelSide; faded: boolean }[];
  links: { link: DrawnLink; source: DrawnNode; target: DrawnNode; faded: boolean }[];
}

/** Where labels came to stand, in px of the canvas: what a click is looked up in. */
export type LabelSpots = ({ kind: 'node'; id: NodeId; box: Box } | { kind: 'link'; id: LinkId; box: Box })[];

/** Where a node is drawn now, in px of the canvas; it may be under way or in the user's hand. */
const placeOf = (cy: Core, node: DrawnNode): Point => {
  const drawn = cy.getElementById(node.id);
  // a large board is added over several frames
  const { x, y } = drawn.nonempty() ? drawn.position() : node;
  const zoom = cy.zoom();
  const pan = cy.pan();
  return { x: x * zoom + pan.x, y: y * zoom + pan.y };
};

const radiusOf = (node: DrawnNode): number => Math.max(reachOf(node).x, reachOf(node).y);

interface Brush {
  context: CanvasRenderingContext2D;
  sprite: ReturnType<typeof spriteStore>;
  ratio: number;
}

const paintSprite = ({ context, ratio }: Brush, { image, width, height }: Sprite, centre: Point): void => {
  // whole device px: text between two of them is blurred
  const x = Math.round((centre.x - width / 2 - spriteMargin) * ratio);
  const y = Math.round((centre.y - height / 2 - spriteMargin) * ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(image, x, y);
};

const paintAlong = ({ context, ratio }: Brush, { image, width, height }: Sprite, from: Point, to: Point): Point => {
  const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const slope = Math.atan2(to.y - from.y, to.x - from.x);
  // never upside down
  const angle = Math.abs(slope) > Math.PI / 2 ? slope + Math.PI : slope;
  context.setTransform(1, 0, 0, 1, centre.x * ratio, centre.y * ratio);
  context.rotate(angle);
  context.drawImage(image, (-width / 2 - spriteMargin) * ratio, (-height / 2 - spriteMargin) * ratio);
  return centre;
};

/** Paints all labels where their nodes and links are in this frame. Answers where they stand. */
export const paintLabels = (brush: Brush, cy: Core, { nodes, links }: ShownLabels): LabelSpots => {
  const { context } = brush;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const zoom = cy.zoom();
  const spots: LabelSpots = [];
  for (const { link, source, target, faded } of links) {
    const bare = bareLine(placeOf(cy, source), radiusOf(source) * zoom, placeOf(cy, target), radiusOf(target) * zoom);
    const sprite = brush.sprite(link.label, 'verb');
    context.globalAlpha = faded ? fadedOpacity : 1;
    const { x, y } = paintAlong(brush, sprite, bare.from, bare.to);
    const half = sprite.height / 2;
    spots.push({ kind: 'link', id: link.id, box: { x1: x - half, x2: x + half, y1: y - half, y2: y + half } });
  }
  for (const { node, side, faded } of nodes) {
    const sprite = brush.sprite(node.label, node.focus ? 'middle' : 'name');
    const reach = reachOf(node);
    const box = boxBeside(side, placeOf(cy, node), { x: reach.x * zoom, y: reach.y * zoom }, sprite.width, node.label.split('\n').length);
    context.globalAlpha = faded ? fadedOpacity : 1;
    paintSprite(brush, sprite, { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 });
    spots.push({ kind: 'node', id: node.id, box });
  }
  context.globalAlpha = 1;
  return spots;
};

/** The label at a point, the topmost first; null where there is none. */
export const spotAt = (spots: LabelSpots, { x, y }: Point): LabelSpots[number] | null =>
  spots.findLast(({ box }) => x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2) ?? null;

/** What placed labels are of, as drawn: those that left the drawing since are dropped. */
export const shownOf = (drawing: Drawing, sides: ReadonlyMap<string, LabelSide>, fadedBut: ReadonlySet<string> | null): ShownLabels => {
  const shown: ShownLabels = { nodes: [], links: [] };
  for (const [id, side] of sides) {
    const faded = fadedBut !== null && !fadedBut.has(id);
    const node = drawing.nodes.get(id as NodeId);
    if (node) shown.nodes.push({ node, side, faded });
    const link = drawing.links.get(id as LinkId);
    const source = link && drawing.nodes.get(link.source);
    const target = link && drawing.nodes.get(link.target);
    if (link && source && target) shown.links.push({ link, source, target, faded });
  }
  return shown;
};
