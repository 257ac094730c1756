import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkIdOf, type NodeId, type NodeType, nodeTypes } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import { overlapOf, roomFor } from './boxes.ts';
import { concentric } from './concentric.ts';
import { grid } from './grid.ts';
import { type Line, type Placed, placing } from './positions.ts';
import { randomFrom } from './random.ts';
import { finished } from './steps.ts';
import { timeline } from './timeline.ts';

type Node = Placed & { type: NodeType; first: string | null };

const idOf = (number: number): NodeId => `e_${number.toString(16).padStart(24, '0')}` as NodeId;

const board = (count: number, seed: number): { nodes: Node[]; lines: Line[] } => {
  const random = randomFrom(seed);
  const nodes = Array.from(
    { length: count },
    (_, index): Node => ({
      id: idOf(index),
      name: 'A name of some length that is cut'.slice(0, 4 + Math.floor(random() * 26)),
      weight: random(),
      community: index % 5,
      type: nodeTypes[Math.floor(random() * nodeTypes.length)] ?? 'company',
      first: random() < 0.1 ? null : new Date(Date.UTC(2020, 0, 1 + Math.floor(random() ** 3 * 2000))).toISOString().slice(0, 10),
    }),
  );
  const lines = Array.from({ length: 2 * count }, () => ({
    source: idOf(Math.floor(random() * count)),
    target: idOf(Math.floor(random() * count)),
    strength: random(),
  })).filter(({ source, target }) => source !== target);
  // Two nodes have one link at most.
  return { nodes, lines: [...new Map(lines.map((line) => [linkIdOf(line.source, line.target), line])).values()] };
};

const boards = fc
  .record({ count: fc.integer({ min: 1, max: 90 }), seed: fc.integer({ min: 1, max: 1e6 }) })
  .map(({ count, seed }) => ({ ...board(count, seed), seed }));

type Lay = (nodes: readonly Node[], lines: readonly Line[], fixed: Record<NodeId, Point>) => Record<NodeId, Point>;

const layouts: Record<string, Lay> = {
  force: (nodes, lines, fixed) => finished(placing(nodes, lines, { fixed })),
  concentric: (nodes, lines, fixed) => concentric(nodes, lines, { fixed }),
  timeline: (nodes, _, fixed) => timeline(nodes, { fixed }).positions,
  grid: (nodes, _, fixed) => grid(nodes, { fixed }),
};

/** Pairs that run into each other, of which not both were put there by hand. Half a pixel each way is none. */
const collisions = (nodes: readonly Node[], at: Record<NodeId, Point>, fixed: Record<NodeId, Point>): number => {
  const boxes = nodes.map(({ id, weight, name }) => {
    const room = roomFor(weight, name);
    const { x, y } = at[id] ?? { x: Number.NaN, y: Number.NaN };
    const frozen = fixed[id] !== undefined;
    return { x, y, halfWidth: room.halfWidth - 1, above: room.above - 1, below: room.below - 1, frozen };
  });
  return boxes.flatMap((box, index) =>
    boxes.slice(index + 1).filter((other) => !(box.frozen && other.frozen) && overlapOf(box, other) !== null),
  ).length;
};

describe.each(Object.entries(layouts))('the layout %s', (_, lay) => {
  it('has a place for every node, room for every label, and leaves alone what is fixed', () => {
    fc.assert(
      fc.property(
        boards,
        fc.array(fc.tuple(fc.nat(89), fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))),
        (given, put) => {
          const { nodes, lines } = given;
          const fixed: Record<NodeId, Point> = Object.fromEntries(put.map(([number, x, y]) => [idOf(number), { x, y }]));
          const at = lay(nodes, lines, fixed);
          expect(Object.keys(at).sort()).toEqual(nodes.map(({ id }) => id).sort());
          for (const { id } of nodes) if (fixed[id] !== undefined) expect(at[id]).toEqual(fixed[id]);
          expect(collisions(nodes, at, fixed)).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is the same for any order of the input', () => {
    fc.assert(
      fc.property(boards, ({ nodes, lines }) => {
        expect(lay([...nodes].reverse(), [...lines].reverse(), {})).toEqual(lay(nodes, lines, {}));
      }),
      { numRuns: 10 },
    );
  });

  it('takes a thousand nodes', () => {
    const { nodes, lines } = board(1000, 1);
    expect(collisions(nodes, lay(nodes, lines, {}), {})).toBe(0);
  });
});

describe('rings', () => {
  it('lie round the focus, the stronger a node the nearer', () => {
    const { nodes, lines } = board(60, 2);
    const focus = idOf(7);
    const at = concentric(nodes, lines, { focus });
    expect(at[focus]).toEqual({ x: 0, y: 0 });
    const ranked = nodes.filter(({ id }) => id !== focus).sort((left, right) => right.weight - left.weight);
    const away = ranked.map(({ id }) => Math.round(Math.hypot((at[id]?.x ?? 0) / 1.55, at[id]?.y ?? 0) / 20));
    expect(away).toEqual([...away].sort((left, right) => left - right));
    expect(new Set(away).size).toBeGreaterThan(2);
  });

  it('keep communities side by side', () => {
    const { nodes } = board(200, 3);
    const at = concentric(nodes, [], {});
    const inner = nodes.filter(({ id }) => Math.hypot((at[id]?.x ?? 0) / 1.55, at[id]?.y ?? 0) < 110);
    const turn = ({ id }: Node): number => (Math.atan2(at[id]?.y ?? 0, at[id]?.x ?? 0) + 2.5 * Math.PI) % (2 * Math.PI);
    const around = inner.filter(({ id }) => at[id]?.x !== 0 || at[id]?.y !== 0).sort((left, right) => turn(left) - turn(right));
    const changes = around.filter(({ community }, index) => community !== around.at(index - 1)?.community).length;
    expect(changes).toBeLessThanOrEqual(new Set(around.map(({ community }) => community)).size);
  });
});

describe('a timeline', () => {
  it('goes from left to right by when nodes were first seen, with ticks in order', () => {
    fc.assert(
      fc.property(boards, ({ nodes }) => {
        const { positions, axis } = timeline(nodes, {});
        const order = [...nodes].sort((left, right) => ((left.first ?? '') < (right.first ?? '') ? -1 : 1));
        for (const [index, node] of order.slice(1).entries()) {
          const before = order[index];
          if (before?.first !== node.first)
            expect(positions[node.id]?.x).toBeGreaterThanOrEqual(positions[before?.id as NodeId]?.x ?? Number.NaN);
        }
        const ticks = axis.map(({ x }) => x);
        expect(ticks).toEqual([...ticks].sort((left, right) => left - right));
        expect(axis.length).toBeLessThanOrEqual(25);
        expect(axis.some(({ label }) => label === 'No date')).toBe(nodes.some(({ first }) => first === null));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a grid', () => {
  it('has a block for each type, the strongest first', () => {
    const { nodes } = board(80, 4);
    const at = grid(nodes, {});
    for (const type of nodeTypes) {
      const members = nodes.filter((node) => node.type === type).sort((left, right) => right.weight - left.weight);
      const places = members.map(({ id }) => (at[id]?.y ?? 0) * 10_000 + (at[id]?.x ?? 0));
      expect(places).toEqual([...places].sort((left, right) => left - right));
    }
  });
});
