import type { Box } from '../drawing/camera.ts';

/** A picture of a map as data: what SVG and canvas are both made from, so that they show the same. */

/** A painted shape. `path` is in the words of SVG; colours are CSS colours. */
export interface ShapeMark {
  kind: 'shape';
  path: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  round?: boolean;
  opacity?: number;
  /** Where the origin of the path lies, and how much larger it is drawn. */
  at?: { x: number; y: number; scale: number };
}

/** A line of text around its middle. */
export interface TextMark {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  px: number;
  weight: number;
  colour: string;
  /** Colour around the letters, which keeps them apart from what lies beneath. */
  halo?: string;
  /** Degrees, clockwise. */
  angle?: number;
  /** Where `x` is of the text; in the middle where absent. */
  from?: 'start';
}

export type Mark = ShapeMark | TextMark;

/** What belongs together: a node with its name, a link with its verb. */
export interface Group {
  what: 'area' | 'axis' | 'link' | 'node' | 'label' | 'note' | 'legend';
  id: string;
  /** In words, for those who can't see it. */
  title: string;
  marks: Mark[];
  box: Box;
}

export interface Picture {
  title: string;
  /** px at 1×. */
  width: number;
  height: number;
  /** Where its upper left corner lies in the groups' units. */
  x: number;
  y: number;
  ground: string;
  groups: Group[];
}

/** Families of the picture's text: those of the window first. */
export const pictureFont = "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Width of the halo's stroke: as on the map. */
export const haloWidth = 4.8;
