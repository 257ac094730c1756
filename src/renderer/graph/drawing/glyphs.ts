import type { NodeType } from '../../../shared/model.ts';

/** Markup of the signs that nodes carry, stroked in `currentColor`. */
export type Glyphs = Readonly<Record<NodeType | 'pin', string>>;

/** A sign in a colour (`rgb(…)`) as an image address that a canvas can draw. */
export const imageOf = (markup: string, colour: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(markup.replaceAll('currentColor', colour))}`;
