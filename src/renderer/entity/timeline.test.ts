import { describe, expect, test } from 'vitest';
import type { ArticleId, ArticleRef } from '../../shared/model.ts';
import { inOrderOfReport, laterBy } from './timeline.ts';

const report = (title: string, published: string | null): ArticleRef => ({
  id: `a_${title}` as ArticleId,
  title,
  publisher: null,
  author: null,
  published,
  story: null,
  words: 1,
});

describe('the timeline of a story', () => {
  test('begins with the first report; reports without a date come last', () => {
    const reports = [report('none', null), report('second', '2025-01-28T06:00:00Z'), report('first', '2025-01-26'), report('odd', 'soon')];
    expect(inOrderOfReport(reports).map((each) => each.title)).toEqual(['first', 'second', 'none', 'odd']);
  });

  test('tells how much later a report came, as finely as the dates allow', () => {
    expect(laterBy('2025-01-27', '2025-01-27')).toBe('the same day');
    expect(laterBy('2025-01-27', '2025-01-29')).toBe('2 days later');
    expect(laterBy('2025-01-27T06:00:00Z', '2025-01-27T09:10:00Z')).toBe('3 hours later');
    expect(laterBy('2025-01-27T06:00:00Z', '2025-01-27T06:20:00Z')).toBe('within the hour');
    expect(laterBy('2025-01-27', null)).toBeNull();
  });
});
