import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../shared/model.ts';
import { relationStatuses } from '../../../shared/relations.ts';
import { type Glyphs, glyphImages } from './glyphs.ts';
import { type Palette, paletteTokens } from './palette.ts';
import { stylesheetFor } from './stylesheet.ts';

/** Every token a colour of its own, so that each can be told in the sheet. */
const palette = Object.fromEntries(paletteTokens.map((token, at) => [token, `rgb(${at + 1}, 0, 0)`])) as unknown as Palette;
const glyphs = Object.fromEntries(
  [...nodeTypes, 'pin'].map((name) => [name, `<svg stroke="currentColor" id="${name}"/>`]),
) as unknown as Glyphs;
const sheet = stylesheetFor(palette, await glyphImages(glyphs, palette));
const rule = (selector: string) => sheet.find((each) => each.selector === selector)?.style;

describe('the look of the canvas', () => {
  test('tells types apart by colour and by shape', () => {
    const looks = nodeTypes.map((type) => rule(`node[type = "${type}"]`));
    expect(new Set(looks.map((look) => look?.shape)).size).toBe(nodeTypes.length);
    expect(new Set(looks.map((look) => look?.['border-color'])).size).toBe(nodeTypes.length);
  });

  test('takes every colour from the tokens', () => {
    const known = new Set<unknown>(Object.values(palette));
    const colours = sheet.flatMap(({ style }) => Object.entries(style).filter(([name]) => name.endsWith('color')));
    expect(colours.length).toBeGreaterThan(20);
    for (const [name, value] of colours) expect(known.has(value), `${name}: ${String(value)}`).toBe(true);
  });

  test('has a line for every status that is more than stated', () => {
    const plain = new Set(['stated', 'completed']);
    for (const status of relationStatuses) expect(rule(`edge[status = "${status}"]`) !== undefined).toBe(!plain.has(status));
  });

  test('draws signs in their colour, as images that hold no markup of others', () => {
    const image = String(rule('node[type = "person"][weight >= 0.3]')?.['background-image']);
    expect(decodeURIComponent(image)).toContain(`<svg stroke="${palette.person}" id="person"/>`);
    expect(image).not.toMatch(/[<>"]/);
  });

  test('reads sizes from the data as they are', () => {
    expect(rule('node[type = "company"]')?.width).toBe('mapData(size, 0, 100, 0, 100)');
    expect(rule('edge')?.width).toBe('mapData(width, 0, 100, 0, 100)');
  });
});
