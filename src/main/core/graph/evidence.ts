import { type ArticleFilter, isEveryArticle, passing } from '../../../shared/article-filter.ts';
import type { EntityId } from '../../../shared/model.ts';
import { polarities, polarityOf, type RelationKind, relationKindNames, relationKinds } from '../../../shared/relations.ts';
import type { Evidence, EvidenceGroup, Passage } from '../../../shared/views.ts';
import { refOf } from './neighbours.ts';
import { closestSentences, type Ends, plainPassage, sharedSentences, statedPassage } from './passages.ts';
import type { ArticleTexts, EvidencePort, GraphNodeRow, Named, PairLink, Report } from './ports.ts';
import type { Steps } from './steps.ts';

type StatedReport = ReturnType<EvidencePort['statedOf']>[number];

const byArticle = (mentions: readonly Named[]): Map<number, Named[]> => {
  const gathered = new Map<number, Named[]>();
  for (const mention of mentions) {
    const there = gathered.get(mention.seq);
    if (there === undefined) gathered.set(mention.seq, [mention]);
    else there.push(mention);
  }
  return gathered;
};

const distinct = <Item>(items: readonly Item[], of: (item: Item) => number): number => new Set(items.map(of)).size;

const storiesOf = (rows: readonly StatedReport[]): number => distinct(rows, ({ story }) => story);

/** The stories that speak of each kind. */
const storiesByKind = (rows: readonly StatedReport[]): Map<RelationKind, number> => {
  const kinds = new Map<RelationKind, StatedReport[]>();
  for (const row of rows) {
    const there = kinds.get(row.kind);
    if (there === undefined) kinds.set(row.kind, [row]);
    else there.push(row);
  }
  return new Map([...kinds].map(([kind, list]) => [kind, storiesOf(list)]));
};

/**
 * Rows that say the same: of one kind, polarity and, where the kind has one, direction. Kinds that more stories speak of come first,
 * then what holds before what may come and what is denied or over.
 */
const statements = (rows: readonly StatedReport[]): [StatedReport, ...StatedReport[]][] => {
  const groups = new Map<string, [StatedReport, ...StatedReport[]]>();
  for (const row of rows) {
    const key = `${row.kind} ${polarityOf(row.status)} ${relationKinds[row.kind].symmetric ? '' : row.subject}`;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [row]);
    else there.push(row);
  }
  const stories = storiesByKind(rows);
  const byKind = (left: RelationKind, right: RelationKind): number =>
    (stories.get(right) ?? 0) - (stories.get(left) ?? 0) || relationKindNames.indexOf(left) - relationKindNames.indexOf(right);
  const order = ({ status }: StatedReport): number => polarities.indexOf(polarityOf(status));
  return [...groups.values()].sort(
    ([left, ...leftRest], [right, ...rightRest]) =>
      byKind(left.kind, right.kind) || order(left) - order(right) || rightRest.length - leftRest.length || left.subject - right.subject,
  );
};

/** What two entities have in common, all in all or within a filter. */
interface Common extends Pick<PairLink, 'articles' | 'near' | 'sentences' | 'stories'> {
  /** The newest articles that name both. */
  newest: (limit: number) => number[];
  /** Stories of the articles that name both, but for some articles. */
  storiesBut: (seqs: readonly number[]) => number;
}

/** Articles looked at in one step. */
const articlesAtOnce = 200;

function* commonWithin(port: EvidencePort, pair: PairLink, filter: ArticleFilter): Steps<Common> {
  const { a, b } = pair;
  if (isEveryArticle(filter)) {
    return {
      ...pair,
      newest: (limit) => port.articlesNaming(a, b, limit),
      // Of a long list of names not every two count, but all articles are looked at here.
      storiesBut: (seqs) => Math.min(pair.stories, port.storiesNaming(a, b, seqs)),
    };
  }
  const passes = passing(filter);
  const links = new Map([[a, new Set([b])]]);
  const all = port.articlesNaming(a, b, pair.articles + articlesAtOnce);
  const found: (Report & { sentences: number })[] = [];
  for (let at = 0; at < all.length; at += articlesAtOnce) {
    yield;
    const reports = new Map(port.reportsOf(all.slice(at, at + articlesAtOnce)).map((report) => [report.seq, report]));
    const within = [...reports.values()].filter(passes).map(({ seq }) => seq);
    const sentences = new Map(port.supportsIn(within, links).map((support) => [support.seq, support.sentences]));
    for (const seq of within) {
      const [report, shared] = [reports.get(seq), sentences.get(seq)];
      if (report !== undefined && shared !== undefined) found.push({ ...report, sentences: shared });
    }
  }
  return {
    articles: found.length,
    near: found.filter(({ sentences }) => sentences > 0).length,
    sentences: found.reduce((sum, { sentences }) => sum + sentences, 0),
    stories: distinct(found, ({ story }) => story),
    newest: (limit) => found.slice(0, limit).map(({ seq }) => seq),
    storiesBut: (seqs) => {
      const but = new Set(seqs);
      return distinct(
        found.filter(({ seq }) => !but.has(seq)),
        ({ story }) => story,
      );
    },
  };
}

/** A passage that is wanted: which sentences of which article, and the statement if it makes one. */
interface Wanted {
  seq: number;
  make: (article: ArticleTexts) => Passage;
}

/** Sentences that name both and state nothing. */
interface Unstated {
  wanted: Wanted[];
  /** Sentences that name both and state something. */
  repeated: number;
  /** Articles that state something though no sentence of theirs names both. */
  told: number;
  /** Articles of which every sentence that names both states something. */
  whole: number[];
}

/** Sentences that name both and state nothing, and for articles without one the two nearest; newest article first. */
const unstated = (
  port: EvidencePort,
  { a, b }: PairLink,
  common: Common,
  limit: number,
  rows: readonly StatedReport[],
  ends: Ends,
): Unstated => {
  const stated = new Map<number, Set<number>>();
  for (const { seq, sentence } of rows) stated.set(seq, (stated.get(seq) ?? new Set()).add(sentence));
  const seqs = [...new Set([...common.newest(limit + stated.size), ...stated.keys()])];
  const mentions = byArticle(port.mentionsIn(seqs, [a, b]));
  const found: Unstated = { wanted: [], repeated: 0, told: 0, whole: [] };
  for (const seq of seqs) {
    const its = mentions.get(seq) ?? [];
    const shared = sharedSentences(its, a, b);
    const here = stated.get(seq);
    const plain = shared.filter((sentence) => !here?.has(sentence));
    found.repeated += shared.length - plain.length;
    if (here !== undefined && shared.length === 0) found.told += 1;
    if (here !== undefined && plain.length === 0) found.whole.push(seq);
    for (const sentence of plain) found.wanted.push({ seq, make: (article) => plainPassage(article, [sentence], its, ends) });
    if (shared.length > 0 || here !== undefined) continue;
    const closest = closestSentences(its, a, b);
    if (closest.length > 0) found.wanted.push({ seq, make: (article) => plainPassage(article, closest, its, ends) });
  }
  return found;
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

interface Request {
  limit: number;
  filter: ArticleFilter;
}

function* evidenceOfPair(port: EvidencePort, a: GraphNodeRow, b: GraphNodeRow, { limit, filter }: Request): Steps<Evidence | null> {
  const [pair] = port.pairsWith(a.key, [b.key]);
  if (pair === undefined) return null;
  const ends: Ends = new Map([
    [a.key, a.id],
    [b.key, b.id],
  ]);
  const rows = port.statedOf(a.key, b.key).filter(passing(filter));
  const common = yield* commonWithin(port, pair, filter);
  yield;
  const groups = statements(rows);
  const shown = groups.map((group) => group.slice(0, limit));
  const named = byArticle(port.mentionsIn([...new Set(shown.flat().map(({ seq }) => seq))], [a.key, b.key]));
  const statedWanted = shown.map((group) =>
    group.map((row): Wanted => ({ seq: row.seq, make: (article) => statedPassage(article, row, named.get(row.seq) ?? [], ends) })),
  );
  const { wanted, repeated, told, whole } = unstated(port, pair, common, limit, rows, ends);
  const passages = passagesOf(port, [...statedWanted, wanted.slice(0, limit)]);

  const answer: EvidenceGroup[] = groups.map((group, index) => {
    const [{ kind, status, subject, object }] = group;
    return {
      relation: { kind, status, from: ends.get(subject) as EntityId, to: ends.get(object) as EntityId },
      polarity: polarityOf(status),
      passages: passages[index] ?? [],
      total: group.length,
      articles: distinct(group, ({ seq }) => seq),
      stories: storiesOf(group),
    };
  });
  const rest = passages.at(-1) ?? [];
  const total = Math.max(rest.length, common.sentences - repeated + (common.articles - common.near - told));
  if (total > 0 && (rest.length > 0 || limit === 0)) {
    const articles = common.articles - whole.length;
    answer.push({ relation: null, polarity: 'together', passages: rest, total, articles, stories: common.storiesBut(whole) });
  }
  return { a: refOf(a), b: refOf(b), articles: common.articles, stories: common.stories, groups: answer };
}

/** Articles of one story are few: all are read where some of them are to be left out. */
const evidenceOfReport = (port: EvidencePort, story: GraphNodeRow, entity: GraphNodeRow, { limit, filter }: Request): Evidence | null => {
  const [link] = port.storyLinksAmong([story.key, entity.key]);
  if (link === undefined) return null;
  const isWhole = isEveryArticle(filter);
  const found = port.reportsNaming(story.key, entity.key, isWhole ? Math.max(1, limit) : link.articles);
  const passed = new Set((isWhole ? [] : port.reportsOf(found).filter(passing(filter))).map(({ seq }) => seq));
  const seqs = isWhole ? found : found.filter((seq) => passed.has(seq));
  const mentions = byArticle(port.mentionsIn(seqs, [entity.key]));
  const ends: Ends = new Map([[entity.key, entity.id]]);
  const wanted = seqs.flatMap((seq) => {
    const its = mentions.get(seq) ?? [];
    const numbers = [...new Set(its.map(({ sentence }) => sentence))];
    return numbers.map((number): Wanted => ({ seq, make: (article) => plainPassage(article, [number], its, ends) }));
  });
  const [passages = []] = passagesOf(port, [wanted.slice(0, limit)]);
  const [one, other] = story.id < entity.id ? [story, entity] : [entity, story];
  const [articles, total] = isWhole ? [link.articles, link.sentences] : [seqs.length, wanted.length];
  const stories = Math.min(1, articles);
  return {
    a: refOf(one),
    b: refOf(other),
    articles,
    stories,
    groups: articles === 0 ? [] : [{ relation: null, polarity: 'together', passages, total, articles, stories }],
  };
};

/**
 * What stands behind the link of two nodes, of the articles that a filter lets through, in steps: statements by kind, polarity
 * and direction, then the sentences that only name both (or, where an article has none, its two nearest); newest first, at
 * most `limit` passages a group. Null where nothing links the two in the whole library.
 */
export function* findingEvidence(port: EvidencePort, a: GraphNodeRow, b: GraphNodeRow, request: Request): Steps<Evidence | null> {
  if (a.key > 0 && b.key > 0) return yield* evidenceOfPair(port, a, b, request);
  if (a.key < 0 && b.key < 0) return null;
  return a.key < 0 ? evidenceOfReport(port, a, b, request) : evidenceOfReport(port, b, a, request);
}
