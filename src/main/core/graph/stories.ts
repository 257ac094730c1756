import type { ArticleId, EntityId, StoryId } from '../../../shared/model.ts';

/**
 * Which story an article belongs to: the articles that report the same event within days of each other. Each new article is
 * compared with a bounded number of candidates and never again, so an import stays linear. See docs/decisions/ranking.md.
 */

/** What of an article is compared. */
export interface Traits {
  title: ReadonlySet<string>;
  /** Content words of the title and the opening. */
  words: ReadonlySet<string>;
  /** Runs of five words of the opening, hashed: copies share most of them. */
  shingles: ReadonlySet<number>;
  /** Mentions of each entity. */
  entities: ReadonlyMap<EntityId, number>;
}

/** A candidate with its traits. `dated`: it and the new article are known to be of the same days. */
export interface StoryCandidateTraits {
  story: StoryId;
  traits: Traits;
  dated: boolean;
}

/** Candidates looked at for one article. */
export const candidateLimit = 12;
/** Days between two reports of one event. */
export const storyWindowDays = 3;
/** Days from an event's first report to its last. */
export const storySpanDays = 10;
/** How much of the text is its opening. */
export const openingCharacters = 1500;
const openingWords = 160;

/**
 * Above this, two articles within the window report one event: in the sample library, reports of one event reach 0.24 and
 * more, other pairs 0.18 at most. Without dates, follow-ups years later look the same (up to 0.43), so it takes more.
 */
const sameEvent = { dated: 0.23, undated: 0.5 };
/** A story's first article must be near as well, or stories would grow from link to link. */
const nearFounder = 0.18;
/** Above this share of common shingles, one is a copy of the other. */
const copy = 0.4;

const stopWords = new Set(
  `about above after again against all also although among and any are around because been before being below between both but
  can could did does doing down during each even ever every few first for from further get gets got had has have having her here
  hers him his how however into its itself just last latest less like made make makes many may might more most much must near
  new next not now off once one only other our out over own per said say says saying see she should since some still such than
  that the their them then there these they this those though through two three too under until upon very via was well were what
  when where which while who whom whose why will with within without would year years month months week weeks day days monday
  tuesday wednesday thursday friday saturday sunday told according report reported reports company companies people`.split(/\s+/),
);

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The same word with and without its commonest endings: enough to compare two texts, no more. */
const stem = (word: string): string => {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && (word.endsWith('ed') || word.endsWith('es'))) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
};

const tokens = (text: string): string[] => text.toLowerCase().match(wordPattern) ?? [];

const contentWords = (words: readonly string[]): Set<string> =>
  new Set(words.filter((word) => (word.length > 2 || /\d/.test(word)) && !stopWords.has(word)).map(stem));

const hash = (words: readonly string[]): number => {
  let value = 2166136261;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 16777619);
    value = Math.imul(value ^ 32, 16777619);
  }
  return value >>> 0;
};

/** What is compared of an article: its title, the start of its text (title included) and its entities. */
export const traitsOf = (title: string, text: string, entities: Iterable<readonly [EntityId, number]>): Traits => {
  const opening = tokens(text.slice(0, openingCharacters)).slice(0, openingWords);
  const body = opening.slice(tokens(title).length);
  const shingles = new Set<number>();
  for (let at = 0; at + 5 <= body.length; at += 1) shingles.add(hash(body.slice(at, at + 5)));
  return { title: contentWords(tokens(title)), words: contentWords(opening), shingles, entities: new Map(entities) };
};

const common = <Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): number => {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let count = 0;
  for (const item of small) if (large.has(item)) count += 1;
  return count;
};

/** Dice's coefficient: the shared part of two sets, 0 to 1. */
const dice = <Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): number =>
  left.size + right.size === 0 ? 0 : (2 * common(left, right)) / (left.size + right.size);

/** Weighted Jaccard over entities: rare ones and those mentioned more often count more. */
const sharedEntities = (left: Traits, right: Traits, rarity: (id: EntityId) => number): number => {
  let shared = 0;
  let all = 0;
  for (const [id, mentions] of left.entities) {
    const other = right.entities.get(id) ?? 0;
    const weight = rarity(id);
    shared += weight * Math.sqrt(Math.min(mentions, other));
    all += weight * Math.sqrt(Math.max(mentions, other));
  }
  for (const [id, mentions] of right.entities) if (!left.entities.has(id)) all += rarity(id) * Math.sqrt(mentions);
  return all === 0 ? 0 : shared / all;
};

/** How alike two reports are, 0 to 1; 1 for copies. `rarity` weighs an entity: the fewer articles name it, the more. */
export const likeness = (left: Traits, right: Traits, rarity: (id: EntityId) => number): number => {
  const shorter = Math.min(left.shingles.size, right.shingles.size);
  if (shorter >= 10 && common(left.shingles, right.shingles) / shorter >= copy) return 1;
  // "Market report" says nothing of what it reports: short titles count less.
  const telling = Math.min(1, Math.max(left.title.size, right.title.size) / 4);
  return 0.45 * sharedEntities(left, right, rarity) + 0.35 * dice(left.words, right.words) + 0.2 * telling * dice(left.title, right.title);
};

/**
 * The story of a new article: that of the candidate most like it, if they are like enough and the story's founding article
 * is not too far; else a story of its own. `founder` gives the traits of a story's first article.
 */
export const storyOf = (
  id: ArticleId,
  traits: Traits,
  candidates: readonly StoryCandidateTraits[],
  founder: (story: StoryId) => Traits | null,
  rarity: (id: EntityId) => number,
): StoryId => {
  let best: { story: StoryId; likeness: number } | null = null;
  for (const candidate of candidates) {
    const alike = likeness(traits, candidate.traits, rarity);
    if (alike < (candidate.dated ? sameEvent.dated : sameEvent.undated) || (best !== null && alike <= best.likeness)) continue;
    const first = founder(candidate.story);
    if (first !== null && likeness(traits, first, rarity) < nearFounder) continue;
    best = { story: candidate.story, likeness: alike };
  }
  return best?.story ?? storyFoundedBy(id);
};

/** The id of the story that an article founds. */
export const storyFoundedBy = (id: ArticleId): StoryId => `s_${id.slice(2)}` as StoryId;
/** The article that founded a story. */
export const founderOf = (id: StoryId): ArticleId => `a_${id.slice(2)}` as ArticleId;
