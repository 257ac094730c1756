import type { Core } from 'cytoscape';
import { type RefObject, useEffect } from 'react';
import { glyphImages } from '../drawing/glyphs.ts';
import type { Palette } from '../drawing/palette.ts';
import { stylesheetFor } from '../drawing/stylesheet.ts';
import { bitmapOf } from './bitmap.ts';
import { glyphsIn } from './GlyphSource.tsx';

/** Draws nodes and links in a palette; their signs follow once they are painted, some 10 ms later. */
export const useTheme = (cy: Core | null, palette: Palette | null, glyphs: RefObject<Element | null>): void => {
  useEffect(() => {
    if (!cy || !palette || !glyphs.current) return;
    let current = true;
    const addresses: string[] = [];
    const painted = async (address: string) => {
      const bitmap = await bitmapOf(address);
      addresses.push(bitmap);
      return bitmap;
    };
    cy.style().fromJson(stylesheetFor(palette, null)).update();
    void glyphImages(glyphsIn(glyphs.current), palette, painted).then((images) => {
      if (current) cy.style().fromJson(stylesheetFor(palette, images)).update();
    });
    return () => {
      current = false;
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [cy, palette, glyphs]);
};
