import { useEffect, useRef } from 'react';
import { useApp, useAppStore } from '../state/app.ts';
import { filtersArticles } from '../state/board/seen.ts';

/** The sentences shown follow the filter once it has rested this long. */
const restMs = 150;

/** Keeps what the board's articles tell in step with the board, its filter and the library, as long as anything shows it. */
export const useActivity = (): void => {
  const app = useAppStore();
  const nodes = useApp(({ board }) => board.nodes);
  const links = useApp(({ board }) => board.links);
  const span = useApp(({ board }) => board.filter.span);
  const publishersOff = useApp(({ board }) => board.filter.publishersOff);
  const since = useApp((state) => state.since);
  // while articles come in they change what is there several times a second
  const library = useApp(({ library: { status, revision } }) =>
    status?.import?.state === 'running' ? 'importing' : `${status?.articles} ${revision}`,
  );
  const wanted = useApp(
    (state) => state.filtering.strip || state.filtering.panel || state.since !== null || filtersArticles(state.board.filter),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: it asks anew whenever one of these is another
  useEffect(() => {
    if (wanted) app.getState().activityRequested();
  }, [app, wanted, nodes, links, span, publishersOff, since, library]);

  const before = useRef({ span, publishersOff });
  useEffect(() => {
    if (before.current.span === span && before.current.publishersOff === publishersOff) return;
    before.current = { span, publishersOff };
    const timer = setTimeout(() => app.getState().evidenceRefiltered(), restMs);
    return () => clearTimeout(timer);
  }, [app, span, publishersOff]);
};
