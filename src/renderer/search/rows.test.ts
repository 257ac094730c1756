import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../shared/views.ts';
import { noteOf } from './note.ts';
import { type Row, rowsOfAnswer, stepRow } from './rows.ts';

const heading: Row = { kind: 'heading', id: 'h', words: 'Articles', total: 2 };
const line = (id: string): Row => ({ kind: 'article', id, article: {} as never, hit: null });

describe('moving through the results', () => {
  const rows = [line('a'), heading, line('b'), line('c')];

  test('skips headings and stays at the ends', () => {
    expect(stepRow(rows, -1, 1)).toBe(0);
    expect(stepRow(rows, 0, 1)).toBe(2);
    expect(stepRow(rows, 2, -1)).toBe(0);
    expect(stepRow(rows, 0, -1)).toBe(0);
    expect(stepRow(rows, 2, 8)).toBe(3);
    expect(stepRow([], -1, 1)).toBe(-1);
  });

  test('never lands on a heading', () => {
    const row = fc.boolean().map((isHeading) => (isHeading ? heading : line('x')));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: -9, max: 9 }), (list, by) => {
        const first = stepRow(list, -1, 1);
        const place = stepRow(list, first, by);
        expect(place === -1 || list[place]?.kind === 'article').toBe(true);
      }),
    );
  });
});

describe('what is said of a query', () => {
  const answer = (part: Partial<SearchAnswer>): SearchAnswer => ({
    query: 'openai deepseek',
    entities: [],
    articles: [{} as never],
    total: 1,
    matched: 'all',
    corrected: [],
    complete: true,
    ...part,
  });

  test.each([
    ['only some were', answer({ matched: 'any' }), 'No article has all of these words; showing those with some'],
    ['the index is still opening', answer({ complete: false }), 'The search index is still opening: articles follow in a moment'],
  ])('%s', (_name, given, words) => {
    expect(noteOf(given)?.words).toBe(words);
  });

  test('the heading says that every word is in each article', () => {
    const headed = (part: Partial<SearchAnswer>) => rowsOfAnswer(answer({ articles: [{ article: line('a') } as never], ...part }))[0];
    expect(headed({})).toMatchObject({ kind: 'heading', words: 'Articles with all of these words' });
    expect(headed({ query: 'openai' })).toMatchObject({ words: 'Articles' });
    expect(headed({ matched: 'any' })).toMatchObject({ words: 'Articles' });
  });

  test('nothing, where all words were found as they are, and where nothing was found', () => {
    expect(noteOf(answer({}))).toBeNull();
    expect(noteOf(answer({ query: 'openai' }))).toBeNull();
    expect(noteOf(answer({ articles: [], matched: 'any' }))).toBeNull();
  });

  test('what was taken for a slip', () => {
    expect(noteOf(answer({ query: 'googel', corrected: [{ from: 'googel', to: 'google' }] }))?.corrected).toHaveLength(1);
  });
});
