import type { Point } from '../../../shared/views.ts';
import type { HistogramUnit } from '../../../shared/views-activity.ts';
import type { Arrangement } from '../../../shared/views-layout.ts';
import { byWeight, Cells, cell } from './cells.ts';
import { barsFor } from './histogram.ts';
import type { Placed, PlaceOptions } from './positions.ts';

/** More stretches of time than this are not told apart. */
const stretchesMost = 24;
/** The width of a stretch in which nothing was first seen. */
const emptyWidth = 60;
const fewestRows = 3;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const labelOf = (unit: HistogramUnit, from: string): string => {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${year}`;
    case 'month':
      return `${months[month - 1]} ${year}`;
    default:
      return `${Number(from.slice(8, 10))} ${months[month - 1]} ${year}`;
  }
};

type Dated = Placed & { first: string | null };

/** A stretch of time with the nodes first seen in it, earliest first. */
interface Stretch {
  label: string;
  nodes: readonly Dated[];
}

const byFirst = (left: Dated, right: Dated): number =>
  (left.first ?? '') < (right.first ?? '') ? -1 : (left.first ?? '') > (right.first ?? '') ? 1 : byWeight(left, right);

const dayOf = ({ first }: Dated): string | null => {
  const day = first?.slice(0, 10) ?? null;
  return day === null || Number.isNaN(Date.parse(day)) ? null : day;
};

const stretchesOf = (nodes: readonly Dated[]): Stretch[] => {
  const dated = nodes.filter((node) => dayOf(node) !== null).sort(byFirst);
  const undated = nodes.filter((node) => dayOf(node) === null).sort(byWeight);
  const [first, last] = [dated[0], dated.at(-1)].map((node) => (node === undefined ? null : dayOf(node)));
  const before = undated.length === 0 ? [] : [{ label: 'No date', nodes: undated }];
  if (typeof first !== 'string' || typeof last !== 'string') return before;
  const { unit, froms, barOf } = barsFor(first, last, stretchesMost);
  const members = froms.map((): Dated[] => []);
  for (const node of dated) members[barOf(dayOf(node) ?? first)]?.push(node);
  return [...before, ...froms.map((from, number) => ({ label: labelOf(unit, from), nodes: members[number] ?? [] }))];
};

/** Places above each other, from the middle outwards. */
function* columnAt(x: number): Generator<Point> {
  for (let at = 0; ; at += 1) yield { x, y: (at % 2 === 0 ? at / 2 : -(at + 1) / 2) * cell.height };
}

/**
 * Nodes from left to right by when they were first seen: nobody stands left of an earlier one. Time is stretched where much
 * happened, as the ticks show. Nodes without a date come before all others. Nodes in `fixed` stay where they are.
 */
export const timeline = (nodes: readonly Dated[], { fixed = {} }: PlaceOptions): Arrangement => {
  const cells = new Cells(nodes, fixed);
  const free = nodes.filter(({ id }) => !cells.has(id));
  const stretches = stretchesOf(free);
  const rows = Math.max(fewestRows, Math.ceil(Math.sqrt(free.length / 2)));
  const columnsOf = (stretch: Stretch): number => Math.ceil(stretch.nodes.length / rows);
  const widthOf = (stretch: Stretch): number => Math.max(emptyWidth, columnsOf(stretch) * cell.width);
  let x = Math.round(-stretches.reduce((sum, stretch) => sum + widthOf(stretch), 0) / 2);
  const axis: Arrangement['axis'] = [];
  for (const stretch of stretches) {
    axis.push({ x, label: stretch.label });
    for (let column = 0; column < columnsOf(stretch); column += 1) {
      const members = stretch.nodes.slice(column * rows, (column + 1) * rows).sort(byWeight);
      for (const { id } of members) cells.put(id, columnAt(x + (column + 0.5) * cell.width));
    }
    x += widthOf(stretch);
  }
  return { positions: cells.positions, axis };
};
