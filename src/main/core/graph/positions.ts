import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { type Box, roomFor, separate } from './boxes.ts';
import { randomFrom } from './random.ts';
import { moveToFree, Room } from './room.ts';
import type { Steps } from './steps.ts';

/** A node to be placed. */
export interface Placed {
  id: NodeId;
  name: string;
  /** 0..1: the drawn size follows it. */
  weight: number;
  community: number;
}

/** A line that draws its ends together. */
export interface Line {
  source: NodeId;
  target: NodeId;
  /** 0..1. */
  strength: number;
}

export interface PlaceOptions {
  /** Stands at 0, 0 where `fixed` has no place for any of the nodes. */
  focus?: NodeId | null;
  /** Nodes that stay where they are. */
  fixed?: Readonly<Partial<Record<NodeId, Point>>>;
}

interface Body extends Box, SimulationNodeDatum {
  id: NodeId;
  x: number;
  y: number;
}

/** Panes are wider than high. */
const aspect = 1.3;
const seed = 7;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const settlePasses = 80;
/** Beyond this many nodes the layout is coarser, so that it stays quick. */
const fineNodes = 300;
/** Sweeps of the simulation by number of nodes: measured, small slices look settled after 75, large ones after 60. */
const ticksFor = (nodes: number): number => (nodes <= 60 ? 75 : nodes <= 160 ? 80 : nodes <= fineNodes ? 60 : 40);

/** Given places stay; the middle is the focus's only while nothing else has a place. */
const givenPlaces = (nodes: readonly Placed[], { focus = null, fixed = {} }: PlaceOptions): ReadonlyMap<NodeId, Point> => {
  const given = new Map<NodeId, Point>();
  for (const { id } of nodes) {
    const at = fixed[id];
    if (at !== undefined) given.set(id, { x: at.x, y: at.y });
  }
  if (given.size === 0 && nodes.some(({ id }) => id === focus) && focus !== null) given.set(focus, { x: 0, y: 0 });
  return given;
};

/** Where a node starts: around the middle by community and importance, or near the placed nodes that it is linked with. */
const startingPoints = (nodes: readonly Placed[], lines: readonly Line[], given: ReadonlyMap<NodeId, Point>): Map<NodeId, Point> => {
  const starts = new Map(given);
  const [only] = given.values();
  const middle = given.size === 1 && only !== undefined ? only : { x: 0, y: 0 };
  const anchors = new Map<NodeId, { x: number; y: number; weight: number }>();
  const attract = (id: NodeId, to: NodeId, strength: number): void => {
    const at = given.get(to);
    if (given.size < 2 || at === undefined || given.has(id)) return;
    const sum = anchors.get(id) ?? { x: 0, y: 0, weight: 0 };
    const weight = 0.01 + strength * strength;
    anchors.set(id, { x: sum.x + at.x * weight, y: sum.y + at.y * weight, weight: sum.weight + weight });
  };
  for (const { source, target, strength } of lines) {
    attract(source, target, strength);
    attract(target, source, strength);
  }
  const free = nodes
    .filter(({ id }) => !starts.has(id))
    .sort((left, right) => left.community - right.community || right.weight - left.weight || (left.id < right.id ? -1 : 1));
  for (const [index, { id, weight }] of free.entries()) {
    const anchor = anchors.get(id);
    if (anchor !== undefined) {
      const angle = index * goldenAngle;
      const away = 70 + 6 * index;
      starts.set(id, {
        x: anchor.x / anchor.weight + aspect * away * Math.cos(angle),
        y: anchor.y / anchor.weight + away * Math.sin(angle),
      });
    } else {
      // Communities side by side around the middle, the important nearer to it.
      const angle = (2 * Math.PI * (index + 0.5)) / free.length - Math.PI / 2;
      const radius = (1.25 - 0.6 * weight) * (60 + 30 * Math.sqrt(free.length));
      starts.set(id, { x: middle.x + aspect * radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) });
    }
  }
  return starts;
};

/** Sweeps until no two boxes overlap; what is jammed between others after that gets the nearest free spot. */
function* settle(boxes: readonly Box[]): Steps<void> {
  const passes = boxes.length <= fineNodes ? settlePasses : settlePasses / 2;
  for (let pass = 0; pass < passes; pass += 1) {
    if (separate(boxes, pass < 20 ? 0.6 : 1.02) === 0) return;
    yield;
  }
  const room = new Room(boxes);
  for (const box of boxes) {
    if (box.frozen) continue;
    room.remove(box);
    moveToFree(room, box, aspect);
    room.add(box);
    yield;
  }
}

function* simulate(bodies: Body[], lines: readonly Line[], focus: Body | null): Steps<void> {
  const links: (SimulationLinkDatum<Body> & { strength: number })[] = lines.map(({ source, target, strength }) => ({
    source,
    target,
    strength,
  }));
  const middleX = focus?.x ?? 0;
  const middleY = focus?.y ?? 0;
  const simulation = forceSimulation(bodies)
    .stop()
    .randomSource(randomFrom(seed))
    .alphaDecay(1 - 0.001 ** (1 / ticksFor(bodies.length)))
    .velocityDecay(0.45)
    .force(
      'links',
      forceLink<Body, SimulationLinkDatum<Body> & { strength: number }>(links)
        .id(({ id }) => id)
        .distance(({ strength }) => 80 + 110 * (1 - strength))
        .strength(({ source, target, strength }) => {
          const ofFocus = source === focus || target === focus;
          return (ofFocus ? 0.12 : 0.05) + 0.2 * strength * strength;
        }),
    )
    .force(
      'room',
      forceManyBody<Body>()
        .strength(-320)
        .distanceMax(420)
        .theta(bodies.length <= fineNodes ? 0.9 : 1.4),
    )
    .force('x', forceX<Body>(middleX).strength(0.03 / aspect ** 2))
    .force('y', forceY<Body>(middleY).strength(0.06 * aspect));
  for (let tick = 0; tick < ticksFor(bodies.length); tick += 1) {
    simulation.tick();
    if (tick % 2 === 1) separate(bodies, 0.4);
    yield;
  }
}

/** Makes a layout that came out too square wider; the forces alone leave it between 1.0 and 1.2 times as wide as high. */
const widen = (bodies: readonly Body[], middle: number): void => {
  const extent = (values: number[]): number => Math.max(...values) - Math.min(...values);
  const width = extent(bodies.map(({ x }) => x));
  const height = extent(bodies.map(({ y }) => y));
  const factor = Math.min(1.3, (aspect * height) / Math.max(1, width));
  if (factor <= 1) return;
  for (const body of bodies) body.x = middle + (body.x - middle) * factor;
};

/** Whole pixels, and no zero below zero. */
const whole = (value: number): number => Math.round(value) || 0;

/**
 * A place for every node, in steps: linked ones near each other, room for every label, wider than high. Seeded, and the same for any
 * order of the input. Nodes in `fixed` keep their places exactly; new ones find room around them.
 */
export function* placing(nodes: readonly Placed[], lines: readonly Line[], options: PlaceOptions = {}): Steps<Record<NodeId, Point>> {
  const ordered = [...nodes].sort((left, right) => (left.id < right.id ? -1 : 1));
  const known = new Set(ordered.map(({ id }) => id));
  const inside = lines
    .filter(({ source, target }) => known.has(source) && known.has(target))
    .sort((left, right) => (left.source === right.source ? (left.target < right.target ? -1 : 1) : left.source < right.source ? -1 : 1));
  const given = givenPlaces(ordered, options);
  const starts = startingPoints(ordered, inside, given);
  const bodies = ordered.map((node): Body => {
    const { x, y } = starts.get(node.id) ?? { x: 0, y: 0 };
    const frozen = given.has(node.id);
    return { id: node.id, x, y, frozen, ...roomFor(node.weight, node.name), ...(frozen ? { fx: x, fy: y } : {}) };
  });
  if (bodies.some(({ frozen }) => !frozen)) {
    const focus = bodies.find(({ id }) => id === options.focus) ?? null;
    yield* simulate(bodies, inside, focus);
    if (bodies.every((body) => !body.frozen || body === focus)) widen(bodies, focus?.x ?? 0);
    yield* settle(bodies);
  }
  return Object.fromEntries(bodies.map(({ id, x, y, frozen }) => [id, frozen ? { x, y } : { x: whole(x), y: whole(y) }]));
}
