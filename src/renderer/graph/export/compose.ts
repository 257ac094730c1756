import type { BoardNote } from '../../../shared/board.ts';
import type { Area } from '../communities/areas.ts';
import type { Box, Fit } from '../drawing/camera.ts';
import type { Drawing } from '../drawing/elements.ts';
import { overlap } from '../drawing/labels.ts';
import { areaGroups, axisGroups, legendGroup, noteGroups } from './around.ts';
import { type Brush, groupsOf } from './draw.ts';
import type { Group, Picture } from './picture.ts';

export interface Pictured {
  title: string;
  drawing: Drawing;
  fit: Pick<Fit, 'x' | 'y'>;
  notes: readonly BoardNote[];
  axis: readonly { x: number; label: string }[];
  /** The grounds under communities, and how far they reach around their members. */
  areas: readonly Area[];
  reach: number;
  /** What is named in any case: the selected. */
  attended: ReadonlySet<string>;
  /** A frame in px at the brush's zoom, without the pan; null for all of the map. */
  frame: Box | null;
  legend: boolean;
}

/** px around a whole map, and above the dates of a timeline. */
const margin = 28;
/** A picture is at least so wide, for the legend. */
const widthLeast = 360;

const whole = (groups: readonly Group[]): Box => {
  if (groups.length === 0) return { x1: 0, y1: 0, x2: widthLeast, y2: widthLeast / 2 };
  const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const { box: each } of groups) {
    box.x1 = Math.min(box.x1, each.x1);
    box.y1 = Math.min(box.y1, each.y1);
    box.x2 = Math.max(box.x2, each.x2);
    box.y2 = Math.max(box.y2, each.y2);
  }
  const short = Math.max(0, widthLeast - (box.x2 - box.x1) - 2 * margin) / 2;
  return { x1: box.x1 - margin - short, y1: box.y1 - margin, x2: box.x2 + margin + short, y2: box.y2 + margin };
};

/** The map as a picture: all of it, or what lies in a frame. */
export const pictureOf = ({ title, drawing, fit, notes, axis, areas, reach, attended, frame, legend }: Pictured, brush: Brush): Picture => {
  const map = groupsOf(drawing, brush, attended);
  const body = [...areaGroups(areas, drawing, reach, map, brush), ...map, ...noteGroups(notes, fit, brush)];
  const shown = frame ?? whole(body);
  const ticks = axisGroups(axis, fit, shown, brush);
  const seen = [...ticks, ...body].filter(({ box }) => frame === null || overlap(box, frame));
  const key = legend ? legendGroup(drawing, shown, brush) : null;
  // what a frame cuts must not run into the legend
  const ground = {
    kind: 'shape',
    path: `M${shown.x1} ${shown.y2}H${shown.x2}V${key?.box.y2 ?? shown.y2}H${shown.x1}Z`,
    fill: brush.palette.paper,
  } as const;
  const groups = key === null ? seen : [...seen, { ...key, marks: [ground, ...key.marks] }];
  return {
    title,
    x: shown.x1,
    y: shown.y1,
    width: Math.ceil(shown.x2 - shown.x1),
    height: Math.ceil((key?.box.y2 ?? shown.y2) - shown.y1),
    ground: brush.palette.paper,
    groups,
  };
};
