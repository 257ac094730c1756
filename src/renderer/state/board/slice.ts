import { type BoardFilter, type BoardNote, type Depth, noFilter } from '../../../shared/board.ts';
import { type LinkId, type NodeId, type NodeType, nodesOfLink } from '../../../shared/model.ts';
import type { Neighbours, Passage, Point } from '../../../shared/views.ts';
import type { SliceMaker } from '../app.ts';
import type { Loading } from '../failure.ts';
import { idle, ready } from '../failure.ts';
import { latestOnly } from '../latest.ts';
import { sameView } from './asking.ts';
import { around, type Board, type BoardDoc, docOf, emptyBoard, type Target } from './board.ts';
import { addNote, changeNote, collapse, hide, isolate, move, pin, refilter, removeNote, unhide, unpin } from './changes.ts';
import { type GrowingSlice, growing } from './growing.ts';
import { emptyHistory, type History, redone, undone } from './history.ts';
import { manyOfType } from './path.ts';
import { type LeftOut, type QuestionSlice, questions } from './questions.ts';
import { neighbourTable } from './table.ts';
import { boardTools } from './tools.ts';

export interface BoardSlice extends QuestionSlice, GrowingSlice {
  board: Board;
  /** What Ctrl+Z and Ctrl+Shift+Z go through. */
  history: History<BoardDoc>;
  /** Ranked neighbours of the focus for the table; null in views without one focus. */
  table: { neighbours: Neighbours | null; loading: Loading };
  /** The strongest sentence of the link that the pointer rests on; null until it has come. */
  peek: { link: LinkId; passage: Passage | null } | null;
  graphMode: 'graph' | 'table';

  /** Centres a node: its strongest neighbours stand around it. */
  nodeFocused: (id: NodeId) => void;
  /** How far the neighbourhood in view reaches. */
  depthChosen: (depth: Depth) => void;
  pathRequested: (from: NodeId, to: NodeId) => void;
  /** One of the paths stands out from the others, by its number; none where null. */
  pathChosen: (at: number | null) => void;
  /** No path may lead through a node: another way. */
  pathKeptFrom: (node: { id: NodeId; name: string }) => void;
  pathKeptFromType: (type: NodeType) => void;
  /** Paths may lead through a node, or a type, again. */
  pathLetThrough: (node: { id: NodeId; name: string }) => void;
  pathLetThroughType: (type: NodeType) => void;
  pathLetThroughAll: () => void;
  communityOpened: (head: NodeId) => void;
  /** Shows these nodes and the links among them, under a title. */
  nodesShown: (ids: readonly NodeId[], title: string) => void;

  nodesHidden: (ids: Iterable<NodeId>) => void;
  nodesIsolated: (ids: ReadonlySet<NodeId>) => void;
  /** Brings back every node that was taken off this board. */
  hiddenShown: () => void;
  /** Takes away what expanding a node has added. */
  nodeCollapsed: (id: NodeId) => void;
  /** The user has put nodes somewhere: they stay there. */
  nodesMoved: (places: Readonly<Record<NodeId, Point>>) => void;
  /** Pins nodes where they are; lets them go where all of them are pinned. */
  pinsToggled: (ids: Iterable<NodeId>) => void;

  /** Selects one node or link, or nothing. */
  targetSelected: (target: Target | null) => void;
  /** Adds a node to the selection, or takes it out. */
  selectionToggled: (id: NodeId) => void;
  nodesSelected: (ids: Iterable<NodeId>) => void;

  /** Changes the filter; `going` while a control is being dragged: all of that is one step to undo. */
  filterChanged: (part: Partial<BoardFilter>, going?: string) => void;
  /** What went on (a control that was dragged, a note that was typed) is over. */
  changeSettled: () => void;
  typeToggled: (type: NodeType) => void;
  filterCleared: () => void;
  boardSearched: (text: string) => void;
  /** Opens the list of a node's neighbours that are not on the board, to pick from. */
  pickerOpened: (of: NodeId) => void;
  pickerClosed: () => void;
  /** Asks for the board's own search box. */
  boardSearchRequested: () => void;

  noteAdded: (at: Point) => string;
  /** `going` while it is typed or dragged. */
  noteChanged: (id: string, part: Partial<Pick<BoardNote, 'text' | 'x' | 'y'>>, going?: string) => void;
  noteRemoved: (id: string) => void;

  /** Takes back the last thing done to the board, or the last correction where that came later. */
  undoRequested: () => void;
  redoRequested: () => void;

  linkPeeked: (link: LinkId | null) => void;
  graphModeChosen: (mode: 'graph' | 'table') => void;
  moreNeighboursRequested: () => void;
}

/** Whether the last correction made in this window came after the last step of the board. */
export const correctionIsLast = ({
  corrections,
  history,
}: { corrections: { made: readonly number[] } } & Pick<BoardSlice, 'history'>): boolean =>
  (corrections.made.at(-1) ?? 0) > (history.past.at(-1)?.correction ?? 0);

/** The graph in the middle of the window, its table twin, and how one got there. */
export const boardSlice: SliceMaker<BoardSlice> = (set, get, host) => {
  const newestPeek = latestOnly();
  const tools = boardTools(set, get, host);
  const { patch, change, settle } = tools;
  const table = neighbourTable(set, get, host);
  const { currentRevision, questionWithdrawn, ...asked } = questions([set, get, host], tools, table);
  const doc = (): BoardDoc => get().board;
  const leftOut = (): LeftOut => {
    const { view } = get().board;
    return view.kind === 'path' ? view : { without: [], withoutTypes: [] };
  };
  let notes = 0;

  /** The selection without what is no longer there. */
  const selectionIn = (next: BoardDoc) => {
    const there = new Set(next.nodes.filter(({ id }) => !next.hidden.has(id)).map(({ id }) => id));
    const { selected, selection } = get().board;
    const kept = selected?.kind === 'link' ? nodesOfLink(selected.id).every((id) => there.has(id)) : selected && there.has(selected.id);
    return { selected: kept ? selected : null, selection: new Set([...selection].filter((id) => there.has(id))) };
  };

  /** Those of them that are on the board: verbs mean nothing else. */
  const onBoard = (ids: Iterable<NodeId>): NodeId[] => {
    const there = new Set(doc().nodes.map(({ id }) => id));
    return [...ids].filter((id) => there.has(id) && !doc().hidden.has(id));
  };

  /** A change that may take away what is selected. */
  const remove = (label: string, part: Partial<BoardDoc> | null): boolean => {
    if (!change(label, part)) return false;
    patch(selectionIn(doc()));
    return true;
  };

  const restore = (state: BoardDoc) => {
    const { board } = get();
    const elsewhere = !sameView(board.drawn, state.view);
    const moved = elsewhere || board.layout !== state.layout;
    patch({ ...state, ...selectionIn(state), loading: ready, generation: board.generation + (moved ? 1 : 0) });
    if (elsewhere || board.filter.typesOff !== state.filter.typesOff) table.ask(state.view);
    // what stood there then may be gone or be somebody else now
    if (state.revision !== currentRevision()) get().boardRecalled();
  };

  const refiltered = (label: string, part: Partial<BoardFilter>, going?: string) => {
    const { typesOff } = doc().filter;
    change(label, refilter(doc(), part), going);
    if (doc().filter.typesOff !== typesOff) table.ask(get().board.view);
  };

  return {
    ...asked,
    ...growing([set, get, host], tools),
    board: emptyBoard,
    history: emptyHistory,
    table: { neighbours: null, loading: idle },
    peek: null,
    graphMode: 'graph',

    nodeFocused: (id) => asked.viewRequested(around(id)),
    depthChosen: (depth) => {
      const { view } = get().board;
      if (view.kind === 'around' && view.depth !== depth) asked.depthRequested({ ...view, depth });
    },
    pathRequested: (from, to) => asked.viewRequested({ kind: 'path', from, to, without: [], withoutTypes: [] }),
    pathChosen: (at) => {
      const { path } = get().board;
      if (path) patch({ pathShown: { of: path, at } });
    },
    pathKeptFrom: ({ id, name }) => {
      const { without } = leftOut();
      if (!without.includes(id)) asked.otherPathsRequested(`Another way without ${name}`, { without: [...without, id] });
    },
    pathKeptFromType: (type) => {
      const { withoutTypes } = leftOut();
      if (withoutTypes.includes(type)) return;
      asked.otherPathsRequested(`Not through ${manyOfType[type]}`, { withoutTypes: [...withoutTypes, type] });
    },
    pathLetThrough: ({ id, name }) =>
      asked.otherPathsRequested(`Through ${name} again`, { without: leftOut().without.filter((each) => each !== id) }),
    pathLetThroughType: (type) =>
      asked.otherPathsRequested(`Through ${manyOfType[type]} again`, {
        withoutTypes: leftOut().withoutTypes.filter((each) => each !== type),
      }),
    pathLetThroughAll: () => asked.otherPathsRequested('Nothing left out', { without: [], withoutTypes: [] }),
    communityOpened: (head) => asked.viewRequested({ kind: 'community', head }),
    nodesShown: (ids, title) => {
      set({ graphMode: 'graph' });
      asked.viewRequested({ kind: 'among', ids: [...ids], title });
    },

    nodesHidden: (ids) => {
      const wanted = [...ids];
      const focus = wanted.some((id) => id === get().board.focus);
      if (!remove('Hide', hide(doc(), wanted)) && focus)
        get().noticeGiven('The node in the middle stays', 'Centre another one to let it go.');
    },
    nodesIsolated: (ids) => {
      const kept = new Set(onBoard(ids));
      if (kept.size === 0 || !remove('Isolate', isolate(doc(), kept))) get().noticeGiven('Nothing else is on the map');
    },
    hiddenShown: () => void change('Bring back', unhide(doc())),
    nodeCollapsed: (id) => {
      const name = doc().nodes.find((node) => node.id === id)?.name ?? 'This node';
      if (!remove('Collapse', collapse(doc(), id))) get().noticeGiven(`Nothing was added by expanding ${name}`);
    },
    nodesMoved: (places) => void change('Move', move(doc(), places)),
    pinsToggled: (ids) => {
      const meant = onBoard(ids);
      if (meant.length === 0) return;
      const all = meant.every((id) => doc().pinned.has(id));
      change(all ? 'Unpin' : 'Pin', all ? unpin(doc(), meant) : pin(doc(), meant));
    },

    targetSelected: (target) => patch({ selected: target, selection: new Set(target?.kind === 'node' ? onBoard([target.id]) : []) }),
    selectionToggled: (id) => {
      const { selection, selected } = get().board;
      if (onBoard([id]).length === 0) return;
      const next = new Set(selection);
      if (!next.delete(id)) next.add(id);
      const last = next.has(id) ? id : [...next].at(-1);
      patch({ selection: next, selected: last === undefined ? (selected?.kind === 'link' ? selected : null) : { kind: 'node', id: last } });
    },
    nodesSelected: (ids) => {
      const selection = new Set(onBoard(ids));
      const last = [...selection].at(-1);
      const { selected } = get().board;
      const kept = selected?.kind === 'node' && selection.has(selected.id) ? selected : null;
      patch({ selection, selected: kept ?? (last === undefined ? null : { kind: 'node', id: last }) });
    },

    filterChanged: (part, going) => refiltered('Filter', part, going),
    changeSettled: settle,
    typeToggled: (type) => {
      const { typesOff } = get().board.filter;
      refiltered('Filter', { typesOff: typesOff.includes(type) ? typesOff.filter((each) => each !== type) : [...typesOff, type] });
    },
    filterCleared: () => refiltered('Clear the filter', noFilter),
    boardSearched: (finding) => patch({ finding }),
    pickerOpened: (picking) => patch({ picking }),
    pickerClosed: () => patch({ picking: null }),
    boardSearchRequested: () => patch({ searchFocus: get().board.searchFocus + 1 }),

    noteAdded: ({ x, y }) => {
      notes += 1;
      const id = `n${Date.now().toString(36)}${notes}`;
      change('Note', addNote(doc(), { id, text: '', x, y }));
      return id;
    },
    noteChanged: (id, part, going) => void change('Note', changeNote(doc(), id, part), going),
    noteRemoved: (id) => void change('Remove a note', removeNote(doc(), id)),

    undoRequested: () => {
      if (correctionIsLast(get())) {
        void get().lastCorrectionUndone();
        return;
      }
      // waiting for another map is what was done last
      if (get().history.past.length > 0 && questionWithdrawn()) {
        table.ask(get().board.view);
        return;
      }
      const step = undone(get().history, docOf(get().board));
      if (!step) return;
      set({ history: step.history });
      restore(step.state);
    },
    redoRequested: () => {
      const step = redone(get().history, docOf(get().board));
      if (!step) return;
      questionWithdrawn();
      set({ history: step.history });
      restore(step.state);
    },

    linkPeeked: (link) => {
      if (link === get().peek?.link) return;
      set({ peek: link === null ? null : { link, passage: null } });
      const { span, publishersOff } = get().board.filter;
      void newestPeek(
        async () => (link === null ? null : host.core.evidence({ link, limit: 1, filter: { span, publishersOff: [...publishersOff] } })),
        {
          arrived: (evidence) => {
            if (link && evidence) set({ peek: { link, passage: evidence.groups[0]?.passages[0] ?? null } });
          },
          // a peek that fails shows nothing: a click on the link asks again, and that failure is shown
          failed: () => set({ peek: null }),
        },
      );
    },

    graphModeChosen: (graphMode) => set({ graphMode }),
    moreNeighboursRequested: () => table.more(),
  };
};
