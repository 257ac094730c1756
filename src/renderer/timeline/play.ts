import type { PlaySpeed } from '../state/filtering.ts';
import { type Brush, isWhole, moved } from './brush.ts';

/** Part of the axis that is played where nothing was brushed. */
const windowPart = 1 / 8;
/** The whole axis is played in about this long, with steps no shorter and no longer than these. */
const wholeMs = 15_000;
const [shortest, longest] = [160, 900];

/** Where playing begins: at the brush, or with as much at the start where that is the whole or stands at the end already. */
export const startOf = (brush: Brush, bars: number): Brush => {
  if (isWhole(brush, bars)) return { first: 0, last: Math.max(0, Math.round(bars * windowPart) - 1) };
  return brush.last >= bars - 1 ? moved(brush, -bars, bars) : brush;
};

/** The brush one step on; null at the end. */
export const nextOf = (brush: Brush, bars: number): Brush | null => (brush.last >= bars - 1 ? null : moved(brush, 1, bars));

/** How long a step takes, in ms. */
export const stepMs = (bars: number, speed: PlaySpeed): number =>
  Math.min(Math.max(wholeMs / Math.max(1, bars), shortest), longest) / speed;
