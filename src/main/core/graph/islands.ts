import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { roomFor } from './boxes.ts';
import { type Line, type Placed, placing } from './positions.ts';
import type { Steps } from './steps.ts';

/** A community laid out by itself: its nodes' places around its own middle, and half its extent. */
interface Island {
  community: number;
  places: [NodeId, Point][];
  halfWidth: number;
  halfHeight: number;
  x: number;
  y: number;
}

/** Water between islands. */
const channel = 46;
const aspect = 1.3;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function* islandOf(community: number, nodes: readonly Placed[], lines: readonly Line[]): Steps<Island> {
  const places = yield* placing(nodes, lines);
  const sides = nodes.map((node) => {
    const at = places[node.id] ?? { x: 0, y: 0 };
    const room = roomFor(node.weight, node.name);
    return { left: at.x - room.halfWidth, right: at.x + room.halfWidth, top: at.y - room.above, bottom: at.y + room.below };
  });
  const left = Math.min(...sides.map((side) => side.left));
  const right = Math.max(...sides.map((side) => side.right));
  const top = Math.min(...sides.map((side) => side.top));
  const bottom = Math.max(...sides.map((side) => side.bottom));
  const [middleX, middleY] = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
  return {
    community,
    places: (Object.entries(places) as [NodeId, Point][]).map(([id, at]) => [id, { x: at.x - middleX, y: at.y - middleY }]),
    halfWidth: (right - left) / 2 + channel / 2,
    halfHeight: (bottom - top) / 2 + channel / 2,
    x: 0,
    y: 0,
  };
}

const collide = (one: Island, other: Island): boolean =>
  Math.abs(one.x - other.x) < one.halfWidth + other.halfWidth && Math.abs(one.y - other.y) < one.halfHeight + other.halfHeight;

/** Puts an island on the free spot nearest to where it is drawn, and as near to the middle as that allows. */
const land = (island: Island, others: readonly Island[], towards: Point): void => {
  let best: { x: number; y: number; cost: number } | null = null;
  for (let step = 0; step < 3000; step += 1) {
    const away = 16 * Math.sqrt(step);
    island.x = Math.round(aspect * away * Math.cos(step * goldenAngle));
    island.y = Math.round(away * Math.sin(step * goldenAngle));
    // The spiral only leads outwards: once the way from the middle alone costs more, nothing better can come.
    if (best !== null && away > best.cost) break;
    const cost = away + 0.35 * Math.hypot((island.x - towards.x) / aspect, island.y - towards.y);
    if ((best !== null && cost >= best.cost) || others.some((other) => collide(island, other))) continue;
    best = { x: island.x, y: island.y, cost };
  }
  island.x = best?.x ?? island.x;
  island.y = best?.y ?? island.y;
};

/** Places for an overview, in steps: each community an island of its own, the strongest in the middle, linked ones near each other. */
export function* islands(nodes: readonly Placed[], lines: readonly Line[]): Steps<Record<NodeId, Point>> {
  const communityOf = new Map(nodes.map(({ id, community }) => [id, community]));
  const numbers = [...new Set(nodes.map(({ community }) => community))].sort((left, right) => left - right);
  const landed: Island[] = [];
  for (const number of numbers) {
    const members = nodes.filter(({ community }) => community === number);
    const island = yield* islandOf(
      number,
      members,
      lines.filter(({ source, target }) => communityOf.get(source) === number && communityOf.get(target) === number),
    );
    const pull = { x: 0, y: 0, weight: 0 };
    for (const { source, target, strength } of lines) {
      const [one, other] = [communityOf.get(source), communityOf.get(target)];
      const across = one === number ? other : other === number ? one : undefined;
      const to = landed.find(({ community }) => community === across);
      if (to === undefined) continue;
      pull.x += to.x * strength;
      pull.y += to.y * strength;
      pull.weight += strength;
    }
    if (landed.length > 0) land(island, landed, pull.weight > 0 ? { x: pull.x / pull.weight, y: pull.y / pull.weight } : { x: 0, y: 0 });
    landed.push(island);
    yield;
  }
  return Object.fromEntries(landed.flatMap(({ places, x, y }) => places.map(([id, at]) => [id, { x: at.x + x, y: at.y + y }])));
}
