import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { byWeight, Cells, cell } from './cells.ts';
import type { Line, Placed, PlaceOptions } from './positions.ts';

/** Rings are wider than high: labels are, and panes. */
const aspect = 1.55;
/** Between places of one ring: no two cells that far apart touch, whichever way they lie. */
const slotLength = Math.ceil(Math.hypot(cell.width, cell.height));
/** Points of a ring that are measured. */
const fineness = 720;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

const pointAt = (middle: Point, radius: number, angle: number): Point => ({
  x: middle.x + aspect * radius * Math.cos(angle),
  y: middle.y + radius * Math.sin(angle),
});

/** Angles of the places on a ring, equally far apart along it, from the top clockwise. */
const slotsOn = (radius: number): number[] => {
  const lengths = [0];
  let before = pointAt({ x: 0, y: 0 }, radius, -Math.PI / 2);
  const angleOf = (step: number): number => -Math.PI / 2 + (2 * Math.PI * step) / fineness;
  for (let step = 1; step <= fineness; step += 1) {
    const here = pointAt({ x: 0, y: 0 }, radius, angleOf(step));
    lengths.push((lengths[step - 1] ?? 0) + Math.hypot(here.x - before.x, here.y - before.y));
    before = here;
  }
  const whole = lengths[fineness] ?? 0;
  // A straight line between two places is a little shorter than the ring.
  const count = Math.max(1, Math.floor(whole / (slotLength * 1.05)));
  let step = 0;
  return Array.from({ length: count }, (_, slot) => {
    while (step < fineness && (lengths[step] ?? 0) < (slot * whole) / count) step += 1;
    return angleOf(step);
  });
};

/** Places on a spiral round a point, the point first. */
function* spiral({ x, y }: Point): Generator<Point> {
  for (let step = 0; ; step += 1) {
    const away = 12 * Math.sqrt(step);
    yield { x: x + aspect * away * Math.cos(step * goldenAngle), y: y + away * Math.sin(step * goldenAngle) };
  }
}

/** The mean of directions; null where there are none, or they cancel out. */
const meanAngle = (angles: readonly { angle: number; weight: number }[]): number | null => {
  const x = angles.reduce((sum, { angle, weight }) => sum + weight * Math.cos(angle), 0);
  const y = angles.reduce((sum, { angle, weight }) => sum + weight * Math.sin(angle), 0);
  return Math.hypot(x, y) < 1e-6 ? null : Math.atan2(y, x);
};

/** How far clockwise from the top. */
const turnOf = (angle: number): number => (((angle + Math.PI / 2) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);

/** Where the nodes of further rings want to stand: near what they are linked with further in, else with their community. */
class Directions {
  readonly #near = new Map<NodeId, { to: NodeId; weight: number }[]>();
  readonly #angles = new Map<NodeId, number>();
  readonly #communities = new Map<number, { angle: number; weight: number }[]>();

  constructor(lines: readonly Line[]) {
    for (const { source, target, strength } of lines) {
      this.#add(source, target, strength);
      this.#add(target, source, strength);
    }
  }

  #add(id: NodeId, to: NodeId, weight: number): void {
    const there = this.#near.get(id);
    if (there === undefined) this.#near.set(id, [{ to, weight }]);
    else there.push({ to, weight });
  }

  note({ id, community }: Placed, angle: number): void {
    this.#angles.set(id, angle);
    const there = this.#communities.get(community);
    if (there === undefined) this.#communities.set(community, [{ angle, weight: 1 }]);
    else there.push({ angle, weight: 1 });
  }

  /** Turn of a community as a whole; those not placed yet come after, by number. */
  ofCommunity(community: number): number {
    const angle = meanAngle(this.#communities.get(community) ?? []);
    return angle === null ? 2 * Math.PI + community : turnOf(angle);
  }

  of({ id, community }: Placed): number {
    const angle = meanAngle(
      (this.#near.get(id) ?? []).flatMap(({ to, weight }) => {
        const there = this.#angles.get(to);
        return there === undefined ? [] : [{ angle: there, weight }];
      }),
    );
    return angle === null ? this.ofCommunity(community) : turnOf(angle);
  }
}

/** The members of a ring in the order in which they stand: communities together, each member near what it is linked with. */
const sideBySide = (members: readonly Placed[], directions: Directions): Placed[] => {
  const wanted = new Map(members.map((node) => [node.id, directions.of(node)]));
  const blocks = new Map(members.map(({ community }) => [community, directions.ofCommunity(community)]));
  return [...members].sort(
    (left, right) =>
      (blocks.get(left.community) ?? 0) - (blocks.get(right.community) ?? 0) ||
      left.community - right.community ||
      (wanted.get(left.id) ?? 0) - (wanted.get(right.id) ?? 0) ||
      byWeight(left, right),
  );
};

/**
 * Rings round the focus, or round the strongest node where there is none: the stronger a node the nearer, and those of one
 * community side by side. Nodes in `fixed` stay where they are.
 */
export const concentric = (
  nodes: readonly Placed[],
  lines: readonly Line[],
  { focus = null, fixed = {} }: PlaceOptions,
): Cells['positions'] => {
  const cells = new Cells(nodes, fixed);
  const ordered = [...nodes].sort(byWeight);
  const centre = ordered.find(({ id }) => id === focus) ?? ordered[0];
  if (centre === undefined) return cells.positions;
  if (!cells.has(centre.id)) cells.put(centre.id, spiral({ x: 0, y: 0 }));
  const middle = cells.positions[centre.id] ?? { x: 0, y: 0 };
  const directions = new Directions(lines);
  let rest = ordered.filter(({ id }) => !cells.has(id));
  for (let radius = cell.height + 16; rest.length > 0; radius += cell.height + 4) {
    const slots = slotsOn(radius).filter((angle) => cells.isFree(pointAt(middle, radius, angle)));
    const count = Math.min(slots.length, rest.length);
    const members = sideBySide(rest.slice(0, count), directions);
    for (const [at, node] of members.entries()) {
      const angle = slots[Math.floor((at * slots.length) / count)] ?? 0;
      cells.put(node.id, [pointAt(middle, radius, angle)]);
      directions.note(node, angle);
    }
    rest = rest.slice(count).concat(members.filter(({ id }) => !cells.has(id)));
  }
  return cells.positions;
};
