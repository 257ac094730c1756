import { type NamedRow, type NodeKey, pairsOfArticle, type StatedRow } from '../store/index.ts';

/**
 * Where links are spoken of, gathered article by article: for each link a flat list of article number and two sentence
 * numbers (the same twice where one sentence names both ends). Numbers, because 2,000 articles speak of links 700,000 times.
 */
export interface Gathered {
  passages: Map<number, number[]>;
  stated: Map<number, StatedRow[]>;
}

/** A link as one number: two entities' rows (exact up to 67 million each), or below zero a story's and an entity's. */
export const linkCode = (a: NodeKey, b: NodeKey): number => (a < 0 ? -(-a * 2 ** 26 + b) : a * 2 ** 26 + b);

/** Calls back with every sentence that is in both ascending lists; with the two nearest, the first such, where there is none. */
const meetings = (left: readonly number[], right: readonly number[], found: (one: number, other: number) => void): void => {
  let near = { gap: Number.POSITIVE_INFINITY, one: 0, other: 0 };
  let last = -1;
  for (let at = 0, to = 0; at < left.length && to < right.length; ) {
    const [one = 0, other = 0] = [left[at], right[to]];
    const gap = Math.abs(one - other);
    if (gap < near.gap) near = { gap, one, other };
    if (gap === 0 && one !== last) {
      found(one, one);
      last = one;
    }
    if (one <= other) at += 1;
    else to += 1;
  }
  if (near.gap > 0) found(near.one, near.other);
};

/** Adds what one article says of all its links. `story` is the number of the story it reports. */
export const gather = (
  gathered: Gathered,
  seq: number,
  story: NodeKey | null,
  named: readonly NamedRow[],
  stated: readonly StatedRow[],
): void => {
  const add = (code: number, one: number, other: number): void => {
    const there = gathered.passages.get(code);
    if (there === undefined) gathered.passages.set(code, [seq, one, other]);
    else there.push(seq, one, other);
  };
  const sentencesOf = new Map<NodeKey, number[]>();
  for (const { entity, sentence } of named) {
    const there = sentencesOf.get(entity);
    if (there === undefined) sentencesOf.set(entity, [sentence]);
    else there.push(sentence);
  }
  const occurrences = [...sentencesOf].map(([entity, sentences]) => ({ entity, sentences }));
  for (const { a, b } of pairsOfArticle(occurrences, stated)) {
    const code = linkCode(a, b);
    meetings(sentencesOf.get(a) ?? [], sentencesOf.get(b) ?? [], (one, other) => add(code, one, other));
  }
  if (story !== null) {
    for (const { entity, sentences } of occurrences) {
      for (const sentence of new Set(sentences)) add(linkCode(story, entity), sentence, sentence);
    }
  }
  for (const row of stated) {
    const code = linkCode(Math.min(row.subject, row.object), Math.max(row.subject, row.object));
    const there = gathered.stated.get(code);
    if (there === undefined) gathered.stated.set(code, [row]);
    else there.push(row);
  }
};
