import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { overlapOf, roomFor } from './boxes.ts';
import { islands } from './islands.ts';
import { type Line, type Placed, placing } from './positions.ts';
import { randomFrom } from './random.ts';
import { finished } from './steps.ts';

const placed = (...given: Parameters<typeof placing>) => finished(placing(...given));

const idOf = (number: number): NodeId => `e_${number.toString(16).padStart(24, '0')}` as NodeId;

/** A slice as a library gives it: a focus that goes with all, groups that go together, labels of many lengths. */
const sliceOf = (count: number, seed = 1): { nodes: Placed[]; lines: Line[] } => {
  const random = randomFrom(seed);
  const nodes = Array.from(
    { length: count },
    (_, index): Placed => ({
      id: idOf(index),
      name: 'A name of some length that is cut'.slice(0, 4 + Math.floor(random() * 26)),
      weight: index === 0 ? 1 : random() * 0.8,
      community: index % Math.max(1, Math.round(Math.sqrt(count) / 2)),
    }),
  );
  const lines = nodes.slice(1).flatMap(({ id, community }, index): Line[] => {
    const kin = nodes.slice(1).filter((other) => other.community === community && other.id < id);
    const own = kin.slice(0, 2).map((other) => ({ source: other.id, target: id, strength: random() }));
    return [{ source: idOf(0), target: id, strength: 1 - index / count }, ...own];
  });
  return { nodes, lines };
};

/** Pairs of nodes whose shapes and labels run into each other. Places are whole pixels, so half a pixel each way is none. */
const collisions = (nodes: readonly Placed[], at: Record<NodeId, Point>): number => {
  const boxes = nodes.map(({ id, weight, name }) => {
    const room = roomFor(weight, name);
    return { ...(at[id] ?? { x: 0, y: 0 }), halfWidth: room.halfWidth - 1, above: room.above - 1, below: room.below - 1, frozen: false };
  });
  return boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlapOf(box, other) !== null)).length;
};

const extent = (at: Record<NodeId, Point>): { width: number; height: number } => {
  const points = Object.values(at);
  const size = (values: number[]): number => Math.max(...values) - Math.min(...values);
  return { width: size(points.map(({ x }) => x)), height: size(points.map(({ y }) => y)) };
};

describe('places', () => {
  it.each([2, 5, 41, 150, 300])('of %i nodes leave room for every label', (count) => {
    const { nodes, lines } = sliceOf(count);
    expect(collisions(nodes, placed(nodes, lines, { focus: idOf(0) }))).toBe(0);
  });

  it('are wider than high and keep the focus in the middle', () => {
    const { nodes, lines } = sliceOf(41);
    const at = placed(nodes, lines, { focus: idOf(0) });
    expect(at[idOf(0)]).toEqual({ x: 0, y: 0 });
    const { width, height } = extent(at);
    expect(width / height).toBeGreaterThan(1.05);
    expect(width / height).toBeLessThan(1.7);
  });

  it('do not depend on the order of nodes and links', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 1000 }), (count, seed) => {
        const { nodes, lines } = sliceOf(count, seed);
        const turned = lines.map(({ source, target, strength }) => ({ source, target, strength })).reverse();
        expect(placed([...nodes].reverse(), turned, { focus: idOf(0) })).toEqual(placed(nodes, lines, { focus: idOf(0) }));
      }),
      { numRuns: 20 },
    );
  });

  it('of fixed nodes never change, and new nodes find room among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 1, max: 1000 }), (count, seed) => {
        const { nodes, lines } = sliceOf(count, seed);
        const before = nodes.slice(0, Math.floor(count / 2));
        const fixed = placed(before, lines, { focus: idOf(0) });
        const after = placed(nodes, lines, { focus: idOf(1), fixed });
        for (const { id } of before) expect(after[id]).toEqual(fixed[id]);
        expect(collisions(nodes, after)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('leave the middle to what stands there, even for a new focus', () => {
    const { nodes, lines } = sliceOf(12);
    const fixed = placed(nodes, lines, { focus: idOf(0) });
    const added = { id: idOf(99), name: 'New', weight: 1, community: 0 };
    const after = placed([...nodes, added], lines, { focus: added.id, fixed: { ...fixed, [idOf(500)]: { x: 9, y: 9 } } });
    expect(after[idOf(0)]).toEqual({ x: 0, y: 0 });
    expect(collisions([...nodes, added], after)).toBe(0);
  });

  it('of new nodes are near what they are linked with', () => {
    const { nodes, lines } = sliceOf(30);
    const fixed = placed(nodes, lines, { focus: idOf(0) });
    const corner = Object.entries(fixed).sort(([, left], [, right]) => right.x - left.x)[0]?.[0] as NodeId;
    const added = { id: idOf(99), name: 'New', weight: 0.5, community: 0 };
    const after = placed([...nodes, added], [...lines, { source: corner, target: added.id, strength: 1 }], { fixed });
    const [from, to] = [after[corner], after[added.id]];
    expect(Math.hypot((from?.x ?? 0) - (to?.x ?? 0), (from?.y ?? 0) - (to?.y ?? 0))).toBeLessThan(220);
  });
});

describe('an overview', () => {
  it('lays communities out apart, with room for every label', () => {
    const { nodes, lines } = sliceOf(150);
    const at = finished(islands(nodes, lines));
    expect(Object.keys(at)).toHaveLength(150);
    expect(collisions(nodes, at)).toBe(0);
    const { width, height } = extent(at);
    expect(width / height).toBeGreaterThan(0.9);
    expect(width / height).toBeLessThan(2);
  });
});
