import { type NodeType, nodeTypes } from '../../../shared/model.ts';
import type { GlyphImages } from './glyphs.ts';
import type { Palette, PaletteToken } from './palette.ts';
import { typeShapes } from './shapes.ts';

/** One rule of the canvas's look. Values are plain: a function as a style would run for every element at every change. */
export interface StyleRule {
  selector: string;
  style: Readonly<Record<string, string | number | readonly number[]>>;
}

/** What is not connected fades to this while a node is pointed at. */
export const fadedOpacity = 0.15;

/** What stands back for a path that was chosen: it can still be read. */
const backOpacity = 0.4;

/** From this weight on a node is large enough (30 px) to carry its type's glyph. */
const glyphWeight = 0.3;

/** A length that elements carry in their data, times a part: `mapData` from it to itself. */
const fromData = (name: string, part = 1): string => `mapData(${name}, 0, 100, 0, ${(100 * part).toFixed(0)})`;

const nodesOfTypes = (palette: Palette): StyleRule[] =>
  (Object.keys(typeShapes) as NodeType[]).flatMap((type) => {
    const { shape, wide, high } = typeShapes[type];
    const soft: PaletteToken = `${type}-soft`;
    return [
      {
        selector: `node[type = "${type}"]`,
        style: {
          shape,
          width: fromData('size', wide),
          height: fromData('size', high),
          'background-color': palette[soft],
          'border-color': palette[type],
        },
      },
      { selector: `node[type = "${type}"].focus`, style: { 'background-color': palette[type], 'outline-color': palette[type] } },
    ];
  });

/** The later rule holds: a pin takes the place of the type's sign, whose shape and colour still tell it. */
const signs = (images: GlyphImages): StyleRule[] => [
  ...nodeTypes.flatMap((type) => [
    { selector: `node[type = "${type}"][weight >= ${glyphWeight}]`, style: { 'background-image': images.plain[type] } },
    { selector: `node[type = "${type}"].pinned`, style: { 'background-image': images.plainPin[type] } },
    { selector: `node[type = "${type}"].focus`, style: { 'background-image': images.middle[type] } },
  ]),
  { selector: 'node.focus.pinned', style: { 'background-image': images.middlePin } },
];

const statuses = (palette: Palette): StyleRule[] => [
  { selector: 'edge[status = "announced"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
  { selector: 'edge[status = "rumoured"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [1.5, 4], 'line-cap': 'round' } },
  {
    selector: 'edge[status = "denied"]',
    style: {
      'line-opacity': 0.45,
      'mid-target-arrow-shape': 'tee',
      'mid-target-arrow-color': palette['ink-3'],
    },
  },
  { selector: 'edge[status = "ended"]', style: { 'line-color': palette['line-strong'], 'target-arrow-color': palette['line-strong'] } },
];

const links = (palette: Palette): StyleRule[] => [
  {
    selector: 'edge',
    style: {
      'curve-style': 'haystack',
      'haystack-radius': 0,
      'line-color': palette['link-weak'],
      width: fromData('width'),
      'overlay-opacity': 0,
      'z-index': 1,
    },
  },
  {
    selector: 'edge[kind = "relation"]',
    style: {
      'curve-style': 'straight',
      'line-color': palette.link,
      'target-arrow-color': palette.link,
      'source-arrow-color': palette.link,
      'arrow-scale': 0.75,
      'target-distance-from-node': 2,
      'source-distance-from-node': 2,
      'z-index': 2,
    },
  },
  { selector: 'edge[arrow = "one"], edge[arrow = "both"]', style: { 'target-arrow-shape': 'triangle' } },
  { selector: 'edge[arrow = "both"]', style: { 'source-arrow-shape': 'triangle' } },
  ...statuses(palette),
];

const states = (palette: Palette): StyleRule[] => [
  {
    selector: 'node.focus',
    style: { 'outline-width': 2, 'outline-offset': 4, 'outline-opacity': 1, 'border-width': 0, 'z-index': 20 },
  },
  { selector: '.back', style: { opacity: backOpacity } },
  { selector: '.faded, .unlike', style: { opacity: fadedOpacity } },
  {
    selector: 'edge.selected, edge.pointed, edge.cursor',
    style: {
      'line-color': palette.accent,
      'target-arrow-color': palette.accent,
      'source-arrow-color': palette.accent,
      'line-opacity': 1,
      'z-index': 5,
    },
  },
  { selector: 'edge.selected, edge.cursor', style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.18, 'underlay-padding': 4 } },
  {
    selector: 'node.selected',
    style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.2, 'underlay-padding': 7, 'underlay-shape': 'ellipse', 'z-index': 18 },
  },
  {
    selector: 'node.cursor',
    style: {
      'outline-width': 3,
      'outline-offset': 5,
      'outline-opacity': 1,
      'outline-color': palette.accent,
      'outline-style': 'solid',
      'z-index': 25,
    },
  },
];

/**
 * The look of nodes and links in these colours; labels are painted apart. Nodes carry no signs until there are images of
 * them. Sizes and widths come from the elements' data by `mapData`.
 */
export const stylesheetFor = (palette: Palette, images: GlyphImages | null): StyleRule[] => [
  {
    selector: 'core',
    style: {
      'active-bg-opacity': 0,
      'selection-box-color': palette.accent,
      'selection-box-opacity': 0.08,
      'selection-box-border-color': palette.accent,
      'selection-box-border-width': 1,
    },
  },
  {
    selector: 'node',
    style: {
      'border-width': fromData('rim'),
      'overlay-opacity': 0,
      'background-image-containment': 'over',
      'background-fit': 'none',
      'background-width': '54%',
      'background-height': '54%',
      'z-index': 10,
    },
  },
  ...nodesOfTypes(palette),
  ...(images ? signs(images) : []),
  ...links(palette),
  ...states(palette),
];
