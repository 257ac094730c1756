import type { StoreApi } from 'zustand';
import type { App } from '../state/app.ts';
import type { Visit } from '../state/chrome.ts';
import type { DetailContent } from '../state/detail.ts';

const visitOf = (content: DetailContent): Visit | null => {
  if (content.kind === 'article') return { kind: 'article', id: content.article.id, name: content.article.title };
  if (content.kind === 'entity') {
    const { id, name, type } = content.card.node;
    return { kind: 'entity', id, name, type };
  }
  if (content.kind === 'story') {
    const { id, name, type } = content.card.node;
    return { kind: 'story', id, name, type };
  }
  return null;
};

/** Notes every page that the right-hand pane shows, for the palette's recent ones. Runs until the function it returns is called. */
export const recordVisits = (store: StoreApi<App>): (() => void) =>
  store.subscribe((app, before) => {
    if (app.detail.content === before.detail.content) return;
    const visit = visitOf(app.detail.content);
    if (visit && app.chrome.visits[0]?.id !== visit.id) app.pageVisited(visit);
  });
