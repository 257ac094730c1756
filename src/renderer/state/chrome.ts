import { failureOf } from '../../shared/result.ts';
import type { SliceMaker } from './app.ts';

export type Theme = 'system' | 'light' | 'dark';

/** A short message at the foot of the window. */
export interface Toast {
  id: number;
  tone: 'notice' | 'problem';
  title: string;
  detail?: string;
}

export interface ChromeSlice {
  chrome: {
    theme: Theme;
    palette: boolean;
    keys: boolean;
    importPanel: boolean;
    resultsPane: boolean;
    detailPane: boolean;
    toasts: Toast[];
  };
  themeChosen: (theme: Theme) => void;
  paletteToggled: (open: boolean) => void;
  keysToggled: (open: boolean) => void;
  importPanelToggled: (open: boolean) => void;
  resultsPaneToggled: (open: boolean) => void;
  detailPaneToggled: (open: boolean) => void;
  noticeGiven: (title: string, detail?: string) => void;
  problemOccurred: (title: string, thrown: unknown) => void;
  toastDismissed: (id: number) => void;
  /** Articles came in. `wasEmpty`: the library had none before. */
  libraryChanged: (wasEmpty: boolean) => void;
  /** Another library was opened: start over. */
  libraryReplaced: () => void;
}

const themeKey = 'newsgraph.theme';
const storedTheme = (): Theme => {
  const stored = localStorage.getItem(themeKey);
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
    chrome: { theme: storedTheme(), palette: false, keys: false, importPanel: false, resultsPane: true, detailPane: true, toasts: [] },
    themeChosen: (theme) => {
      localStorage.setItem(themeKey, theme);
      patch({ theme });
    },
    paletteToggled: (palette) => patch({ palette }),
    keysToggled: (keys) => patch({ keys }),
    importPanelToggled: (importPanel) => patch({ importPanel }),
    resultsPaneToggled: (resultsPane) => patch({ resultsPane }),
    detailPaneToggled: (detailPane) => patch({ detailPane }),
    noticeGiven: (title, detail) => toast({ tone: 'notice', title, ...(detail === undefined ? {} : { detail }) }),
    problemOccurred: (title, thrown) => {
      const failure = failureOf(thrown);
      toast({ tone: 'problem', title, detail: failure.hint ? `${failure.message}. ${failure.hint}.` : failure.message });
    },
    toastDismissed: (id) => patch({ toasts: get().chrome.toasts.filter((each) => each.id !== id) }),

    libraryChanged: (wasEmpty) => {
      get().recentRequested();
      if (get().search.query !== '') get().queryTyped(get().search.query);
      // a map that someone is looking at is left alone, but for the first articles of all
      if (wasEmpty || get().board.nodes.length === 0) get().overviewRequested();
    },
    libraryReplaced: () => {
      get().detailClosed();
      get().queryTyped('');
      get().recentRequested();
      get().overviewRequested();
    },
  };
};
