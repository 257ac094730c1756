import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../shared/model.ts';
import { byStretch, layerOf, ownLayer } from './layers.ts';

const stretches = [
  { start: 0, end: 10 },
  { start: 12, end: 30 },
  { start: 32, end: 40 },
];
const span = fc
  .tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('layers by stretch', () => {
  test('each stretch gets what holds over some of it, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const held = layerOf('word', spans).filter((each) => each.end > each.start);
        byStretch(stretches, held).forEach((layer, at) => {
          const stretch = stretches[at] ?? { start: 0, end: 0 };
          const inside = held.filter((each) => each.start < stretch.end && each.end > stretch.start);
          expect(new Set(layer)).toEqual(new Set(inside));
          expect(layer).toHaveLength(inside.length);
        });
      }),
    );
  });

  test('stretches over which nothing holds share one layer, before and after', () => {
    expect(byStretch(stretches, layerOf('found', [{ start: 13, end: 14 }]))[0]).toBe(byStretch(stretches, [])[2]);
  });

  test('Tab stops at the first mention of each entity', () => {
    const mention = (start: number, entity: string) => ({ start, end: start + 2, entity: entity as EntityId, type: 'company' as const });
    const layer = ownLayer({ mentions: [mention(20, 'a'), mention(3, 'a'), mention(8, 'b')], links: [] });
    const leads = layer.filter(({ thing }) => thing.kind === 'mention' && thing.lead).map((each) => each.start);
    expect(leads).toEqual([3, 8]);
  });
});
