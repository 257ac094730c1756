import type { NodeType } from '../../../shared/model.ts';
import { nodeTypes } from '../../../shared/model.ts';
import type { Palette } from './palette.ts';

/** Markup of the signs that nodes carry, stroked in `currentColor`. */
export type Glyphs = Readonly<Record<NodeType | 'pin', string>>;

/** The address of an image for each sign that a node can carry: in its type's colour, and in the ground's on a node in the middle. */
export interface GlyphImages {
  plain: Readonly<Record<NodeType, string>>;
  plainPin: Readonly<Record<NodeType, string>>;
  middle: Readonly<Record<NodeType, string>>;
  middlePin: string;
}

const coloured = (markup: string, colour: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(markup.replaceAll('currentColor', colour))}`;

/** All signs in the colours of a palette; `painted` turns the address of each into that of what is to be drawn. */
export const glyphImages = async (
  glyphs: Glyphs,
  palette: Palette,
  painted: (address: string) => Promise<string> = async (address) => address,
): Promise<GlyphImages> => {
  const byType = async (address: (type: NodeType) => string) => {
    const images = await Promise.all(nodeTypes.map(async (type) => [type, await painted(address(type))] as const));
    return Object.fromEntries(images) as Record<NodeType, string>;
  };
  const [plain, plainPin, middle, middlePin] = await Promise.all([
    byType((type) => coloured(glyphs[type], palette[type])),
    byType((type) => coloured(glyphs.pin, palette[type])),
    byType((type) => coloured(glyphs[type], palette.paper)),
    painted(coloured(glyphs.pin, palette.paper)),
  ]);
  return { plain, plainPin, middle, middlePin };
};
