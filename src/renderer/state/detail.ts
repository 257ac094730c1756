import { type ArticleFilter, everyArticle, isEveryArticle } from '../../shared/article-filter.ts';
import type { Correction } from '../../shared/corrections.ts';
import type { ArticleId, EntityId, LinkId, Span, StoryId } from '../../shared/model.ts';
import { relationKindNames } from '../../shared/relations.ts';
import { failureOf } from '../../shared/result.ts';
import type { ArticleList, ArticleView, EntityCard, Evidence, Neighbours, Passage, StoryCard } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { latestOnly } from './latest.ts';

/** Which passage of which evidence an article was opened at; `index` counts through `passagesOf`. */
export interface PassagePlace {
  link: LinkId;
  index: number;
  /** Which articles the evidence was of; all where absent. */
  filter?: ArticleFilter;
}

/**
 * A page of the right-hand pane. `at` is the sentence to open an article at; `words` are the search's, to be marked;
 * `passage` is set while one reads along the sentences of a link.
 */
export type DetailPage =
  | { kind: 'entity'; id: EntityId }
  | { kind: 'story'; id: StoryId }
  /** `whole`: of all articles, whatever the board's filter. */
  | { kind: 'evidence'; link: LinkId; whole?: true }
  | { kind: 'corrections' }
  | { kind: 'article'; id: ArticleId; at?: Span; words?: string; passage?: PassagePlace };

export type DetailContent =
  | { kind: 'none' }
  /** `statements` are the neighbours that some sentence states a relation to; `articles` are those that mention the entity. */
  | { kind: 'entity'; card: EntityCard; statements: Neighbours; articles: ArticleList }
  | { kind: 'story'; card: StoryCard }
  /** `filter`: the articles that the evidence is of. */
  | { kind: 'evidence'; evidence: Evidence; link: LinkId; filter: ArticleFilter }
  | { kind: 'corrections'; corrections: Correction[] }
  | { kind: 'article'; article: ArticleView };

/** The evidence that articles are read along with. */
export interface KeptEvidence {
  link: LinkId;
  filter: ArticleFilter;
  evidence: Evidence;
}

export interface DetailSlice {
  detail: {
    /** Pages in the order they were opened; `at` is the one shown, -1 while there is none. */
    trail: DetailPage[];
    at: number;
    /** What was fetched last: it belongs to an earlier page while `loading` is not `ready`. */
    content: DetailContent;
    loading: Loading;
    evidence: KeptEvidence | null;
    /** Links whose sentences are listed in full, not only the first of each statement. */
    listedInFull: readonly LinkId[];
    /** Whether more of a list on the page is on its way. */
    more: Loading;
  };
  articleOpened: (id: ArticleId, how?: { at?: Span; words?: string }) => void;
  entityOpened: (id: EntityId) => void;
  storyOpened: (id: StoryId) => void;
  evidenceOpened: (link: LinkId) => void;
  /** Opens the list of all corrections. */
  correctionsOpened: () => void;
  detailBack: () => void;
  detailForward: () => void;
  detailRetried: () => void;
  /** Other articles count on the board: the sentences of a link are fetched anew where they are what is shown. */
  evidenceRefiltered: () => void;
  /** Fetches the page shown anew after the same articles were understood anew; `instead` in place of an entity that is gone. */
  detailRevised: (instead: EntityId | null) => void;
  detailClosed: () => void;
  /** All sentences of the evidence shown are to be listed, not only the first of each statement. */
  allEvidenceRequested: () => void;
  /** The evidence shown is to be of all articles, or again of those alone that the board's filter lets through. */
  evidenceWidened: (whole: boolean) => void;
  /** Opens the article of a passage of the evidence shown, at its sentence. */
  passageOpened: (index: number) => void;
  /** The next or previous passage of the evidence that the article is read along with. */
  passageStepped: (by: 1 | -1) => void;
  /** More of the articles that mention the entity shown. */
  entityArticlesRequested: () => void;
  /** All statements about the entity shown. */
  allStatementsRequested: () => void;
}

const trailLimit = 200;
/** Sentences of one statement that are fetched: as many as the contract gives, so that they can be counted and stepped through. */
const sentencesAtMost = 1000;
const firstStatements = 40;
const allStatements = 1000;
const articlesAtOnce = 20;
/** The contract's most articles in one list. */
const articlesAtMost = 1000;

/** The passages of an evidence in the order they are shown: group by group, each newest first. */
export const passagesOf = (evidence: Evidence): Passage[] => evidence.groups.flatMap((group) => group.passages);

/** Whether two filters let the same articles through. */
const sameArticles = (a: ArticleFilter, b: ArticleFilter): boolean =>
  a.span.from === b.span.from &&
  a.span.to === b.span.to &&
  a.publishersOff.length === b.publishersOff.length &&
  a.publishersOff.every((name) => b.publishersOff.includes(name));

/** Whether this is the evidence that a passage was counted in. */
const isBeside = ({ link, filter }: KeptEvidence, place: PassagePlace): boolean =>
  link === place.link && sameArticles(filter, place.filter ?? everyArticle);

/** The page shown, or null while there is none. */
export const pageShown = ({ trail, at }: DetailSlice['detail']): DetailPage | null => trail[at] ?? null;

/** Whether `content` is what `page` asked for. */
export const contentBelongs = (content: DetailContent, page: DetailPage | null): boolean => {
  if (!page || content.kind !== page.kind) return false;
  if (content.kind === 'article') return page.kind === 'article' && content.article.id === page.id;
  if (content.kind === 'corrections') return true;
  if (content.kind === 'evidence')
    return page.kind === 'evidence' && content.link === page.link && (!page.whole || isEveryArticle(content.filter));
  if (content.kind === 'entity') return page.kind === 'entity' && content.card.node.id === page.id;
  return content.kind === 'story' && page.kind === 'story' && content.card.node.id === page.id;
};

/** The right-hand pane: cards, evidence and articles on one trail with back and forward. */
export const detailSlice: SliceMaker<DetailSlice> = (set, get, host) => {
  const newest = latestOnly();
  const newestMore = latestOnly();
  const patch = (part: Partial<DetailSlice['detail']>) => set((app) => ({ detail: { ...app.detail, ...part } }));
  /** Drops whatever is still on its way. */
  const settleOn = (part: Partial<DetailSlice['detail']>) => {
    void newest(async () => null, { arrived: () => undefined, failed: () => undefined });
    void newestMore(async () => null, { arrived: () => undefined, failed: () => undefined });
    patch({ ...part, more: idle });
  };

  /** The articles that count on the board. */
  const articleFilterNow = (): ArticleFilter => {
    const { span, publishersOff } = get().board.filter;
    return { span, publishersOff: [...publishersOff] };
  };

  const evidenceOf = async (link: LinkId, filter: ArticleFilter): Promise<KeptEvidence> => ({
    link,
    filter,
    evidence: await host.core.evidence({ link, limit: sentencesAtMost, filter }),
  });

  /** The evidence to step through beside an article. The article can be read without it, so a failure yields none. */
  const evidenceBeside = async (place: PassagePlace | undefined, again: boolean): Promise<KeptEvidence | null> => {
    if (!place) return null;
    const kept = get().detail.evidence;
    if (kept && isBeside(kept, place) && !again) return kept;
    return evidenceOf(place.link, place.filter ?? everyArticle).catch(() => null);
  };

  /** How much of an entity's lists is fetched: as much as is listed already where it is the same again. */
  const listed = (id: EntityId) => {
    const { content } = get().detail;
    if (content.kind !== 'entity' || content.card.node.id !== id) return { statements: firstStatements, articles: articlesAtOnce };
    return {
      statements: Math.max(firstStatements, content.statements.items.length),
      articles: Math.min(Math.max(articlesAtOnce, content.articles.items.length), articlesAtMost),
    };
  };

  const fetchPage = async (page: DetailPage, again: boolean): Promise<{ content: DetailContent; evidence?: KeptEvidence | null }> => {
    switch (page.kind) {
      case 'entity': {
        const many = listed(page.id);
        const [card, statements, articles] = await Promise.all([
          host.core.entity({ id: page.id }),
          host.core.neighbours({ id: page.id, kinds: relationKindNames, limit: many.statements }),
          host.core.articles({ node: page.id, limit: many.articles }),
        ]);
        return { content: { kind: 'entity', card, statements, articles } };
      }
      case 'story':
        return { content: { kind: 'story', card: await host.core.story({ id: page.id }) } };
      case 'evidence': {
        const kept = await evidenceOf(page.link, page.whole ? everyArticle : articleFilterNow());
        return { content: { kind: 'evidence', ...kept }, evidence: kept };
      }
      case 'corrections':
        return { content: { kind: 'corrections', corrections: await host.core.corrections({}) } };
      case 'article': {
        const [article, evidence] = await Promise.all([host.core.article({ id: page.id }), evidenceBeside(page.passage, again)]);
        return { content: { kind: 'article', article }, evidence };
      }
    }
  };

  const load = ({ again = false, gone }: { again?: boolean; gone?: () => void } = {}) => {
    const { detail } = get();
    const page = pageShown(detail);
    if (!page) return settleOn({ content: { kind: 'none' }, loading: idle });
    // the same article at another sentence: text and evidence are here already
    const here = page.kind === 'article' && contentBelongs(detail.content, page);
    const evidenceHere =
      page.kind === 'article' && (!page.passage || (detail.evidence !== null && isBeside(detail.evidence, page.passage)));
    if (here && evidenceHere && !again) return settleOn({ loading: ready });
    settleOn({ loading });
    void newest(() => fetchPage(page, again), {
      arrived: ({ content, evidence }) => {
        // the id of an entity that turned out to be another one leads to that one
        const other = page.kind === 'entity' && content.kind === 'entity' && content.card.node.id !== page.id ? content.card.node.id : null;
        const { trail, at } = get().detail;
        patch({
          content,
          ...(evidence === undefined ? {} : { evidence }),
          ...(other === null ? {} : { trail: trail.with(at, { kind: 'entity', id: other }) }),
          loading: ready,
        });
      },
      failed: (thrown) => {
        if (gone && failureOf(thrown).code === 'not-found') gone();
        else patch({ loading: failed(thrown) });
      },
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

  /** Puts `page` in the place of the one shown; what lies before and behind it on the trail stays. */
  const turnInto = (page: DetailPage) => {
    const { trail, at } = get().detail;
    patch({ trail: trail.with(at, page) });
    load();
  };

  const step = (by: 1 | -1) => {
    const { trail, at } = get().detail;
    if (!trail[at + by]) return;
    patch({ at: at + by });
    load();
  };

  const articleAt = (kept: KeptEvidence, index: number): DetailPage | null => {
    const passage = passagesOf(kept.evidence)[index];
    const part = passage?.parts[0];
    if (!passage || !part) return null;
    const { link, filter } = kept;
    const place: PassagePlace = { link, index, ...(isEveryArticle(filter) ? {} : { filter }) };
    return { kind: 'article', id: passage.article.id, at: { start: part.start, end: part.end }, passage: place };
  };

  return {
    detail: { trail: [], at: -1, content: { kind: 'none' }, loading: idle, evidence: null, listedInFull: [], more: idle },
    articleOpened: (id, how = {}) => open({ kind: 'article', id, ...how }),
    entityOpened: (id) => open({ kind: 'entity', id }),
    storyOpened: (id) => open({ kind: 'story', id }),
    evidenceOpened: (link) => open({ kind: 'evidence', link }),
    correctionsOpened: () => open({ kind: 'corrections' }),
    detailBack: () => step(-1),
    detailForward: () => step(1),
    detailRetried: () => load({ again: true }),
    evidenceRefiltered: () => {
      const page = pageShown(get().detail);
      if (page?.kind === 'evidence' && !page.whole) load({ again: true });
    },
    detailRevised: (instead) => {
      const page = pageShown(get().detail);
      if (!page) return;
      const follows = (page.kind === 'entity' && page.id !== instead) || page.kind === 'evidence';
      // where nobody is left, the list of corrections is where it can be taken back
      const next: DetailPage = instead === null ? { kind: 'corrections' } : { kind: 'entity', id: instead };
      load({ again: true, ...(follows ? { gone: () => turnInto(next) } : {}) });
    },
    detailClosed: () => settleOn({ trail: [], at: -1, content: { kind: 'none' }, loading: idle, evidence: null, listedInFull: [] }),

    allEvidenceRequested: () => {
      const { detail } = get();
      const page = pageShown(detail);
      if (page?.kind === 'evidence') patch({ listedInFull: [...detail.listedInFull, page.link] });
    },
    evidenceWidened: (whole) => {
      const page = pageShown(get().detail);
      if (page?.kind === 'evidence') turnInto({ kind: 'evidence', link: page.link, ...(whole ? { whole } : {}) });
    },
    passageOpened: (index) => {
      const { evidence } = get().detail;
      const page = evidence && articleAt(evidence, index);
      if (page) open(page);
    },
    passageStepped: (by) => {
      const { detail } = get();
      const page = pageShown(detail);
      if (page?.kind !== 'article' || !page.passage || !detail.evidence) return;
      const next = articleAt(detail.evidence, page.passage.index + by);
      if (next) turnInto(next);
    },

    entityArticlesRequested: () => {
      const { content } = get().detail;
      if (content.kind !== 'entity' || content.articles.items.length >= content.articles.total) return;
      const { items } = content.articles;
      patch({ more: loading });
      void newestMore(() => host.core.articles({ node: content.card.node.id, offset: items.length, limit: articlesAtOnce }), {
        arrived: (next) => patch({ content: { ...content, articles: { ...next, items: [...items, ...next.items] } }, more: ready }),
        failed: (thrown) => patch({ more: failed(thrown) }),
      });
    },
    allStatementsRequested: () => {
      const { content } = get().detail;
      if (content.kind !== 'entity') return;
      patch({ more: loading });
      void newestMore(() => host.core.neighbours({ id: content.card.node.id, kinds: relationKindNames, limit: allStatements }), {
        arrived: (statements) => patch({ content: { ...content, statements }, more: ready }),
        failed: (thrown) => patch({ more: failed(thrown) }),
      });
    },
  };
};
