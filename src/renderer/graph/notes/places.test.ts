import { expect, test } from 'vitest';
import { boardPoint, canvasPoint, freshPlace, noteCorners, noteScale, type View } from './places.ts';

const view: View = { zoom: 0.5, pan: { x: 100, y: -20 }, fit: { x: 1.2, y: 1.5 } };

test('a point of the canvas is one of the board, and back', () => {
  const at = { x: 240, y: 75 };
  const place = boardPoint(view, at);
  expect(canvasPoint(view, place).x).toBeCloseTo(at.x);
  expect(canvasPoint(view, place).y).toBeCloseTo(at.y);
  expect(canvasPoint(view, { x: 0, y: 0 })).toEqual(view.pan);
});

test('new notes do not lie on each other', () => {
  const first = freshPlace(view, []);
  const second = freshPlace(view, [boardPoint(view, first)]);
  expect(second).not.toEqual(first);
  expect(
    freshPlace(
      view,
      [first, second].map((at) => boardPoint(view, at)),
    ),
  ).not.toEqual(second);
  expect(freshPlace(view, [{ x: 900, y: 900 }])).toEqual(first);
});

test('notes can be read at every zoom', () => {
  expect([0.1, 0.9, 4].map(noteScale)).toEqual([0.85, 0.9, 1]);
});

test('the corners of notes are where they are drawn', () => {
  const [upper, lower] = noteCorners([{ x: 10, y: 20 }], view.fit);
  expect(upper).toEqual({ x: 12, y: 30 });
  expect(lower?.x).toBeGreaterThan(150);
});
