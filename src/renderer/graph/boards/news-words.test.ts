import { expect, test } from 'vitest';
import type { NodeRef } from '../../../shared/model.ts';
import type { BoardNews } from '../../state/board/board.ts';
import { newsLines } from './news-words.ts';

const now = new Date('2025-06-20T12:00:00Z');
const nothing: BoardNews = { since: '2025-03-12T08:00:00Z', vanished: [], became: [], links: new Set() };

test('nothing is told of a board that is as it was', () => {
  expect(newsLines(nothing, [], now)).toEqual([]);
});

test('tells what is gone, what is hidden, who is whom now, and what has news since when', () => {
  const norvik = { id: 'e_1', type: 'company', name: 'Norvik', articles: 3 } as unknown as NodeRef;
  const lines = newsLines(
    {
      ...nothing,
      vanished: [
        { name: 'A', type: 'company', why: 'gone' },
        { name: 'B', type: 'person', why: 'gone' },
        { name: 'C', type: 'person', why: 'hidden' },
      ],
      became: [{ name: 'Contara', now: norvik }],
    },
    ['Norvik'],
    now,
  );
  expect(lines.map(({ words, names }) => `${words} ${names.join(', ')}`.trim())).toEqual([
    '2 of its entities are no longer in the library: A, B',
    'Hidden everywhere by a correction: C',
    'Contara is now Norvik',
    expect.stringMatching(/^1 has news since it was saved .*2025: Norvik$/),
  ]);
});

test('links alone can have news', () => {
  const [line] = newsLines({ ...nothing, links: new Set(['e_1~e_2' as never]) }, [], now);
  expect(line?.words).toMatch(/^1 link has news since it was saved/);
});
