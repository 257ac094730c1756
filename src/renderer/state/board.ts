import { sliceLimit } from '../../shared/contract.ts';
import { type EntityId, type LinkId, type NodeId, type NodeType, nodeTypes } from '../../shared/model.ts';
import { failureOf } from '../../shared/result.ts';
import type { GraphLink, GraphNode, Neighbours, Passage, PathAnswer, Point, Slice } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { grownBy, placesOf, without } from './board-merge.ts';
import { neighbourTable } from './board-table.ts';
import { answerOf, type BoardView, sameView } from './board-view.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { latestOnly } from './latest.ts';

export type Target = { kind: 'node'; id: NodeId } | { kind: 'link'; id: LinkId };

export interface Board {
  /** What was asked for last. */
  view: BoardView;
  /** The question whose answer is drawn; differs from `view` while a request runs or after it failed. */
  drawn: BoardView | null;
  nodes: GraphNode[];
  links: GraphLink[];
  positions: Record<NodeId, Point>;
  communities: Slice['communities'];
  /** The node in the middle of what is drawn. */
  focus: NodeId | null;
  /** Nodes whose place the user has set by hand. */
  pinned: ReadonlySet<NodeId>;
  /** Nodes that the user took off this board. */
  hidden: ReadonlySet<NodeId>;
  /** Nodes that came by expanding, beyond those of the question itself. */
  grown: ReadonlyMap<NodeId, NodeType>;
  selected: Target | null;
  /** Neighbours of the focus that the filter lets through, in all. */
  total: number;
  /** The library that this was asked of, and its articles then: tells a map that is another's, or out of date. */
  folder: string | null;
  articles: number;
  loading: Loading;
  /** The answer behind a path view. */
  path: PathAnswer | null;
  /** Counts up whenever another question was answered: the camera fits then, and stays otherwise. */
  generation: number;
}

export interface BoardSlice {
  board: Board;
  /** Ranked neighbours of the focus for the table; null in views without one focus. */
  table: { neighbours: Neighbours | null; loading: Loading };
  /** The strongest sentence of the link that the pointer rests on; null until it has come. */
  peek: { link: LinkId; passage: Passage | null } | null;
  shownTypes: readonly NodeType[];
  graphMode: 'graph' | 'table';
  overviewRequested: () => void;
  /** Centres a node: its strongest neighbours stand around it. */
  nodeFocused: (id: NodeId) => void;
  /** Adds the best neighbours not yet shown; all that is shown stays where it is. */
  nodeExpanded: (id: NodeId, by?: number) => void;
  nodeHidden: (id: NodeId) => void;
  /** Brings back every node that was taken off this board. */
  hiddenShown: () => void;
  /** The user has put a node somewhere: it stays there. */
  nodeMoved: (id: NodeId, place: Point) => void;
  nodePinned: (id: NodeId) => void;
  nodeUnpinned: (id: NodeId) => void;
  targetSelected: (target: Target | null) => void;
  linkPeeked: (link: LinkId | null) => void;
  typeToggled: (type: NodeType) => void;
  allTypesShown: () => void;
  pathRequested: (from: NodeId, to: NodeId) => void;
  /** Shows these nodes and the links among them, under a title. */
  nodesShown: (ids: readonly NodeId[], title: string) => void;
  graphModeChosen: (mode: 'graph' | 'table') => void;
  moreNeighboursRequested: () => void;
  boardRefreshed: () => void;
  /** Asks again after the same articles were understood anew; `instead` is shown where the node in the middle is gone. */
  boardRevised: (instead: EntityId | null) => void;
  boardBack: () => void;
  boardForward: () => void;
  boardTrail: { back: BoardView[]; forward: BoardView[] };
}

/** Neighbours that one expansion adds. */
export const expansionStep = 12;

const trailLimit = 100;

const nothing: ReadonlySet<NodeId> = new Set();

const emptyBoard: Board = {
  view: { kind: 'overview' },
  drawn: null,
  nodes: [],
  links: [],
  positions: {},
  communities: [],
  focus: null,
  pinned: nothing,
  hidden: nothing,
  grown: new Map(),
  selected: null,
  total: 0,
  folder: null,
  articles: 0,
  loading: idle,
  path: null,
  generation: 0,
};

/** The graph in the middle of the window, its table twin, and how one got there. */
export const boardSlice: SliceMaker<BoardSlice> = (set, get, host) => {
  const newest = latestOnly();
  const newestPeek = latestOnly();
  const table = neighbourTable(set, get, host);
  let growing: Promise<void> = Promise.resolve();
  const patch = (part: Partial<Board>) => set((app) => ({ board: { ...app.board, ...part } }));

  /**
   * Asks a question. The same one again keeps what the user did to the board: places, pins, what was hidden or grown.
   * `refit` brings all of it into sight, and places an overview anew. `gone` is called where the library has nothing of the kind.
   */
  const ask = (view: BoardView, { refit, gone }: { refit: boolean; gone?: () => void }) => {
    const status = get().library.status;
    const folder = status?.folder ?? null;
    const again = sameView(get().board.drawn, view) && get().board.folder === folder;
    patch({ view, loading, ...(again ? {} : { selected: view.kind === 'around' ? { kind: 'node', id: view.id } : null }) });
    const { grown, positions } = again ? get().board : emptyBoard;
    void newest(() => answerOf(host, view, get().shownTypes, { grown, positions, overviewStays: again && !refit }), {
      arrived: ({ view: answered, slice, total, path }) => {
        const { board } = get();
        const kept = again ? board : emptyBoard;
        const places = view.kind === 'overview' && refit ? placesOf(board.positions, kept.pinned) : kept.positions;
        const drawn = without({ ...slice, positions: { ...slice.positions, ...(again ? places : {}) } }, kept.hidden);
        const middle = answered.kind === 'around' ? answered.id : null;
        const moved = view.kind === 'around' && middle !== null && board.selected?.id === view.id;
        const selected: Target | null = moved ? { kind: 'node', id: middle } : board.selected;
        const lost = selected?.kind === 'node' && !drawn.nodes.some((node) => node.id === selected.id);
        patch({
          ...drawn,
          view: answered,
          drawn: answered,
          communities: slice.communities,
          focus: middle ?? slice.focus,
          pinned: kept.pinned,
          hidden: kept.hidden,
          grown: kept.grown,
          selected: lost ? null : selected,
          total,
          folder,
          articles: status?.articles ?? 0,
          path,
          loading: ready,
          generation: board.generation + (refit || !again ? 1 : 0),
        });
      },
      failed: (thrown) => {
        if (gone && failureOf(thrown).code === 'not-found') gone();
        else patch({ loading: failed(thrown) });
      },
    });
    table.ask(view);
  };

  const go = (view: BoardView) => {
    const { board, boardTrail } = get();
    if (board.folder !== (get().library.status?.folder ?? null)) {
      // what was looked at before is in another library
      set({ boardTrail: { back: [], forward: [] } });
    } else if (board.generation > 0 && !sameView(board.view, view)) {
      set({ boardTrail: { back: [...boardTrail.back.slice(1 - trailLimit), board.view], forward: [] } });
    }
    ask(view, { refit: true });
  };

  const grow = async (id: NodeId, by: number) => {
    const { board, shownTypes } = get();
    const node = board.nodes.find((each) => each.id === id);
    if (!node) return;
    const room = sliceLimit - board.nodes.length;
    if (room <= 0) {
      get().noticeGiven(`The board holds ${sliceLimit} nodes`, 'Hide some, or centre another one.');
      return;
    }
    try {
      const slice = await host.core.neighbourhood({
        id,
        types: [...shownTypes],
        limit: Math.min(by, room),
        shown: board.nodes.map((each) => each.id),
        fixed: board.positions,
      });
      const now = get().board;
      if (now.generation !== board.generation) return;
      const { added, ...drawn } = grownBy(now, slice, now.hidden);
      patch({
        ...drawn,
        grown: new Map([...now.grown, ...added.map((each) => [each.id, each.type] as const)]),
        ...(id === now.focus ? { total: slice.total } : {}),
      });
      if (added.length === 0) get().noticeGiven(`All neighbours of ${node.name} that the filter lets through are shown`);
    } catch (thrown) {
      get().problemOccurred(`${node.name} could not be expanded`, thrown);
    }
  };

  return {
    board: emptyBoard,
    table: { neighbours: null, loading: idle },
    peek: null,
    shownTypes: nodeTypes,
    graphMode: 'graph',
    boardTrail: { back: [], forward: [] },

    overviewRequested: () => go({ kind: 'overview' }),
    nodeFocused: (id) => go({ kind: 'around', id }),
    pathRequested: (from, to) => go({ kind: 'path', from, to }),
    nodesShown: (ids, title) => {
      set({ graphMode: 'graph' });
      go({ kind: 'among', ids: [...ids], title });
    },
    // an overview is placed anew as a whole; elsewhere all that is shown stays where it is, and so does the camera
    boardRefreshed: () => ask(get().board.view, { refit: get().board.view.kind === 'overview' }),

    boardRevised: (instead) => {
      const { view, generation } = get().board;
      if (generation === 0) return;
      const gone = () => {
        const { back, forward } = get().boardTrail;
        const kept = (trail: BoardView[]) => trail.filter((each) => !sameView(each, view));
        set({ boardTrail: { back: kept(back), forward: kept(forward) } });
        ask(instead === null ? { kind: 'overview' } : { kind: 'around', id: instead }, { refit: true });
      };
      ask(view, { refit: false, gone });
    },

    boardBack: () => {
      const { board, boardTrail } = get();
      const view = boardTrail.back.at(-1);
      if (!view) return;
      set({ boardTrail: { back: boardTrail.back.slice(0, -1), forward: [board.view, ...boardTrail.forward] } });
      ask(view, { refit: true });
    },
    boardForward: () => {
      const { board, boardTrail } = get();
      const [view, ...forward] = boardTrail.forward;
      if (!view) return;
      set({ boardTrail: { back: [...boardTrail.back, board.view], forward } });
      ask(view, { refit: true });
    },

    // one after the other: each must know what the one before has put on the board
    nodeExpanded: (id, by = expansionStep) => {
      growing = growing.then(() => grow(id, by));
    },

    nodeHidden: (id) => {
      const { board } = get();
      if (id === board.focus) {
        get().noticeGiven('The node in the middle stays', 'Centre another one to let it go.');
        return;
      }
      const { selected } = board;
      const gone = selected?.kind === 'node' ? selected.id === id : selected?.id.split('~').includes(id);
      patch({ ...without(board, new Set([id])), hidden: new Set(board.hidden).add(id), selected: gone ? null : selected });
    },
    hiddenShown: () => {
      patch({ hidden: nothing });
      get().boardRefreshed();
    },

    nodeMoved: (id, place) =>
      set(({ board }) => ({
        board: { ...board, positions: { ...board.positions, [id]: place }, pinned: new Set(board.pinned).add(id) },
      })),
    nodePinned: (id) => patch({ pinned: new Set(get().board.pinned).add(id) }),
    nodeUnpinned: (id) => patch({ pinned: new Set([...get().board.pinned].filter((pinned) => pinned !== id)) }),

    targetSelected: (target) => patch({ selected: target }),

    linkPeeked: (link) => {
      if (link === get().peek?.link) return;
      set({ peek: link === null ? null : { link, passage: null } });
      void newestPeek(async () => (link === null ? null : host.core.evidence({ link, limit: 1 })), {
        arrived: (evidence) => {
          if (link && evidence) set({ peek: { link, passage: evidence.groups[0]?.passages[0] ?? null } });
        },
        // a peek that fails shows nothing: a click on the link asks again, and that failure is shown
        failed: () => set({ peek: null }),
      });
    },

    typeToggled: (type) => {
      const { shownTypes } = get();
      const next = nodeTypes.filter((each) => (each === type ? !shownTypes.includes(each) : shownTypes.includes(each)));
      set({ shownTypes: next });
      get().boardRefreshed();
    },

    allTypesShown: () => {
      set({ shownTypes: nodeTypes });
      get().boardRefreshed();
    },

    graphModeChosen: (graphMode) => set({ graphMode }),

    moreNeighboursRequested: () => table.more(),
  };
};
