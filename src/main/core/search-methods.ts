import type { CheckedArgs, Implementation } from '../../shared/contract.ts';
import { type ArticleRef, type EntityId, type EntityType, entityTypes, type NodeId, type NodeRef } from '../../shared/model.ts';
import type { ArticleHit, EntityHit } from '../../shared/views.ts';
import type { IndexKeeper } from './index-keeper.ts';
import { type ArticleMatch, marksIn, type NameMatch, snippetOf } from './search/index.ts';

/** What search needs of the store. */
export interface SearchSource {
  articleRefsBySeq(seqs: readonly number[]): ArticleRef[];
  textBySeq(seq: number): string | null;
  nodeRefs(ids: readonly NodeId[]): NodeRef[];
  hiddenAmong(ids: readonly NodeId[]): ReadonlySet<NodeId>;
  lastSeq(): number;
  largestEntities(types: readonly EntityType[], limit: number): NodeRef[];
}

/** So many names that match are looked up to be ranked by their articles as they are now. */
const rankedNames = 200;
/** The entities in the most articles, by which names are chosen where more match: a letter or two begin thousands. */
const knownEntities = 3000;

/** The articles of the best known entities, counted anew when the library has grown by a tenth. */
const bestKnown = (source: SearchSource): (() => ReadonlyMap<NodeId, number>) => {
  let articles = new Map<NodeId, number>();
  let countedAt = -1;
  return () => {
    const last = source.lastSeq();
    if (countedAt < 0 || last < countedAt || last > countedAt * 1.1 + 10) {
      articles = new Map(source.largestEntities(entityTypes, knownEntities).map((node) => [node.id, node.articles]));
      countedAt = last;
    }
    return articles;
  };
};

const entityHits = (
  source: SearchSource,
  matches: readonly NameMatch[],
  limit: number,
  known: () => ReadonlyMap<NodeId, number>,
): EntityHit[] => {
  if (limit === 0) return [];
  let best = matches;
  if (matches.length > rankedNames) {
    const articles = known();
    const articlesOf = ({ entity }: NameMatch) => articles.get(entity) ?? 0;
    best = [...matches].sort((a, b) => a.rank - b.rank || articlesOf(b) - articlesOf(a)).slice(0, rankedNames);
  }
  const byEntity = new Map<NodeId, NameMatch>(best.map((match) => [match.entity, match]));
  const ranked = source.nodeRefs(best.map(({ entity }) => entity)).flatMap((node) => {
    const match = byEntity.get(node.id as EntityId);
    return match && node.articles > 0 ? [{ node, match }] : [];
  });
  ranked.sort((a, b) => a.match.rank - b.match.rank || b.node.articles - a.node.articles || b.match.score - a.match.score);
  const shown = ranked.slice(0, limit);
  const hidden = source.hiddenAmong(shown.map(({ node }) => node.id));
  return shown.map(({ node, match }) => ({
    node,
    alias: match.name === node.name ? null : match.name,
    ...(hidden.has(node.id) ? { hidden: true } : {}),
  }));
};

/** One letter is looked for in titles alone, where it begins hundreds of words: marking them all in thirty texts took 5 ms. */
const isOneLetter = (query: string): boolean => /^\s*[a-z0-9]\s*$/i.test(query);
const nothing: ReadonlySet<string> = new Set();

const articleHits = (source: SearchSource, matches: readonly ArticleMatch[], query: string): ArticleHit[] => {
  const inTitlesAlone = isOneLetter(query);
  const refs = source.articleRefsBySeq(matches.map(({ seq }) => seq));
  // An article that has gone since it was indexed leaves a gap in the answer of the store, not in ours.
  const whole = refs.length === matches.length;
  return matches.flatMap(({ seq, terms }, at) => {
    const article = whole ? refs[at] : source.articleRefsBySeq([seq])[0];
    if (!article) return [];
    const text = source.textBySeq(seq) ?? '';
    const marked = new Set(terms);
    const bodyStart = text.startsWith(article.title) ? article.title.length : 0;
    const { text: passage, marks, start } = snippetOf(text, bodyStart, inTitlesAlone ? nothing : marked);
    return [{ article, titleMarks: marksIn(article.title, marked), snippet: { text: passage, marks, start } }];
  });
};

/** The method of the contract that finds things by their words. */
export const searchMethods = (source: SearchSource, keeper: IndexKeeper): Pick<Implementation, 'search'> => {
  const known = bestKnown(source);
  return {
    search: ({ query, entities, articles, offset }: CheckedArgs<'search'>) => {
      // A library that is open for reading grows by another process's hand.
      keeper.follow();
      const named = keeper.names(query);
      const found = keeper.articles(query);
      const complete = keeper.state === 'ready';
      return {
        query,
        entities: entityHits(source, named.matches, entities, known),
        articles: articleHits(source, found.matches.slice(offset, offset + articles), query),
        total: found.matches.length,
        matched: found.matched,
        corrected: found.matches.length > 0 ? found.corrected : named.corrected,
        complete,
      };
    },
  };
};
