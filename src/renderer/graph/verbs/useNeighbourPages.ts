import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Neighbour } from '../../../shared/views.ts';
import { useAppStore, useHost } from '../../state/app.ts';
import { typesOn } from '../../state/board/asking.ts';
import { failed, type Loading, loading, ready } from '../../state/failure.ts';

/** Neighbours that one request brings. */
const page = 200;

export interface NeighbourPages {
  /** Ranked by strength. */
  items: readonly Neighbour[];
  /** All that the filter lets through; null until the first page is here. */
  total: number | null;
  loading: Loading;
  /** Asks for the next page, or once more for the one that failed. */
  more: () => void;
}

const nothing = { items: [], total: null, loading };

/** The neighbours of a node that the types of the filter let through, a page at a time. */
export const useNeighbourPages = (id: NodeId): NeighbourPages => {
  const app = useAppStore();
  const host = useHost();
  const [pages, setPages] = useState<Omit<NeighbourPages, 'more'>>(nothing);
  const wanted = useRef(id);
  const running = useRef(false);
  const have = useRef<readonly Neighbour[]>([]);

  const ask = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    const of = wanted.current;
    setPages((before) => ({ ...before, loading }));
    try {
      const types = typesOn(app.getState().board.filter.typesOff);
      const { items, total } = await host.core.neighbours({ id: of, types, offset: have.current.length, limit: page });
      if (wanted.current !== of) return;
      have.current = [...have.current, ...items];
      setPages({ items: have.current, total, loading: ready });
    } catch (thrown) {
      if (wanted.current === of) setPages((before) => ({ ...before, loading: failed(thrown) }));
    } finally {
      running.current = false;
    }
  }, [app, host]);

  useEffect(() => {
    wanted.current = id;
    running.current = false;
    have.current = [];
    setPages(nothing);
    void ask();
  }, [id, ask]);

  const left = pages.total === null || pages.items.length < pages.total;
  const more = useCallback(() => {
    if (left) void ask();
  }, [left, ask]);
  return { ...pages, more };
};
