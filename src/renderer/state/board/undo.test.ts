import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Args } from '../../../shared/contract.ts';
import { type EntityId, linkIdOf, type NodeId } from '../../../shared/model.ts';
import type { GraphNode, Slice } from '../../../shared/views.ts';
import { layouts } from '../../../shared/views-layout.ts';
import { type App, createApp } from '../app.ts';
import { memoryHost, settled } from '../memory-host.ts';
import { docOf } from './board.ts';
import { historySteps } from './history.ts';

/** A ring of twelve, each linked to the next. */
const size = 12;
const id = (number: number): NodeId => `e_${(number % size).toString(16).padStart(24, '0')}` as EntityId;
const numberOf = (node: NodeId): number => Number.parseInt(node.slice(2), 16);
const node = (number: number): GraphNode => ({
  id: id(number),
  type: number % 2 === 0 ? 'company' : 'person',
  name: `Node ${number}`,
  articles: 1,
  weight: 0.5,
  community: 0,
  more: 2,
  first: null,
  last: null,
});
const sliceOf = (ids: readonly NodeId[]): Slice => ({
  focus: null,
  nodes: ids.map((each) => node(numberOf(each))),
  links: ids.flatMap((each) => {
    const next = id(numberOf(each) + 1);
    const [source, target] = [each, next].sort() as [NodeId, NodeId];
    const nothing = { relations: [], articles: 1, stories: 1, sentences: 1, strength: 0.5, first: null, last: null };
    return ids.includes(next) ? [{ id: linkIdOf(source, target), source, target, kind: 'co-mention' as const, ...nothing }] : [];
  }),
  positions: Object.fromEntries(ids.map((each) => [each, { x: numberOf(each), y: ids.length }])),
  communities: [],
});
const ring = (number: number): NodeId[] => [id(number + size - 1), id(number + 1)];

const open = () =>
  createApp(
    memoryHost({
      overview: () => sliceOf([0, 2, 4, 6].map(id)),
      neighbourhood: ({ id: of, shown = [], limit = 40 }: Args<'neighbourhood'>) => {
        const added = ring(numberOf(of)).filter((each) => !shown.includes(each));
        const slice = sliceOf([...new Set([of, ...shown, ...added.slice(0, limit)])]);
        return { ...slice, focus: of, of: node(numberOf(of)), total: 2, more: 0 };
      },
      neighbours: () => ({ of: node(0), items: [], total: 0, byType: {} }),
      slice: ({ nodes }: Args<'slice'>) => sliceOf(nodes),
      arrange: ({ nodes, layout }: Args<'arrange'>) => ({
        positions: Object.fromEntries(nodes.map((each, x) => [each, { x, y: layouts.indexOf(layout) }])),
        axis: layout === 'timeline' ? [{ x: 0, label: '2025' }] : [],
      }),
      centrality: ({ nodes }: Args<'centrality'>) => Object.fromEntries(nodes.map((each, at) => [each, at / nodes.length])),
    }).host,
  );

type Command = (app: App) => void;
const some = fc.uniqueArray(fc.nat(size - 1).map(id), { maxLength: 4 });
const one = fc.nat(size - 1).map(id);
const commands: fc.Arbitrary<Command> = fc.oneof(
  some.map(
    (ids): Command =>
      (app) =>
        app.nodesHidden(ids),
  ),
  some.map(
    (ids): Command =>
      (app) =>
        app.nodesIsolated(new Set(ids)),
  ),
  fc.constant<Command>((app) => app.hiddenShown()),
  one.map(
    (each): Command =>
      (app) =>
        app.nodeExpanded(each, 1),
  ),
  some.map(
    (ids): Command =>
      (app) =>
        app.nodesExpanded(ids),
  ),
  fc.tuple(one, some).map(
    ([of, ids]): Command =>
      (app) =>
        app.neighboursAdded(of, ids),
  ),
  one.map(
    (each): Command =>
      (app) =>
        app.nodeCollapsed(each),
  ),
  fc.tuple(one, fc.integer(), fc.integer()).map(
    ([each, x, y]): Command =>
      (app) =>
        app.nodesMoved({ [each]: { x, y } }),
  ),
  some.map(
    (ids): Command =>
      (app) =>
        app.pinsToggled(ids),
  ),
  some.map(
    (ids): Command =>
      (app) =>
        app.linksRevealed(new Set(ids)),
  ),
  some.map(
    (ids): Command =>
      (app) =>
        app.nodesSelected(ids),
  ),
  fc.constantFrom(...layouts).map(
    (layout): Command =>
      (app) =>
        app.layoutChosen(layout),
  ),
  fc.constantFrom('strength' as const, 'centrality' as const).map(
    (sizing): Command =>
      (app) =>
        app.sizingChosen(sizing),
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(undefined, 'drag')).map(
    ([strength, going]): Command =>
      (app) =>
        app.filterChanged({ strength }, going),
  ),
  fc.constant<Command>((app) => app.changeSettled()),
  fc.constant<Command>((app) => app.typeToggled('person')),
  fc.constant<Command>((app) => app.filterCleared()),
  fc.constant<Command>((app) => void app.noteAdded({ x: 1, y: 2 })),
  fc.string().map(
    (text): Command =>
      (app) =>
        app.noteChanged(app.board.notes[0]?.id ?? '', { text }, 'typing'),
  ),
  fc.constant<Command>((app) => app.noteRemoved(app.board.notes[0]?.id ?? '')),
  one.map(
    (each): Command =>
      (app) =>
        app.nodeFocused(each),
  ),
  fc.constant<Command>((app) => app.overviewRequested()),
  fc.constant<Command>((app) => app.boardRefreshed()),
  fc.constant<Command>((app) => app.undoRequested()),
  fc.constant<Command>((app) => app.redoRequested()),
);

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

/** A board on which these things were done, one after the other, and what it was after each step of its history. */
const played = async (done: readonly Command[]) => {
  const store = open();
  store.getState().overviewRequested();
  await settled();
  const start = docOf(store.getState().board);
  for (const does of done) {
    does(store.getState());
    await settled();
    await settled();
  }
  return { store, start, end: docOf(store.getState().board) };
};

test('whatever is done to a board, undone returns to the start, and redone to the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commands, { maxLength: 25 }), async (done) => {
      const { store, start, end } = await played(done);
      const states = [];
      const forth = store.getState().history.future.length;
      for (let at = 0; at < forth; at += 1) store.getState().redoRequested();
      const last = forth === 0 ? end : docOf(store.getState().board);
      while (store.getState().history.past.length > 0) {
        states.push(docOf(store.getState().board));
        store.getState().undoRequested();
      }
      expect(docOf(store.getState().board)).toEqual(start);
      while (store.getState().history.future.length > 0) {
        store.getState().redoRequested();
        expect(docOf(store.getState().board)).toEqual(states.pop());
      }
      expect(docOf(store.getState().board)).toEqual(last);
      expect(states).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('two hundred steps are kept', async () => {
  const { store } = await played([]);
  const { nodesMoved, undoRequested, redoRequested } = store.getState();
  for (let x = 1; x <= historySteps + 30; x += 1) nodesMoved({ [id(2)]: { x, y: 0 } });
  for (let at = 0; at < historySteps + 30; at += 1) undoRequested();
  expect(store.getState().board.positions[id(2)]).toEqual({ x: 30, y: 0 });
  for (let at = 0; at < historySteps + 30; at += 1) redoRequested();
  expect(store.getState().board.positions[id(2)]).toEqual({ x: historySteps + 30, y: 0 });
});
