import { firstNeighbours, sliceLimit } from '../../shared/contract.ts';
import { type LinkId, linkIdOf, type NodeId, type NodeType, nodeTypes } from '../../shared/model.ts';
import type { GraphLink, GraphNode, Neighbours, PathAnswer, Point, Slice } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { latestOnly } from './latest.ts';

export type Target = { kind: 'node'; id: NodeId } | { kind: 'link'; id: LinkId };

/** What the board shows, as a question that can be asked again. */
export type BoardView = { kind: 'overview' } | { kind: 'around'; id: NodeId } | { kind: 'path'; from: NodeId; to: NodeId };

interface Board {
  view: BoardView;
  nodes: GraphNode[];
  links: GraphLink[];
  positions: Record<NodeId, Point>;
  communities: Slice['communities'];
  /** Nodes whose place the user has set by hand. */
  pinned: ReadonlySet<NodeId>;
  selected: Target | null;
  /** Neighbours of the focus that the filter lets through, in all. */
  total: number;
  loading: Loading;
  /** The answer behind a path view. */
  path: PathAnswer | null;
  /** Counts up whenever another question was asked: the camera fits then, and stays otherwise. */
  generation: number;
}

export interface BoardSlice {
  board: Board;
  /** Ranked neighbours of the focus for the table; null in views without one focus. */
  table: { neighbours: Neighbours | null; loading: Loading };
  shownTypes: readonly NodeType[];
  graphMode: 'graph' | 'table';
  overviewRequested: () => void;
  /** Centres a node: its strongest neighbours stand around it. */
  nodeFocused: (id: NodeId) => void;
  /** Adds the best neighbours not yet shown; all that is shown stays where it is. */
  nodeExpanded: (id: NodeId, by?: number) => void;
  nodeHidden: (id: NodeId) => void;
  /** The user has put a node somewhere: it stays there. */
  nodeMoved: (id: NodeId, place: Point) => void;
  nodeUnpinned: (id: NodeId) => void;
  targetSelected: (target: Target | null) => void;
  typeToggled: (type: NodeType) => void;
  pathRequested: (from: NodeId, to: NodeId) => void;
  graphModeChosen: (mode: 'graph' | 'table') => void;
  moreNeighboursRequested: () => void;
  boardRefreshed: () => void;
  boardBack: () => void;
  boardForward: () => void;
  boardTrail: { back: BoardView[]; forward: BoardView[] };
}

const emptyBoard: Board = {
  view: { kind: 'overview' },
  nodes: [],
  links: [],
  positions: {},
  communities: [],
  pinned: new Set(),
  selected: null,
  total: 0,
  loading: idle,
  path: null,
  generation: 0,
};

const sameView = (a: BoardView, b: BoardView) => JSON.stringify(a) === JSON.stringify(b);

/** The graph in the middle of the window, its table twin, and how one got there. */
export const boardSlice: SliceMaker<BoardSlice> = (set, get, host) => {
  const newest = latestOnly();
  const newestTable = latestOnly();
  const patch = (part: Partial<Board>) => set((app) => ({ board: { ...app.board, ...part } }));
  const couldNot = (thrown: unknown) => patch({ loading: failed(thrown) });

  const shown = (slice: Slice, more: Partial<Board> = {}) =>
    patch({
      nodes: slice.nodes,
      links: slice.links,
      positions: slice.positions,
      communities: slice.communities,
      loading: ready,
      ...more,
    });

  const ask = (view: BoardView) => {
    const types = [...get().shownTypes];
    patch({ view, loading, selected: view.kind === 'around' ? { kind: 'node', id: view.id } : null });
    const generation = get().board.generation + 1;
    const fresh = { pinned: new Set<NodeId>(), generation, path: null, total: 0 };
    if (view.kind === 'overview') {
      void newest(() => host.core.overview({ types }), { arrived: (slice) => shown(slice, fresh), failed: couldNot });
    } else if (view.kind === 'around') {
      void newest(() => host.core.neighbourhood({ id: view.id, types }), {
        arrived: (slice) => shown(slice, { ...fresh, total: slice.total }),
        failed: couldNot,
      });
    } else {
      void newest(() => host.core.path({ from: view.from, to: view.to }), {
        arrived: (path) =>
          path.found
            ? shown(path.slice, { ...fresh, path })
            : patch({ ...fresh, nodes: [], links: [], positions: {}, path, loading: ready }),
        failed: couldNot,
      });
    }
    askTable(view);
  };

  const askTable = (view: BoardView) => {
    if (view.kind !== 'around') return set({ table: { neighbours: null, loading: idle } });
    set({ table: { neighbours: null, loading } });
    void newestTable(() => host.core.neighbours({ id: view.id, types: [...get().shownTypes], limit: firstNeighbours }), {
      arrived: (neighbours) => set({ table: { neighbours, loading: ready } }),
      failed: (thrown) => set({ table: { neighbours: null, loading: failed(thrown) } }),
    });
  };

  const go = (view: BoardView) => {
    const { board, boardTrail } = get();
    if (board.generation > 0 && !sameView(board.view, view)) {
      set({ boardTrail: { back: [...boardTrail.back.slice(-99), board.view], forward: [] } });
    }
    ask(view);
  };

  return {
    board: emptyBoard,
    table: { neighbours: null, loading: idle },
    shownTypes: nodeTypes,
    graphMode: 'graph',
    boardTrail: { back: [], forward: [] },

    overviewRequested: () => go({ kind: 'overview' }),
    nodeFocused: (id) => go({ kind: 'around', id }),
    pathRequested: (from, to) => go({ kind: 'path', from, to }),
    boardRefreshed: () => ask(get().board.view),

    boardBack: () => {
      const { board, boardTrail } = get();
      const view = boardTrail.back.at(-1);
      if (!view) return;
      set({ boardTrail: { back: boardTrail.back.slice(0, -1), forward: [board.view, ...boardTrail.forward] } });
      ask(view);
    },
    boardForward: () => {
      const { board, boardTrail } = get();
      const [view, ...forward] = boardTrail.forward;
      if (!view) return;
      set({ boardTrail: { back: [...boardTrail.back, board.view], forward } });
      ask(view);
    },

    nodeExpanded: (id, by = 12) => {
      const { board, shownTypes } = get();
      const room = sliceLimit - board.nodes.length;
      if (room <= 0) {
        get().noticeGiven(`The board holds ${sliceLimit} nodes. Hide some, or centre another one.`);
        return;
      }
      void newest(
        () =>
          host.core.neighbourhood({
            id,
            types: [...shownTypes],
            limit: Math.min(by, room),
            shown: board.nodes.map((node) => node.id),
            fixed: board.positions,
          }),
        { arrived: (slice) => shown(slice, { selected: { kind: 'node', id } }), failed: couldNot },
      );
    },

    nodeHidden: (id) => {
      const { board } = get();
      const left = board.selected;
      patch({
        nodes: board.nodes.filter((node) => node.id !== id),
        links: board.links.filter((link) => link.source !== id && link.target !== id),
        selected: left?.kind === 'node' && left.id === id ? null : left,
      });
    },

    nodeMoved: (id, place) =>
      set(({ board }) => ({
        board: { ...board, positions: { ...board.positions, [id]: place }, pinned: new Set(board.pinned).add(id) },
      })),
    nodeUnpinned: (id) =>
      set(({ board }) => ({ board: { ...board, pinned: new Set([...board.pinned].filter((pinned) => pinned !== id)) } })),

    targetSelected: (target) => patch({ selected: target }),

    typeToggled: (type) => {
      const { shownTypes } = get();
      const next = nodeTypes.filter((each) => (each === type ? !shownTypes.includes(each) : shownTypes.includes(each)));
      set({ shownTypes: next });
      ask(get().board.view);
    },

    graphModeChosen: (graphMode) => set({ graphMode }),

    moreNeighboursRequested: () => {
      const { table, board, shownTypes } = get();
      const have = table.neighbours;
      if (board.view.kind !== 'around' || !have || have.items.length >= have.total) return;
      const { id } = board.view;
      void newestTable(() => host.core.neighbours({ id, types: [...shownTypes], offset: have.items.length, limit: firstNeighbours }), {
        arrived: (next) => set({ table: { neighbours: { ...next, items: [...have.items, ...next.items] }, loading: ready } }),
        failed: (thrown) => set({ table: { neighbours: have, loading: failed(thrown) } }),
      });
    },
  };
};

/** The link of two nodes on the board, or null where none is drawn. */
export const linkBetween = (board: Board, a: NodeId, b: NodeId): GraphLink | null => {
  const id = linkIdOf(a, b);
  return board.links.find((link) => link.id === id) ?? null;
};
