import { NewsgraphError } from '../../../shared/result.ts';
import { haloWidth, type Mark, type Picture, pictureFont } from './picture.ts';

/** No browser's canvas is longer on a side than this, or has more pixels in all. */
const sideMost = 16_384;
const pixelsMost = 16_384 * 8192;

/** Whether a picture of this size can be painted so many times as large. */
export const fitsCanvas = ({ width, height }: Pick<Picture, 'width' | 'height'>, scale: number): boolean =>
  width * scale <= sideMost && height * scale <= sideMost && width * height * scale * scale <= pixelsMost;

type Context = CanvasRenderingContext2D;

const paintMark = (context: Context, mark: Mark): void => {
  context.save();
  if (mark.kind === 'shape') {
    const { path, fill, stroke, width = 1, dash, round, opacity = 1, at } = mark;
    context.globalAlpha = opacity;
    if (at) {
      context.translate(at.x, at.y);
      context.scale(at.scale, at.scale);
    }
    const shape = new Path2D(path);
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineCap = round ? 'round' : 'butt';
      context.lineJoin = round ? 'round' : 'miter';
      context.setLineDash([...(dash ?? [])]);
      context.stroke(shape);
    }
  } else {
    const { text, x, y, px, weight, colour, halo, angle = 0, from } = mark;
    context.translate(x, y);
    context.rotate((angle * Math.PI) / 180);
    context.font = `${weight} ${px}px ${pictureFont}`;
    context.textAlign = from ?? 'center';
    context.textBaseline = 'middle';
    if (halo !== undefined) {
      context.lineJoin = 'round';
      context.lineWidth = haloWidth;
      context.strokeStyle = halo;
      context.strokeText(text, 0, 0);
    }
    context.fillStyle = colour;
    context.fillText(text, 0, 0);
  }
  context.restore();
};

/** Paints a picture on a canvas of its size. */
export const paintPicture = (context: Context, { x, y, width, height, ground, groups }: Picture, scale: number): void => {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.translate(-x, -y);
  for (const { marks } of groups) for (const mark of marks) paintMark(context, mark);
};

/** A picture as PNG, so many times as large. Rejects with `unavailable` where no canvas holds it. */
export const pngOf = async (picture: Picture, scale: number): Promise<Blob> => {
  const tooLarge = new NewsgraphError(
    'unavailable',
    'The picture is too large for a PNG',
    'Choose a smaller scale, or SVG, which has no limit',
  );
  if (!fitsCanvas(picture, scale)) throw tooLarge;
  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  const context = canvas.getContext('2d');
  if (!context) throw tooLarge;
  paintPicture(context, picture, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw tooLarge;
  return blob;
};
