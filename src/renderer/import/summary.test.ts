import { describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../shared/views.ts';
import { filesOf, headlineOf, partsOf, passedOver, reportText, timeLeft } from './summary.ts';

const progress = (part: Partial<ImportProgress> = {}): ImportProgress => ({
  job: 1,
  state: 'running',
  files: 2225,
  skipped: 0,
  walked: true,
  filesDone: 124,
  articles: 118,
  duplicates: 0,
  entities: 0,
  relations: 0,
  problems: 0,
  elapsedMs: 3000,
  leftMs: 41_000,
  ...part,
});

describe('the words of an import', () => {
  test('say how far it is', () => {
    expect(filesOf(progress())).toBe('124 of 2,225 files');
    expect(filesOf(progress({ walked: false }))).toBe('124 of 2,225+ files');
    expect(filesOf(progress({ walked: false, files: 0 }))).toBe('Looking for files');
    expect(timeLeft(progress())).toBe('about 40 seconds left');
  });

  test('say nothing of the time left while nobody knows, or where it is over in a moment', () => {
    expect(timeLeft(progress({ leftMs: null }))).toBe('');
    expect(timeLeft(progress({ elapsedMs: 500, leftMs: 400 }))).toBe('');
  });

  test('leave out what there is none of', () => {
    expect(partsOf(progress())).toEqual(['118 new articles']);
    expect(partsOf(progress({ duplicates: 6, problems: 1 }))).toEqual(['118 new articles', '6 already here', '1 problem']);
  });

  test('tell an import that brought nothing new from one that did', () => {
    expect(headlineOf(progress({ state: 'done', articles: 0, duplicates: 5 }))).toBe('Nothing new: all of it was here already');
    expect(headlineOf(progress({ state: 'done' }))).toBe('Import finished');
    expect(headlineOf(progress({ state: 'cancelled' }))).toContain('what came in stays');
  });

  test('say what was passed over, where anything was', () => {
    expect(passedOver(progress())).toBe('');
    expect(passedOver(progress({ skipped: 1 }))).toBe('1 file of another format was passed over.');
    expect(passedOver(progress({ skipped: 1200 }))).toBe('1,200 files of other formats were passed over.');
  });

  test('make a report that can be pasted, a line for each problem', () => {
    const report = { ...progress({ state: 'done' }), problemList: [{ place: 'a.pdf', reason: 'Not text' }], firstArticles: [] };
    expect(reportText(report).split('\n').at(-1)).toBe('a.pdf: Not text');
  });
});
