import { escaped, inAttribute } from '../../../shared/xml-text.ts';
import { num } from './outlines.ts';
import { type Group, haloWidth, type Mark, type Picture, pictureFont } from './picture.ts';

/** From the middle of a line of text to where its letters stand, in parts of the font size. */
const baseline = 0.36;

const markText = (mark: Mark): string => {
  if (mark.kind === 'shape') {
    const { path, fill = 'none', stroke, width, dash, round, opacity, at } = mark;
    const parts = [
      `<path d="${path}" fill="${fill}"`,
      stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${num(width ?? 1)}"`,
      dash === undefined ? '' : ` stroke-dasharray="${dash.map(num).join(' ')}"`,
      round ? ' stroke-linecap="round" stroke-linejoin="round"' : '',
      opacity === undefined ? '' : ` opacity="${opacity}"`,
      at === undefined ? '' : ` transform="translate(${num(at.x)} ${num(at.y)}) scale(${Number(at.scale.toFixed(4))})"`,
      '/>',
    ];
    return parts.join('');
  }
  const { text, x, y, px, weight, colour, halo, angle = 0, from } = mark;
  const turned = angle === 0 ? '' : ` transform="rotate(${num(angle)} ${num(x)} ${num(y)})"`;
  const ground = halo === undefined ? '' : ` stroke="${halo}" stroke-width="${haloWidth}" stroke-linejoin="round" paint-order="stroke"`;
  const place = `x="${num(x)}" y="${num(y + px * baseline)}"${from === 'start' ? '' : ' text-anchor="middle"'}`;
  return `<text ${place} font-size="${num(px)}" font-weight="${weight}" fill="${colour}"${ground}${turned}>${escaped(text)}</text>`;
};

const groupText = ({ what, id, title, marks }: Group): string =>
  `<g class="${what}" data-id="${inAttribute(id)}">${title === '' ? '' : `<title>${escaped(title)}</title>`}${marks.map(markText).join('')}</g>`;

/** A picture as SVG that needs nothing else. Text stays text. */
export const svgOf = ({ title, x, y, width, height, ground, groups }: Picture, { scale = 1 }: { scale?: number } = {}): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${num(x)} ${num(y)} ${width} ${height}"`,
    ` role="img" font-family="${inAttribute(pictureFont)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${num(x)}" y="${num(y)}" width="${width}" height="${height}" fill="${ground}"/>`,
    ...groups.map(groupText),
    '</svg>\n',
  ].join('\n');
