import type { Core, EventObject } from 'cytoscape';
import { type RefObject, useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { formatCount } from '../../ui/format.ts';
import { type LabelSpots, spotAt } from '../canvas/paintLabels.ts';
import type { Box } from '../drawing/camera.ts';
import type { Drawing } from '../drawing/elements.ts';
import { overlap } from '../drawing/labels.ts';
import type { Palette } from '../drawing/palette.ts';
import { type Area, areaAt, areaReach, type PlaceOf } from './areas.ts';
import styles from './CommunityAreas.module.css';

/** How strongly an area is tinted: there to be seen, and no more. */
const tint = 0.05;
const litTint = 0.11;

interface Props {
  cy: Core | null;
  palette: Palette | null;
  drawing: Drawing;
  areas: readonly Area[];
  /** How much larger than usual the map is drawn. */
  scale: number;
  /** The community that is meant; its area stands out. */
  lit: NodeId | null;
  onLit: (head: NodeId | null) => void;
  /** An area was double clicked. */
  onOpen: (head: NodeId) => void;
  /** Where names stand: they belong to their nodes, not to the area behind them. */
  spots: RefObject<LabelSpots>;
}

const placeIn =
  (cy: Core): PlaceOf =>
  (id) => {
    const node = cy.getElementById(id);
    return node.nonempty() ? node.position() : null;
  };

/**
 * One stroke as thick as the area reaches: where its lines cross, it is not tinted twice. Lines from the middle of what three members
 * enclose leave no hole in it.
 */
const outline = ({ edges, faces }: Area, placeOf: PlaceOf): Path2D => {
  const path = new Path2D();
  for (const [from, to] of edges) {
    const [a, b] = [placeOf(from), placeOf(to)];
    if (!a || !b) continue;
    path.moveTo(a.x, a.y);
    path.lineTo(b.x, b.y);
  }
  for (const face of faces) {
    const [a, b, c] = face.map(placeOf);
    if (!a || !b || !c) continue;
    for (const corner of [a, b, c]) {
      path.moveTo((a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3);
      path.lineTo(corner.x, corner.y);
    }
  }
  return path;
};

/** The boxes of all nodes, in px of the canvas. */
const bodiesIn = (cy: Core, drawing: Drawing): Box[] => {
  const placeOf = placeIn(cy);
  const zoom = cy.zoom();
  const pan = cy.pan();
  return [...drawing.nodes.values()].flatMap(({ id, size }) => {
    const place = placeOf(id);
    if (!place) return [];
    const [x, y, half] = [place.x * zoom + pan.x, place.y * zoom + pan.y, (size / 2) * zoom];
    return [{ x1: x - half, x2: x + half, y1: y - half, y2: y + half }];
  });
};

const nameFont = '"Inter Variable", sans-serif';
const nameSize = 11;

/** Where a name this wide could stand, best first: over an area, under it, beside it. */
const nameSpots = (places: readonly Point[], reach: number, half: number): Point[] => {
  const by = (most: (a: Point, b: Point) => boolean) =>
    places.reduce((found, each) => (most(each, found) ? each : found), places[0] ?? { x: 0, y: 0 });
  const [top, bottom] = [by((a, b) => a.y < b.y), by((a, b) => a.y > b.y)];
  const [left, right] = [by((a, b) => a.x < b.x), by((a, b) => a.x > b.x)];
  const line = reach * 0.4;
  return [
    { x: top.x, y: top.y - reach },
    { x: bottom.x, y: bottom.y + reach + line },
    { x: right.x + reach + half, y: right.y },
    { x: left.x - reach - half, y: left.y },
  ];
};

/** Writes the areas' names and sizes over them, each where nothing else stands: the row of communities has them all. */
const writeNames = (brush: CanvasRenderingContext2D, cy: Core, areas: readonly Area[], reach: number, taken: readonly Box[]): void => {
  const placeOf = placeIn(cy);
  const zoom = cy.zoom();
  const { x, y } = cy.pan();
  const written: Box[] = [...taken];
  for (const { island } of areas) {
    const places = island.members.flatMap((id) => placeOf(id) ?? []);
    const words = `${island.name} · ${formatCount(island.members.length)}`;
    const half = brush.measureText(words).width / 2 + 4;
    const boxOf = ({ x: middle, y: base }: Point): Box => ({ x1: middle - half, x2: middle + half, y1: base - nameSize - 3, y2: base + 4 });
    const spot = nameSpots(places, reach, half / zoom)
      .map((place) => ({ x: place.x * zoom + x, y: place.y * zoom + y }))
      .find((place) => {
        const box = boxOf(place);
        return box.x1 >= 0 && box.x2 <= cy.width() && written.every((other) => !overlap(box, other));
      });
    if (!spot) continue;
    written.push(boxOf(spot));
    brush.fillText(words, spot.x, spot.y);
  }
};

/** The ground under each community of the overview, beneath its nodes. The pointer that rests on it lights it, a double click opens it. */
export const CommunityAreas = ({ cy, palette, drawing, areas, scale, lit, onLit, onOpen, spots }: Props) => {
  const sheet = useRef<HTMLCanvasElement>(null);
  const handlers = useRef({ onLit, onOpen });
  useEffect(() => {
    handlers.current = { onLit, onOpen };
  });

  useEffect(() => {
    const canvas = sheet.current;
    const brush = canvas?.getContext('2d');
    if (!cy || !palette || !canvas || !brush) return;
    const paint = () => {
      const ratio = window.devicePixelRatio;
      const [width, height] = [Math.round(cy.width() * ratio), Math.round(cy.height() * ratio)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      brush.setTransform(1, 0, 0, 1, 0, 0);
      brush.clearRect(0, 0, width, height);
      const { x, y } = cy.pan();
      const zoom = cy.zoom() * ratio;
      brush.setTransform(zoom, 0, 0, zoom, x * ratio, y * ratio);
      brush.lineCap = 'round';
      brush.lineJoin = 'round';
      brush.lineWidth = 2 * areaReach * scale;
      const placeOf = placeIn(cy);
      for (const area of areas) {
        const stands = area.island.head === lit;
        brush.strokeStyle = stands ? palette.accent : palette.ink;
        brush.globalAlpha = stands ? litTint : tint;
        brush.stroke(outline(area, placeOf));
      }
      brush.setTransform(ratio, 0, 0, ratio, 0, 0);
      brush.globalAlpha = 1;
      brush.textAlign = 'center';
      brush.font = `600 ${nameSize}px ${nameFont}`;
      brush.fillStyle = palette['ink-3'];
      const bodies = bodiesIn(cy, drawing);
      writeNames(brush, cy, areas, areaReach * scale, [...bodies, ...spots.current.map(({ box }) => box)]);
    };
    paint();
    cy.on('render', paint);
    return () => void cy.off('render', paint);
  }, [cy, palette, drawing, areas, scale, lit, spots]);

  useEffect(() => {
    if (!cy) return;
    const under = (event: EventObject): NodeId | null => {
      if (event.target !== cy || spotAt(spots.current, event.renderedPosition)) return null;
      return areaAt(areas, event.position, placeIn(cy), areaReach * scale)?.island.head ?? null;
    };
    const opened = (event: EventObject) => {
      const head = under(event);
      if (head !== null) handlers.current.onOpen(head);
    };
    const moved = (event: EventObject) => handlers.current.onLit(under(event));
    const left = () => handlers.current.onLit(null);
    const element = cy.container();
    cy.on('dbltap', opened);
    cy.on('mousemove', moved);
    element?.addEventListener('mouseleave', left);
    return () => {
      left();
      cy.off('dbltap', opened);
      cy.off('mousemove', moved);
      element?.removeEventListener('mouseleave', left);
    };
  }, [cy, areas, scale, spots]);

  return <canvas ref={sheet} className={styles.sheet} data-areas={areas.length} data-lit={lit ?? ''} />;
};
