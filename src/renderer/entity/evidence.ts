import { type ArticleFilter, isEveryArticle } from '../../shared/article-filter.ts';
import type { EntityId, StoryId } from '../../shared/model.ts';
import type { Polarity, RelationKind, RelationStatus } from '../../shared/relations.ts';
import type { Evidence, EvidenceGroup, Passage } from '../../shared/views.ts';
import { formatRange, plural } from '../ui/format.ts';
import { isSymmetric } from './statements.ts';

/** A passage with its place among all passages of the evidence. */
export interface PlacedPassage {
  passage: Passage;
  at: number;
}

/** Sentences of one polarity: what a text says of whether it holds. */
export interface PolarityGroup {
  group: EvidenceGroup;
  passages: PlacedPassage[];
}

/** One statement, in one direction where its kind has one, with all that is said of whether it holds; null where both are only named. */
export interface EvidenceSection {
  relation: { kind: RelationKind; from: EntityId } | null;
  groups: PolarityGroup[];
}

/** The groups of an evidence by what they state, in the order given: kinds and directions apart, polarities together. */
export const sectionsOf = ({ groups }: Evidence): EvidenceSection[] => {
  const sections = new Map<string, EvidenceSection>();
  let at = 0;
  for (const group of groups) {
    const { relation } = group;
    const key = relation ? `${relation.kind} ${isSymmetric(relation.kind) ? '' : relation.from}` : '';
    const section = sections.get(key) ?? { relation: relation && { kind: relation.kind, from: relation.from }, groups: [] };
    sections.set(key, section);
    section.groups.push({ group, passages: group.passages.map((passage, index) => ({ passage, at: at + index })) });
    at += group.passages.length;
  }
  return [...sections.values()];
};

const polarityWords: Record<Polarity | 'together', string> = {
  completed: 'Completed or stated',
  announced: 'Announced',
  planned: 'Planned or rumoured',
  denied: 'Denied',
  ended: 'Ended',
  together: 'Named together',
};
const oneStatus: Partial<Record<RelationStatus, string>> = { stated: 'Stated', completed: 'Completed', rumoured: 'Rumoured' };

/** What a group says of whether it holds, in words: as exact as its sentences let it be where all of them are there. */
export const polarityInWords = ({ polarity, passages, total }: EvidenceGroup): string => {
  const statuses = new Set(passages.flatMap(({ relation }) => relation?.status ?? []));
  const [only] = statuses;
  const exact = passages.length === total && statuses.size === 1 && only !== undefined ? oneStatus[only] : undefined;
  return exact ?? polarityWords[polarity];
};

/** Sentences of one story: those of its newest report, and those of its other reports behind it. */
export interface StoryPassages {
  first: PlacedPassage[];
  others: PlacedPassage[];
  /** How many other reports these are of. */
  reports: number;
}

/** Passages, newest first, with those of one story together: at the place of the newest. What belongs to no story stands alone. */
export const byStory = (passages: readonly PlacedPassage[]): StoryPassages[] => {
  const stories = new Map<StoryId | string, PlacedPassage[]>();
  for (const each of passages) {
    const { id, story } = each.passage.article;
    const key = story ?? id;
    stories.set(key, [...(stories.get(key) ?? []), each]);
  }
  return [...stories.values()].map((all) => {
    const newest = all[0]?.passage.article.id;
    const others = all.filter(({ passage }) => passage.article.id !== newest);
    return {
      first: all.filter(({ passage }) => passage.article.id === newest),
      others,
      reports: new Set(others.map(({ passage }) => passage.article.id)).size,
    };
  });
};

/** First and last date of what is told; where not all passages are there, the link's own dates reach as far. */
export const seenBetween = ({ groups }: Evidence, link: { first: string | null; last: string | null } | null): string => {
  const dates = groups.flatMap(({ passages }) => passages.flatMap(({ article }) => article.published ?? [])).sort();
  const cut = groups.some(({ passages, total }) => passages.length < total);
  const first = (cut && link?.first) || (dates[0] ?? null);
  return formatRange(first, dates.at(-1) ?? null);
};

/** What a filter leaves out of the articles, in words: `Jan 1 – Mar 31, 2025, without 2 publishers`; empty where it leaves out nothing. */
export const filterInWords = (filter: ArticleFilter): string => {
  if (isEveryArticle(filter)) return '';
  const { from, to } = filter.span;
  const span =
    from !== null && to !== null
      ? formatRange(from, to)
      : from !== null
        ? `from ${formatRange(from, null)}`
        : to !== null
          ? `until ${formatRange(to, null)}`
          : '';
  const [only, ...more] = filter.publishersOff;
  const without =
    only === undefined
      ? ''
      : more.length === 0
        ? `without ${only === '' ? 'articles that name no publisher' : only}`
        : `without ${plural(more.length + 1, 'publisher')}`;
  return [span, without].filter((part) => part !== '').join(', ');
};
