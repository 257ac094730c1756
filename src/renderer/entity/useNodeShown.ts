import { isStoryId, type NodeId } from '../../shared/model.ts';
import { useAppStore } from '../state/app.ts';

/** Centres a node in the graph and turns this pane to its page, so that the panes stay in step. */
export const useNodeShown = (): ((id: NodeId) => void) => {
  const store = useAppStore();
  return (id) => {
    const { nodeFocused, storyOpened, entityOpened } = store.getState();
    nodeFocused(id);
    if (isStoryId(id)) storyOpened(id);
    else entityOpened(id);
  };
};
