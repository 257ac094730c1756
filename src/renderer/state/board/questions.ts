import type { BoardView } from '../../../shared/board.ts';
import type { EntityId, NodeId } from '../../../shared/model.ts';
import { failureOf } from '../../../shared/result.ts';
import type { SliceMaker } from '../app.ts';
import { failed, loading, ready } from '../failure.ts';
import { latestOnly } from '../latest.ts';
import { type Answered, answeredAgain, answerOf, recalled, type Staying, sameView, typesOn } from './asking.ts';
import { around, type BoardDoc, docOf, emptyDoc, type Target } from './board.ts';
import { emptyHistory } from './history.ts';
import { placesOf } from './merge.ts';
import type { NeighbourTable } from './table.ts';
import type { BoardTools } from './tools.ts';

export interface QuestionSlice {
  overviewRequested: () => void;
  /** Asks a question whose answer takes the place of what is drawn. */
  viewRequested: (view: BoardView) => void;
  /** Asks the same neighbourhood again, nearer or farther: what stays on the board stays where it is. */
  depthRequested: (view: Extract<BoardView, { kind: 'around' }>) => void;
  /** Asks for other paths between the same ends: what is left out of them is another. */
  otherPathsRequested: (label: string, left: Partial<LeftOut>) => void;
  boardRefreshed: () => void;
  /** Asks again after the same articles were understood anew; `instead` is shown where the node in the middle is gone. */
  boardRevised: (instead: EntityId | null) => void;
  /** An older step of the history is shown again: what the library no longer has leaves it. */
  boardRecalled: () => void;
  /** Draws what `asked` answers in place of what is drawn, as one step of the history. `onTrail`: the way back or forward led to it. */
  boardBrought: (label: string, asked: () => Promise<BoardDoc>, how: Brought) => void;
  boardBack: () => void;
  boardForward: () => void;
  boardTrail: { back: Stop[]; forward: Stop[] };
}

/** What the way back and forward leads to: a question to ask again, or a saved board to open again. */
export type Stop = BoardView | { kind: 'saved'; id: string };

/** What no path may lead through. */
export type LeftOut = Pick<Extract<BoardView, { kind: 'path' }>, 'without' | 'withoutTypes'>;

interface Brought {
  onTrail: boolean;
  arrived: (doc: BoardDoc) => void;
  failed: (thrown: unknown) => void;
}

/** A question that is still to be answered is no longer the saved board that is drawn. */
const stopOf = ({ view, drawn, saved }: BoardDoc): Stop =>
  saved !== null && sameView(drawn, view) ? { kind: 'saved', id: saved.id } : view;
const sameStop = (a: Stop, b: Stop): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the rest of the board may ask of those who ask. */
interface Asker {
  /** How often the library's articles were understood anew. */
  currentRevision: () => number;
  /** No longer waits for an answer. True where another map was waited for, whose title shows already. */
  questionWithdrawn: () => boolean;
}

const trailLimit = 100;

/** What stays of a neighbourhood that is asked to reach farther (all of it) or less far (places). */
const stayingIn = (view: BoardView, { drawn, nodes, positions, layout }: BoardDoc): Staying => {
  const farther = view.kind === 'around' && drawn?.kind === 'around' && view.depth > drawn.depth;
  return { shown: farther ? nodes.map(({ id }) => id) : [], fixed: layout === 'force' ? positions : {} };
};

const nameOfMiddle = ({ nodes, focus }: BoardDoc): string => nodes.find(({ id }) => id === focus)?.name ?? 'Map';

/** Neighbours that drawing a neighbourhood anew adds where articles came in since. */
const newcomers = 12;

/** Asking the library for what the board shows. The newest question wins. */
export const questions = (
  [set, get, host]: Parameters<SliceMaker<unknown>>,
  { patch, record }: BoardTools,
  table: NeighbourTable,
): QuestionSlice & Asker => {
  const newest = latestOnly();
  let revision = 0;
  const folderNow = () => get().library.status?.folder ?? null;
  const articlesNow = () => get().library.status?.articles ?? 0;
  const types = () => typesOn(get().board.filter.typesOff);

  /** What the next board takes over from this one: of its filter, what means the same on any board of the library. */
  const freshDoc = (): BoardDoc => {
    const { filter, folder } = get().board;
    const same = folder === folderNow();
    return { ...emptyDoc, ...(same ? { filter: { ...filter, communitiesOff: [] } } : {}) };
  };

  /** What it takes over where it is the same neighbourhood, reaching less far or farther: the user's own doings on it. */
  const sameDoc = (there: ReadonlySet<NodeId>): BoardDoc => {
    const { filter, pinned, hidden, grown, notes, saved, sizing } = get().board;
    const among = (ids: ReadonlySet<NodeId>) => new Set([...ids].filter((id) => there.has(id)));
    const stillGrown = new Map([...grown].filter(([id]) => there.has(id)));
    return { ...emptyDoc, filter, notes, saved, sizing, pinned: among(pinned), hidden: among(hidden), grown: stillGrown };
  };

  /** `label` names the step that it is in the history; `recorded` is false where going back would lead to what is gone. */
  const ask = (view: BoardView, label: string | null = null, recorded = true) => {
    // what was done to another library's board can't be undone on this one's
    if (get().board.folder !== folderNow()) set({ history: emptyHistory });
    const staying = label === null ? undefined : stayingIn(view, get().board);
    patch({ view, loading });
    void newest(() => answerOf(host, view, types(), staying), {
      arrived: ({ view: answered, slice, total, path, name }) => {
        const { board } = get();
        if (recorded && board.generation > 0 && board.folder === folderNow()) record(label ?? 'Another map', docOf(board));
        const middle = answered.kind === 'around' ? answered.id : null;
        const selected: Target | null = middle === null ? null : { kind: 'node', id: middle };
        const there = new Set(slice.nodes.map(({ id }) => id));
        const put = label !== null && board.layout === 'force' ? [...board.pinned].filter((id) => there.has(id)) : [];
        patch({
          ...(label === null ? freshDoc() : sameDoc(there)),
          view: answered,
          drawn: answered,
          nodes: slice.nodes,
          links: slice.links,
          positions: { ...slice.positions, ...placesOf(board.positions, put) },
          communities: slice.communities,
          focus: middle ?? slice.focus,
          total,
          path,
          name,
          revision,
          selected,
          selection: new Set(middle === null ? [] : [middle]),
          finding: '',
          picking: null,
          folder: folderNow(),
          articles: articlesNow(),
          loading: ready,
          generation: board.generation + 1,
        });
        get().sizesOutdated();
      },
      failed: (thrown) => patch({ loading: failed(thrown) }),
    });
    table.ask(view);
  };

  /** What is on the board as the library has it now; all that the user did to it stays. */
  const again = (how: { replaced?: boolean; recorded?: boolean; asBefore?: boolean; gone?: () => void }) => {
    const { replaced = false, recorded = false, asBefore = false, gone } = how;
    const { board } = get();
    const { view } = board;
    patch({ loading });
    const kept = {
      nodes: board.nodes.map(({ id }) => id),
      grown: [...board.grown.keys()],
      positions: board.positions,
      more: articlesNow() > board.articles ? newcomers : 0,
      total: board.total,
    };
    const asked = (): Promise<Answered> => {
      if (asBefore) return recalled(host, view, kept, { path: board.path, name: nameOfMiddle(board) });
      return replaced ? answerOf(host, view, types()) : answeredAgain(host, view, types(), kept);
    };
    const places = (answered: Answered) =>
      replaced
        ? { ...answered.slice.positions, ...placesOf(board.positions, board.pinned) }
        : { ...answered.slice.positions, ...placesOf(board.positions, kept.nodes) };
    void newest(asked, {
      arrived: (answered) => {
        const now = get().board;
        // something joined it meanwhile, which this answer does not know
        if (now.nodes !== board.nodes && now.generation === board.generation) return again(how);
        if (recorded) record('Draw anew', docOf(now));
        const { slice } = answered;
        const there = new Set(slice.nodes.map(({ id }) => id));
        const middle = answered.view.kind === 'around' ? answered.view.id : null;
        const moved = middle !== null && view.kind === 'around' && now.selected?.id === view.id;
        const selected: Target | null = moved ? { kind: 'node', id: middle } : now.selected;
        patch({
          view: answered.view,
          drawn: answered.view,
          nodes: slice.nodes,
          links: slice.links,
          positions: placesOf(places(answered), there),
          communities: slice.communities,
          focus: middle ?? (now.focus !== null && there.has(now.focus) ? now.focus : slice.focus),
          hidden: new Set([...now.hidden].filter((id) => there.has(id))),
          grown: new Map([...now.grown].filter(([id]) => there.has(id))),
          total: answered.total,
          path: answered.path,
          name: answered.name ?? now.name,
          ...(replaced ? { layout: 'force', axis: [] } : {}),
          revision,
          selected: selected?.kind === 'node' && !there.has(selected.id) ? null : selected,
          selection: new Set([...now.selection, ...(moved ? [middle] : [])].filter((id) => there.has(id))),
          folder: folderNow(),
          articles: articlesNow(),
          loading: ready,
          generation: now.generation + (replaced ? 1 : 0),
        });
        get().sizesOutdated();
      },
      failed: (thrown) => {
        if (gone && failureOf(thrown).code === 'not-found') gone();
        else patch({ loading: failed(thrown) });
      },
    });
    table.ask(view);
  };

  /** Notes what is left for somewhere else, so that there is a way back to it. */
  const leave = (to: Stop) => {
    const { board, boardTrail } = get();
    // the first question may be left before its answer has come
    const asking = board.folder === null && board.loading.state === 'loading';
    if (board.folder !== folderNow() && !asking) {
      // what was looked at before is in another library
      set({ boardTrail: { back: [], forward: [] } });
    } else if ((board.generation > 0 || asking) && !sameStop(stopOf(board), to)) {
      set({ boardTrail: { back: [...boardTrail.back.slice(1 - trailLimit), stopOf(board)], forward: [] } });
    }
  };

  const go = (view: BoardView) => {
    leave(view);
    ask(view);
  };

  const goAlong = (stop: Stop) => {
    if (stop.kind === 'saved') get().savedBoardOpened(stop.id, { onTrail: true });
    else ask(stop);
  };

  return {
    currentRevision: () => revision,
    questionWithdrawn: () => {
      const { view, drawn, loading: waiting } = get().board;
      if (waiting.state !== 'loading') return false;
      void newest(async () => null, { arrived: () => undefined, failed: () => undefined });
      patch({ view: drawn ?? view, loading: ready });
      return drawn !== null && !sameView(drawn, view);
    },
    boardTrail: { back: [], forward: [] },
    overviewRequested: () => go({ kind: 'overview' }),
    viewRequested: go,
    depthRequested: (view) => ask(view, `Depth ${view.depth}`),
    otherPathsRequested: (label, left) => {
      const { view } = get().board;
      if (view.kind === 'path') ask({ ...view, ...left }, label);
    },

    boardRefreshed: () => {
      const { board } = get();
      // nothing of this question is drawn yet, or what is drawn is of another library
      if (!sameView(board.drawn, board.view) || board.folder !== folderNow()) ask(board.view);
      // an overview is placed anew as a whole, but for one that was saved; elsewhere all that is shown stays where it is, and so does the camera
      else {
        const overview = board.view.kind === 'overview';
        again({ replaced: overview && board.saved === null, asBefore: overview && board.saved !== null, recorded: true });
      }
    },

    boardRevised: (instead) => {
      const { view, drawn, generation } = get().board;
      if (generation === 0) return;
      revision += 1;
      // the map that is waited for will be of the library as it is now; what is drawn makes room for it
      if (!sameView(drawn, view)) return ask(view);
      const gone = () => {
        const { back, forward } = get().boardTrail;
        const kept = (trail: Stop[]) => trail.filter((each) => !sameStop(each, view));
        set({ boardTrail: { back: kept(back), forward: kept(forward) } });
        ask(instead === null ? { kind: 'overview' } : around(instead), null, false);
      };
      // a saved board holds what it holds, whatever its question would answer now
      again({ gone, asBefore: get().board.saved !== null });
    },

    boardRecalled: () => again({ asBefore: true }),

    boardBrought: (label, asked, { onTrail, arrived, failed: failing }) => {
      patch({ loading });
      void newest(asked, {
        arrived: (doc) => {
          const { board } = get();
          if (!onTrail) leave(stopOf(doc));
          if (board.folder !== folderNow()) set({ history: emptyHistory });
          else if (board.generation > 0) record(label, docOf(board));
          patch({
            ...doc,
            revision,
            selected: null,
            selection: new Set(),
            finding: '',
            picking: null,
            folder: folderNow(),
            articles: articlesNow(),
            loading: ready,
            generation: board.generation + 1,
          });
          table.ask(doc.view);
          arrived(doc);
        },
        failed: (thrown) => {
          patch({ loading: ready });
          failing(thrown);
        },
      });
    },

    boardBack: () => {
      const { board, boardTrail } = get();
      const stop = boardTrail.back.at(-1);
      if (!stop) return;
      set({ boardTrail: { back: boardTrail.back.slice(0, -1), forward: [stopOf(board), ...boardTrail.forward] } });
      goAlong(stop);
    },
    boardForward: () => {
      const { board, boardTrail } = get();
      const [stop, ...forward] = boardTrail.forward;
      if (!stop) return;
      set({ boardTrail: { back: [...boardTrail.back, stopOf(board)], forward } });
      goAlong(stop);
    },
  };
};
