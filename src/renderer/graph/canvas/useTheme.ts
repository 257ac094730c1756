import type { Core } from 'cytoscape';
import { type RefObject, useEffect } from 'react';
import type { Palette } from '../drawing/palette.ts';
import { stylesheetFor } from '../drawing/stylesheet.ts';
import { glyphsIn } from './GlyphSource.tsx';

/** Draws nodes and links in a palette. */
export const useTheme = (cy: Core | null, palette: Palette | null, glyphs: RefObject<Element | null>): void => {
  useEffect(() => {
    if (!cy || !palette || !glyphs.current) return;
    cy.style()
      .fromJson(stylesheetFor(palette, glyphsIn(glyphs.current)))
      .update();
  }, [cy, palette, glyphs]);
};
