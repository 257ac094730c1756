import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId, ArticleRef } from '../../shared/model.ts';
import type { ArticleHit, LibraryStatus, SearchAnswer } from '../../shared/views.ts';
import { createApp } from './app.ts';
import { memoryHost, settled } from './memory-host.ts';

const ref = (place: number): ArticleRef => ({
  id: `a_${String(place).padStart(24, '0')}` as ArticleId,
  title: `Article ${place}`,
  publisher: null,
  author: null,
  published: null,
  story: null,
  words: 100,
});
const hit = (place: number): ArticleHit => ({ article: ref(place), titleMarks: [], snippet: { text: '', marks: [], start: 0 } });
const answerOf = (query: string, places: number[], total = places.length): SearchAnswer => ({
  query,
  entities: [],
  articles: places.map(hit),
  total,
  matched: 'all',
  corrected: [],
  complete: true,
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, step) => from + step);

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

/** A search whose answers arrive when the test lets them. */
const slowSearch = () => {
  const waiting = new Map<string, (answer: SearchAnswer) => void>();
  const { host, calls } = memoryHost({
    search: ({ query }: { query: string }) => new Promise<SearchAnswer>((arrive) => waiting.set(query, arrive)),
  });
  return { app: createApp(host), calls, arrive: (query: string) => waiting.get(query)?.(answerOf(query, [1])) };
};

describe('typing into the search box', () => {
  test('the newest query wins, in whatever order the answers come', async () => {
    const { app, arrive } = slowSearch();
    app.getState().queryTyped('open');
    app.getState().queryTyped('openai');
    await settled();
    arrive('openai');
    await settled();
    arrive('open');
    await settled();
    expect(app.getState().search.answer?.query).toBe('openai');
    expect(app.getState().search.loading.state).toBe('ready');
  });

  test('the answer before stays in sight until the next is here', async () => {
    const { app, arrive } = slowSearch();
    app.getState().queryTyped('open');
    await settled();
    arrive('open');
    await settled();
    app.getState().queryTyped('openai');
    expect(app.getState().search.answer?.query).toBe('open');
    expect(app.getState().search.loading.state).toBe('loading');
  });

  test('an emptied box shows nothing, also when an answer comes late', async () => {
    const { app, arrive } = slowSearch();
    app.getState().queryTyped('open');
    await settled();
    app.getState().queryTyped('');
    arrive('open');
    await settled();
    expect(app.getState().search.answer).toBeNull();
    expect(app.getState().search.loading.state).toBe('idle');
  });

  test('a failure says why, and typing on asks again', async () => {
    let broken = true;
    const { host } = memoryHost({
      search: ({ query }: { query: string }) => {
        if (broken) throw new Error('The core is gone');
        return answerOf(query, [1]);
      },
    });
    const app = createApp(host);
    app.getState().queryTyped('open');
    await settled();
    expect(app.getState().search.loading).toMatchObject({ state: 'failed', failure: { message: 'The core is gone' } });
    broken = false;
    app.getState().queryTyped('opena');
    await settled();
    expect(app.getState().search.answer?.query).toBe('opena');
  });
});

describe('the end of a list', () => {
  const pages = () => {
    const { host, calls } = memoryHost({
      search: ({ query, offset = 0, articles = 30 }: { query: string; offset?: number; articles?: number }) =>
        answerOf(query, range(offset, Math.min(70, offset + articles)), 70),
      articles: ({ offset = 0, limit = 50 }: { offset?: number; limit?: number }) => ({
        items: range(offset, Math.min(120, offset + limit)).map(ref),
        total: 120,
      }),
    });
    return { app: createApp(host), calls };
  };

  test('fetches the next page of a search until all are there', async () => {
    const { app, calls } = pages();
    app.getState().queryTyped('x');
    await settled();
    for (const _ of range(0, 5)) {
      app.getState().moreArticlesRequested();
      await settled();
    }
    expect(app.getState().search.answer?.articles.map(({ article }) => article.id)).toEqual(range(0, 70).map((place) => ref(place).id));
    expect(calls.length).toBe(3);
  });

  test('a change of the library keeps as many in the list as were there', async () => {
    const { app } = pages();
    app.getState().recentRequested();
    await settled();
    app.getState().moreArticlesRequested();
    await settled();
    expect(app.getState().recent.list?.items.length).toBe(100);
    app.getState().resultsRefreshed();
    await settled();
    expect(app.getState().recent.list?.items.length).toBe(100);
  });

  test('the articles of an import stand in for the newest ones, until those are asked for', async () => {
    const { app } = pages();
    app.getState().importedListed([ref(7)]);
    await settled();
    app.getState().moreArticlesRequested();
    app.getState().resultsRefreshed();
    await settled();
    expect(app.getState().recent).toMatchObject({ of: 'imported', list: { items: [{ title: 'Article 7' }] } });
    app.getState().recentRequested();
    await settled();
    expect(app.getState().recent.of).toBe('newest');
  });
});

describe('a search while the index is still opening', () => {
  const opening = () => {
    let complete = false;
    const { host, calls } = memoryHost({
      search: ({ query }: { query: string }) => ({ ...answerOf(query, complete ? [1, 2] : []), complete }),
    });
    const app = createApp(host);
    const status = (index: 'opening' | 'ready') =>
      ({ type: 'status', status: { index, articles: 2, import: null } as LibraryStatus }) as const;
    app.getState().hostSpoke(status('opening'));
    const opened = () => {
      complete = true;
      app.getState().hostSpoke(status('ready'));
    };
    return { app, opened, searches: () => calls.filter(({ name }) => name === 'search').length };
  };

  test('is asked again once the index is open', async () => {
    const { app, opened, searches } = opening();
    app.getState().queryTyped('share');
    await settled();
    expect(app.getState().search.answer).toMatchObject({ complete: false, total: 0 });
    opened();
    await settled();
    expect(app.getState().search.answer).toMatchObject({ complete: true, total: 2 });
    opened();
    await settled();
    expect(searches()).toBe(2);
  });

  test('also where the index was opened while the answer was on its way', async () => {
    const { app, opened, searches } = opening();
    app.getState().queryTyped('share');
    opened();
    await settled();
    expect(app.getState().search.answer).toMatchObject({ complete: true, total: 2 });
    expect(searches()).toBe(2);
  });
});
