import { labelPx, lineHeight, linkLabelPx } from '../drawing/labels.ts';
import type { Palette } from '../drawing/palette.ts';
import { canvasFont, textWidth } from './textWidth.ts';

/** How a label is written: a name, the name of the node in the middle, the verb on a link. */
export type LabelLook = 'name' | 'middle' | 'verb';

/** A label painted once; `width` and `height` in px of the screen, without the halo around. */
export interface Sprite {
  image: HTMLCanvasElement;
  width: number;
  height: number;
}

/** px around the text: the halo, or the ground of a verb. */
export const spriteMargin = 3;

const looks = {
  name: { weight: 450, px: labelPx, colour: 'ink' },
  middle: { weight: 650, px: labelPx, colour: 'ink' },
  verb: { weight: 450, px: linkLabelPx, colour: 'ink-2' },
} as const satisfies Record<LabelLook, object>;

const paint = (image: HTMLCanvasElement, lines: readonly string[], look: LabelLook, palette: Palette, ratio: number): void => {
  const brush = image.getContext('2d');
  if (!brush) return;
  const { weight, px, colour } = looks[look];
  brush.scale(ratio, ratio);
  brush.font = `${weight} ${px}px ${canvasFont}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.lineWidth = spriteMargin * 1.6;
  brush.strokeStyle = palette.paper;
  brush.fillStyle = palette[colour];
  const middle = image.width / ratio / 2;
  // halos first: one line's halo must not bite into the line above
  for (const draw of [brush.strokeText.bind(brush), brush.fillText.bind(brush)]) {
    lines.forEach((line, at) => {
      draw(line, middle, spriteMargin + px * lineHeight * (at + 0.5));
    });
  }
};

/**
 * Labels as images, painted when first asked for: text with a halo costs 0.1 ms to write and a hundredth of that to
 * copy, and all of them are drawn anew in every frame of a pan or zoom.
 */
export const spriteStore = (palette: Palette, ratio: number) => {
  const sprites = new Map<string, Sprite>();
  return (text: string, look: LabelLook): Sprite => {
    const key = `${look} ${text}`;
    const known = sprites.get(key);
    if (known) return known;
    const lines = text.split('\n');
    const { px } = looks[look];
    const width = Math.max(...lines.map((line) => textWidth(line, px))) * (look === 'middle' ? 1.06 : 1);
    const height = lines.length * px * lineHeight;
    const image = document.createElement('canvas');
    image.width = Math.ceil((width + 2 * spriteMargin) * ratio);
    image.height = Math.ceil((height + 2 * spriteMargin) * ratio);
    paint(image, lines, look, palette, ratio);
    const sprite = { image, width, height };
    sprites.set(key, sprite);
    return sprite;
  };
};
