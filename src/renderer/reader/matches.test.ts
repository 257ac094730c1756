import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, placesOf, wordPlaces, wordsOf } from './matches.ts';

/** Any UTF-16 units, halves of pairs among them. */
const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const text = 'DeepSeek’s café in Hángzhōu —\nand OpenAI, openai, OPENAI.';

describe('find in the article', () => {
  test('folding keeps every place', () => {
    fc.assert(
      fc.property(anything, (any) => {
        expect(fold(any)).toHaveLength(any.length);
      }),
    );
  });

  test('finds without regard to case, accents and the shape of quotes', () => {
    const found = (wanted: string) => placesOf(fold(text), wanted).map(({ start, end }) => text.slice(start, end));
    expect(found("deepseek's CAFE")).toEqual(['DeepSeek’s café']);
    expect(found('openai')).toEqual(['OpenAI', 'openai', 'OPENAI']);
    expect(found('hangzhou - and')).toEqual(['Hángzhōu —\nand']);
    expect(found(' ')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('places are in order and apart, and each holds what was wanted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'A') }),
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1 }),
        (any, wanted) => {
          let last = 0;
          for (const { start, end } of placesOf(fold(any), wanted)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(any.slice(start, end).toLowerCase()).toBe(wanted);
            last = end;
          }
        },
      ),
    );
  });

  test('syllables of Hangul are no accents', () => {
    expect(placesOf(fold('삼성전자'), '사')).toEqual([]);
  });
});

describe('the words of a search', () => {
  test('operators, fields and what is left out are not marked', () => {
    expect(wordsOf('publisher:Sample "chip exports" OR Nvidia -TSMC NOT intel')).toEqual(['sample', 'chip', 'exports', 'nvidia']);
    expect(wordsOf('the bank of england')).toEqual(['bank', 'england']);
    expect(wordsOf('the')).toEqual(['the']);
  });

  test('a word marks itself and what begins with it, whole', () => {
    const said = 'Investors invest; the AI aims high.';
    const marked = wordPlaces(fold(said), wordsOf('invest ai')).map(({ start, end }) => said.slice(start, end));
    expect(marked).toEqual(['Investors', 'invest', 'AI']);
  });
});
