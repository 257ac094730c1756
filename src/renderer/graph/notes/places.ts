import type { Point } from '../../../shared/views.ts';
import type { Fit } from '../drawing/camera.ts';

/** How the board is seen: its camera, and how it was fitted to the pane. */
export interface View {
  zoom: number;
  pan: Point;
  fit: Pick<Fit, 'x' | 'y'>;
}

/** Where a point of the board is on the canvas, in px. */
export const canvasPoint = ({ zoom, pan, fit }: View, { x, y }: Point): Point => ({
  x: x * fit.x * zoom + pan.x,
  y: y * fit.y * zoom + pan.y,
});

/** The point of the board that is there on the canvas: undoes `canvasPoint`. */
export const boardPoint = ({ zoom, pan, fit }: View, { x, y }: Point): Point => ({
  x: (x - pan.x) / zoom / fit.x,
  y: (y - pan.y) / zoom / fit.y,
});

/** Where a new note goes on the canvas where no place was asked for: near the upper left corner, beside those that stand there already. */
export const freshPlace = (view: View, notes: readonly Point[]): Point => {
  const places = notes.map((note) => canvasPoint(view, note));
  const at = { x: 24, y: 56 };
  while (places.some(({ x, y }) => Math.abs(x - at.x) < 12 && Math.abs(y - at.y) < 12)) {
    at.x += 24;
    at.y += 24;
  }
  return at;
};

/** About how wide and high a note is, in px. */
const noteSize = { x: 190, y: 84 };

/** The corners of notes as they are drawn at zoom 1, so that all of them can be brought in sight. */
export const noteCorners = (notes: readonly Point[], { x, y }: Pick<Fit, 'x' | 'y'>): Point[] =>
  notes.flatMap((note) => {
    const corner = { x: note.x * x, y: note.y * y };
    return [corner, { x: corner.x + noteSize.x, y: corner.y + noteSize.y }];
  });

/** How large notes are drawn at a zoom: a little smaller with a map that shrinks, and always to be read. */
export const noteScale = (zoom: number): number => Math.min(1, Math.max(0.85, zoom));
