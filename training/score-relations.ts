import type { Extraction } from '../src/shared/extraction.ts';
import { type RelationKind, type RelationStatus, relationKinds } from '../src/shared/relations.ts';
import type { GoldName, GoldRelation, Passage } from './corpus.ts';
import { noScore, type Score } from './score.ts';

/** A relation that was found, in the gold's terms. */
export interface FoundRelation {
  kind: RelationKind;
  status: RelationStatus;
  /** Fullest names by the gold; null where what was found is no name of the gold. */
  subject: string | null;
  object: string | null;
  said: string;
  rule: string;
}

/** What came of one passage. */
export interface PassageOutcome {
  right: { gold: GoldRelation; found: FoundRelation }[];
  wrong: FoundRelation[];
  missed: GoldRelation[];
}

const goldAt = (names: readonly GoldName[], start: number, end: number): GoldName | undefined => {
  let best: GoldName | undefined;
  let most = 0;
  for (const name of names) {
    const shared = Math.min(end, name.end) - Math.max(start, name.start);
    if (shared > most) {
      most = shared;
      best = name;
    }
  }
  return best;
};

/** What extraction found in a passage, each end as the gold's name that it overlaps most. */
export const foundIn = ({ text, names }: Passage, { mentions, relations }: Extraction): FoundRelation[] =>
  relations.map(({ kind, status, subject, object, rule }) => {
    const from = mentions[subject];
    const to = mentions[object];
    const name = (mention: typeof from): string | null => (mention ? (goldAt(names, mention.start, mention.end)?.entity ?? null) : null);
    const said = `${from ? text.slice(from.start, from.end) : '?'} ${kind} ${to ? text.slice(to.start, to.end) : '?'}`;
    return { kind, status, subject: name(from), object: name(to), said, rule };
  });

const same = (gold: GoldRelation, found: FoundRelation): boolean =>
  gold.kind === found.kind &&
  ((gold.subject === found.subject && gold.object === found.object) ||
    (relationKinds[gold.kind].symmetric && gold.subject === found.object && gold.object === found.subject));

/** Compares what was found with what is marked. Optional relations count neither way; the same relation twice counts once. */
export const compareRelations = (passage: Passage, found: readonly FoundRelation[]): PassageOutcome => {
  const outcome: PassageOutcome = { right: [], wrong: [], missed: [] };
  const matched = new Set<GoldRelation>();
  const seen = new Set<string>();
  for (const each of found) {
    const gold = passage.relations.find((relation) => same(relation, each));
    if (gold) {
      if (!matched.has(gold) && !gold.optional) outcome.right.push({ gold, found: each });
      matched.add(gold);
      continue;
    }
    const ends = [each.subject ?? each.said, each.object ?? each.said];
    const key = [each.kind, ...(relationKinds[each.kind].symmetric ? ends.sort() : ends)].join('\n');
    if (!seen.has(key)) outcome.wrong.push(each);
    seen.add(key);
  }
  outcome.missed = passage.relations.filter((relation) => !relation.optional && !matched.has(relation));
  return outcome;
};

/** Sums of outcomes. */
export interface RelationScores {
  byKind: Map<RelationKind, Score>;
  /** Found relations whose status is right too. */
  statusRight: number;
  right: number;
  /** Relations found in passages that were written as negatives, and how many such passages there are. */
  falseInNegatives: number;
  negatives: number;
}

export const noRelationScores = (): RelationScores => ({ byKind: new Map(), statusRight: 0, right: 0, falseInNegatives: 0, negatives: 0 });

export const addOutcome = (scores: RelationScores, passage: Passage, { right, wrong, missed }: PassageOutcome): void => {
  const of = (kind: RelationKind): Score => {
    const score = scores.byKind.get(kind) ?? noScore();
    scores.byKind.set(kind, score);
    return score;
  };
  for (const { gold, found } of right) {
    const score = of(gold.kind);
    score.right += 1;
    score.found += 1;
    score.gold += 1;
    scores.right += 1;
    if (gold.status === found.status) scores.statusRight += 1;
  }
  for (const { kind } of wrong) of(kind).found += 1;
  for (const { kind } of missed) of(kind).gold += 1;
  if (passage.negative) {
    scores.negatives += 1;
    scores.falseInNegatives += wrong.length;
  }
};
