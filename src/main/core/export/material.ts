import { linkIdOf, type NodeId, type Span } from '../../../shared/model.ts';
import type { GraphLink, LinkRelation } from '../../../shared/views.ts';
import { pairScore, storyScore } from '../graph/ranking.ts';
import { Pace } from '../pace.ts';
import type { NodeKey, NodeRow, StatedRow, Store } from '../store/index.ts';
import { type Gathered, gather, linkCode } from './gathering.ts';

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
export interface ExportMaterial {
  nodes: NodeRow[];
  articles: CitedArticle[];
  links: () => Generator<ExportedLink>;
}

/** Reads the whole library for an export, letting other work in between. */
export const exportMaterial = async (store: Store): Promise<ExportMaterial> => {
  const pace = new Pace();
  const nodes = [...pages(store.entitiesAfter, ({ key }) => key), ...pages(store.storiesAfter, ({ key }) => -key)];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const keyOf = new Map(nodes.map((node) => [node.id as string, node.key]));
  const gathered: Gathered = { passages: new Map(), stated: new Map() };
  const articles: CitedArticle[] = [];
  const spans = new Map<number, { id: string; sentences: Span[] }>();
  for (const seq of pages(store.articlesAfter, (number) => number)) {
    await pace.breathe();
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
        const code = linkCode(pair.a, pair.b);
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
        const passages = passagesOf(linkCode(node.key, link.entity));
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
