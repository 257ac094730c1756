import type { EntityId } from '../../../shared/model.ts';
import type { Evidence, EvidenceGroup, Passage } from '../../../shared/views.ts';
import { refOf } from './neighbours.ts';
import { closestSentences, type Ends, plainPassage, sharedSentences, statedPassage } from './passages.ts';
import type { ArticleTexts, EvidencePort, GraphNodeRow, Named, NodeKey, Stated } from './ports.ts';

const byArticle = (mentions: readonly Named[]): Map<number, Named[]> => {
  const gathered = new Map<number, Named[]>();
  for (const mention of mentions) {
    const there = gathered.get(mention.seq);
    if (there === undefined) gathered.set(mention.seq, [mention]);
    else there.push(mention);
  }
  return gathered;
};

/** Rows that state the same: kind, status and direction. */
const statements = (rows: readonly Stated[]): Stated[][] => {
  const groups = new Map<string, Stated[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.status} ${row.subject} ${row.object}`;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [row]);
    else there.push(row);
  }
  return [...groups.values()].sort((left, right) => right.length - left.length);
};

/** A passage that is wanted: which sentences of which article, and the statement if it makes one. */
interface Wanted {
  seq: number;
  make: (article: ArticleTexts) => Passage;
}

/** Sentences that name both and state nothing, and for articles without one the two nearest; newest article first. */
const unstated = (
  port: EvidencePort,
  a: NodeKey,
  b: NodeKey,
  limit: number,
  rows: readonly Stated[],
  ends: Ends,
): { wanted: Wanted[]; repeated: number; told: number } => {
  const stated = new Map<number, Set<number>>();
  for (const { seq, sentence } of rows) stated.set(seq, (stated.get(seq) ?? new Set()).add(sentence));
  const seqs = [...new Set([...port.articlesNaming(a, b, limit + stated.size), ...stated.keys()])];
  const mentions = byArticle(port.mentionsIn(seqs, [a, b]));
  const wanted: Wanted[] = [];
  let repeated = 0;
  let told = 0;
  for (const seq of seqs) {
    const its = mentions.get(seq) ?? [];
    const shared = sharedSentences(its, a, b);
    const here = stated.get(seq);
    if (here !== undefined) {
      repeated += shared.filter((sentence) => here.has(sentence)).length;
      if (shared.length === 0) told += 1;
    }
    for (const sentence of shared) {
      if (!here?.has(sentence)) wanted.push({ seq, make: (article) => plainPassage(article, [sentence], its, ends) });
    }
    if (shared.length > 0 || here !== undefined) continue;
    const closest = closestSentences(its, a, b);
    if (closest.length > 0) wanted.push({ seq, make: (article) => plainPassage(article, closest, its, ends) });
  }
  return { wanted, repeated, told };
};

/** Reads the articles of the wanted passages at once and makes them. */
const passagesOf = (port: EvidencePort, groups: readonly Wanted[][]): Passage[][] => {
  const texts = port.textsOf([...new Set(groups.flatMap((group) => group.map(({ seq }) => seq)))]);
  return groups.map((group) =>
    group.flatMap(({ seq, make }) => {
      const article = texts.get(seq);
      return article === undefined ? [] : [make(article)];
    }),
  );
};

const evidenceOfPair = (port: EvidencePort, a: GraphNodeRow, b: GraphNodeRow, limit: number): Evidence | null => {
  const [pair] = port.pairsWith(a.key, [b.key]);
  if (pair === undefined) return null;
  const ends: Ends = new Map([
    [a.key, a.id],
    [b.key, b.id],
  ]);
  const rows = port.statedOf(a.key, b.key);
  const groups = statements(rows);
  const shown = groups.map((group) => group.slice(0, limit));
  const named = byArticle(port.mentionsIn([...new Set(shown.flat().map(({ seq }) => seq))], [a.key, b.key]));
  const statedWanted = shown.map((group) =>
    group.map((row): Wanted => ({ seq: row.seq, make: (article) => statedPassage(article, row, named.get(row.seq) ?? [], ends) })),
  );
  const { wanted, repeated, told } = unstated(port, a.key, b.key, limit, rows, ends);
  const passages = passagesOf(port, [...statedWanted, wanted.slice(0, limit)]);

  const answer: EvidenceGroup[] = groups.map((group, index) => {
    const [first] = group;
    const relation = first && {
      kind: first.kind,
      status: first.status,
      from: ends.get(first.subject) as EntityId,
      to: ends.get(first.object) as EntityId,
    };
    return { relation: relation ?? null, passages: passages[index] ?? [], total: group.length };
  });
  const rest = passages.at(-1) ?? [];
  const total = Math.max(rest.length, pair.sentences - repeated + (pair.articles - pair.near - told));
  if (total > 0 && (rest.length > 0 || limit === 0)) answer.push({ relation: null, passages: rest, total });
  return { a: refOf(a), b: refOf(b), articles: pair.articles, stories: pair.stories, groups: answer };
};

const evidenceOfReport = (port: EvidencePort, story: GraphNodeRow, entity: GraphNodeRow, limit: number): Evidence | null => {
  const [link] = port.storyLinksAmong([story.key, entity.key]);
  if (link === undefined) return null;
  const seqs = port.reportsNaming(story.key, entity.key, Math.max(1, limit));
  const mentions = byArticle(port.mentionsIn(seqs, [entity.key]));
  const ends: Ends = new Map([[entity.key, entity.id]]);
  const wanted = seqs.flatMap((seq) => {
    const its = mentions.get(seq) ?? [];
    const numbers = [...new Set(its.map(({ sentence }) => sentence))];
    return numbers.map((number): Wanted => ({ seq, make: (article) => plainPassage(article, [number], its, ends) }));
  });
  const [passages = []] = passagesOf(port, [wanted.slice(0, limit)]);
  const [one, other] = story.id < entity.id ? [story, entity] : [entity, story];
  return {
    a: refOf(one),
    b: refOf(other),
    articles: link.articles,
    stories: 1,
    groups: [{ relation: null, passages, total: link.sentences }],
  };
};

/**
 * Everything that stands behind the link of two nodes: statements by kind, status and direction, then the sentences that
 * only name both (or, where an article has none, its two nearest); newest first, at most `limit` passages a group. Null
 * where nothing links them.
 */
export const evidenceOf = (port: EvidencePort, a: GraphNodeRow, b: GraphNodeRow, limit: number): Evidence | null => {
  if (a.key > 0 && b.key > 0) return evidenceOfPair(port, a, b, limit);
  if (a.key < 0 && b.key < 0) return null;
  return a.key < 0 ? evidenceOfReport(port, a, b, limit) : evidenceOfReport(port, b, a, limit);
};
