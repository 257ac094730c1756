import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleId, EntityId, StoryId } from '../../shared/model.ts';
import type { ArticleList, ArticleView, EntityCard, StoryCard } from '../../shared/views.ts';
import { incoming, libraryOf, named, type Told } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { readingMethods } from './reading-methods.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const over = (...articles: Told[]) => {
  const { store, close } = libraryOf(...articles);
  open.push(close);
  const methods = readingMethods(store);
  return {
    store,
    entity: (id: EntityId, article?: ArticleId) => methods.entity({ id, article }) as EntityCard,
    story: (id: StoryId) => methods.story({ id }) as StoryCard,
    article: (id: ArticleId) => methods.article({ id }) as ArticleView,
    articles: (node?: EntityId | StoryId, offset = 0, limit = 50) => methods.articles({ node, offset, limit }) as ArticleList,
  };
};

const deal: Told = {
  title: 'A deal',
  published: '2025-05-21',
  publisher: 'Wire',
  address: 'https://news.example/deal?utm_source=feed',
  sentences: ['{OpenAI} bought {io}.', '{Sam Altman:person} and {Jony Ive:person} spoke.', '{Altman=Sam Altman:person} smiled.'],
  relations: [['OpenAI', 'acquired', 'io', 0, 'completed']],
};
const after: Told = {
  title: 'What came after',
  published: '2025-09-01',
  address: 'https://news.example/after',
  links: ['http://www.news.example/deal/', 'https://elsewhere.example/page'],
  sentences: ['A device by {Jony Ive:person} for {OpenAI} is late.', 'Nobody says why.'],
};

describe('an article', () => {
  it('comes with text, mentions, entities and where it was found', () => {
    const { article } = over(deal, after);
    const view = article(incoming(deal).id);
    expect(view.text).toBe(incoming(deal).article.text);
    expect(view.mentions.map(({ start, end, type }) => [view.text.slice(start, end), type])).toEqual([
      ['OpenAI', 'company'],
      ['io', 'company'],
      ['Sam Altman', 'person'],
      ['Jony Ive', 'person'],
      ['Altman', 'person'],
    ]);
    expect(view.entities[0]).toMatchObject({ node: { name: 'Sam Altman' }, mentions: 2 });
    expect(view.origins).toHaveLength(1);
    expect(Date.parse(view.importedAt)).not.toBeNaN();
  });

  it('finds the articles that its links mean, in whatever order they came', () => {
    for (const order of [
      [deal, after],
      [after, deal],
    ]) {
      const { article } = over(...order);
      const view = article(incoming(after).id);
      expect(view.links.map((link) => link.article?.title ?? null)).toEqual(['A deal', null]);
      expect(article(incoming(deal).id).backlinks.map(({ title }) => title)).toEqual(['What came after']);
    }
  });

  it('is related to what shares its rare entities', () => {
    const { article } = over(deal, after, { title: 'Elsewhere', published: '2020-01-01', sentences: ['{Volvo} builds cars.'] });
    const { related } = article(incoming(deal).id);
    expect(related.map((one) => [one.article.title, one.shared.map(({ name }) => name).sort()])).toEqual([
      ['What came after', ['Jony Ive', 'OpenAI']],
    ]);
  });

  it('that the library lacks is said to be missing', () => {
    expect(() => over(deal).article('a_000000000000000000000000' as ArticleId)).toThrow(/has no article/);
  });
});

describe('an entity', () => {
  it('has a card with its names, dates, strongest links and its place in an article', () => {
    const { entity, store } = over(deal, after);
    const card = entity(named(store, 'OpenAI').id as EntityId, incoming(after).id);
    expect(card).toMatchObject({
      node: { name: 'OpenAI', type: 'company', articles: 2 },
      aliases: [{ name: 'OpenAI', count: 2 }],
      mentions: 2,
      first: '2025-05-21',
      last: '2025-09-01',
      relations: [{ kind: 'acquired', total: 1 }],
    });
    expect(card.strongest[0]?.node.name).toBe('io');
    const { sentence } = card.inArticle ?? {};
    expect(sentence?.text).toBe('A device by Jony Ive for OpenAI is late.');
    expect(sentence?.marks.map(({ start, end }) => sentence.text.slice(start, end))).toEqual(['OpenAI']);
  });

  it('has no place in an article that does not name it', () => {
    const { entity, store } = over(deal, after);
    expect(entity(named(store, 'io').id as EntityId, incoming(after).id).inArticle).toBeNull();
  });
});

describe('a story', () => {
  it('has its reports, newest first, and what they are about', () => {
    const { story, store } = over(deal);
    const [node] = store.storiesAfter(0, 1);
    const card = story(node?.id as StoryId);
    expect(card).toMatchObject({ node: { name: 'A deal', type: 'story', articles: 1 }, first: '2025-05-21' });
    expect(card.reports.map(({ title }) => title)).toEqual(['A deal']);
    expect(card.entities[0]?.name).toBe('Sam Altman');
    expect(card.entitiesTotal).toBe(card.entities.length);
  });
});

describe('articles', () => {
  it('come newest first, undated last, in windows', () => {
    const { articles, store } = over(deal, after, { title: 'Undated', published: null, sentences: ['{io} again.'] });
    expect(articles().items.map(({ title }) => title)).toEqual(['What came after', 'A deal', 'Undated']);
    expect(articles(undefined, 1, 1)).toMatchObject({ items: [{ title: 'A deal' }], total: 3 });
    expect(articles(named(store, 'io').id as EntityId)).toMatchObject({ items: [{ title: 'A deal' }, { title: 'Undated' }], total: 2 });
  });

  it('of a node that came in later are there at once', () => {
    const { articles, store } = over(deal);
    ingest(store, [incoming(after)]);
    expect(articles(named(store, 'OpenAI').id as EntityId).total).toBe(2);
  });
});
