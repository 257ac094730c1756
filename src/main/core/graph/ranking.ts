import type { NodeType } from '../../../shared/model.ts';
import type { StoryLink } from './ports.ts';

/**
 * How strong a link is: the formula of docs/decisions/ranking.md. Scores are comparable across a library; what is drawn is
 * scaled to 0..1 within a slice.
 */

/**
 * Dunning's log-likelihood ratio G² for two things that occur in `reachA` and `reachB` of `total` cases and in `both`
 * together; negative where they meet less often than chance would have it. 0 where nothing can be said.
 */
export const association = (both: number, reachA: number, reachB: number, total: number): number => {
  const expected = (reachA * reachB) / total;
  if (total <= 0 || expected <= 0) return 0;
  const term = (observed: number, chance: number): number => (observed <= 0 || chance <= 0 ? 0 : observed * Math.log(observed / chance));
  const withoutA = total - reachA;
  const withoutB = total - reachB;
  const ratio =
    2 *
    (term(both, expected) +
      term(reachA - both, (reachA * withoutB) / total) +
      term(reachB - both, (withoutA * reachB) / total) +
      term(total - reachA - reachB + both, (withoutA * withoutB) / total));
  return both >= expected ? Math.max(0, ratio) : -Math.max(0, ratio);
};

/** How little goes with an entity, 0..1: 1 for one named in a single story, 0 for one named in all. */
export const specificity = (reach: number, total: number): number =>
  Math.max(0, Math.log((total + 1) / Math.max(1, reach)) / Math.log(total + 1));

/** An end of a link, as ranking sees it. `reach`: stories that mention it. */
export interface LinkEnd {
  type: NodeType;
  reach: number;
}

/** What two ends have in common. */
export interface Shared {
  stories: number;
  articles: number;
  sentences: number;
  relations: number;
}

/** A place is mostly where something happens, not a party to it. */
const placeShare = 0.7;
const settingOf = (a: LinkEnd, b: LinkEnd): number => (a.type === 'place' || b.type === 'place' ? placeShare : 1);
/** What one stated relation is worth, and each further e-fold of them. */
const statedBase = 3;
const statedGrowth = 1.5;
/** Sentences beyond this many a story are repetition. */
const sentencesPerStory = 3;
/** Sentences of one typical report of each story: those of copies do not add up. */
const told = (sentences: number, { stories, articles }: Shared): number =>
  Math.min((sentences * stories) / Math.max(1, stories, articles), sentencesPerStory * stories);

/** Strength of the link between two entities: above 0, mostly below 15. `total`: stories in the library. */
export const pairScore = (shared: Shared, a: LinkEnd, b: LinkEnd, total: number): number => {
  const together = Math.log1p(Math.max(0, association(shared.stories, a.reach, b.reach, total)));
  const named = specificity(Math.max(a.reach, b.reach), total) * Math.log1p(told(shared.sentences, shared));
  const stated = shared.relations === 0 ? 0 : statedBase + statedGrowth * Math.log(Math.max(1, told(shared.relations, shared)));
  return 0.1 + settingOf(a, b) * (together + named) + stated;
};

const dayMs = 86_400_000;
const recencyHalfLifeDays = 365;
/** The share of a story's mentions that makes it two thirds about an entity. */
const tellingShare = 0.08;

/** 1 for the newest article of the library, half for one a year older, half as well where no date is known. */
const recency = (date: string | null, newest: string | null): number => {
  const age = date === null || newest === null ? Number.NaN : (Date.parse(newest) - Date.parse(date)) / dayMs;
  return Number.isNaN(age) ? 0.5 : 0.5 ** (Math.max(0, age) / recencyHalfLifeDays);
};

/** Strength of the link between a story and an entity: how much the story is about it, how often told, how new. */
export const storyScore = (link: StoryLink, newest: string | null): number => {
  const share = link.mentions / Math.max(1, link.storyMentions);
  const about = (1 - Math.exp(-share / tellingShare)) * (link.type === 'place' ? placeShare : 1);
  return 0.1 + about * (1 + 0.8 * Math.log2(1 + link.articles)) + recency(link.last, newest);
};
