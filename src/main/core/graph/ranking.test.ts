import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeTypes } from '../../../shared/model.ts';
import { mixed } from './mix.ts';
import { association, pairScore, type Shared, specificity } from './ranking.ts';

/** Counts that can be: both ends in some of `total` stories, together in no more than either and no fewer than they must. */
const counts = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(), fc.nat(), fc.nat()).map(([total, a, b, both]) => {
  const reachA = 1 + (a % total);
  const reachB = 1 + (b % total);
  const least = Math.max(0, reachA + reachB - total);
  const most = Math.min(reachA, reachB);
  return { total, reachA, reachB, both: least + (both % (most - least + 1)) };
});

describe('association', () => {
  it('is what the table of Dunning’s paper gives', () => {
    // "the swiss" in the paper's table 3: k(AB) = 110, k(A~B) = 2442, k(~AB) = 111, k(~A~B) = 29114; G² = 270.72.
    expect(association(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114)).toBeCloseTo(270.72, 1);
  });

  it('is above 0 for what goes together, below for what avoids each other, and the same from both ends', () => {
    fc.assert(
      fc.property(counts, ({ total, reachA, reachB, both }) => {
        const found = association(both, reachA, reachB, total);
        expect(Number.isFinite(found)).toBe(true);
        expect(found).toBeCloseTo(association(both, reachB, reachA, total), 6);
        if (both * total > reachA * reachB) expect(found).toBeGreaterThan(0);
        if (both * total < reachA * reachB) expect(found).toBeLessThan(0);
      }),
    );
  });
});

describe('strength', () => {
  const company = (reach: number) => ({ type: 'company' as const, reach });

  it('is less for a neighbour that goes with everything', () => {
    const together = { stories: 8, articles: 8, sentences: 4, relations: 0 };
    expect(pairScore(together, company(10), company(12), 500)).toBeGreaterThan(pairScore(together, company(10), company(300), 500));
  });

  it('is more where something is stated than for nearly any bare co-mention', () => {
    const stated = pairScore({ stories: 1, articles: 1, sentences: 1, relations: 1 }, company(30), company(1), 2000);
    const often = pairScore({ stories: 6, articles: 6, sentences: 3, relations: 0 }, company(30), company(20), 2000);
    expect(stated).toBeGreaterThan(often);
  });

  it('does not grow with copies of one story', () => {
    const score = (shared: Shared) => pairScore(shared, company(5), company(5), 100);
    const report = { stories: 1, articles: 1, sentences: 1, relations: 1 };
    expect(score({ stories: 1, articles: 50, sentences: 50, relations: 50 })).toBe(score(report));
    expect(score({ stories: 3, articles: 3, sentences: 3, relations: 3 })).toBeGreaterThan(score(report) + 1);
    const often = { stories: 1, articles: 1, sentences: 3, relations: 0 };
    expect(score({ ...often, sentences: 60 })).toBe(score(often));
  });

  it('is less for a place than for a party', () => {
    const together = { stories: 5, articles: 5, sentences: 5, relations: 0 };
    expect(pairScore(together, company(10), { type: 'place', reach: 10 }, 100)).toBeLessThan(
      pairScore(together, company(10), company(10), 100),
    );
  });

  it('is always above 0, and grows with each further sentence that states something', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 20 }), ({ total, reachA, reachB, both }, relations) => {
        const score = (stated: number) =>
          pairScore(
            { stories: Math.max(1, both), articles: Math.max(1, both), sentences: 1, relations: stated },
            company(reachA),
            company(reachB),
            total,
          );
        expect(score(relations)).toBeGreaterThan(0);
        expect(score(relations + 1)).toBeGreaterThanOrEqual(score(relations));
      }),
    );
  });

  it('knows hubs from rare names', () => {
    expect(specificity(1, 1000)).toBe(1);
    expect(specificity(1000, 1000)).toBeLessThan(0.001);
    expect(specificity(1, 1)).toBeGreaterThan(0);
  });
});

describe('a mix', () => {
  const candidates = fc
    .array(fc.record({ type: fc.constantFrom(...nodeTypes), score: fc.integer({ min: 0, max: 1000 }) }), { maxLength: 200 })
    .map((items) => items.map((item, key) => ({ ...item, key })).sort((left, right) => right.score - left.score));

  it('loses nobody and repeats nobody', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 50 }), (items, size) => {
        const order = mixed(items, size).map(({ key }) => key);
        expect([...order].sort((left, right) => left - right)).toEqual(items.map(({ key }) => key).sort((left, right) => left - right));
        expect(mixed(items, size, 7).map(({ key }) => key)).toEqual(order.slice(0, 7));
      }),
    );
  });

  it('holds at most twelve stories and eight places among forty while there are others, and companies and people always', () => {
    fc.assert(
      fc.property(candidates, (items) => {
        const first = mixed(items, 40).slice(0, 40);
        const has = (type: string, list: readonly { type: string }[]) => list.filter((item) => item.type === type).length;
        const others = items.length - has('story', items) - has('place', items);
        if (others >= 40) {
          expect(has('story', first)).toBeLessThanOrEqual(12);
          expect(has('place', first)).toBeLessThanOrEqual(8);
        }
        for (const type of ['company', 'person']) expect(has(type, first)).toBeGreaterThanOrEqual(Math.min(6, has(type, items)));
      }),
    );
  });
});
