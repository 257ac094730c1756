import type { Point } from '../../../shared/views.ts';
import type { Box } from './camera.ts';

/** A label that wants to be shown: the boxes it would cover, in px on the screen. */
export interface LabelWish<Id> {
  id: Id;
  boxes: readonly Box[];
  /** Shown even where it covers another: what the user points at. */
  always?: boolean;
}

/** Font size of labels on the screen, whatever the zoom, in px. */
export const labelPx = 12;
export const linkLabelPx = 10.5;
/** Height of a line of text, in parts of its font size. */
const lineHeight = 1.25;
/** px between a node and its label, and around a label that no other may enter. */
export const labelGap = 3;
const labelMargin = 3;

/** The box of a label of this width that hangs under a disc on the screen. */
export const boxUnder = (centre: Point, radius: number, width: number, px = labelPx): Box => ({
  x1: centre.x - width / 2 - labelMargin,
  x2: centre.x + width / 2 + labelMargin,
  y1: centre.y + radius + labelGap - 1,
  y2: centre.y + radius + labelGap + px * lineHeight + 1,
});

/** The boxes of a label of this width that lies along a line, at its middle: small squares, so that slanted text fits. */
export const boxesAlong = (from: Point, to: Point, width: number, px = linkLabelPx): Box[] => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const side = px * lineHeight;
  const squares = Math.max(1, Math.ceil(width / side));
  return Array.from({ length: squares }, (_, index) => {
    const along = (index - (squares - 1) / 2) * (width / squares);
    const x = middle.x + step.x * along;
    const y = middle.y + step.y * along;
    return { x1: x - side / 2, x2: x + side / 2, y1: y - side / 2, y2: y + side / 2 };
  });
};

/** True where two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Side of the cells in which placed boxes are looked up, in px: about one label. */
const cell = 96;

/** Boxes that are taken, looked up by the cells they lie in. */
const takenBoxes = () => {
  const cells = new Map<string, Box[]>();
  const keysOf = (box: Box): string[] => {
    const keys: string[] = [];
    for (let column = Math.floor(box.x1 / cell); column <= Math.floor(box.x2 / cell); column += 1) {
      for (let row = Math.floor(box.y1 / cell); row <= Math.floor(box.y2 / cell); row += 1) keys.push(`${column},${row}`);
    }
    return keys;
  };
  return {
    free: (box: Box): boolean => keysOf(box).every((key) => !cells.get(key)?.some((taken) => overlap(taken, box))),
    take: (box: Box): void => {
      for (const key of keysOf(box)) {
        const boxes = cells.get(key);
        if (boxes) boxes.push(box);
        else cells.set(key, [box]);
      }
    },
  };
};

/**
 * Which labels to show, given them in order of importance: each that overlaps none before it, nor any of the obstacles.
 * Those marked `always` are shown whatever is in their place, and the others make room for them.
 */
export const placeLabels = <Id>(wishes: readonly LabelWish<Id>[], obstacles: readonly Box[] = []): Set<Id> => {
  const taken = takenBoxes();
  const shown = new Set<Id>();
  for (const wish of wishes) {
    if (!wish.always) continue;
    wish.boxes.forEach(taken.take);
    shown.add(wish.id);
  }
  obstacles.forEach(taken.take);
  for (const wish of wishes) {
    if (wish.always || !wish.boxes.every(taken.free)) continue;
    wish.boxes.forEach(taken.take);
    shown.add(wish.id);
  }
  return shown;
};

/** Height of a step between two zooms at which labels are set anew: 9 %, so their size on the screen strays by 0.5 px. */
const zoomStep = 2 ** (1 / 8);

/** The zoom that labels are set for at this zoom: the nearest of a few. */
export const labelZoom = (zoom: number): number => zoomStep ** Math.round(Math.log(zoom) / Math.log(zoomStep));
