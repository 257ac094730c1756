import type { BoardNote } from '../../../shared/board.ts';
import { type NodeId, type NodeType, nodeTypes } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { nodeTypeLabels } from '../../ui/types.ts';
import type { Area } from '../communities/areas.ts';
import type { Box, Fit } from '../drawing/camera.ts';
import type { Drawing, DrawnLink } from '../drawing/elements.ts';
import { labelPx, lineHeight, overlap } from '../drawing/labels.ts';
import { noteScale } from '../notes/places.ts';
import { type Brush, lineLook } from './draw.ts';
import { num, outlineOf } from './outlines.ts';
import type { Group, Mark } from './picture.ts';

/** What stands around nodes and links: notes, the ticks of a timeline, the legend. */

const noteWidth = 190;
const notePad = 10;

const rect = ({ x1, y1, x2, y2 }: Box, r: number): string =>
  `M${num(x1 + r)} ${num(y1)}H${num(x2 - r)}a${r} ${r} 0 0 1 ${r} ${r}V${num(y2 - r)}a${r} ${r} 0 0 1 -${r} ${r}H${num(x1 + r)}a${r} ${r} 0 0 1 -${r} -${r}V${num(y1 + r)}a${r} ${r} 0 0 1 ${r} -${r}Z`;

/** Text broken into lines of at most a width; words that are longer are broken too. */
export const wrapped = (text: string, most: number, width: (text: string) => number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (width(longer) <= most) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && width(line + letter) > most) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  });

/** The notes of a board at their places. */
export const noteGroups = (notes: readonly BoardNote[], fit: Pick<Fit, 'x' | 'y'>, { zoom, palette, width }: Brush): Group[] =>
  notes
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, text, x, y }) => {
      const scale = noteScale(zoom);
      const px = labelPx * scale;
      const high = px * 1.4;
      const lines = wrapped(text.trim(), (noteWidth - 2 * notePad) * scale, (part) => width(part, px));
      const [left, top] = [x * fit.x * zoom, y * fit.y * zoom];
      const box = { x1: left, y1: top, x2: left + noteWidth * scale, y2: top + lines.length * high + 2 * notePad * scale };
      const path = rect(box, 5);
      return {
        what: 'note',
        id,
        title: text,
        marks: [
          { kind: 'shape', path, fill: palette.surface },
          { kind: 'shape', path, fill: palette.found, opacity: 0.72 },
          { kind: 'shape', path, stroke: palette['line-strong'], width: 1 },
          ...lines.map(
            (line, at): Mark => ({
              kind: 'text',
              text: line,
              x: left + notePad * scale,
              y: top + notePad * scale + high * (at + 0.5),
              px,
              weight: 450,
              colour: palette.ink,
              from: 'start',
            }),
          ),
        ],
        box,
      };
    });

/** How strongly an area is tinted, and how its name is written: as under the map. */
const tint = 0.05;
const areaName = { px: 11, weight: 600 } as const;

/** The grounds under communities, each with its name where nothing else stands. */
export const areaGroups = (areas: readonly Area[], drawing: Drawing, reach: number, others: readonly Group[], brush: Brush): Group[] => {
  const { zoom, palette, width } = brush;
  const far = reach * zoom;
  const placeOf = (id: NodeId): Point[] => {
    const node = drawing.nodes.get(id);
    return node === undefined ? [] : [{ x: node.x * zoom, y: node.y * zoom }];
  };
  const taken = others.filter(({ what }) => what === 'node' || what === 'label').map(({ box }) => box);
  return areas.flatMap(({ island, edges, faces }): Group[] => {
    const places = island.members.flatMap(placeOf);
    const [top] = [...places].sort((a, b) => a.y - b.y);
    if (top === undefined) return [];
    const line = (from: Point, to: Point): string => `M${num(from.x)} ${num(from.y)}L${num(to.x)} ${num(to.y)}`;
    const strokes = edges.flatMap(([from, to]) => {
      const [a, b] = [...placeOf(from), ...placeOf(to)];
      return a && b ? [line(a, b)] : [];
    });
    const filled = faces.flatMap((face) => {
      const [a, b, c] = face.flatMap(placeOf);
      if (!a || !b || !c) return [];
      const middle = { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3 };
      return [a, b, c].map((corner) => line(middle, corner));
    });
    const marks: Mark[] = [
      { kind: 'shape', path: [...strokes, ...filled].join(''), stroke: palette.ink, width: 2 * far, round: true, opacity: tint },
    ];
    const words = `${island.name} · ${island.members.length}`;
    const half = width(words, areaName.px) / 2 + 4;
    const y = top.y - far - 3;
    const box = { x1: top.x - half, x2: top.x + half, y1: y - areaName.px - 4, y2: y + 2 };
    if (!taken.some((other) => overlap(box, other))) {
      taken.push(box);
      marks.push({ kind: 'text', text: words, x: top.x, y: y - areaName.px * 0.36, ...areaName, colour: palette['ink-3'] });
    }
    const [xs, ys] = [places.map(({ x }) => x), places.map((place) => place.y)];
    const ground = {
      x1: Math.min(...xs) - far,
      x2: Math.max(...xs) + far,
      y1: Math.min(...ys) - far - areaName.px - 6,
      y2: Math.max(...ys) + far,
    };
    return [{ what: 'area', id: island.head, title: `Community ${words}`, marks, box: ground }];
  });
};

/** px between the dates of two ticks, at least. */
const tickRoom = 56;

/** The ticks of a timeline over the height of a frame. */
export const axisGroups = (
  axis: readonly { x: number; label: string }[],
  fit: Pick<Fit, 'x'>,
  { y1, y2 }: Box,
  { zoom, palette }: Brush,
): Group[] => {
  let taken = -Infinity;
  return axis.map(({ x, label }) => {
    const at = x * fit.x * zoom;
    const roomy = at - taken >= tickRoom;
    if (roomy) taken = at;
    const line: Mark = { kind: 'shape', path: `M${num(at)} ${num(y1)}V${num(y2)}`, stroke: palette.line, width: 1 };
    const date: Mark = {
      kind: 'text',
      text: label,
      x: at + 5,
      y: y1 + 12,
      px: labelPx,
      weight: 450,
      colour: palette['ink-3'],
      from: 'start',
    };
    return { what: 'axis', id: label, title: label, marks: roomy ? [line, date] : [line], box: { x1: at, x2: at + tickRoom, y1, y2 } };
  });
};

const statusWords: Partial<Record<DrawnLink['status'], string>> = {
  announced: 'announced',
  rumoured: 'rumoured',
  denied: 'denied',
  ended: 'ended',
};

interface Entry {
  words: string;
  wide: number;
  marks: (x: number, y: number) => Mark[];
}

const entryGap = 22;
const rowHigh = 24;
const legendPad = 16;

/** What shapes and lines of a drawing mean, in rows under a frame; null for a drawing with nothing to explain. */
export const legendGroup = (drawing: Drawing, frame: Box, { palette, width }: Brush): Group | null => {
  const types = new Map<NodeType, number>();
  for (const { type } of drawing.nodes.values()) types.set(type, (types.get(type) ?? 0) + 1);
  const lines = [...drawing.links.values()];
  const statuses = new Set(lines.filter(({ kind }) => kind === 'relation').map(({ status }) => status));
  const text = (words: string, x: number, y: number): Mark => ({
    kind: 'text',
    text: words,
    x,
    y,
    px: labelPx,
    weight: 450,
    colour: palette['ink-2'],
    from: 'start',
  });
  const line = (words: string, status: DrawnLink['status'], colour: string, thick: number, arrow: boolean): Entry => ({
    words,
    wide: 34,
    marks: (x, y) => [
      { kind: 'shape', path: `M${num(x)} ${num(y)}h${arrow ? 22 : 26}`, stroke: colour, width: thick, ...lineLook(status, 1) },
      ...(arrow ? [{ kind: 'shape', path: `M${num(x + 27)} ${num(y)}l-6 -3.2v6.4Z`, fill: colour } as const] : []),
      ...(status === 'denied'
        ? [{ kind: 'shape', path: `M${num(x + 11)} ${num(y - 4)}v8`, stroke: palette['ink-3'], width: 1.5 } as const]
        : []),
    ],
  });
  const entries: Entry[] = [
    ...nodeTypes.flatMap((type): Entry[] => {
      const count = types.get(type);
      if (count === undefined) return [];
      const words = count === 1 ? nodeTypeLabels[type].one : nodeTypeLabels[type].many;
      const marks = (x: number, y: number): Mark[] => [
        {
          kind: 'shape',
          path: outlineOf({ type, size: 13 }, { x: x + 7, y }),
          fill: palette[`${type}-soft`],
          stroke: palette[type],
          width: 1.5,
        },
      ];
      return [{ words: `${words} ${count}`, wide: 20, marks }];
    }),
    ...(statuses.size > 0 ? [line('stated', 'stated', palette.link, 2, true)] : []),
    ...(Object.entries(statusWords) as [DrawnLink['status'], string][])
      .filter(([status]) => statuses.has(status))
      .map(([status, words]) => line(words, status, status === 'ended' ? palette['line-strong'] : palette.link, 2, true)),
    ...(lines.some(({ kind }) => kind !== 'relation') ? [line('named together', 'none', palette['link-weak'], 2, false)] : []),
  ];
  if (entries.length === 0) return null;
  const [left, right] = [frame.x1 + legendPad, frame.x2 - legendPad];
  let [x, row] = [left, 0];
  const marks = entries.flatMap((entry) => {
    const wide = entry.wide + width(entry.words, labelPx);
    if (x > left && x + wide > right) [x, row] = [left, row + 1];
    const y = frame.y2 + rowHigh * (row + 0.5);
    const drawn = [...entry.marks(x, y), text(entry.words, x + entry.wide, y)];
    x += wide + entryGap;
    return drawn;
  });
  const y2 = frame.y2 + rowHigh * (row + 1) + legendPad * (2 / 3);
  const rule: Mark = { kind: 'shape', path: `M${num(left)} ${num(frame.y2 - 2)}H${num(right)}`, stroke: palette.line, width: 1 };
  const title = `Legend: ${entries.map(({ words }) => words).join(', ')}`;
  return { what: 'legend', id: 'legend', title, marks: [rule, ...marks], box: { ...frame, y1: frame.y2 - lineHeight, y2 } };
};
