import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgivenSlips, slipsBetween } from './distance.ts';
import { marksIn } from './marks.ts';
import { foldWord, termsOf, wordsOf } from './words.ts';

const folded = (text: string) => wordsOf(text).map(({ word }) => word);

describe('words', () => {
  test.each([
    ['case and accents', 'Nestlé ZÜRICH Łódź Straße', ['nestle', 'zurich', 'lodz', 'strasse']],
    ['possessives and apostrophes', "OpenAI’s Musk's don’t O’Brien L’Oréal", ['openai', 'musk', 'dont', 'obrien', 'loreal']],
    ['dotted capitals', 'the U.S. and A.I.', ['the', 'us', 'and', 'ai']],
    ['numbers', '$1.5bn 2,225 GPT-3.5 3,5', ['1.5bn', '2225', 'gpt', '3.5', '3', '5']],
    ['other scripts', 'Яндекс ελληνικά', ['яндекс', 'ελληνικα']],
    ['a script without spaces', '人工知能の研究', ['人工', '知能', 'の', '研究']],
    ['nothing', ' – … !', []],
  ])('%s', (_, text, words) => expect(folded(text)).toEqual(words));

  test('joined words are words of their own and one word', () => {
    expect(termsOf('High-Flyer')).toEqual(['high', 'flyer', 'highflyer']);
    expect(termsOf('AT&T and GPT-4o-mini')).toEqual(['at', 't', 'att', 'and', 'gpt', '4o', 'gpt4o', 'mini', '4omini', 'gpt4omini']);
    expect(termsOf('high – flyer')).toEqual(['high', 'flyer']);
  });

  test('places are the words themselves, in order, within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { word, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).toBe(word);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('long and awkward texts cost no more than their length', () => {
    for (const unit of ['A.', 'a-', "a'", '1,', '1.', 'a', '\u0301'])
      expect(wordsOf(unit.repeat(50_000)).length).toBeLessThanOrEqual(100_000);
  });

  test('a run of millions of letters is no word, and what stands around it is', () => {
    for (const unit of ['a', 'é', "ab'", '7'])
      expect(folded(`before ${unit.repeat(8_000_000 / unit.length)} after`), unit).toEqual(['before', 'after']);
    expect(folded('word '.repeat(3) + '人工知能'.repeat(2000)).slice(0, 5)).toEqual(['word', 'word', 'word', '人工', '知能']);
    expect(folded('x'.repeat(200))).toHaveLength(1);
  });

  test('folding is settled after once', () => {
    // Not so where words are cut by meaning: without its accents a text may be cut elsewhere.
    const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
    const written = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !unspaced.test(text.normalize('NFKD')));
    fc.assert(
      fc.property(written, (text) => {
        expect(folded(folded(text).join(' '))).toEqual(folded(text));
      }),
      {
        examples: [['ΌΣΟΣ'], ['İstanbul']],
      },
    );
  });
});

describe('slips', () => {
  test('a swap of neighbours is one slip', () => {
    expect(slipsBetween('googel', 'google', 2)).toBe(1);
    expect(slipsBetween('deepseak', 'deepseek', 2)).toBe(1);
    expect(slipsBetween('nvidia', 'invidia', 2)).toBe(1);
    expect(slipsBetween('meta', 'amazon', 2)).toBe(3);
  });

  test('both ways alike, none to itself, and cut off above the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = slipsBetween(a, b, 10);
        expect(slipsBetween(b, a, 10)).toBe(slips);
        expect(slips === 0).toBe(a === b);
        expect(slipsBetween(a, b, 1)).toBe(Math.min(slips, 2));
      }),
    );
  });

  test('short words are forgiven nothing', () => expect([3, 4, 7, 8].map(forgivenSlips)).toEqual([0, 1, 1, 2]));
});

describe('marks', () => {
  const marked = (text: string, ...terms: string[]) => marksIn(text, new Set(terms)).map(({ start, end }) => text.slice(start, end));

  test('are exactly the matched words', () => {
    expect(marked('Google’s rivals: GOOGLE, Googles.', 'google')).toEqual(['Google', 'GOOGLE']);
    expect(marked('L’Oréal', 'loreal')).toEqual(['L’Oréal']);
  });

  test('cover both halves of a word that the text writes apart', () => {
    expect(marked('Open AI and High-Flyer', 'openai', 'highflyer')).toEqual(['Open AI', 'High-Flyer']);
  });
});
