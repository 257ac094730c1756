/** The family of the canvas's text; a canvas takes no CSS variable. */
export const canvasFont = "'Inter Variable', system-ui, sans-serif";

/** Size in px that widths are measured at; other sizes are in proportion. */
const measuredPx = 12;
const widths = new Map<string, number>();
/** More names than any board has; beyond that the store starts over. */
const widthsKept = 5000;
let brush: CanvasRenderingContext2D | null = null;

/** Width of a text on the canvas, in px at this font size. Remembers what it measured: 0.02 ms the first time. */
export const textWidth = (text: string, px: number): number => {
  let width = widths.get(text);
  if (width === undefined) {
    brush ??= document.createElement('canvas').getContext('2d');
    if (!brush) return text.length * px * 0.55;
    brush.font = `500 ${measuredPx}px ${canvasFont}`;
    width = brush.measureText(text).width;
    if (widths.size > widthsKept) widths.clear();
    widths.set(text, width);
  }
  return (width * px) / measuredPx;
};

/** Forgets all widths: another font has come. */
export const forgetTextWidths = (): void => widths.clear();
