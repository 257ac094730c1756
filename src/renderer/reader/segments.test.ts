import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped, type Held, segments } from './segments.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const layers = fc.array(span, { maxLength: 12 }).map((spans): Held<number>[] => spans.map((each, thing) => ({ ...each, thing })));
const text = 'OpenAI said on Monday that it would buy io Products for $6.5bn';

describe('segments', () => {
  test('the runs put together are the text', () => {
    fc.assert(
      fc.property(span, layers, (range, held) => {
        const runs = segments(range, held);
        expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text.slice(range.start, range.end));
        expect(runs.every((run) => run.end > run.start)).toBe(true);
      }),
    );
  });

  test('no run crosses a boundary, and each knows all that holds over it', () => {
    fc.assert(
      fc.property(span, layers, (range, held) => {
        for (const run of segments(range, held)) {
          for (const each of held) {
            const covers = each.start <= run.start && each.end >= run.end;
            const apart = each.end <= run.start || each.start >= run.end;
            expect(covers || apart || each.start === each.end).toBe(true);
            expect(run.holds.includes(each.thing)).toBe(covers && each.start < each.end);
          }
        }
      }),
    );
  });

  test('neighbouring runs differ in what holds, or a thing ends where its like begins', () => {
    fc.assert(
      fc.property(span, layers, (range, held) => {
        const edges = new Set(held.flatMap((each) => [each.start, each.end]));
        const runs = segments(range, held);
        for (const run of runs.slice(1)) expect(edges.has(run.start)).toBe(true);
      }),
    );
  });

  test('a mention in a link in a sentence', () => {
    const runs = segments({ start: 0, end: 22 }, [
      { start: 0, end: 22, thing: 'sentence' },
      { start: 0, end: 11, thing: 'link' },
      { start: 0, end: 6, thing: 'mention' },
    ]);
    expect(runs).toEqual([
      { start: 0, end: 6, holds: ['sentence', 'link', 'mention'] },
      { start: 6, end: 11, holds: ['sentence', 'link'] },
      { start: 11, end: 22, holds: ['sentence'] },
    ]);
  });
});

describe('grouped', () => {
  test('neighbours with one key stand together, in order', () => {
    expect(grouped([1, 3, 2, 4, 5], (each) => (each % 2 === 0 ? 'even' : null))).toEqual([
      { key: null, items: [1, 3] },
      { key: 'even', items: [2, 4] },
      { key: null, items: [5] },
    ]);
  });
});
