import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../shared/model.ts';
import { enlarged, nodeSizes, reachOf, sizeOf, typeShapes } from './shapes.ts';

const node = fc.record({
  x: fc.integer({ min: 0, max: 800 }),
  y: fc.integer({ min: 0, max: 800 }),
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a node', () => {
  test('grows with its weight between two sizes', () => {
    expect(sizeOf(0)).toBe(nodeSizes.least);
    expect(sizeOf(1)).toBe(nodeSizes.most);
    expect(sizeOf(7)).toBe(nodeSizes.most);
  });

  test('has a shape that no other type has', () => {
    expect(new Set(Object.values(typeShapes).map(({ shape }) => shape)).size).toBe(nodeTypes.length);
    expect(reachOf({ type: 'company', size: 40 })).toEqual({ x: 20, y: 20 });
  });

  test('drawn larger does not reach its neighbours, nor gets smaller', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), (nodes) => {
        const sizes = enlarged(nodes, 1.7);
        nodes.forEach((one, i) => {
          expect(sizes[i]).toBeGreaterThanOrEqual(sizeOf(one.weight) - 1e-9);
          nodes.slice(i + 1).forEach((other, offset) => {
            const j = i + 1 + offset;
            const apart = Math.hypot(one.x - other.x, one.y - other.y);
            const plain = (sizeOf(one.weight) + sizeOf(other.weight)) / 2;
            // those that the plain sizes let overlap are no worse off
            expect(((sizes[i] ?? 0) + (sizes[j] ?? 0)) / 2).toBeLessThanOrEqual(Math.max(apart, plain) + 1e-9);
          });
        });
      }),
    );
  });
});
