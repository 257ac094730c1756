import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Direction, nearestInDirection } from './direction.ts';

const here = { x: 0, y: 0 };
const at = (id: string, x: number, y: number, linked = true) => ({ id, x, y, linked });

describe('the node in a direction', () => {
  test('is the nearest linked one that lies that way', () => {
    const places = [at('far', 300, 0), at('near', 100, 20), at('behind', -40, 0)];
    expect(nearestInDirection(here, 'right', places)).toBe('near');
    expect(nearestInDirection(here, 'left', places)).toBe('behind');
  });

  test('is a linked one even where another is nearer', () => {
    expect(nearestInDirection(here, 'up', [at('stranger', 0, -30, false), at('friend', 20, -200)])).toBe('friend');
  });

  test('falls back to the nearest of all', () => {
    expect(nearestInDirection(here, 'up', [at('stranger', 0, -30, false), at('aside', 200, 0)])).toBe('stranger');
  });

  test('prefers what lies straight ahead', () => {
    expect(nearestInDirection(here, 'down', [at('slanting', 90, 60), at('ahead', 0, 115)])).toBe('ahead');
  });

  test('is none where nothing lies that way', () => {
    expect(nearestInDirection(here, 'down', [at('above', 0, -10), at('here', 0, 0)])).toBeNull();
  });

  test('always lies within 60° of it, and every node lies in one', () => {
    const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
    fc.assert(
      fc.property(place, ({ x, y }) => {
        fc.pre(x !== 0 || y !== 0);
        const ways: Direction[] = ['left', 'right', 'up', 'down'];
        const found = ways.filter((way) => nearestInDirection(here, way, [at('it', x, y)]) === 'it');
        expect(found.length).toBeGreaterThan(0);
        for (const way of found) {
          const along = { left: -x, right: x, up: -y, down: y }[way];
          expect(along / Math.hypot(x, y)).toBeGreaterThanOrEqual(0.5 - 1e-9);
        }
      }),
    );
  });
});
