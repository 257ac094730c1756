import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';

/** Where the camera stands: model units times zoom plus pan are px on the screen. */
export interface Camera {
  zoom: number;
  pan: Point;
}

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** px kept free at each side: names beside the outer nodes, the header above, legend and zoom buttons below. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export const fitPadding: Padding = { top: 48, right: 64, bottom: 76, left: 64 };
/** The same under the row of communities, which is 36 px high. */
export const overviewPadding: Padding = { ...fitPadding, top: fitPadding.top + 36 };

/** Farther in than this a fit does not go: three nodes must not fill the window. */
export const fitZoomMost = 1.15;
export const zoomRange = { least: 0.1, most: 4 } as const;

/** The smallest box around discs; null without any. */
export const boxAround = (discs: Iterable<Point & { radius: number }>): Box | null => {
  const all = [...discs];
  if (all.length === 0) return null;
  const box: Box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const { x, y, radius } of all) {
    box.x1 = Math.min(box.x1, x - radius);
    box.y1 = Math.min(box.y1, y - radius);
    box.x2 = Math.max(box.x2, x + radius);
    box.y2 = Math.max(box.y2, y + radius);
  }
  return box;
};

/** How the places of a board are fitted to the pane that shows it. */
export interface Fit {
  /** Places are pulled apart by these factors. */
  x: number;
  y: number;
  /** Nodes and lines are drawn larger by this factor. */
  scale: number;
  /** How far nodes stand from their place, in px at zoom 1 and after the pull: a crowded map is spread. */
  moves: ReadonlyMap<NodeId, Point>;
}

const unmoved: Fit['moves'] = new Map();
export const asPlaced: Fit = { x: 1, y: 1, scale: 1, moves: unmoved };

/** Where a place of the board is drawn. */
export const drawnPlace = ({ x, y, moves }: Fit, id: NodeId, place: Point): Point => {
  const move = moves.get(id);
  return { x: place.x * x + (move?.x ?? 0), y: place.y * y + (move?.y ?? 0) };
};

/** The place of the board that is drawn here: undoes `drawnPlace`. */
export const boardPlace = ({ x, y, moves }: Fit, id: NodeId, drawn: Point): Point => {
  const move = moves.get(id);
  return { x: (drawn.x - (move?.x ?? 0)) / x, y: (drawn.y - (move?.y ?? 0)) / y };
};

/** No farther than this are places pulled apart to use the pane's shape: beyond, clusters come undone. */
export const stretchMost: Point = { x: 1.35, y: 1.7 };
/** A timeline is a band: nothing comes undone where its rows stand apart. */
export const timelineStretch: Point = { x: 1.35, y: 4 };
/** A whole map that needs a smaller zoom than this has its nodes enlarged, so that the least is 11 px wide on the screen. */
const plainZoom = 0.55;
/** Beyond this neighbours would touch: the core leaves as much room around a node as its label needs. */
const scaleMost = 1.7;

/** Steps of a twentieth: a pane dragged by a few px must not move every node. */
const rough = (factor: number): number => Math.round(factor * 20) / 20;
const between = (least: number, factor: number, most: number): number => rough(Math.min(most, Math.max(least, factor)));

/**
 * How to fit a box to the pane it is shown in. The core places for a wide pane, and one between two open side panes is
 * high; it places for a zoom of 1, and a pane that is too small for that would show dots. Never below 1, so that nothing
 * gets closer together.
 */
export const fitOf = (
  box: Box,
  viewport: { width: number; height: number },
  padding: Padding = fitPadding,
  most: Point = stretchMost,
): Fit => {
  const zoom = cameraFor(box, viewport, padding).zoom;
  const pull = (room: number, size: number, limit: number) => between(1, room / (Math.max(size, 1) * zoom), limit);
  return {
    x: pull(viewport.width - padding.left - padding.right, box.x2 - box.x1, most.x),
    y: pull(viewport.height - padding.top - padding.bottom, box.y2 - box.y1, most.y),
    scale: between(1, plainZoom / zoom, scaleMost),
    moves: unmoved,
  };
};

/** The camera that shows a whole box inside a viewport of this many px, in the middle of what the padding leaves. */
export const cameraFor = (box: Box, viewport: { width: number; height: number }, padding: Padding = fitPadding): Camera => {
  const width = Math.max(viewport.width - padding.left - padding.right, 40);
  const height = Math.max(viewport.height - padding.top - padding.bottom, 40);
  const fitting = Math.min(width / Math.max(box.x2 - box.x1, 1), height / Math.max(box.y2 - box.y1, 1), fitZoomMost);
  const zoom = Math.max(fitting, zoomRange.least);
  return {
    zoom,
    pan: {
      x: padding.left + width / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: padding.top + height / 2 - (zoom * (box.y1 + box.y2)) / 2,
    },
  };
};

/** The least move of the camera that brings a point at least `margin` px inside the viewport; null where it is already. */
export const panToShow = (point: Point, viewport: { width: number; height: number }, margin: number): Point | null => {
  const by = (at: number, size: number) => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
  const move = { x: by(point.x, viewport.width), y: by(point.y, viewport.height) };
  return move.x === 0 && move.y === 0 ? null : move;
};
