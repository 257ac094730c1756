import { describe, expect, test } from 'vitest';
import { everyArticle } from '../../shared/article-filter.ts';
import type { ArticleId, EntityId, NodeRef, StoryId } from '../../shared/model.ts';
import { type Polarity, polarityOf, type RelationKind, type RelationStatus } from '../../shared/relations.ts';
import type { Evidence, EvidenceGroup, Passage } from '../../shared/views.ts';
import { byStory, filterInWords, polarityInWords, sectionsOf, seenBetween } from './evidence.ts';

const id = (digit: number) => `e_${String(digit).repeat(24)}` as EntityId;
const node = (digit: number): NodeRef => ({ id: id(digit), type: 'company', name: `Node ${digit}`, articles: 1 });

/** A sentence of an article, of a story where one is given. */
const passage = (article: number, part: { story?: number; date?: string; status?: RelationStatus; start?: number } = {}): Passage => ({
  article: {
    id: `a_${String(article).repeat(24)}` as ArticleId,
    title: `Article ${article}`,
    publisher: null,
    author: null,
    published: part.date ?? null,
    story: part.story === undefined ? null : (`s_${String(part.story).repeat(24)}` as StoryId),
    words: 9,
  },
  parts: [{ start: part.start ?? 0, end: 9, text: 'A sentence.', marks: [] }],
  relation:
    part.status === undefined
      ? null
      : { kind: 'acquired', status: part.status, from: id(1), to: id(2), rule: '', confidence: 1, attributes: {}, at: 0 },
});
const group = (
  kind: RelationKind | null,
  status: RelationStatus,
  from: number,
  passages: Passage[],
  total = passages.length,
): EvidenceGroup => ({
  relation: kind && { kind, status, from: id(from), to: id(3 - from) },
  polarity: kind ? polarityOf(status) : 'together',
  passages,
  total,
  articles: passages.length,
  stories: passages.length,
});
const evidence = (...groups: EvidenceGroup[]): Evidence => ({ a: node(1), b: node(2), articles: 3, stories: 2, groups });

test('a statement has all that is said of whether it holds; directions stand apart, but not of kinds that have none', () => {
  const sections = sectionsOf(
    evidence(
      group('acquired', 'stated', 1, [passage(1), passage(2)]),
      group('acquired', 'stated', 2, [passage(3)]),
      group('acquired', 'denied', 1, [passage(4)]),
      group('partners_with', 'stated', 1, [passage(5)]),
      group('partners_with', 'ended', 2, [passage(6)]),
      group(null, 'stated', 1, [passage(7)]),
    ),
  );
  expect(sections.map(({ relation, groups }) => [relation?.kind ?? null, groups.map(({ group: { polarity } }) => polarity)])).toEqual([
    ['acquired', ['completed', 'denied']],
    ['acquired', ['completed']],
    ['partners_with', ['completed', 'ended']],
    [null, ['together']],
  ]);
  // the places are those that the reader steps through
  expect(sections.map(({ groups }) => groups.flatMap(({ passages }) => passages.map(({ at }) => at)))).toEqual([
    [0, 1, 3],
    [2],
    [4, 5],
    [6],
  ]);
});

test('whether it holds, in words', () => {
  const words = (polarity: Polarity, statuses: RelationStatus[], total = statuses.length) =>
    polarityInWords({
      ...group(
        'acquired',
        'stated',
        1,
        statuses.map((status) => passage(1, { status })),
        total,
      ),
      polarity,
    });
  expect(words('completed', ['stated'])).toBe('Stated');
  expect(words('completed', ['completed', 'completed'])).toBe('Completed');
  expect(words('completed', ['stated', 'completed'])).toBe('Completed or stated');
  expect(words('completed', ['stated'], 20)).toBe('Completed or stated');
  expect(words('planned', ['rumoured'], 9)).toBe('Planned or rumoured');
  expect(words('announced', ['announced'])).toBe('Announced');
  expect(polarityInWords(group(null, 'stated', 1, [passage(1)]))).toBe('Named together');
});

test('the reports of a story stand behind its newest', () => {
  const passages = [
    passage(5, { story: 1 }),
    passage(5, { story: 1, start: 40 }),
    passage(4),
    passage(3, { story: 1 }),
    passage(2, { story: 1 }),
    passage(1),
  ];
  const stories = byStory(passages.map((each, at) => ({ passage: each, at: at + 10 })));
  expect(stories.map(({ first, others, reports }) => [first.map(({ at }) => at), others.map(({ at }) => at), reports])).toEqual([
    [[10, 11], [13, 14], 2],
    [[12], [], 0],
    [[15], [], 0],
  ]);
});

describe('when it was seen', () => {
  const [older, newer] = [passage(1, { date: '2024-02-01' }), passage(2, { date: '2025-03-04' })];
  test('by its passages', () => {
    expect(seenBetween(evidence(group(null, 'stated', 1, [newer, older])), null)).toMatch(/2024.*2025/);
    expect(seenBetween(evidence(group(null, 'stated', 1, [passage(1)])), null)).toBe('');
  });
  test('by its link where not all are there', () => {
    const link = { first: '2020-01-01', last: '2025-03-04' };
    expect(seenBetween(evidence(group(null, 'stated', 1, [newer, older], 30)), link)).toMatch(/2020.*2025/);
    expect(seenBetween(evidence(group(null, 'stated', 1, [newer, older])), link)).toMatch(/2024.*2025/);
  });
});

test('a filter in words', () => {
  expect(filterInWords(everyArticle)).toBe('');
  const span = { from: '2025-01-01', to: null };
  expect(filterInWords({ span, publishersOff: [] })).toMatch(/^from .*2025$/);
  expect(filterInWords({ span: { from: null, to: '2025-01-01' }, publishersOff: ['Daily Ledger'] })).toMatch(
    /^until .*2025, without Daily Ledger$/,
  );
  expect(filterInWords({ ...everyArticle, publishersOff: ['A', ''] })).toBe('without 2 publishers');
  expect(filterInWords({ ...everyArticle, publishersOff: [''] })).toBe('without articles that name no publisher');
});
