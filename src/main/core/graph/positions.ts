import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { type Box, findRoom, roomFor, separate } from './boxes.ts';
import { randomFrom } from './random.ts';

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
  /** Stands at 0, 0 unless `fixed` says otherwise. */
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
/** Sweeps of the simulation by number of nodes: measured, small slices look settled after 90, large ones after 60. */
const ticksFor = (nodes: number): number => (nodes <= 60 ? 90 : nodes <= 160 ? 80 : 60);

const isFrozen = (id: NodeId, { focus, fixed }: PlaceOptions): boolean => id === focus || fixed?.[id] !== undefined;

/** Where a node starts: around the middle by community and importance, or near the placed nodes that it is linked with. */
const startingPoints = (nodes: readonly Placed[], lines: readonly Line[], options: PlaceOptions): Map<NodeId, Point> => {
  const { fixed = {}, focus = null } = options;
  const starts = new Map<NodeId, Point>();
  for (const { id } of nodes) {
    const at = fixed[id] ?? (id === focus ? { x: 0, y: 0 } : undefined);
    if (at !== undefined) starts.set(id, { x: at.x, y: at.y });
  }
  const anchors = new Map<NodeId, { x: number; y: number; weight: number }>();
  const hasFixed = Object.keys(fixed).length > 0;
  const attract = (id: NodeId, to: NodeId, strength: number): void => {
    const at = starts.get(to);
    if (!hasFixed || at === undefined || isFrozen(id, options)) return;
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
      starts.set(id, { x: aspect * radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return starts;
};

/** Sweeps until no two boxes overlap; what is jammed between frozen ones after that gets the nearest free spot. */
const settle = (boxes: readonly Box[]): void => {
  for (let pass = 0; pass < settlePasses; pass += 1) if (separate(boxes, pass < 20 ? 0.6 : 1.02) === 0) return;
  findRoom(boxes, aspect);
};

const simulate = (bodies: Body[], lines: readonly Line[], focus: Body | null): void => {
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
    .force('room', forceManyBody<Body>().strength(-320).distanceMax(420))
    .force('x', forceX<Body>(middleX).strength(0.05 / aspect ** 2))
    .force('y', forceY<Body>(middleY).strength(0.05 * aspect));
  for (let tick = 0; tick < ticksFor(bodies.length); tick += 1) {
    simulation.tick();
    if (tick % 2 === 1) separate(bodies, 0.4);
  }
};

/**
 * A place for every node: linked ones near each other, room for every label, wider than high. Seeded, and the same for any
 * order of the input. Nodes in `fixed` keep their places exactly; new ones find room around them.
 */
export const placed = (nodes: readonly Placed[], lines: readonly Line[], options: PlaceOptions = {}): Record<NodeId, Point> => {
  const ordered = [...nodes].sort((left, right) => (left.id < right.id ? -1 : 1));
  const known = new Set(ordered.map(({ id }) => id));
  const inside = lines
    .filter(({ source, target }) => known.has(source) && known.has(target))
    .sort((left, right) => (left.source === right.source ? (left.target < right.target ? -1 : 1) : left.source < right.source ? -1 : 1));
  const starts = startingPoints(ordered, inside, options);
  const bodies = ordered.map((node): Body => {
    const { x, y } = starts.get(node.id) ?? { x: 0, y: 0 };
    const frozen = isFrozen(node.id, options);
    return { id: node.id, x, y, frozen, ...roomFor(node.weight, node.name), ...(frozen ? { fx: x, fy: y } : {}) };
  });
  if (bodies.some(({ frozen }) => !frozen)) {
    simulate(bodies, inside, bodies.find(({ id }) => id === options.focus) ?? null);
    settle(bodies);
  }
  return Object.fromEntries(bodies.map(({ id, x, y, frozen }) => [id, frozen ? { x, y } : { x: Math.round(x), y: Math.round(y) }]));
};
