import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { nodeTypes } from '../../../shared/model.ts';
import type { GraphNode } from '../../../shared/views.ts';
import { asPlaced } from '../drawing/camera.ts';
import { drawingOf } from '../drawing/elements.ts';
import { graphLink, graphNode, nodeId, relation } from '../drawing/fixtures.ts';
import { type Palette, paletteTokens } from '../drawing/palette.ts';
import { wrapped } from './around.ts';
import { type Pictured, pictureOf } from './compose.ts';
import { rimTowards } from './outlines.ts';
import { svgOf } from './svg.ts';

const palette = Object.fromEntries(paletteTokens.map((token, at) => [token, `rgb(${at}, 0, 0)`])) as Palette;
const signs = Object.fromEntries([...nodeTypes, 'pin'].map((name) => [name, 'M0 0h24'])) as Parameters<typeof pictureOf>[1]['signs'];
const width = (text: string, px: number): number => text.length * px * 0.55;
const brush = { zoom: 1, palette, signs, width };

const nodes = nodeTypes.map((type, at) => graphNode(at + 1, { type, name: `${type} & <${at}>`, weight: at / 5 }));
const at = (index: number): GraphNode['id'] => nodes[index]?.id ?? nodeId(0);
const links = [
  graphLink(at(0), at(1), { relations: [relation(at(0), at(1))] }),
  graphLink(at(1), at(2), { relations: [relation(at(1), at(2), { kind: 'partners_with', status: 'rumoured' })] }),
  graphLink(at(0), at(2), { relations: [relation(at(0), at(2), { status: 'denied' }), relation(at(2), at(0))] }),
  graphLink(at(3), at(4)),
];
const board = {
  nodes,
  links,
  positions: Object.fromEntries(nodes.map(({ id }, index) => [id, { x: 200 * Math.cos(index), y: 200 * Math.sin(index) }])),
  focus: at(0),
  pinned: new Set([at(2)]),
};
const pictured = (part: Partial<Pictured> = {}): Pictured => ({
  title: 'A board & more',
  drawing: drawingOf(board),
  fit: asPlaced,
  notes: [{ id: 'n', text: 'A note\nof two lines', x: 500, y: 0 }],
  axis: [],
  areas: [],
  reach: 20,
  attended: new Set(),
  frame: null,
  legend: true,
  ...part,
});

const parsed = (text: string) => new DOMParser().parseFromString(text, 'text/xml');

describe('a picture of a map', () => {
  it('has every node and link of the drawing, and their names', () => {
    const { drawing } = pictured();
    const document = parsed(svgOf(pictureOf(pictured(), brush)));
    const ids = (what: string) => [...document.querySelectorAll(`g.${what}`)].map((group) => group.getAttribute('data-id'));
    expect(ids('node').sort()).toEqual([...drawing.nodes.keys()].sort());
    expect(ids('link').sort()).toEqual([...drawing.links.keys()].sort());
    const titles = [...document.querySelectorAll('g.node > title')].map((title) => title.textContent);
    expect(titles.sort()).toEqual(nodes.map(({ name }) => name).sort());
    const written = [...document.querySelectorAll('g.label text')].map((text) => text.textContent);
    for (const { label } of drawing.nodes.values()) for (const line of label.split('\n')) expect(written).toContain(line);
    expect(written).toContain('acquired');
    expect([...document.querySelectorAll('g.note text')].map((text) => text.textContent)).toEqual(['A note', 'of two lines']);
  });

  it('holds all that it shows within its bounds', () => {
    const picture = pictureOf(pictured(), brush);
    for (const { box } of picture.groups) {
      expect(box.x1).toBeGreaterThanOrEqual(picture.x);
      expect(box.y1).toBeGreaterThanOrEqual(picture.y);
      expect(box.x2).toBeLessThanOrEqual(picture.x + picture.width);
      expect(box.y2).toBeLessThanOrEqual(picture.y + picture.height);
    }
  });

  it('of what is in view leaves out what is not', () => {
    const { x = 0, y = 0 } = board.positions[at(0)] ?? {};
    const frame = { x1: x - 30, x2: x + 30, y1: y - 30, y2: y + 30 };
    const picture = pictureOf(pictured({ frame, legend: false }), brush);
    expect([picture.width, picture.height]).toEqual([60, 60]);
    expect(picture.groups.filter(({ what }) => what === 'node').map(({ id }) => id)).toEqual([at(0)]);
  });

  it('explains in its legend what there is, and nothing else', () => {
    const legend = pictureOf(pictured(), brush).groups.find(({ what }) => what === 'legend');
    expect(legend?.title).toBe(
      'Legend: Company 1, Organization 1, Person 1, Place 1, Product 1, Story 1, stated, rumoured, denied, named together',
    );
    expect(pictureOf(pictured({ legend: false }), brush).groups.some(({ what }) => what === 'legend')).toBe(false);
  });

  it('draws an arrow where a relation goes, at both ends where it goes both ways, and none where it has no direction', () => {
    const { groups } = pictureOf(pictured(), brush);
    const heads = links.map(
      ({ id }) =>
        groups.find((group) => group.what === 'link' && group.id === id)?.marks.filter((mark) => mark.kind === 'shape' && mark.fill).length,
    );
    expect(heads).toEqual([1, 0, 2, 0]);
  });

  it('of an empty map is an empty picture', () => {
    const empty = pictureOf(pictured({ drawing: { nodes: new Map(), links: new Map() }, notes: [] }), brush);
    expect(empty.groups).toEqual([]);
    expect(parsed(svgOf(empty)).querySelectorAll('rect')).toHaveLength(1);
  });

  it('is well-formed whatever things are called', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</svg>', ']]>', '"><script>', '&amp;', '\u0000', '\ud800'));
    fc.assert(
      fc.property(hostile, (name) => {
        const named = { ...board, nodes: nodes.map((node, index) => (index === 0 ? { ...node, name } : node)) };
        const text = svgOf(pictureOf(pictured({ drawing: drawingOf(named), title: name }), brush));
        expect(text).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;|#\d+;)/);
        expect(parsed(text).querySelectorAll('g.node')).toHaveLength(nodes.length);
        expect(text.match(/<\/svg>/g)).toHaveLength(1);
      }),
    );
  });
});

describe('rims', () => {
  it.each(nodeTypes)('of a %s lie between its middle and its corners, all around', (type) => {
    const node = { type, size: 40 };
    for (let angle = 0; angle < 360; angle += 7) {
      const toward = { x: Math.cos((angle * Math.PI) / 180), y: Math.sin((angle * Math.PI) / 180) };
      const rim = rimTowards(node, { x: 0, y: 0 }, toward);
      expect(rim).toBeGreaterThan(10);
      expect(rim).toBeLessThanOrEqual(30);
    }
  });
});

describe('notes', () => {
  it('break into lines that fit, and lose no word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 3, max: 30 }), (text, most) => {
        const lines = wrapped(text, most, (part) => part.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
