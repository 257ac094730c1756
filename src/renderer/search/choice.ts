import { useCallback } from 'react';
import { isStoryId } from '../../shared/model.ts';
import { useAppStore } from '../state/app.ts';
import type { ChoosableRow } from './rows.ts';

/** What choosing a result does: an entity or story goes to the middle of the graph and its card opens; an article is read. */
export const useResultChoice = () => {
  const store = useAppStore();
  return useCallback(
    (row: ChoosableRow, query: string): void => {
      const app = store.getState();
      if (row.kind === 'article') {
        const words = query.trim();
        app.articleOpened(row.article.id, words === '' ? {} : { words });
        return;
      }
      const { id } = row.hit.node;
      app.nodeFocused(id);
      if (isStoryId(id)) app.storyOpened(id);
      else app.entityOpened(id);
    },
    [store],
  );
};
