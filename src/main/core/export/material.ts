import { linkIdOf, type NodeId, type Span } from '../../../shared/model.ts';
import type { GraphLink, LinkRelation } from '../../../shared/views.ts';
import { closestSentences, sharedSentences } from '../graph/passages.ts';
import { pairScore, storyScore } from '../graph/ranking.ts';
import { type NamedRow, type NodeKey, type NodeRow, pairsOfArticle, type StatedRow, type Store } from '../store/index.ts';

/** An article as an export cites it: its sentences that name something. */
export interface CitedArticle {
  id: string;
  title: string;
  publisher: string | null;
  author: string | null;
  published: string | null;
  story: string | null;
  sentences: (Span & { text: string })[];
}

/** A place in an article: one sentence, or two where no single one names both ends. */
export interface Citation {
  article: string;
  parts: Span[];
}

/** A link with everything behind it. */
export interface ExportedLink extends Omit<GraphLink, 'strength' | 'relations'> {
  score: number;
  relations: (Omit<LinkRelation, 'sentences' | 'articles'> & { passages: (Citation & { rule: string; confidence: number })[] })[];
  passages: Citation[];
}

/** Rows read at a time. */
const page = 500;

function* pages<Row>(read: (after: number, limit: number) => Row[], next: (row: Row) => number): Generator<Row> {
  for (let after = 0; ; ) {
    const rows = read(after, page);
    for (const row of rows) {
      yield row;
      after = next(row);
    }
    if (rows.length < page) return;
  }
}

/** Two rows in one number, exact up to 67 million each; a story's key goes in as it is, below zero. */
const codeOf = (a: NodeKey, b: NodeKey): number => (a < 0 ? -(-a * 2 ** 26 + b) : a * 2 ** 26 + b);

/** Where links are spoken of, gathered article by article: numbers of articles and sentences, not texts. */
interface Gathered {
  passages: Map<number, number[]>;
  stated: Map<number, StatedRow[]>;
}

const gather = (gathered: Gathered, seq: number, story: NodeKey | null, named: readonly NamedRow[], stated: readonly StatedRow[]): void => {
  const add = (code: number, one: number, other: number): void => {
    const there = gathered.passages.get(code);
    if (there === undefined) gathered.passages.set(code, [seq, one, other]);
    else there.push(seq, one, other);
  };
  const byEntity = new Map<NodeKey, NamedRow[]>();
  for (const mention of named) byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention]);
  const occurrences = [...byEntity].map(([entity, mentions]) => ({ entity, sentences: mentions.map(({ sentence }) => sentence) }));
  for (const { a, b, sentences } of pairsOfArticle(occurrences, stated)) {
    const both = [...(byEntity.get(a) ?? []), ...(byEntity.get(b) ?? [])].sort((left, right) => left.start - right.start);
    if (sentences > 0) for (const sentence of sharedSentences(both, a, b)) add(codeOf(a, b), sentence, sentence);
    else {
      const [one = 0, other = one] = closestSentences(both, a, b);
      add(codeOf(a, b), one, other);
    }
  }
  if (story !== null) {
    for (const { entity, sentences } of occurrences)
      for (const sentence of new Set(sentences)) add(codeOf(story, entity), sentence, sentence);
  }
  for (const row of stated) {
    const code = codeOf(Math.min(row.subject, row.object), Math.max(row.subject, row.object));
    gathered.stated.set(code, [...(gathered.stated.get(code) ?? []), row]);
  }
};

const relationsIn = (rows: readonly StatedRow[], idOf: (key: NodeKey) => NodeId, cite: (seq: number, sentences: number[]) => Citation) => {
  const relations = new Map<string, ExportedLink['relations'][number]>();
  for (const { seq, sentence, kind, status, subject, object, rule, confidence } of rows) {
    const key = `${kind} ${status} ${subject} ${object}`;
    const relation = relations.get(key) ?? {
      kind,
      status,
      from: idOf(subject) as LinkRelation['from'],
      to: idOf(object) as LinkRelation['to'],
      passages: [],
    };
    relation.passages.push({ ...cite(seq, [sentence]), rule, confidence });
    relations.set(key, relation);
  }
  return [...relations.values()];
};

/** Everything that an export holds, nothing cut: all nodes, all articles with the sentences cited, and all links one by one. */
export const exportMaterial = (store: Store): { nodes: NodeRow[]; articles: CitedArticle[]; links: () => Generator<ExportedLink> } => {
  const nodes = [...pages(store.entitiesAfter, ({ key }) => key), ...pages(store.storiesAfter, ({ key }) => -key)];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const keyOf = new Map(nodes.map((node) => [node.id as string, node.key]));
  const gathered: Gathered = { passages: new Map(), stated: new Map() };
  const articles: CitedArticle[] = [];
  const spans = new Map<number, { id: string; sentences: Span[] }>();
  for (const seq of pages(store.articlesAfter, (number) => number)) {
    const found = store.textsOf([seq]).get(seq);
    if (found === undefined) continue;
    const { article, text, sentences } = found;
    const named = store.allMentionsIn(seq);
    gather(gathered, seq, keyOf.get(article.story ?? '') ?? null, named, store.statedIn(seq));
    const cited = [...new Set(named.map(({ sentence }) => sentence))];
    const { id, title, publisher, author, published, story } = article;
    spans.set(seq, { id, sentences });
    articles.push({
      id,
      title,
      publisher,
      author,
      published,
      story,
      sentences: cited.flatMap((number) => {
        const sentence = sentences[number];
        return sentence === undefined ? [] : [{ ...sentence, text: text.slice(sentence.start, sentence.end) }];
      }),
    });
  }

  const idOf = (key: NodeKey): NodeId => byKey.get(key)?.id ?? ('' as NodeId);
  const cite = (seq: number, numbers: number[]): Citation => {
    const article = spans.get(seq);
    return { article: article?.id ?? '', parts: [...new Set(numbers)].flatMap((number) => article?.sentences[number] ?? []) };
  };
  const passagesOf = (code: number): Citation[] => {
    const flat = gathered.passages.get(code) ?? [];
    return Array.from({ length: flat.length / 3 }, (_, at) => cite(flat[3 * at] ?? 0, [flat[3 * at + 1] ?? 0, flat[3 * at + 2] ?? 0]));
  };
  const ends = (a: NodeKey, b: NodeKey): Pick<ExportedLink, 'id' | 'source' | 'target'> => {
    const [source, target] = idOf(a) < idOf(b) ? [idOf(a), idOf(b)] : [idOf(b), idOf(a)];
    return { id: linkIdOf(source, target), source, target };
  };

  function* links(): Generator<ExportedLink> {
    const { stories: total } = store.counts();
    const newest = store.lastPublished();
    for (let after = { a: 0, b: 0 }; ; ) {
      const pairs = store.pairsAfter(after.a, after.b, page);
      for (const pair of pairs) {
        const [one, other] = [byKey.get(pair.a), byKey.get(pair.b)];
        if (one === undefined || other === undefined) continue;
        const code = codeOf(pair.a, pair.b);
        const relations = relationsIn(gathered.stated.get(code) ?? [], idOf, cite);
        const { articles: reports, sentences, stories, first, last } = pair;
        const score = pairScore(pair, { type: one.type, reach: one.stories }, { type: other.type, reach: other.stories }, total);
        const kind = relations.length > 0 ? 'relation' : 'co-mention';
        yield {
          ...ends(pair.a, pair.b),
          kind,
          score,
          articles: reports,
          sentences,
          stories,
          first,
          last,
          relations,
          passages: passagesOf(code),
        };
        after = pair;
      }
      if (pairs.length < page) break;
    }
    for (const node of nodes) {
      if (node.key > 0) continue;
      for (const link of store.entitiesOf(node.key)) {
        const { articles: reports, sentences, first, last } = link;
        const passages = passagesOf(codeOf(node.key, link.entity));
        const score = storyScore(link, newest);
        yield {
          ...ends(node.key, link.entity),
          kind: 'mention',
          score,
          articles: reports,
          sentences,
          stories: 1,
          first,
          last,
          relations: [],
          passages,
        };
      }
    }
  }
  return { nodes, articles, links };
};
