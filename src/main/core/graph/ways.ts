import type { NodeType } from '../../../shared/model.ts';
import { linksAmong } from './links.ts';
import type { SearchOptions } from './path.ts';
import type { GraphNodeRow, LinkPort, NodeKey } from './ports.ts';
import { pairScore, storyScore } from './ranking.ts';
import { readingPairs } from './reading-pairs.ts';
import type { Steps } from './steps.ts';
import { isHub, isNear, linkCost, throughCost } from './way-cost.ts';
import { differingWays, leastCost, narrowed, pairKey, pruned, type WayGraph, type WayLink, worthShowing } from './way-graph.ts';

/** A way between two nodes: their keys, ends included, and what it costs. */
export interface FoundWay {
  keys: NodeKey[];
  cost: number;
}

/** Links read and nodes opened for one question: measured in docs/decisions/paths.md. */
const linksMost = 10_000;
const openedMost = 20;
/** An end that more stories name is opened only where the other end's are more. */
const storiesOpened = 1000;

/** What is known of a node from one end: what the way to it costs, and of how many links it is. */
interface Label {
  key: NodeKey;
  type: NodeType;
  reach: number;
  cost: number;
  depth: number;
}

/** What was reached from one end, and the cheapest of it that might be opened next, best first. */
class Side {
  readonly labels = new Map<NodeKey, Label>();
  readonly #waiting: Label[] = [];
  readonly #opened = new Set<NodeKey>();

  constructor({ key, type, stories }: GraphNodeRow) {
    this.reach({ key, type, reach: stories, cost: 0, depth: 0 });
  }

  /** Notes a way to a node, if it is the cheapest so far. */
  reach(label: Label): void {
    const known = this.labels.get(label.key);
    if (known !== undefined && known.cost <= label.cost) return;
    this.labels.set(label.key, label);
    // No more are ever opened than fit in here: the rest need no order.
    const last = this.#waiting.at(-1);
    if (this.#waiting.length >= openedMost && last !== undefined && last.cost <= label.cost) return;
    let at = this.#waiting.length;
    while (at > 0 && (this.#waiting[at - 1]?.cost ?? 0) > label.cost) at -= 1;
    this.#waiting.splice(at, 0, label);
    if (this.#waiting.length > openedMost) this.#waiting.pop();
  }

  /** The cheapest node not opened; null where none is left. */
  get next(): Label | null {
    for (;;) {
      const label = this.#waiting[0];
      if (label === undefined) return null;
      if (!this.#opened.has(label.key) && this.labels.get(label.key) === label) return label;
      this.#waiting.shift();
    }
  }

  /** The next is not waited for any longer. */
  shift(): void {
    const label = this.#waiting.shift();
    if (label !== undefined) this.#opened.add(label.key);
  }
}

/** The links found, and the nodes at their ends. The two ends of the question come first, and cost nothing to be in. */
class Gathered {
  readonly #keys: NodeKey[] = [];
  readonly #through: number[] = [];
  readonly #places = new Map<NodeKey, number>();
  readonly #links: WayLink[] = [];

  place(key: NodeKey, through: number): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#keys.length;
    this.#places.set(key, place);
    this.#keys.push(key);
    this.#through.push(through);
    return place;
  }

  link(a: number, b: number, cost: number): void {
    this.#links.push({ a, b, cost });
  }

  /** Without what leads nowhere: most nodes were reached from one other alone. */
  graph(): WayGraph {
    const last = new Map<number, number>();
    const led = new Set<number>([0, 1]);
    for (const { a, b } of this.#links) {
      for (const [at, from] of [
        [a, b],
        [b, a],
      ] as const) {
        const before = last.get(at);
        if (before === undefined) last.set(at, from);
        else if (before !== from) led.add(at);
      }
    }
    const links = new Map<number, WayLink>();
    for (const { a, b, cost } of this.#links) {
      // Both places in one exact number: a link that was found from both its ends is one.
      if (led.has(a) && led.has(b)) links.set(Math.min(a, b) * 2 ** 26 + Math.max(a, b), { a, b, cost });
    }
    return narrowed({ keys: this.#keys, through: this.#through, links: [...links.values()] }, led);
  }
}

/**
 * The part of a library in which cheap ways between two nodes lie: opened from both ends, the cheapest node first (Dijkstra's
 * algorithm), until nothing unopened can be part of a way worth showing, or enough was read. Hubs between the ends are not opened: ways
 * through them are known from their other neighbours. `known` is a way that must be in it.
 */
function* gathered(
  port: LinkPort,
  ends: readonly [GraphNodeRow, GraphNodeRow],
  known: readonly NodeKey[],
  { steps, excluded, most }: SearchOptions & { most: number },
): Steps<WayGraph> {
  const total = port.counts().stories;
  const newest = port.lastPublished();
  const found = new Gathered();
  const isEnd = (key: NodeKey): boolean => key === ends[0].key || key === ends[1].key;
  const through = (key: NodeKey, reach: number): number => (isEnd(key) ? 0 : throughCost(reach, total));
  for (const { key } of ends) found.place(key, 0);

  const rows = port.nodesByKey(known);
  const placeOf = ({ key, stories }: GraphNodeRow): number => found.place(key, through(key, stories));
  let best = known.slice(1, -1).reduce((sum, key) => sum + through(key, rows.get(key)?.stories ?? 0), 0);
  const onWay = new Set(known.slice(1).map((key, at) => pairKey(key, known[at] ?? 0)));
  for (const link of linksAmong(port, rows)) {
    const [a, b] = [rows.get(link.a), rows.get(link.b)];
    if (a === undefined || b === undefined) continue;
    const cost = linkCost(link.score, isNear(link));
    found.link(placeOf(a), placeOf(b), cost);
    if (onWay.has(pairKey(link.a, link.b))) best += cost;
  }

  const sides = [new Side(ends[0]), new Side(ends[1])] as const;
  let left = linksMost;
  const open = function* (side: Side, other: Side, at: Label): Steps<void> {
    side.shift();
    const paid = at.cost + through(at.key, at.reach);
    const depth = at.depth + 1;
    const place = found.place(at.key, through(at.key, at.reach));
    const step = (key: NodeKey, type: NodeType, reach: number, score: number, near: boolean): void => {
      if (!isEnd(key) && excluded(key, type)) return;
      const inner = through(key, reach);
      const costs = linkCost(score, near);
      found.link(place, found.place(key, inner), costs);
      const cost = paid + costs;
      side.reach({ key, type, reach, cost, depth });
      const met = other.labels.get(key);
      if (met !== undefined && depth + met.depth <= steps) best = Math.min(best, cost + met.cost + inner);
    };
    if (at.key < 0) {
      for (const row of port.entitiesOf(at.key)) step(row.entity, row.type, row.reach, storyScore(row, newest), true);
      return;
    }
    const pairs = yield* readingPairs(port, at.key, at.reach);
    left -= pairs.length;
    for (const row of pairs) step(row.key, row.type, row.reach, pairScore(row, at, row, total), row.sentences + row.relations > 0);
  };

  const [one, other] = sides;
  // An end with tens of thousands of links is left closed: the ways to it are come upon from the other.
  const larger = ends[0].stories > ends[1].stories ? one : other;
  const closed = Math.max(ends[0].stories, ends[1].stories) > storiesOpened ? larger : null;
  for (const [side, across] of [
    [one, other],
    [other, one],
  ] as const) {
    if (side === closed || side.next === null) continue;
    yield;
    yield* open(side, across, side.next);
  }
  // The ends' own links are read however many they are.
  left = Math.max(left, linksMost / 2);
  for (let opened = 2; opened < openedMost && left > 0; ) {
    const [here, there] = [one.next, other.next];
    if (here === null || there === null) break;
    if (here.cost + there.cost > (most === 1 ? best : worthShowing(best))) break;
    const first = closed === other || (closed !== one && here.cost <= there.cost);
    const [side, across, at] = first ? [one, other, here] : [other, one, there];
    if (isEnd(at.key) || at.depth >= steps || isHub(at.reach, total)) {
      side.shift();
      continue;
    }
    opened += 1;
    yield;
    yield* open(side, across, at);
  }
  yield;
  return found.graph();
}

/**
 * Up to `most` ways between two different nodes that differ and are worth showing, the strongest first: stronger evidence beats fewer
 * links, and a hub between costs more than two well-evidenced links. `known` is a way that is sure to exist: there is always an answer.
 */
export function* bestWays(
  port: LinkPort,
  from: GraphNodeRow,
  to: GraphNodeRow,
  known: readonly NodeKey[],
  options: SearchOptions & { most: number },
): Steps<FoundWay[]> {
  const { steps, most } = options;
  const whole = yield* gathered(port, [from, to], known, options);
  yield;
  const part = pruned(whole, steps, worthShowing(leastCost(whole, steps)));
  yield;
  return differingWays(part, steps, most).map(({ nodes, cost }) => ({
    keys: nodes.map((at) => part.keys[at] ?? 0),
    cost,
  }));
}
