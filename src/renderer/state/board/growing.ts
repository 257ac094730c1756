import type { BoardSizing } from '../../../shared/board.ts';
import { sliceLimit } from '../../../shared/contract.ts';
import type { NodeId } from '../../../shared/model.ts';
import type { Slice } from '../../../shared/views.ts';
import type { Layout } from '../../../shared/views-layout.ts';
import type { SliceMaker } from '../app.ts';
import { latestOnly } from '../latest.ts';
import { typesOn } from './asking.ts';
import type { BoardDoc } from './board.ts';
import { reveal } from './changes.ts';
import { grownBy, placesOf } from './merge.ts';
import type { BoardTools } from './tools.ts';

export interface GrowingSlice {
  /** Adds the best neighbours not yet shown; all that is shown stays where it is. */
  nodeExpanded: (id: NodeId, by?: number) => void;
  /** The same for several, as one step to undo. */
  nodesExpanded: (ids: Iterable<NodeId>) => void;
  /** Adds these neighbours of a node. */
  neighboursAdded: (of: NodeId, ids: readonly NodeId[]) => void;
  /** Draws every link among these nodes, also those that were left out so that the map can be read. */
  linksRevealed: (ids: ReadonlySet<NodeId>) => void;
  layoutChosen: (layout: Layout) => void;
  sizingChosen: (sizing: BoardSizing) => void;
  /** Other nodes are on the board: what their sizes tell is asked for anew, where that needs the library. */
  sizesOutdated: () => void;
}

/** Neighbours that one expansion adds. */
export const expansionStep = 12;
/** Nodes that are expanded at once, at most: more would flood the map, one request after the other. */
export const expandedAtOnce = 10;

/** What is added to a board or arranged on it by the library's answer, one after the other. */
export const growing = ([, get, host]: Parameters<SliceMaker<unknown>>, { patch, change, settle }: BoardTools): GrowingSlice => {
  let queue: Promise<void> = Promise.resolve();
  const newestLayout = latestOnly();
  const newestSizing = latestOnly();

  /** Runs one request after the one before; what comes too late for its map is dropped. */
  const enqueue = (told: string, does: (wanted: () => boolean) => Promise<void>) => {
    queue = queue.then(async () => {
      const { generation } = get().board;
      try {
        await does(() => get().board.generation === generation);
      } catch (thrown) {
        get().problemOccurred(told, thrown);
      }
    });
  };

  const nameOf = (id: NodeId) => get().board.nodes.find((node) => node.id === id)?.name ?? 'The node';

  /** Neighbours that still find room; tells where there is none. */
  const room = (): number => {
    const left = sliceLimit - get().board.nodes.length;
    if (left <= 0) get().noticeGiven(`The board holds ${sliceLimit} nodes`, 'Isolate what matters, or centre another one.');
    return Math.max(0, left);
  };

  /** Puts what a slice brings on the board; answers how many nodes that were. */
  const join = (from: NodeId, label: string, slice: Slice, also: Partial<BoardDoc> = {}, going?: string): number => {
    const { board } = get();
    const { added, ...drawn } = grownBy(board, slice);
    if (added.length === 0) return 0;
    const grown = new Map([...board.grown, ...added.map((each) => [each.id, from] as const)]);
    change(label, { ...drawn, grown, ...also }, going);
    get().sizesOutdated();
    return added.length;
  };

  /** Adds the best neighbours of a node; answers how many, or null where the board is another one by then. */
  const expand = async (id: NodeId, by: number, wanted: () => boolean, going?: { label: string; key: string }): Promise<number | null> => {
    const { board } = get();
    const node = board.nodes.find((each) => each.id === id);
    const left = node ? room() : 0;
    if (!node || left === 0) return null;
    const slice = await host.core.neighbourhood({
      id,
      types: typesOn(board.filter.typesOff),
      limit: Math.min(by, left),
      shown: board.nodes.map((each) => each.id),
      fixed: { ...board.positions },
    });
    if (!wanted()) return null;
    const also = id === get().board.focus ? { total: slice.total } : {};
    return join(id, going?.label ?? `Expand ${node.name}`, slice, also, going?.key);
  };

  let expansions = 0;

  return {
    nodeExpanded: (id, by = expansionStep) =>
      enqueue(`${nameOf(id)} could not be expanded`, async (wanted) => {
        const added = await expand(id, by, wanted);
        if (added === 0) get().noticeGiven(`All neighbours of ${nameOf(id)} that the filter lets through are shown`);
      }),

    nodesExpanded: (ids) => {
      const meant = [...ids];
      const [only] = meant;
      if (only === undefined) return;
      if (meant.length === 1) {
        get().nodeExpanded(only);
        return;
      }
      if (meant.length > expandedAtOnce) {
        get().noticeGiven(
          `At most ${expandedAtOnce} nodes are expanded at once`,
          `${meant.length} are selected; choose those that matter.`,
        );
        return;
      }
      expansions += 1;
      const going = { label: `Expand ${meant.length} nodes`, key: `expand ${expansions}` };
      enqueue('They could not be expanded', async (wanted) => {
        let added = 0;
        try {
          for (const id of meant) {
            const came = wanted() ? await expand(id, expansionStep, wanted, going) : null;
            if (came === null) return;
            added += came;
          }
        } finally {
          settle();
        }
        if (added === 0) get().noticeGiven('All neighbours of these that the filter lets through are shown');
      });
    },

    neighboursAdded: (of, ids) =>
      enqueue('The neighbours could not be added', async (wanted) => {
        const { board } = get();
        const there = new Set(board.nodes.map((each) => each.id));
        const added = ids.filter((id) => !there.has(id)).slice(0, room());
        const back = ids.filter((id) => board.hidden.has(id));
        const unhidden = back.length > 0 ? { hidden: new Set([...board.hidden].filter((id) => !back.includes(id))) } : null;
        if (added.length === 0) {
          change('Bring back', unhidden);
          return;
        }
        const slice = await host.core.slice({ nodes: [...there, ...added], focus: board.focus, fixed: { ...board.positions } });
        if (!wanted()) return;
        join(of, `Add to ${nameOf(of)}`, slice, unhidden ?? {});
      }),

    linksRevealed: (ids) =>
      enqueue('The links could not be shown', async (wanted) => {
        const { links } = await host.core.slice({ nodes: [...ids], fixed: placesOf(get().board.positions, ids) });
        if (!wanted()) return;
        const drawn = new Set(get().board.nodes.map(({ id }) => id));
        const among = links.filter(({ source, target }) => drawn.has(source) && drawn.has(target));
        if (!change('Reveal links', reveal(get().board, among))) get().noticeGiven('All links among these are shown');
      }),

    layoutChosen: (layout) => {
      const { board } = get();
      const { generation } = board;
      const fixed = layout === 'force' ? placesOf(board.positions, board.pinned) : {};
      void newestLayout(() => host.core.arrange({ nodes: board.nodes.map(({ id }) => id), focus: board.focus, layout, fixed }), {
        arrived: ({ positions, axis }) => {
          if (get().board.generation !== generation) return;
          change('Arrange', { positions: { ...get().board.positions, ...positions }, layout, axis });
          patch({ generation: get().board.generation + 1 });
        },
        failed: (thrown) => get().problemOccurred('The map could not be arranged', thrown),
      });
    },

    sizingChosen: (sizing) => {
      const { board } = get();
      if (sizing === 'strength' || board.centrality !== null) {
        // an answer on its way is no longer wanted
        void newestSizing(async () => null, { arrived: () => undefined, failed: () => undefined });
        change('Size', { sizing });
        return;
      }
      void newestSizing(() => host.core.centrality({ nodes: board.nodes.map(({ id }) => id) }), {
        arrived: (centrality) => {
          if (get().board.nodes === board.nodes) change('Size', { sizing, centrality });
          else get().sizingChosen(sizing);
        },
        failed: (thrown) => get().problemOccurred('The centrality could not be worked out', thrown),
      });
    },

    sizesOutdated: () => {
      const { nodes, sizing } = get().board;
      if (sizing !== 'centrality') return;
      void newestSizing(() => host.core.centrality({ nodes: nodes.map(({ id }) => id) }), {
        arrived: (centrality) => {
          if (get().board.nodes === nodes) patch({ centrality });
        },
        failed: (thrown) => get().problemOccurred('The centrality could not be worked out', thrown),
      });
    },
  };
};
