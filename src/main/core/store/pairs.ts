/** What one article says of two entities. */
export interface ArticlePair {
  a: number;
  b: number;
  /** Sentences that name both. */
  sentences: number;
  /** Sentences that state a relation between them. */
  relations: number;
}

/** Where one article names an entity: the numbers of its sentences, one for each mention, ascending. */
export interface Occurrence {
  entity: number;
  sentences: readonly number[];
}

/** Up to this many entities, each goes with each; see `pairsOfArticle`. */
export const fullPairingLimit = 100;

/** How many numbers two ascending lists share. */
export const sharedSentences = (left: readonly number[], right: readonly number[]): number => {
  let shared = 0;
  let at = 0;
  let last = -1;
  for (const sentence of left) {
    if (sentence === last) continue;
    last = sentence;
    while (at < right.length && (right[at] ?? 0) < sentence) at += 1;
    if (right[at] === sentence) shared += 1;
  }
  return shared;
};

/** Sentences that name many entities say little of any two; a list of hundreds of names must not square. */
const entitiesBySentence = (occurrences: readonly Occurrence[]): Map<number, number[]> => {
  const named = new Map<number, number[]>();
  for (const [index, { sentences }] of occurrences.entries()) {
    for (const sentence of new Set(sentences)) {
      const there = named.get(sentence);
      if (there === undefined) named.set(sentence, [index]);
      else if (there.length < fullPairingLimit) there.push(index);
    }
  }
  return named;
};

/**
 * The pairs of entities that an article connects, each once with `a < b`. With at most 100 entities these are all pairs;
 * with more, a directory or a results list, they are the pairs that share a sentence (of a sentence's first 100), the pairs
 * among the 100 most mentioned, and those that a relation joins. A pure function of what is stored, so that pairs can always
 * be built anew.
 */
export const pairsOfArticle = (
  occurrences: readonly Occurrence[],
  relations: readonly { subject: number; object: number }[],
): ArticlePair[] => {
  const ordered = [...occurrences].sort((left, right) => left.entity - right.entity);
  const stated = new Map<string, number>();
  for (const { subject, object } of relations) {
    const key = subject < object ? `${subject} ${object}` : `${object} ${subject}`;
    stated.set(key, (stated.get(key) ?? 0) + 1);
  }
  const pairs: ArticlePair[] = [];
  const add = (left: Occurrence, right: Occurrence): void => {
    pairs.push({
      a: left.entity,
      b: right.entity,
      sentences: sharedSentences(left.sentences, right.sentences),
      relations: stated.size === 0 ? 0 : (stated.get(`${left.entity} ${right.entity}`) ?? 0),
    });
  };
  if (ordered.length <= fullPairingLimit) {
    for (const [index, left] of ordered.entries()) for (const right of ordered.slice(index + 1)) add(left, right);
    return pairs;
  }

  const chosen = new Set<number>();
  const choose = (left: number, right: number): void => {
    if (left !== right) chosen.add(left < right ? left * ordered.length + right : right * ordered.length + left);
  };
  const chooseAll = (indexes: readonly number[]): void => {
    for (const [at, left] of indexes.entries()) for (const right of indexes.slice(at + 1)) choose(left, right);
  };
  for (const indexes of entitiesBySentence(ordered).values()) chooseAll(indexes);
  const byMentions = [...ordered.keys()].sort(
    (left, right) => (ordered[right]?.sentences.length ?? 0) - (ordered[left]?.sentences.length ?? 0) || left - right,
  );
  chooseAll(byMentions.slice(0, fullPairingLimit));
  const indexOf = new Map(ordered.map(({ entity }, index) => [entity, index]));
  for (const { subject, object } of relations) choose(indexOf.get(subject) ?? 0, indexOf.get(object) ?? 0);

  for (const code of [...chosen].sort((left, right) => left - right)) {
    const left = ordered[Math.floor(code / ordered.length)];
    const right = ordered[code % ordered.length];
    if (left !== undefined && right !== undefined) add(left, right);
  }
  return pairs;
};
