import type { ScoredLink } from './links.ts';

/**
 * What a way through the graph costs: docs/decisions/paths.md. A link costs the less the stronger it is, and a node on the way the more
 * the more stories name it, since what everything goes through explains nothing.
 */

/** Each link costs this at least, so that a way is no longer than its evidence is worth. */
const perLink = 0.4;
/** What a link of no strength costs, and by which strength that is halved: a relation told once has 5.5 or so and costs a half. */
const weakest = 6;
const halving = 0.5;
/** How much dearer a link is where no sentence names both ends: a chain of such links is hard to believe. */
const apart = 2;
/** The cost of a node that all stories name. */
const hub = 8;
/** In a handful of stories each entity is in a large share of them: that share says little. */
const fewStories = 20;

/** Cost of a link, 0.5 to 11. `near`: one sentence names both ends or states what joins them. */
export const linkCost = (score: number, near: boolean): number => perLink + (near ? 1 : apart) * weakest * (halving / (halving + score));

/** Whether one sentence names both ends of a link, or states what joins them. */
export const isNear = ({ a, stated, behind }: Pick<ScoredLink, 'a' | 'stated' | 'behind'>): boolean =>
  a < 0 || stated || behind.sentences > 0;

/** The share of the library's stories that name a node, small libraries evened out. */
const share = (reach: number, total: number): number => reach / (total + fewStories);

/** Cost of passing through a node, 0 to 8. `reach`: stories that name it; `total`: stories in the library. */
export const throughCost = (reach: number, total: number): number => hub * share(reach, total);

/** True for a node that so many stories name that most of its links are chance. */
export const isHub = (reach: number, total: number): boolean => share(reach, total) > 0.15;

/** How strong a way is, 0 to 1; 1 for one of no links. */
export const wayStrength = (cost: number): number => 1 / (1 + cost);
