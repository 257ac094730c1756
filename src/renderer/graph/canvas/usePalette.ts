import { useEffect, useState } from 'react';
import { type Palette, paletteAt } from '../drawing/palette.ts';

/** The tokens as they hold now, read again whenever the theme changes; null until the first reading. */
export const usePalette = (): Palette | null => {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const root = document.documentElement;
    const read = () => setPalette(paletteAt(root));
    read();
    const watch = new MutationObserver(read);
    watch.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, []);
  return palette;
};
