import type { ArticleId, EntityId, NodeId, NodeType, StoryId } from '../../shared/model.ts';
import { failureOf } from '../../shared/result.ts';
import type { SliceMaker } from './app.ts';
import { closedImport, importSignature } from './library.ts';
import { recall, remember } from './remembered.ts';

export type Theme = 'system' | 'light' | 'dark';

/** A short message at the foot of the window. */
export interface Toast {
  id: number;
  tone: 'notice' | 'problem';
  title: string;
  detail?: string;
  /** Set where it tells of a correction: the one that can be withdrawn right here, null where one was withdrawn. */
  undo?: number | null;
  /** What its “Undo” does, where it tells of something else. */
  takeBack?: () => void;
}

/** A page that was opened, with what the palette needs to offer it again. */
export type Visit =
  | { kind: 'entity'; id: EntityId; name: string; type: NodeType }
  | { kind: 'story'; id: StoryId; name: string; type: NodeType }
  | { kind: 'article'; id: ArticleId; name: string };

export interface ChromeSlice {
  chrome: {
    theme: Theme;
    palette: boolean;
    /** Set while the palette asks which node to connect this one with. */
    connectFrom: { id: NodeId; name: string } | null;
    keys: boolean;
    importPanel: boolean;
    /** The dialog with the last import's counts and problems. */
    importReport: boolean;
    resultsPane: boolean;
    detailPane: boolean;
    /** Counts up whenever the search box should take the focus. */
    searchFocus: number;
    /** The latest pages, newest first, each once. */
    visits: Visit[];
    toasts: Toast[];
  };
  themeChosen: (theme: Theme) => void;
  paletteToggled: (open: boolean) => void;
  /** Opens the palette to pick the other end of a shortest connection. */
  connectionStarted: (from: { id: NodeId; name: string }) => void;
  searchBoxRequested: () => void;
  pageVisited: (visit: Visit) => void;
  keysToggled: (open: boolean) => void;
  importPanelToggled: (open: boolean) => void;
  importReportToggled: (open: boolean) => void;
  resultsPaneToggled: (open: boolean) => void;
  detailPaneToggled: (open: boolean) => void;
  noticeGiven: (title: string, detail?: string) => void;
  /** Tells of something that can be taken back right here. */
  undoOffered: (title: string, detail: string | undefined, takeBack: () => void) => void;
  /** A correction was made, which `undo` withdraws, or withdrawn (null). */
  correctionTold: (title: string, detail: string, undo: number | null) => void;
  problemOccurred: (title: string, thrown: unknown) => void;
  toastDismissed: (id: number) => void;
  /** Articles came in. `wasEmpty`: the library had none before. */
  libraryChanged: (wasEmpty: boolean) => void;
  /** The same articles say something else now. `instead`: what to show in place of an entity that is gone. */
  graphChanged: (instead: EntityId | null) => void;
  /** Another library was opened: start over. */
  libraryReplaced: () => void;
}

const visitLimit = 12;

const storedTheme = (): Theme => {
  const stored = recall('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};

/** What is open in the window, the theme, and short messages. */
export const chromeSlice: SliceMaker<ChromeSlice> = (set, get) => {
  let toasts = 0;
  const patch = (part: Partial<ChromeSlice['chrome']>) => set((app) => ({ chrome: { ...app.chrome, ...part } }));
  const toast = (given: Omit<Toast, 'id'>) => {
    toasts += 1;
    patch({ toasts: [...get().chrome.toasts.slice(-2), { ...given, id: toasts }] });
  };

  return {
    chrome: {
      theme: storedTheme(),
      palette: false,
      connectFrom: null,
      keys: false,
      importPanel: false,
      importReport: false,
      resultsPane: recall('pane.results') !== 'closed',
      detailPane: recall('pane.detail') !== 'closed',
      searchFocus: 0,
      visits: [],
      toasts: [],
    },
    themeChosen: (theme) => {
      remember('theme', theme);
      patch({ theme });
    },
    paletteToggled: (palette) => {
      patch({ palette, connectFrom: null });
      // it offers to open them
      if (palette) get().savedBoardsRequested();
    },
    connectionStarted: (connectFrom) => patch({ palette: true, connectFrom }),
    searchBoxRequested: () => {
      get().resultsPaneToggled(true);
      patch({ searchFocus: get().chrome.searchFocus + 1 });
    },
    pageVisited: (visit) => patch({ visits: [visit, ...get().chrome.visits.filter((each) => each.id !== visit.id)].slice(0, visitLimit) }),
    keysToggled: (keys) => patch({ keys }),
    importPanelToggled: (importPanel) => {
      const progress = get().library.status?.import;
      if (!importPanel && progress && progress.state !== 'running') remember(closedImport, importSignature(progress));
      patch({ importPanel });
    },
    importReportToggled: (importReport) => patch({ importReport }),
    resultsPaneToggled: (resultsPane) => {
      remember('pane.results', resultsPane ? 'open' : 'closed');
      patch({ resultsPane });
    },
    detailPaneToggled: (detailPane) => {
      remember('pane.detail', detailPane ? 'open' : 'closed');
      patch({ detailPane });
    },
    noticeGiven: (title, detail) => toast({ tone: 'notice', title, ...(detail === undefined ? {} : { detail }) }),
    undoOffered: (title, detail, takeBack) => toast({ tone: 'notice', title, ...(detail === undefined ? {} : { detail }), takeBack }),
    correctionTold: (title, detail, undo) => {
      // the last word counts: what an earlier one offers to withdraw is listed among the corrections
      patch({ toasts: get().chrome.toasts.filter((each) => each.undo === undefined) });
      toast({ tone: 'notice', title, detail, undo });
    },
    problemOccurred: (title, thrown) => {
      const failure = failureOf(thrown);
      toast({ tone: 'problem', title, detail: failure.hint ? `${failure.message}. ${failure.hint}.` : failure.message });
    },
    toastDismissed: (id) => patch({ toasts: get().chrome.toasts.filter((each) => each.id !== id) }),

    libraryChanged: (wasEmpty) => {
      get().resultsRefreshed();
      // a map that someone is looking at is left alone, but for the first articles of all
      if (wasEmpty || get().board.nodes.length === 0) get().overviewRequested();
    },
    graphChanged: (instead) => {
      get().libraryRevised();
      get().resultsRefreshed();
      get().boardRevised(instead);
      get().detailRevised(instead);
    },
    libraryReplaced: () => {
      const toasts = get().chrome.toasts.filter((each) => each.undo === undefined && each.takeBack === undefined);
      patch({ visits: [], connectFrom: null, importPanel: false, importReport: false, toasts });
      get().correctionsForgotten();
      get().savedBoardsForgotten();
      get().rereadClosed();
      get().detailClosed();
      get().queryTyped('');
      get().recentRequested();
      get().overviewRequested();
    },
  };
};
