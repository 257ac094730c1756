import { recall, remember } from '../state/remembered.ts';

export type SidePane = 'results' | 'detail';

/** Widths of the side panes in px: at first, at least, at most. The map has the rest, never less than `mapMin`. */
export const paneWidths: Record<SidePane, { first: number; min: number; max: number }> = {
  results: { first: 280, min: 220, max: 480 },
  detail: { first: 420, min: 320, max: 820 },
};
export const mapMin = 300;

/** The width that a pane had last, within its limits. */
export const rememberedWidth = (pane: SidePane): number => {
  const { first, min, max } = paneWidths[pane];
  const stored = Number(recall(`width.${pane}`) ?? '');
  return Number.isFinite(stored) && stored > 0 ? Math.min(max, Math.max(min, stored)) : first;
};

/** Remembers a pane's width; that of a collapsed one is not worth remembering. */
export const widthChanged = (pane: SidePane, width: number): void => {
  if (width >= paneWidths[pane].min) remember(`width.${pane}`, String(Math.round(width)));
};
