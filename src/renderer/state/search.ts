import type { ArticleRef } from '../../shared/model.ts';
import type { ArticleList, SearchAnswer } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { latestOnly } from './latest.ts';

export interface SearchSlice {
  search: {
    query: string;
    /** Null while the query is empty. */
    answer: SearchAnswer | null;
    loading: Loading;
  };
  /** The newest articles of the library: what the left pane lists while nothing is searched for. */
  recent: { list: ArticleList | null; loading: Loading /** `imported`: those of the last import instead. */; of: 'newest' | 'imported' };
  queryTyped: (query: string) => void;
  moreArticlesRequested: () => void;
  recentRequested: () => void;
  /** Lists the articles of an import in place of the newest ones. */
  importedListed: (articles: ArticleRef[]) => void;
  /** The index is open: asks again for an answer that names alone could give so far. */
  indexOpened: () => void;
  /** Asks again for what is listed, as many as are listed: the library has changed. */
  resultsRefreshed: () => void;
}

const pageSize = 30;
const recentSize = 50;
/** The contract's most articles in one search answer and in one list. */
const most = { search: 200, list: 1000 };

/** The search box and its answers; the newest query wins. */
export const searchSlice: SliceMaker<SearchSlice> = (set, get, host) => {
  const newest = latestOnly();
  const newestRecent = latestOnly();
  const patch = (part: Partial<SearchSlice['search']>) => set((app) => ({ search: { ...app.search, ...part } }));

  const patchRecent = (part: Partial<SearchSlice['recent']>) => set((app) => ({ recent: { ...app.recent, ...part } }));

  const ask = (query: string, articles: number, again = false) => {
    const empty = query.trim() === '';
    patch({ loading: empty ? idle : loading });
    void newest(async () => (empty ? null : host.core.search({ query, articles })), {
      arrived: (answer) => {
        patch({ answer, loading: answer ? ready : idle });
        // the index was opened while the answer was on its way
        if (answer?.complete === false && !again && get().library.status?.index === 'ready') ask(query, articles, true);
      },
      failed: (thrown) => patch({ answer: null, loading: failed(thrown) }),
    });
  };

  const askRecent = (limit: number) => {
    patchRecent({ loading, of: 'newest' });
    void newestRecent(() => host.core.articles({ limit }), {
      arrived: (list) => patchRecent({ list, loading: ready }),
      failed: (thrown) => patchRecent({ loading: failed(thrown) }),
    });
  };

  return {
    search: { query: '', answer: null, loading: idle },
    recent: { list: null, loading: idle, of: 'newest' },

    queryTyped: (query) => {
      patch({ query });
      ask(query, pageSize);
    },

    moreArticlesRequested: () => {
      const { search, recent } = get();
      const have = search.answer;
      if (have) {
        if (have.articles.length >= have.total) return;
        void newest(() => host.core.search({ query: search.query, offset: have.articles.length, articles: pageSize }), {
          arrived: (next) => patch({ answer: { ...have, articles: [...have.articles, ...next.articles] }, loading: ready }),
          failed: (thrown) => patch({ loading: failed(thrown) }),
        });
      } else if (recent.of === 'newest' && recent.list && recent.list.items.length < recent.list.total) {
        const list = recent.list;
        void newestRecent(() => host.core.articles({ offset: list.items.length, limit: recentSize }), {
          arrived: (next) => patchRecent({ list: { ...next, items: [...list.items, ...next.items] }, loading: ready }),
          failed: (thrown) => patchRecent({ loading: failed(thrown) }),
        });
      }
    },

    recentRequested: () => askRecent(recentSize),

    importedListed: (articles) => {
      get().queryTyped('');
      void newestRecent(async () => articles, {
        arrived: (items) => patchRecent({ list: { items, total: items.length }, loading: ready, of: 'imported' }),
        failed: (thrown) => patchRecent({ loading: failed(thrown) }),
      });
    },

    indexOpened: () => {
      const { query, answer } = get().search;
      if (answer?.complete === false) ask(query, pageSize, true);
    },

    resultsRefreshed: () => {
      const { search, recent } = get();
      if (recent.of === 'newest') askRecent(Math.min(most.list, Math.max(recentSize, recent.list?.items.length ?? 0)));
      const articles = Math.max(pageSize, search.answer?.articles.length ?? 0);
      // a longer list than one answer can hold stays as it is until the next word
      if (search.query.trim() !== '' && articles <= most.search) ask(search.query, articles);
    },
  };
};
