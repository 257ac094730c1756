import { nodeTypes } from '../../../shared/model.ts';
import { num } from './outlines.ts';

/** The sign of each type and the pin, as paths in a box of 24, to be stroked. */
export type SignPaths = Readonly<Record<(typeof nodeTypes)[number] | 'pin', string>>;

const circlePath = (x: number, y: number, r: number): string =>
  `M${num(x - r)} ${num(y)}a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0`;

const rectPath = (x: number, y: number, width: number, height: number, r: number): string =>
  r === 0
    ? `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}Z`
    : `M${num(x + r)} ${num(y)}h${num(width - 2 * r)}a${num(r)} ${num(r)} 0 0 1 ${num(r)} ${num(r)}v${num(height - 2 * r)}a${num(r)} ${num(r)} 0 0 1 ${num(-r)} ${num(r)}h${num(2 * r - width)}a${num(r)} ${num(r)} 0 0 1 ${num(-r)} ${num(-r)}v${num(2 * r - height)}a${num(r)} ${num(r)} 0 0 1 ${num(r)} ${num(-r)}Z`;

/** Icons are made of a few simple elements; each as a path. */
const pathOf = (element: Element): string => {
  const of = (name: string): number => Number(element.getAttribute(name) ?? 0);
  switch (element.tagName.toLowerCase()) {
    case 'path':
      // a path that begins in relative words must not go on from the end of the one before
      return `M0 0${element.getAttribute('d') ?? ''}`;
    case 'circle':
      return circlePath(of('cx'), of('cy'), of('r'));
    case 'rect':
      return rectPath(of('x'), of('y'), of('width'), of('height'), of('rx'));
    case 'line':
      return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
    case 'polyline':
    case 'polygon':
      return `M${element.getAttribute('points') ?? ''}${element.tagName.toLowerCase() === 'polygon' ? 'Z' : ''}`;
    default:
      return '';
  }
};

/** The paths of all signs that were drawn inside a `GlyphSource`. */
export const signsIn = (source: Element): SignPaths => {
  const of = (name: string): string => [...(source.querySelector(`[data-glyph="${name}"]`)?.children ?? [])].map(pathOf).join('');
  return Object.fromEntries([...nodeTypes, 'pin' as const].map((name) => [name, of(name)])) as SignPaths;
};
