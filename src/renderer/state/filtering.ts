import type { SliceMaker } from './app.ts';
import { recall, remember } from './remembered.ts';

/** How fast a span is played: parts of the usual pace. */
export const playSpeeds = [0.5, 1, 2] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

export interface FilteringSlice {
  /** The tools by which a board is filtered and moved through time; what they set is the board's. */
  filtering: {
    panel: boolean;
    /** False while the time strip is folded away. */
    strip: boolean;
    playing: boolean;
    speed: PlaySpeed;
    /** Whether the list of what is new is open. */
    news: boolean;
    /** When the visit before this one ended; null where there was none. */
    visitBefore: string | null;
  };
  filterPanelToggled: (open: boolean) => void;
  timeStripToggled: (open: boolean) => void;
  /** Moves the time span on by itself, or no longer. */
  playToggled: (playing: boolean) => void;
  playSpeedChosen: (speed: PlaySpeed) => void;
  newsToggled: (open: boolean) => void;
  visitBeforeTold: (ended: string | null) => void;
}

const stripFolded = 'time.strip';

/** What is open and what runs of the tools for filtering and for time. */
export const filteringSlice: SliceMaker<FilteringSlice> = (set, get) => {
  const patch = (part: Partial<FilteringSlice['filtering']>) => set((app) => ({ filtering: { ...app.filtering, ...part } }));
  return {
    filtering: { panel: false, strip: recall(stripFolded) !== 'folded', playing: false, speed: 1, news: false, visitBefore: null },
    filterPanelToggled: (panel) => patch({ panel }),
    timeStripToggled: (strip) => {
      remember(stripFolded, strip ? 'open' : 'folded');
      patch({ strip });
    },
    playToggled: (playing) => {
      if (get().filtering.playing && !playing) get().changeSettled();
      patch({ playing });
    },
    playSpeedChosen: (speed) => patch({ speed }),
    newsToggled: (news) => patch({ news }),
    visitBeforeTold: (visitBefore) => patch({ visitBefore }),
  };
};
