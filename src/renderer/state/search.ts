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
  recent: { list: ArticleList | null; loading: Loading };
  queryTyped: (query: string) => void;
  moreArticlesRequested: () => void;
  recentRequested: () => void;
}

const pageSize = 30;

/** The search box and its answers; the newest query wins. */
export const searchSlice: SliceMaker<SearchSlice> = (set, get, host) => {
  const newest = latestOnly();
  const newestRecent = latestOnly();
  const patch = (part: Partial<SearchSlice['search']>) => set((app) => ({ search: { ...app.search, ...part } }));

  return {
    search: { query: '', answer: null, loading: idle },
    recent: { list: null, loading: idle },

    queryTyped: (query) => {
      patch({ query, loading: query.trim() === '' ? idle : loading });
      void newest(async () => (query.trim() === '' ? null : host.core.search({ query, articles: pageSize })), {
        arrived: (answer) => patch({ answer, loading: answer ? ready : idle }),
        failed: (thrown) => patch({ answer: null, loading: failed(thrown) }),
      });
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
      } else if (recent.list && recent.list.items.length < recent.list.total) {
        const list = recent.list;
        void newestRecent(() => host.core.articles({ offset: list.items.length, limit: 50 }), {
          arrived: (next) => set({ recent: { list: { ...next, items: [...list.items, ...next.items] }, loading: ready } }),
          failed: (thrown) => set({ recent: { list, loading: failed(thrown) } }),
        });
      }
    },

    recentRequested: () => {
      set(({ recent }) => ({ recent: { ...recent, loading } }));
      void newestRecent(() => host.core.articles({ limit: 50 }), {
        arrived: (list) => set({ recent: { list, loading: ready } }),
        failed: (thrown) => set(({ recent }) => ({ recent: { ...recent, loading: failed(thrown) } })),
      });
    },
  };
};
