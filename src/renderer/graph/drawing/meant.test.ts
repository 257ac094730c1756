import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceTo, type Line, meantLine } from './meant.ts';

const line = (id: string, from: [number, number], to: [number, number], central = false): Line<string> => ({
  id,
  from: { x: from[0], y: from[1] },
  to: { x: to[0], y: to[1] },
  central,
});

describe('the line that is meant', () => {
  test('is the one of the middle where a longer one runs beneath it', () => {
    const lines = [line('through', [-100, 0], [100, 2]), line('central', [-100, 0], [0, 0], true)];
    expect(meantLine({ x: -50, y: 1 }, lines, 8)?.id).toBe('central');
    expect(meantLine({ x: 50, y: 1 }, lines, 8)?.id).toBe('through');
  });

  test('is the shorter of two that run over each other', () => {
    expect(meantLine({ x: 5, y: 0 }, [line('long', [0, 0], [90, 0]), line('short', [0, 0], [10, 0])], 8)?.id).toBe('short');
  });

  test('is the nearest of those that can be told apart', () => {
    const lines = [line('far', [0, 7], [100, 7], true), line('near', [0, 0], [100, 0])];
    expect(meantLine({ x: 50, y: 0 }, lines, 8)?.id).toBe('near');
  });

  test('is none where none passes', () => expect(meantLine({ x: 0, y: 50 }, [line('a', [0, 0], [10, 0])], 8)).toBeNull());

  test('always lies within reach', () => {
    const coordinate = fc.integer({ min: -200, max: 200 });
    const place = fc.record({ x: coordinate, y: coordinate });
    const lines = fc.array(fc.record({ id: fc.nat(), from: place, to: place, central: fc.boolean() }));
    fc.assert(
      fc.property(place, lines, (point, all) => {
        const meant = meantLine(point, all, 8);
        const within = all.some((each) => distanceTo(point, each) <= 8);
        expect(meant !== null).toBe(within);
        if (meant) expect(distanceTo(point, meant)).toBeLessThanOrEqual(8);
      }),
    );
  });
});
