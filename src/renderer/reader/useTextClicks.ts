import { type RefObject, useEffect } from 'react';
import type { EntityId } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { useAppStore } from '../state/app.ts';

/**
 * Hears the clicks on names and links of an article's text: a name is centred in the graph, a link opens its article
 * here, or hands the element to `onOutside` where it leads out of the library.
 */
export const useTextClicks = (
  root: RefObject<HTMLElement | null>,
  article: ArticleView,
  onOutside: (href: string, element: HTMLElement) => void,
): void => {
  const store = useAppStore();
  useEffect(() => {
    const from = root.current;
    if (!from) return;
    const clicked = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entity], [data-link]') : null;
      // the right button asks what a name is, and leads nowhere
      if (!element || event.button === 2) return;
      event.preventDefault();
      // the end of a selection is no click
      if (event.detail > 0 && getSelection()?.isCollapsed === false) return;
      const { entity, link: number } = element.dataset;
      if (entity !== undefined) return store.getState().nodeFocused(entity as EntityId);
      const link = article.links[Number(number)];
      if (link?.article) store.getState().articleOpened(link.article.id);
      else if (link) onOutside(link.href, element);
    };
    from.addEventListener('click', clicked);
    from.addEventListener('auxclick', clicked);
    return () => {
      from.removeEventListener('click', clicked);
      from.removeEventListener('auxclick', clicked);
    };
  }, [root, article, store, onOutside]);
};
