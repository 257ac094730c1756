import type { ArticleId, EntityId, LinkId, Span, StoryId } from '../../shared/model.ts';
import type { ArticleView, EntityCard, Evidence, StoryCard } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading } from './failure.ts';
import { latestOnly } from './latest.ts';

/** A page of the right-hand pane. `at` is the sentence to open an article at; `words` are the search's, to be marked. */
export type DetailPage =
  | { kind: 'entity'; id: EntityId }
  | { kind: 'story'; id: StoryId }
  | { kind: 'evidence'; link: LinkId }
  | { kind: 'article'; id: ArticleId; at?: Span; words?: string };

export type DetailContent =
  | { kind: 'none' }
  | { kind: 'entity'; card: EntityCard }
  | { kind: 'story'; card: StoryCard }
  | { kind: 'evidence'; evidence: Evidence; link: LinkId }
  | { kind: 'article'; article: ArticleView };

export interface DetailSlice {
  detail: {
    /** Pages in the order they were opened; `at` is the one shown, -1 while there is none. */
    trail: DetailPage[];
    at: number;
    content: DetailContent;
    loading: Loading;
  };
  articleOpened: (id: ArticleId, how?: { at?: Span; words?: string }) => void;
  entityOpened: (id: EntityId) => void;
  storyOpened: (id: StoryId) => void;
  evidenceOpened: (link: LinkId) => void;
  detailBack: () => void;
  detailForward: () => void;
  detailRetried: () => void;
  detailClosed: () => void;
  /** All sentences of the evidence shown, not only the first. */
  allEvidenceRequested: () => void;
}

const trailLimit = 200;

/** The right-hand pane: cards, evidence and articles on one trail with back and forward. */
export const detailSlice: SliceMaker<DetailSlice> = (set, get, host) => {
  const newest = latestOnly();
  const patch = (part: Partial<DetailSlice['detail']>) => set((app) => ({ detail: { ...app.detail, ...part } }));

  const fetchPage = async (page: DetailPage, evidenceLimit = 50): Promise<DetailContent> => {
    switch (page.kind) {
      case 'entity':
        return { kind: 'entity', card: await host.core.entity({ id: page.id }) };
      case 'story':
        return { kind: 'story', card: await host.core.story({ id: page.id }) };
      case 'evidence':
        return { kind: 'evidence', link: page.link, evidence: await host.core.evidence({ link: page.link, limit: evidenceLimit }) };
      case 'article':
        return { kind: 'article', article: await host.core.article({ id: page.id }) };
    }
  };

  const load = (evidenceLimit?: number) => {
    const { trail, at, content } = get().detail;
    const page = trail[at];
    if (!page) return patch({ content: { kind: 'none' }, loading: idle });
    // the same article at another sentence: the text is here already
    if (page.kind === 'article' && content.kind === 'article' && content.article.id === page.id)
      return patch({ loading: { state: 'ready' } });
    patch({ loading });
    void newest(() => fetchPage(page, evidenceLimit), {
      arrived: (next) => patch({ content: next, loading: { state: 'ready' } }),
      failed: (thrown) => patch({ loading: failed(thrown) }),
    });
  };

  const open = (page: DetailPage) => {
    const { trail, at } = get().detail;
    const kept = JSON.stringify(trail[at]) === JSON.stringify(page) ? trail.slice(0, at) : trail.slice(0, at + 1);
    const next = [...kept, page].slice(-trailLimit);
    patch({ trail: next, at: next.length - 1 });
    get().detailPaneToggled(true);
    load();
  };

  const step = (by: 1 | -1) => {
    const { trail, at } = get().detail;
    if (!trail[at + by]) return;
    patch({ at: at + by });
    load();
  };

  return {
    detail: { trail: [], at: -1, content: { kind: 'none' }, loading: idle },
    articleOpened: (id, how = {}) => open({ kind: 'article', id, ...how }),
    entityOpened: (id) => open({ kind: 'entity', id }),
    storyOpened: (id) => open({ kind: 'story', id }),
    evidenceOpened: (link) => open({ kind: 'evidence', link }),
    detailBack: () => step(-1),
    detailForward: () => step(1),
    detailRetried: () => load(),
    detailClosed: () => patch({ trail: [], at: -1, content: { kind: 'none' }, loading: idle }),
    allEvidenceRequested: () => load(1000),
  };
};
