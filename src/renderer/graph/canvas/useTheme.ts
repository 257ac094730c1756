import type { Core } from 'cytoscape';
import { type RefObject, useEffect } from 'react';
import { paletteAt } from '../drawing/palette.ts';
import { stylesheetFor } from '../drawing/stylesheet.ts';
import { glyphsIn } from './GlyphSource.tsx';

/** Paints the canvas in the tokens as they hold now, and again whenever the theme changes. */
export const useTheme = (cy: Core | null, glyphs: RefObject<Element | null>): void => {
  useEffect(() => {
    if (!cy || !glyphs.current) return;
    const signs = glyphsIn(glyphs.current);
    const root = document.documentElement;
    const paint = () => void cy.style().fromJson(stylesheetFor(paletteAt(root), signs)).update();
    paint();
    const watch = new MutationObserver(paint);
    watch.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    // text is measured with the font that is there: once Inter has come, labels are drawn anew
    let current = true;
    void document.fonts.ready.then(() => current && paint());
    return () => {
      current = false;
      watch.disconnect();
    };
  }, [cy, glyphs]);
};
