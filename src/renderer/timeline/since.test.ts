import { expect, test } from 'vitest';
import { type EntityId, linkIdOf, type NodeId } from '../../shared/model.ts';
import { graphLink, graphNode, nodeId } from '../graph/drawing/fixtures.ts';
import type { Seen } from '../state/board/seen.ts';
import { freshIn, freshWords, sinceDay, sinceDaysAgo, sinceVisit } from './since.ts';

const [a, b, story] = [nodeId(1) as EntityId, nodeId(2) as EntityId, nodeId(3, 'story')];
const seen: Seen = { nodes: [graphNode(1), graphNode(2), graphNode(3, { type: 'story' })], links: [graphLink(a, b), graphLink(a, story)] };

test('so many days back is a day here, by publication; a visit is a moment, by when articles came in', () => {
  const now = new Date(2025, 2, 12, 8, 30);
  expect(sinceDaysAgo('day', now)).toEqual({ kind: 'day', date: '2025-03-11', by: 'published' });
  expect(sinceDaysAgo('week', now).date).toBe('2025-03-05');
  expect(sinceDaysAgo('month', now).date).toBe('2025-02-10');
  expect(sinceVisit('2025-03-11T10:00:00.000Z')).toEqual({ kind: 'visit', date: '2025-03-11T10:00:00.000Z', by: 'added' });
});

test('what is new and to be seen', () => {
  const gone = nodeId(9) as NodeId;
  const fresh = freshIn(seen, { nodes: [a, story, gone], links: [linkIdOf(a, b)] });
  expect(fresh.nodes.map(({ id }) => id)).toEqual([a, story]);
  expect(fresh.links).toHaveLength(1);
});

test('how much is new, in a sentence', () => {
  const since = sinceDay('2025-03-12');
  const words = (nodes: Seen['nodes'], links: Seen['links']) => freshWords({ nodes, links }, since);
  expect(words(seen.nodes, seen.links)).toMatch(/^2 entities, 1 story and 2 links are new since .*2025$/);
  expect(words(seen.nodes.slice(0, 1), [])).toMatch(/^1 entity is new since /);
  expect(words([], [])).toMatch(/^Nothing on this map is new since /);
  expect(freshWords({ nodes: [], links: seen.links }, sinceVisit('2025-03-11T10:00:00.000Z'))).toMatch(
    /^2 links are new since your last visit, /,
  );
});
