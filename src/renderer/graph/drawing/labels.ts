import type { Point } from '../../../shared/views.ts';
import type { Box } from './camera.ts';

/** A label that wants to be shown. */
export interface LabelWish<Id> {
  id: Id;
  /** The places it could take, best first; each as the boxes it would cover there, in px on the screen; null for none. */
  places: readonly (readonly Box[] | null)[];
  /** Shown in its best place even where it covers another: what the user points at. */
  always?: boolean;
  /** Rather than not at all, it may cover an obstacle, though never another label: an important name over a small node. */
  insistent?: boolean;
}

/** Font size of labels on the screen, whatever the zoom, in px. */
export const labelPx = 12;
export const linkLabelPx = 10.5;
/** Height of a line of text, in parts of its font size. */
export const lineHeight = 1.25;
/** px between a node and its label. */
const labelGap = 3;
/** px beside a label that no other may enter. */
const labelMargin = 3;

/** Where a label can stand at its node, best first. */
export const labelSides = ['below', 'above', 'right', 'left'] as const;
export type LabelSide = (typeof labelSides)[number];

/** The box of a label of this size that stands on a side of a node on the screen; `reach` is half the node's size. */
export const boxBeside = (side: LabelSide, centre: Point, reach: Point, width: number, lines: number): Box => {
  const height = lines * labelPx * lineHeight;
  const wide = { x1: centre.x - width / 2, x2: centre.x + width / 2 };
  const high = { y1: centre.y - height / 2, y2: centre.y + height / 2 };
  const over = centre.y - reach.y - labelGap;
  const under = centre.y + reach.y + labelGap;
  const left = centre.x - reach.x - labelGap;
  const right = centre.x + reach.x + labelGap;
  switch (side) {
    case 'below':
      return { ...wide, y1: under, y2: under + height };
    case 'above':
      return { ...wide, y1: over - height, y2: over };
    case 'right':
      return { ...high, x1: right, x2: right + width };
    case 'left':
      return { ...high, x1: left - width, x2: left };
  }
};

/** A box with the room around it that no other label may enter. */
export const withMargin = (box: Box): Box => ({ x1: box.x1 - labelMargin, x2: box.x2 + labelMargin, y1: box.y1 - 1, y2: box.y2 + 1 });

/** The bare part of a line between two nodes: from one's rim to the other's, taken as discs. */
export const bareLine = (from: Point, fromRadius: number, to: Point, toRadius: number): { from: Point; to: Point; length: number } => {
  const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const at = (along: number): Point => ({ x: from.x + ((to.x - from.x) * along) / whole, y: from.y + ((to.y - from.y) * along) / whole });
  return { from: at(fromRadius), to: at(whole - toRadius), length: whole - fromRadius - toRadius };
};

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
 * Which labels to show and in which of their places, given them in order of importance: each in the first place that
 * overlaps none before it, nor any of the obstacles. Those marked `always` are shown whatever is in their place, and the
 * others make room for them. Answers the index of the place by id; ids without one have no room.
 */
export const placeLabels = <Id>(wishes: readonly LabelWish<Id>[], obstacles: readonly Box[] = []): Map<Id, number> => {
  const labels = takenBoxes();
  const bodies = takenBoxes();
  const shown = new Map<Id, number>();
  const isBare = (box: Box) => labels.free(box) && bodies.free(box);
  const firstPlace = ({ places, always, insistent }: LabelWish<Id>): number => {
    const bare = places.findIndex((boxes) => boxes?.every(isBare));
    if (bare >= 0 || !(always || insistent)) return bare;
    const free = places.findIndex((boxes) => boxes?.every(labels.free));
    return free < 0 && always ? 0 : free;
  };
  obstacles.forEach(bodies.take);
  for (const wish of [...wishes.filter(({ always }) => always), ...wishes.filter(({ always }) => !always)]) {
    const place = firstPlace(wish);
    if (place < 0) continue;
    wish.places[place]?.forEach(labels.take);
    shown.set(wish.id, place);
  }
  return shown;
};

/** Height of a step between two zooms at which labels are set anew: 9 %, so their size on the screen strays by 0.5 px. */
const zoomStep = 2 ** (1 / 8);

/** The zoom that labels are set for at this zoom: the nearest of a few. */
export const labelZoom = (zoom: number): number => zoomStep ** Math.round(Math.log(zoom) / Math.log(zoomStep));
