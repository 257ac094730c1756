import type { BoardView } from '../../../shared/board.ts';
import { firstNeighbours } from '../../../shared/contract.ts';
import type { SliceMaker } from '../app.ts';
import { failed, idle, loading, ready } from '../failure.ts';
import { latestOnly } from '../latest.ts';
import { typesOn } from './asking.ts';

/** Rows that one request may ask for. */
const mostRows = 1000;

export interface NeighbourTable {
  /** Asks for the rows of a view; as many as are listed already when it is the same node again. */
  ask: (view: BoardView) => void;
  /** Asks for the rows after those listed. */
  more: () => void;
}

/** Keeps `table`, the ranked neighbours of the node in the middle, in step with the board; the newest request wins. */
export const neighbourTable: SliceMaker<NeighbourTable> = (set, get, host) => {
  const newest = latestOnly();
  return {
    ask: (view) => {
      if (view.kind !== 'around') {
        // an answer still on its way is for a table that is gone
        void newest(async () => null, { arrived: () => set({ table: { neighbours: null, loading: idle } }), failed: () => undefined });
        return;
      }
      const { neighbours } = get().table;
      const before = neighbours?.of.id === view.id ? neighbours : null;
      set({ table: { neighbours: before, loading } });
      const limit = Math.max(firstNeighbours, Math.min(before?.items.length ?? 0, mostRows));
      void newest(() => host.core.neighbours({ id: view.id, types: typesOn(get().board.filter.typesOff), limit }), {
        arrived: (arrived) => set({ table: { neighbours: arrived, loading: ready } }),
        failed: (thrown) => set({ table: { neighbours: before, loading: failed(thrown) } }),
      });
    },

    more: () => {
      const { table, board } = get();
      const have = table.neighbours;
      if (board.view.kind !== 'around' || !have || have.items.length >= have.total || table.loading.state === 'loading') return;
      const { id } = board.view;
      set({ table: { neighbours: have, loading } });
      void newest(
        () => host.core.neighbours({ id, types: typesOn(board.filter.typesOff), offset: have.items.length, limit: firstNeighbours }),
        {
          arrived: (next) => set({ table: { neighbours: { ...next, items: [...have.items, ...next.items] }, loading: ready } }),
          failed: (thrown) => set({ table: { neighbours: have, loading: failed(thrown) } }),
        },
      );
    },
  };
};
