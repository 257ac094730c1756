import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Box } from '../drawing/camera.ts';
import type { Drawing, DrawnLink, DrawnNode } from '../drawing/elements.ts';
import { bareLine, boxBeside, labelPx, labelSides, lineHeight, linkLabelPx, placeLabels } from '../drawing/labels.ts';
import type { Palette } from '../drawing/palette.ts';
import { reachOf } from '../drawing/shapes.ts';
import { labelsOf } from '../drawing/wishes.ts';
import { num, outlineOf, rimTowards } from './outlines.ts';
import type { Group, Mark, ShapeMark } from './picture.ts';
import type { SignPaths } from './signs.ts';

/** Nodes, links and names as the canvas draws them (drawing/stylesheet.ts), as groups of marks in px at a zoom, without the pan. */

export interface Brush {
  zoom: number;
  palette: Palette;
  signs: SignPaths;
  /** Width of a text in px. */
  width: (text: string, px: number) => number;
}

/** px between an arrow and the node that it points at, at zoom 1; between the ring and the node in the middle. */
const arrowGap = 2;
const ringGap = 4;
const ringWidth = 2;
/** From this weight on a node carries its type's sign; the sign's part of it. */
const signWeight = 0.3;
const signPart = 0.54;

const scaled = ({ x, y }: Point, zoom: number): Point => ({ x: x * zoom, y: y * zoom });
const around = (points: readonly Point[], by = 0): Box => ({
  x1: Math.min(...points.map(({ x }) => x)) - by,
  x2: Math.max(...points.map(({ x }) => x)) + by,
  y1: Math.min(...points.map(({ y }) => y)) - by,
  y2: Math.max(...points.map(({ y }) => y)) + by,
});

/** A node as it is drawn at a zoom. */
const zoomed = (node: DrawnNode, zoom: number) => ({ type: node.type, size: node.size * zoom });

const nodeGroup = (node: DrawnNode, { zoom, palette, signs }: Brush): Group => {
  const at = scaled(node, zoom);
  const body = zoomed(node, zoom);
  const reach = reachOf(body);
  const colour = palette[node.type];
  const marks: Mark[] = node.focus
    ? [
        { kind: 'shape', path: outlineOf(body, at, (ringGap + ringWidth / 2) * zoom), stroke: colour, width: ringWidth * zoom },
        { kind: 'shape', path: outlineOf(body, at), fill: colour },
      ]
    : [{ kind: 'shape', path: outlineOf(body, at), fill: palette[`${node.type}-soft`], stroke: colour, width: node.rim * zoom }];
  if (node.weight >= signWeight || node.focus || node.pinned) {
    const side = 2 * Math.min(reach.x, reach.y) * signPart;
    marks.push({
      kind: 'shape',
      path: signs[node.pinned ? 'pin' : node.type],
      stroke: node.focus ? palette.paper : colour,
      width: 2,
      round: true,
      at: { x: at.x - side / 2, y: at.y - side / 2, scale: side / 24 },
    });
  }
  const by = node.focus ? (ringGap + ringWidth) * zoom : node.rim * zoom;
  return {
    what: 'node',
    id: node.id,
    title: node.name,
    marks,
    box: around(
      [
        { x: at.x - reach.x, y: at.y - reach.y },
        { x: at.x + reach.x, y: at.y + reach.y },
      ],
      by,
    ),
  };
};

/** Length and half the width of an arrow head at zoom 1, as Cytoscape has it at a scale of 0.75. */
const headOf = (width: number): { length: number; half: number } => {
  const size = Math.max((width * 13.37) ** 0.9, 29) * 0.75;
  return { length: 0.3 * size, half: 0.15 * size };
};

const triangle = (tip: Point, toward: Point, { length, half }: ReturnType<typeof headOf>): string => {
  const far = Math.hypot(toward.x - tip.x, toward.y - tip.y) || 1;
  const [dx, dy] = [(toward.x - tip.x) / far, (toward.y - tip.y) / far];
  const base = { x: tip.x + dx * length, y: tip.y + dy * length };
  return `M${num(tip.x)} ${num(tip.y)}L${num(base.x - dy * half)} ${num(base.y + dx * half)}L${num(base.x + dy * half)} ${num(base.y - dx * half)}Z`;
};

/** How lines of a status are drawn. */
export const lineLook = (status: DrawnLink['status'], zoom: number): Pick<ShapeMark, 'dash' | 'round' | 'opacity'> => {
  if (status === 'announced') return { dash: [7 * zoom, 4 * zoom] };
  if (status === 'rumoured') return { dash: [1.5 * zoom, 4 * zoom], round: true };
  return status === 'denied' ? { opacity: 0.45 } : {};
};

const linkGroup = (link: DrawnLink, source: DrawnNode, target: DrawnNode, { zoom, palette }: Brush): Group => {
  const width = link.width * zoom;
  const [from, to] = [scaled(source, zoom), scaled(target, zoom)];
  const title = `${source.name} – ${target.name}${link.label === '' ? '' : `: ${link.label}`}`;
  const box = around([from, to], width);
  if (link.kind !== 'relation') {
    const path = `M${num(from.x)} ${num(from.y)}L${num(to.x)} ${num(to.y)}`;
    return { what: 'link', id: link.id, title, marks: [{ kind: 'shape', path, stroke: palette['link-weak'], width }], box };
  }
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const on = (along: number): Point => ({ x: from.x + ((to.x - from.x) * along) / far, y: from.y + ((to.y - from.y) * along) / far });
  const start = rimTowards(zoomed(source, zoom), from, to) + arrowGap * zoom;
  const end = far - rimTowards(zoomed(target, zoom), to, from) - arrowGap * zoom;
  const head = headOf(link.width);
  const drawn = { length: head.length * zoom, half: head.half * zoom };
  const colour = link.status === 'ended' ? palette['line-strong'] : palette.link;
  // the line ends inside the head, whose tip it would blunt
  const [first, last] = [
    on(link.arrow === 'both' ? start + drawn.length / 2 : start),
    on(link.arrow === 'none' ? end : end - drawn.length / 2),
  ];
  const marks: Mark[] = [];
  if (end > start) {
    marks.push({
      kind: 'shape',
      path: `M${num(first.x)} ${num(first.y)}L${num(last.x)} ${num(last.y)}`,
      stroke: colour,
      width,
      ...lineLook(link.status, zoom),
    });
    if (link.arrow !== 'none') marks.push({ kind: 'shape', path: triangle(on(end), from, drawn), fill: colour });
    if (link.arrow === 'both') marks.push({ kind: 'shape', path: triangle(on(start), to, drawn), fill: colour });
    if (link.status === 'denied') {
      const middle = on((start + end) / 2);
      const [dx, dy] = [((to.y - from.y) / far) * drawn.half, ((from.x - to.x) / far) * drawn.half];
      const path = `M${num(middle.x - dx)} ${num(middle.y - dy)}L${num(middle.x + dx)} ${num(middle.y + dy)}`;
      marks.push({ kind: 'shape', path, stroke: palette['ink-3'], width: (drawn.length * 2) / 6 });
    }
  }
  return { what: 'link', id: link.id, title, marks, box };
};

const verbGroup = (link: DrawnLink, source: DrawnNode, target: DrawnNode, { zoom, palette, width }: Brush): Group => {
  const radius = (node: DrawnNode) => Math.max(reachOf(node).x, reachOf(node).y) * zoom;
  const { from, to } = bareLine(scaled(source, zoom), radius(source), scaled(target, zoom), radius(target));
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const slope = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  // never upside down
  const angle = Math.abs(slope) > 90 ? slope + 180 : slope;
  const half = width(link.label, linkLabelPx) / 2;
  const style = { px: linkLabelPx, weight: 450, colour: palette['ink-2'], halo: palette.paper, angle };
  return {
    what: 'label',
    id: link.id,
    title: '',
    marks: [{ kind: 'text', text: link.label, x, y, ...style }],
    box: around([{ x, y }], half),
  };
};

const nameGroup = (node: DrawnNode, side: (typeof labelSides)[number], { zoom, palette, width }: Brush): Group => {
  const lines = node.label.split('\n');
  const wide = Math.max(...lines.map((line) => width(line, labelPx))) * (node.focus ? 1.06 : 1);
  const box = boxBeside(side, scaled(node, zoom), scaled(reachOf(node), zoom), wide, lines.length);
  const marks = lines.map(
    (text, at): Mark => ({
      kind: 'text',
      text,
      x: (box.x1 + box.x2) / 2,
      y: box.y1 + labelPx * lineHeight * (at + 0.5),
      px: labelPx,
      weight: node.focus ? 650 : 450,
      colour: palette.ink,
      halo: palette.paper,
    }),
  );
  return { what: 'label', id: node.id, title: '', marks, box };
};

/** All of a drawing from the undermost on; `attended` is named in any case. */
export const groupsOf = (drawing: Drawing, brush: Brush, attended: ReadonlySet<string> = new Set()): Group[] => {
  const { zoom, width } = brush;
  const ends = (link: DrawnLink) => [drawing.nodes.get(link.source), drawing.nodes.get(link.target)] as const;
  const drawn = (links: readonly DrawnLink[]): Group[] =>
    links.flatMap((link) => {
      const [source, target] = ends(link);
      return source && target ? [linkGroup(link, source, target, brush)] : [];
    });
  const links = [...drawing.links.values()];
  const nodes = [...drawing.nodes.values()];
  const labels = labelsOf(drawing, zoom, { on: attended, near: new Set() }, width);
  const places = placeLabels<NodeId | LinkId>([...labels.nodes, ...labels.links], labels.obstacles);
  return [
    ...drawn(links.filter(({ kind }) => kind !== 'relation')),
    ...drawn(links.filter(({ kind }) => kind === 'relation')),
    ...[...nodes.filter(({ focus }) => !focus), ...nodes.filter(({ focus }) => focus)].map((node) => nodeGroup(node, brush)),
    ...links.flatMap((link) => {
      const [source, target] = ends(link);
      return source && target && places.has(link.id) ? [verbGroup(link, source, target, brush)] : [];
    }),
    ...nodes.flatMap((node) => {
      const place = places.get(node.id);
      return place === undefined ? [] : [nameGroup(node, labelSides[place] ?? 'below', brush)];
    }),
  ];
};
