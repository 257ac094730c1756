import { boardBounds } from '../../shared/board.ts';
import type { EntityId } from '../../shared/model.ts';
import { type Failure, failureOf, NewsgraphError } from '../../shared/result.ts';
import type { Point } from '../../shared/views.ts';
import type { SavedBoard } from '../../shared/views-boards.ts';
import type { App, SliceMaker } from './app.ts';
import { type BoardDoc, docOf } from './board/board.ts';
import { adopted, type Beyond, contentOf, docOfOpened, sameSubject, suggestedName, workOf } from './board/keeping.ts';
import { correctionIsLast } from './board/slice.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';
import { latestOnly } from './latest.ts';

/** What the dialog asks a name for: a new board, or one that is renamed. */
export interface Naming {
  /** The board to rename; null for a new one. */
  id: string | null;
  /** What stands in the field at first. */
  name: string;
}

export interface BoardsSlice {
  boards: {
    /** The saved boards, those saved last first; what is known of them until they were asked for. */
    list: readonly SavedBoard[];
    loading: Loading;
    naming: Naming | null;
    saving: boolean;
    /** What the user had made of each board when it was saved or opened: what tells whether it differs from that now. */
    kept: Readonly<Record<string, string>>;
    /** Counts up whenever a note should be put on the map: at a point of the window in px, else near the upper left corner. */
    noteWanted: { count: number; at: Point | null };
  };
  savedBoardsRequested: () => void;
  /** Saves the board as the one that it is; asks for a name where it is none yet, or where `anew` makes it another. */
  boardSaveRequested: (how?: { anew: boolean }) => void;
  boardRenameRequested: (id: string) => void;
  boardNamingEnded: () => void;
  /** The name that was asked for. Answers with why it could not be taken, null where it was. */
  boardNamed: (name: string) => Promise<Failure | null>;
  /** Shows a saved board, as a step of the history. `onTrail`: the way back or forward led to it. */
  savedBoardOpened: (id: string, how?: { onTrail: boolean }) => void;
  savedBoardDuplicated: (id: string) => Promise<void>;
  savedBoardDeleted: (id: string) => Promise<void>;
  /** What opening a board has found is read: no more marks. */
  newsRead: () => void;
  noteRequested: (at?: Point) => void;
  /** Notes something on an entity; an empty text removes it. Answers with why it could not be noted, null where it was. */
  entityNoted: (entity: EntityId, text: string) => Promise<Failure | null>;
  /** Another library is open. */
  savedBoardsForgotten: () => void;
}

const nothingKnown: BoardsSlice['boards'] = {
  list: [],
  loading: idle,
  naming: null,
  saving: false,
  kept: {},
  noteWanted: { count: 0, at: null },
};

/** The name of the saved board that is shown; null for one that was never saved. */
export const savedName = ({ board, boards }: Pick<App, 'board' | 'boards'>): string | null => {
  const { saved } = board;
  return saved === null ? null : (boards.list.find(({ id }) => id === saved.id)?.name ?? saved.name);
};

/** Tells whether a saved board differs from what is saved; false for one that was never saved. Works it out once for each state of a board. */
const rememberedDiffers = () => {
  let last: { doc: BoardDoc; kept: string; differs: boolean } | null = null;
  return ({ board, boards }: Pick<App, 'board' | 'boards'>): boolean => {
    const kept = board.saved === null ? undefined : boards.kept[board.saved.id];
    if (kept === undefined) return false;
    const doc = docOf(board);
    const before = last;
    if (before?.kept === kept && (Object.keys(doc) as (keyof BoardDoc)[]).every((key) => before.doc[key] === doc[key]))
      return before.differs;
    last = { doc, kept, differs: workOf(contentOf(doc)) !== kept };
    return last.differs;
  };
};

export const boardDiffers = rememberedDiffers();

/** Boards that are saved in the library, and what is noted on entities. */
export const boardsSlice: SliceMaker<BoardsSlice> = (set, get, host) => {
  const newestList = latestOnly();
  const patch = (part: Partial<BoardsSlice['boards']>) => set((app) => ({ boards: { ...app.boards, ...part } }));
  const patchBoard = (part: Partial<BoardDoc>) => set((app) => ({ board: { ...app.board, ...part } }));

  /** Puts a board into the list, in place of what was known of it. */
  const listed = (saved: SavedBoard) => {
    const list = [saved, ...get().boards.list.filter(({ id }) => id !== saved.id)];
    patch({ list: list.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)) });
  };
  const unlisted = (id: string) => patch({ list: get().boards.list.filter((each) => each.id !== id) });

  /** Says why nothing can be saved here; false where it can. */
  const refused = (): boolean => {
    const { status } = get().library;
    if (!status?.readOnly) return false;
    const why = new NewsgraphError('read-only', status.notices[0] ?? 'This library is open for reading only');
    get().problemOccurred('The board can’t be saved', why);
    return true;
  };

  const save = async (id: string | null, name: string): Promise<Failure | null> => {
    const doc = docOf(get().board);
    const content = contentOf(doc);
    patch({ saving: true });
    try {
      const saved = await host.core.boardSave({ id, name, content });
      listed(saved);
      patch({ kept: { ...get().boards.kept, [saved.id]: workOf(content) }, naming: null });
      const { board, history } = get();
      const now = board.drawn ?? board.view;
      // another map may have come meanwhile, which is not the one that was saved
      if (board.saved?.id === doc.saved?.id && sameSubject(doc.view, now)) {
        set({ history: adopted(history, docOf(board), { id: saved.id, name: saved.name }) });
        patchBoard({ saved: { id: saved.id, name: saved.name }, changed: new Set(), news: null });
      }
      get().noticeGiven(`Saved as “${saved.name}”`);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    } finally {
      patch({ saving: false });
    }
  };

  /** What is drawn of a saved board, and what the library tells beyond it. */
  const openedDoc = async (id: string): Promise<BoardDoc> => {
    const opened = await host.core.boardOpen({ id });
    listed(opened.board);
    const { view, sizing, total } = opened.content;
    const beyond = async (): Promise<Beyond> => ({
      path:
        view.kind === 'path'
          ? await host.core.paths({ from: view.from, to: view.to, without: view.without, withoutTypes: view.withoutTypes })
          : null,
      total: view.kind === 'around' ? (await host.core.neighbours({ id: view.id, limit: 0 })).total : total,
      centrality: sizing === 'centrality' ? await host.core.centrality({ nodes: opened.slice.nodes.map((node) => node.id) }) : null,
    });
    return docOfOpened(opened, await beyond());
  };

  return {
    boards: nothingKnown,

    savedBoardsRequested: () => {
      patch({ loading });
      void newestList(() => host.core.boards({}), {
        arrived: (list) => patch({ list, loading: ready }),
        failed: (thrown) => patch({ loading: failed(thrown) }),
      });
    },

    boardSaveRequested: ({ anew } = { anew: false }) => {
      const { board, boards } = get();
      if (board.drawn === null || boards.saving || refused()) return;
      const name = savedName(get());
      if (board.saved === null || name === null || anew) {
        patch({ naming: { id: null, name: (name === null ? suggestedName(board) : `${name} copy`).slice(0, boardBounds.nameLength) } });
        return;
      }
      void save(board.saved.id, name).then((failure) => {
        // it was deleted meanwhile: it can be saved as a new one
        if (failure?.code === 'not-found') patch({ naming: { id: null, name } });
        else if (failure)
          get().problemOccurred('The board could not be saved', new NewsgraphError(failure.code, failure.message, failure.hint));
      });
    },
    boardRenameRequested: (id) => {
      const board = get().boards.list.find((each) => each.id === id);
      if (board && !refused()) patch({ naming: { id, name: board.name } });
    },
    boardNamingEnded: () => patch({ naming: null }),
    boardNamed: async (name) => {
      const { naming } = get().boards;
      if (naming === null) return null;
      if (naming.id === null) return save(null, name);
      try {
        listed(await host.core.boardRename({ id: naming.id, name }));
        patch({ naming: null });
        return null;
      } catch (thrown) {
        return failureOf(thrown);
      }
    },

    savedBoardOpened: (id, { onTrail } = { onTrail: false }) => {
      const left = boardDiffers(get()) ? savedName(get()) : null;
      const name = get().boards.list.find((each) => each.id === id)?.name;
      set({ graphMode: 'graph' });
      get().boardBrought('Open a board', () => openedDoc(id), {
        onTrail,
        arrived: (doc) => {
          patch({ kept: { ...get().boards.kept, [id]: workOf(contentOf(doc)) } });
          const step = get().history.past.at(-1);
          if (left === null) return;
          get().undoOffered(`“${left}” has changes that are not saved`, 'Undo brings them back.', () => {
            const { history } = get();
            if (history.past.at(-1) === step && !correctionIsLast(get())) get().undoRequested();
            else get().noticeGiven('More was done since', 'Ctrl+Z leads back step by step.');
          });
        },
        failed: (thrown) => {
          if (failureOf(thrown).code === 'not-found') unlisted(id);
          get().problemOccurred(name === undefined ? 'The board could not be opened' : `“${name}” could not be opened`, thrown);
        },
      });
    },

    savedBoardDuplicated: async (id) => {
      if (refused()) return;
      try {
        const copy = await host.core.boardDuplicate({ id });
        get().savedBoardsRequested();
        get().noticeGiven(`Duplicated as “${copy.name}”`);
      } catch (thrown) {
        get().problemOccurred('The board could not be duplicated', thrown);
      }
    },

    savedBoardDeleted: async (id) => {
      if (refused()) return;
      try {
        const gone = await host.core.boardDelete({ id });
        unlisted(id);
        const { saved, drawn } = get().board;
        const shown = saved?.id === id;
        // what is drawn stays, as a map that was never saved
        if (shown) patchBoard({ saved: null });
        const restore = async () => {
          try {
            const back = await host.core.boardRestore({ id });
            listed(back);
            const { board } = get();
            if (shown && board.saved === null && sameSubject(drawn, board.drawn)) patchBoard({ saved: { id, name: back.name } });
          } catch (thrown) {
            get().problemOccurred(`“${gone.name}” could not be brought back`, thrown);
          }
        };
        get().undoOffered(`Deleted “${gone.name}”`, shown ? 'What is on the map stays there.' : undefined, () => void restore());
      } catch (thrown) {
        get().problemOccurred('The board could not be deleted', thrown);
      }
    },

    newsRead: () => patchBoard({ changed: new Set(), news: null }),

    noteRequested: (at) => {
      if (get().board.notes.length >= boardBounds.notes) {
        get().noticeGiven(`The board holds ${boardBounds.notes} notes`);
        return;
      }
      set({ graphMode: 'graph' });
      patch({ noteWanted: { count: get().boards.noteWanted.count + 1, at: at ?? null } });
    },

    entityNoted: async (entity, text) => {
      try {
        const note = await host.core.noteSet({ entity, text });
        const { detail } = get();
        const { content } = detail;
        if (content.kind === 'entity' && content.card.node.id === note.entity) {
          set({ detail: { ...detail, content: { ...content, card: { ...content.card, note: note.text } } } });
        }
        return null;
      } catch (thrown) {
        return failureOf(thrown);
      }
    },

    savedBoardsForgotten: () => patch(nothingKnown),
  };
};
