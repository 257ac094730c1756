import { expect, test } from 'vitest';
import type { RereadProgress } from '../../shared/views.ts';
import { rereadCount, rereadHeadline, rereadOutcome } from './reread-summary.ts';
import { leftWords } from './summary.ts';

const progress = (part: Partial<RereadProgress>): RereadProgress => ({ state: 'running', done: 124, total: 2225, ...part });

test('while it runs: how many, and how long it may take', () => {
  expect([rereadHeadline(progress({})), rereadCount(progress({})), leftWords(41_000), leftWords(1000), leftWords(null)]).toEqual([
    'Reading articles again',
    '124 of 2,225 articles',
    'about 40 seconds left',
    'a few seconds left',
    '',
  ]);
});

test('once it has ended: what that leaves behind', () => {
  expect(rereadOutcome(progress({ state: 'done', done: 1, total: 1 }))).toBe('1 article; corrections hold as before');
  expect(rereadOutcome(progress({ state: 'cancelled' }))).toBe('124 of 2,225 articles have the new findings, the others the old');
  expect(rereadOutcome(progress({ state: 'cancelled', done: 0 }))).toBe('All articles are as they were');
  expect(rereadOutcome(progress({ state: 'failed', message: 'The disk is full.' }))).toBe(
    'The disk is full. 124 of 2,225 articles have the new findings, the others the old',
  );
});
