import type { Implementation } from '../../shared/contract.ts';
import type { ArticleId, EntityId, NodeRef, StoryId } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { ArticleView, EntityCard, PassagePart } from '../../shared/views.ts';
import { normaliseAddress } from './articles/index.ts';
import { correctionsOf } from './correction-methods.ts';
import { neighboursOf, refOf } from './graph/neighbours.ts';
import { plainPassage } from './graph/passages.ts';
import { specificity } from './graph/ranking.ts';
import { nodeIn } from './graph-methods.ts';
import { noteOn } from './notes.ts';
import { spellingsOf } from './spellings.ts';
import type { ArticleRow, MentionRow, NodeRow, Store } from './store/index.ts';

/** Neighbours on an entity's card; articles beside the one being read; articles that link to it. */
const strongestShown = 8;
const relatedShown = 8;
const backlinksShown = 50;
/** Reports and entities on a story's card. */
const storyShown = 1000;
/** Reasons on an entity's card, and the articles that are looked through for them. */
const reasonsShown = 5;
const reasonArticles = 50;
/** Entities that make two articles related: the rarest of the article, and how many articles of theirs are looked through. */
const relatingEntities = 12;
const relatingArticles = 3000;

const articleIn = (store: Store, id: ArticleId): ArticleRow => {
  const row = store.articleRow(id);
  if (row === null) throw new NewsgraphError('not-found', `The library has no article ${id}.`);
  return row;
};

/** The first sentence of an article that names an entity, and how often the article does; null where it does not. */
const placeIn = (store: Store, node: NodeRow, article: ArticleId): EntityCard['inArticle'] => {
  const row = store.articleRow(article);
  if (row === null) return null;
  const mentions = store.mentionsIn([row.seq], [node.key]);
  const text = store.textsOf([row.seq]).get(row.seq);
  const [first] = mentions;
  if (first === undefined || text === undefined) return null;
  const [sentence] = plainPassage(text, [first.sentence], mentions, new Map([[node.key, node.id]])).parts;
  return sentence === undefined ? null : { article, mentions: mentions.length, sentence: sentence satisfies PassagePart };
};

/** The entities of an article with their mentions, most mentioned first. */
const entitiesIn = (store: Store, mentions: readonly MentionRow[]): { row: NodeRow; mentions: number }[] => {
  const counts = new Map<EntityId, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return store
    .nodeRows([...counts.keys()])
    .map((row) => ({ row, mentions: counts.get(row.id as EntityId) ?? 0 }))
    .sort((left, right) => right.mentions - left.mentions);
};

/** Reports of the same story, then articles that share the rarest entities; with the entities that both name. */
const relatedTo = (store: Store, article: ArticleRow, entities: readonly NodeRow[]): ArticleView['related'] => {
  const total = store.counts().stories;
  const weighted = entities
    .map((row) => ({ row, weight: specificity(row.stories, total) ** 2 }))
    .sort((left, right) => right.weight - left.weight);
  const looked: typeof weighted = [];
  let articles = 0;
  for (const candidate of weighted) {
    articles += candidate.row.articles;
    if (looked.length >= relatingEntities || (looked.length > 0 && articles > relatingArticles)) break;
    looked.push(candidate);
  }
  const names = new Map(looked.map(({ row }) => [row.key, refOf(row)]));
  const sharing = store.articlesSharing(
    looked.map(({ row, weight }) => ({ row: row.key, weight })),
    article.seq,
    2 * relatedShown,
  );
  const order = [...names.keys()];
  const shared = new Map<ArticleId, NodeRef[]>(
    sharing.map(({ id, entities: keys }) => [
      id,
      keys.sort((left, right) => order.indexOf(left) - order.indexOf(right)).flatMap((key) => names.get(key) ?? []),
    ]),
  );
  const siblings = article.story === null ? [] : store.newestArticles(article.story, 0, relatedShown + 1).items.map(({ id }) => id);
  const ids = new Set([...siblings, ...shared.keys()]);
  ids.delete(article.id);
  return store.articleRefs([...ids].slice(0, relatedShown)).map((ref) => ({ article: ref, shared: shared.get(ref.id) ?? [] }));
};

const viewOf = (store: Store, id: ArticleId): ArticleView => {
  const { seq, addressKey, ...row } = articleIn(store, id);
  const text = store.articleText(seq);
  if (text === null) throw new NewsgraphError('not-found', `The text of article ${id} is missing.`);
  const mentions = store.mentionsOf(seq);
  const entities = entitiesIn(store, mentions);
  const targets = text.links.map(({ href }) => normaliseAddress(href));
  const targetIds = store.articlesAt([...new Set(targets.flatMap((target) => target ?? []))]);
  const targetRefs = new Map(store.articleRefs([...new Set(targetIds.values())]).map((ref) => [ref.id, ref]));
  return {
    ...row,
    text: text.text,
    blocks: text.blocks,
    links: text.links.map((link, index) => {
      const target = targetIds.get(targets[index] ?? '');
      return { ...link, article: target === undefined ? null : (targetRefs.get(target) ?? null) };
    }),
    mentions,
    origins: store.originsOf(seq),
    entities: entities.map(({ row: entity, mentions: count }) => ({ node: refOf(entity), mentions: count })),
    related: relatedTo(
      store,
      { seq, addressKey, ...row },
      entities.map(({ row: entity }) => entity),
    ),
    backlinks: addressKey === null ? [] : store.articlesLinkingTo(addressKey, id, backlinksShown),
  };
};

/** What spoke for an entity's mentions in the articles that came in last, most frequent first. */
const reasonsFor = (store: Store, entity: number): EntityCard['reasons'] => {
  const counts = new Map<string, number>();
  for (const seq of store.latestArticlesWith(entity, reasonArticles)) {
    const places = new Set(store.mentionsIn([seq], [entity]).map(({ start, end }) => `${start} ${end}`));
    for (const { start, end, reason } of store.readingOf(seq)?.extraction.mentions ?? []) {
      if (reason !== '' && places.has(`${start} ${end}`)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1))
    .slice(0, reasonsShown)
    .map(([reason, mentions]) => ({ reason, mentions }));
};

const cardOf = (store: Store, id: EntityId, article: ArticleId | undefined): EntityCard => {
  const node = nodeIn(store, id);
  return {
    node: refOf(node) as EntityCard['node'],
    aliases: spellingsOf(store, node),
    mentions: node.mentions,
    first: node.first,
    last: node.last,
    strongest: neighboursOf(store, node, {}, { offset: 0, limit: strongestShown }).items,
    relations: store.relationTotals(node.key),
    inArticle: article === undefined ? null : placeIn(store, node, article),
    ...store.readAs(node.key),
    reasons: reasonsFor(store, node.key),
    corrections: correctionsOf(store, node.key),
    hidden: store.isHidden(node.key),
    note: noteOn(store, node.key),
  };
};

/** The contract's methods about single entities, stories and articles, over an open library. */
export const readingMethods = (store: Store): Pick<Implementation, 'entity' | 'story' | 'article' | 'articles'> => ({
  entity: ({ id, article }) => cardOf(store, id, article),
  story: ({ id }) => {
    const node = nodeIn(store, id);
    const entities = neighboursOf(store, node, {}, { offset: 0, limit: storyShown });
    return {
      node: refOf(node) as NodeRef & { id: StoryId },
      first: node.first,
      last: node.last,
      reports: store.newestArticles(id, 0, storyShown).items,
      entities: entities.items.map(({ node: entity }) => entity),
      entitiesTotal: entities.total,
    };
  },
  article: ({ id }) => viewOf(store, id),
  articles: ({ node, offset, limit }) => {
    return store.newestArticles(node === undefined ? null : nodeIn(store, node).id, offset, limit);
  },
});
