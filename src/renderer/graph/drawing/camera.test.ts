import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, cameraFor, fitOf, fitPadding, fitZoomMost, panToShow } from './camera.ts';

const viewport = fc.record({ width: fc.integer({ min: 320, max: 2400 }), height: fc.integer({ min: 300, max: 1400 }) });
const box = fc
  .record({
    x: fc.integer({ min: -900, max: 900 }),
    y: fc.integer({ min: -900, max: 900 }),
    w: fc.integer({ min: 1, max: 3000 }),
    h: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ x, y, w, h }) => ({ x1: x, y1: y, x2: x + w, y2: y + h }));

describe('the camera', () => {
  test('shows the whole box inside the padding, no farther in than is sensible', () => {
    fc.assert(
      fc.property(box, viewport, (shown, pane) => {
        const { zoom, pan } = cameraFor(shown, pane);
        expect(zoom).toBeLessThanOrEqual(fitZoomMost);
        if (zoom <= 0.1) return;
        expect(shown.x1 * zoom + pan.x).toBeGreaterThanOrEqual(fitPadding.left - 0.01);
        expect(shown.x2 * zoom + pan.x).toBeLessThanOrEqual(pane.width - fitPadding.right + 0.01);
        expect(shown.y1 * zoom + pan.y).toBeGreaterThanOrEqual(fitPadding.top - 0.01);
        expect(shown.y2 * zoom + pan.y).toBeLessThanOrEqual(pane.height - fitPadding.bottom + 0.01);
      }),
    );
  });

  test('a board fitted to a pane is never pushed together, and its whole needs no smaller zoom', () => {
    fc.assert(
      fc.property(box, viewport, (placed, pane) => {
        const fit = fitOf(placed, pane);
        expect(Math.min(fit.x, fit.y, fit.scale)).toBeGreaterThanOrEqual(1);
        const stretched = { x1: placed.x1 * fit.x, x2: placed.x2 * fit.x, y1: placed.y1 * fit.y, y2: placed.y2 * fit.y };
        expect(cameraFor(stretched, pane).zoom).toBeGreaterThan(cameraFor(placed, pane).zoom * 0.95);
      }),
    );
  });

  test('a wide board in a high pane is pulled apart from top to bottom alone', () => {
    expect(fitOf({ x1: -600, x2: 600, y1: -400, y2: 400 }, { width: 580, height: 720 })).toMatchObject({ x: 1, y: 1.7, scale: 1.45 });
  });

  test('moves as little as brings a point in sight', () => {
    expect(panToShow({ x: 300, y: 200 }, { width: 600, height: 400 }, 50)).toBeNull();
    expect(panToShow({ x: -20, y: 390 }, { width: 600, height: 400 }, 50)).toEqual({ x: 70, y: -40 });
  });

  test('finds no box around nothing', () => {
    expect(boxAround([])).toBeNull();
    expect(boxAround([{ x: 1, y: 2, radius: 3 }])).toEqual({ x1: -2, x2: 4, y1: -1, y2: 5 });
  });
});
