/** Design tokens that the canvas draws with; each is a CSS custom property. */
export const paletteTokens = [
  'paper',
  'surface',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'company',
  'organization',
  'person',
  'place',
  'product',
  'story',
  'company-soft',
  'organization-soft',
  'person-soft',
  'place-soft',
  'product-soft',
  'story-soft',
  'link',
  'link-weak',
  'found',
] as const;

export type PaletteToken = (typeof paletteTokens)[number];

/** Every token as `rgb(r, g, b)`: what a canvas and Cytoscape's own parser understand. */
export type Palette = Readonly<Record<PaletteToken, string>>;

/**
 * The tokens as they hold at an element. OKLCH is turned into sRGB by painting one pixel and reading it back: the
 * browser's own conversion, the same that the rest of the window is painted with.
 */
export const paletteAt = (element: Element): Palette => {
  const canvas = element.ownerDocument.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const values = getComputedStyle(element);
  const rgb = (token: PaletteToken): string => {
    if (!brush) return 'rgb(128, 128, 128)';
    brush.fillStyle = values.getPropertyValue(`--${token}`).trim();
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  return Object.fromEntries(paletteTokens.map((token) => [token, rgb(token)])) as Record<PaletteToken, string>;
};
