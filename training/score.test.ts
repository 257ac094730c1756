import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentages, type Score, scoreSpans, type TypedSpan, total } from './score.ts';

const span = (type: string, start: number, end: number): TypedSpan => ({ type, start, end });

describe('percentages', () => {
  it('are precision, recall and their harmonic mean', () => {
    expect(percentages({ right: 3, found: 4, gold: 6 })).toEqual({ precision: 75, recall: 50, f1: 60 });
    expect(percentages({ right: 5, found: 5, gold: 5 })).toEqual({ precision: 100, recall: 100, f1: 100 });
  });

  it('are nought where nothing was found, asked for or right', () => {
    for (const score of [
      { right: 0, found: 0, gold: 0 },
      { right: 0, found: 0, gold: 3 },
      { right: 0, found: 3, gold: 0 },
      { right: 0, found: 2, gold: 2 },
    ])
      expect(percentages(score)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('scoreSpans', () => {
  const gold = [span('ORG', 0, 5), span('PER', 10, 20), span('ORG', 30, 40)];
  const found = [span('ORG', 0, 5), span('PER', 15, 20), span('LOC', 30, 40), span('ORG', 50, 55)];

  it('counts exact spans of the same type', () => {
    const scores = new Map<string, Score>();
    const { missed, wrong } = scoreSpans(gold, found, true, scores);
    expect(Object.fromEntries(scores)).toEqual({
      ORG: { right: 1, found: 2, gold: 2 },
      PER: { right: 0, found: 1, gold: 1 },
      LOC: { right: 0, found: 1, gold: 0 },
    });
    expect(missed).toEqual([gold[1], gold[2]]);
    expect(wrong).toEqual([found[1], found[2], found[3]]);
  });

  it('counts any overlap of the same type when relaxed', () => {
    const scores = new Map<string, Score>();
    const { missed, wrong } = scoreSpans(gold, found, false, scores);
    expect(Object.fromEntries(scores)).toEqual({
      ORG: { right: 1, found: 2, gold: 2 },
      PER: { right: 1, found: 1, gold: 1 },
      LOC: { right: 0, found: 1, gold: 0 },
    });
    expect(missed).toEqual([gold[2]]);
    expect(wrong).toEqual([found[2], found[3]]);
  });

  it('counts each gold span once, however many found ones overlap it; spans that only touch do not', () => {
    const scores = new Map<string, Score>();
    scoreSpans([span('ORG', 0, 10)], [span('ORG', 0, 4), span('ORG', 5, 10), span('ORG', 10, 12)], false, scores);
    expect(scores.get('ORG')).toEqual({ right: 1, found: 3, gold: 1 });
  });

  it('adds text to text', () => {
    const scores = new Map<string, Score>();
    scoreSpans([span('ORG', 0, 1)], [], true, scores);
    scoreSpans([span('ORG', 0, 1)], [span('ORG', 0, 1)], true, scores);
    expect(scores.get('ORG')).toEqual({ right: 1, found: 1, gold: 2 });
  });

  it('never counts more right than found or asked for, and relaxed never fewer than exact', () => {
    const spans = fc
      .array(fc.tuple(fc.constantFrom('ORG', 'PER'), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })), { maxLength: 8 })
      .map((parts) => {
        let at = 0;
        return parts.map(([type, length, gap]) => {
          const start = at + gap;
          at = start + length;
          return span(type, start, at);
        });
      });
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const exact = new Map<string, Score>();
        const relaxed = new Map<string, Score>();
        const { missed, wrong } = scoreSpans(some, others, true, exact);
        scoreSpans(some, others, false, relaxed);
        const [a, b] = [total(exact), total(relaxed)];
        expect(a.right).toBeLessThanOrEqual(b.right);
        expect(b.right).toBeLessThanOrEqual(Math.min(some.length, others.length));
        expect(a).toMatchObject({ found: others.length, gold: some.length });
        expect(missed).toHaveLength(some.length - a.right);
        expect(wrong).toHaveLength(others.length - a.right);
        const same = new Map<string, Score>();
        scoreSpans(some, some, true, same);
        expect(total(same).right).toBe(some.length);
      }),
    );
  });
});

describe('total', () => {
  const scores = new Map([
    ['ORG', { right: 1, found: 2, gold: 3 }],
    ['PER', { right: 10, found: 20, gold: 30 }],
    ['PROD', { right: 100, found: 200, gold: 300 }],
  ]);
  it('sums all types, or those given', () => {
    expect(total(scores)).toEqual({ right: 111, found: 222, gold: 333 });
    expect(total(scores, ['ORG', 'PER', 'LOC'])).toEqual({ right: 11, found: 22, gold: 33 });
    expect(total(new Map())).toEqual({ right: 0, found: 0, gold: 0 });
  });
});
