import { isStoryId } from '../../shared/model.ts';
import type { Activity } from '../../shared/views-activity.ts';
import type { Since } from '../state/activity.ts';
import type { Seen } from '../state/board/seen.ts';
import { dateOf, plural } from '../ui/format.ts';

const dayMs = 86_400_000;
const daysBack = { day: 1, week: 7, month: 30 } as const;

/** The day of a moment here, as ISO 8601. */
const dayHere = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');

/** What was published in the last so many days. */
export const sinceDaysAgo = (kind: keyof typeof daysBack, now: Date): Since => ({
  kind,
  date: dayHere(new Date(now.getTime() - daysBack[kind] * dayMs)),
  by: 'published',
});

/** What came into the library after the visit before ended. */
export const sinceVisit = (ended: string): Since => ({ kind: 'visit', date: ended, by: 'added' });

/** What was published on a day or later. */
export const sinceDay = (date: string): Since => ({ kind: 'date', date, by: 'published' });

const long = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const withTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment or a day from which on something counts as new, in words. */
export const momentWords = (iso: string): string => {
  const date = dateOf(iso);
  return date === null ? iso : (iso.includes('T') ? withTime : long).format(date);
};

/** What of a board is new and to be seen. */
export const freshIn = ({ nodes, links }: Seen, fresh: Activity['fresh']): Seen => {
  const [newNodes, newLinks] = [new Set<string>(fresh.nodes), new Set<string>(fresh.links)];
  return { nodes: nodes.filter(({ id }) => newNodes.has(id)), links: links.filter(({ id }) => newLinks.has(id)) };
};

const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** How much is new, in a sentence. */
export const freshWords = ({ nodes, links }: Seen, { date, by }: Since): string => {
  const stories = nodes.filter(({ id }) => isStoryId(id)).length;
  const entities = nodes.length - stories;
  const parts = [
    ...(entities > 0 ? [plural(entities, 'entity', 'entities')] : []),
    ...(stories > 0 ? [plural(stories, 'story', 'stories')] : []),
    ...(links.length > 0 ? [plural(links.length, 'link')] : []),
  ];
  const when = by === 'added' ? `since your last visit, ${momentWords(date)}` : `since ${momentWords(date)}`;
  const one = nodes.length + links.length === 1;
  return parts.length === 0 ? `Nothing on this map is new ${when}` : `${listOf(parts)} ${one ? 'is' : 'are'} new ${when}`;
};
