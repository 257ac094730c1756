import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Args } from '../../../shared/contract.ts';
import { type EntityId, linkIdOf, type NodeId, type NodeRef, type NodeType } from '../../../shared/model.ts';
import { NewsgraphError } from '../../../shared/result.ts';
import type { GraphLink, GraphNode, LibraryStatus, Neighbourhood, Neighbours, Point, Slice } from '../../../shared/views.ts';
import { createApp } from '../app.ts';
import { type Answers, memoryHost, settled } from '../memory-host.ts';
import { seenIn } from '../seen.ts';
import { docOf } from './board.ts';
import { seenOf } from './seen.ts';

/** A small world: a hub in the middle of thirty, every third of which is a person; each is linked to the next as well. */
const id = (number: number): NodeId => `e_${number.toString(16).padStart(24, '0')}` as EntityId;
const typeOf = (number: number): NodeType => (number % 3 === 0 ? 'person' : 'company');
const everyone = Array.from({ length: 31 }, (_, number) => number);
const ref = (number: number): NodeRef => ({ id: id(number), type: typeOf(number), name: `Node ${number}`, articles: 2 });
const numberOf = (node: NodeId): number => Number.parseInt(node.slice(2), 16);
const neighboursOf = (number: number): number[] =>
  number === 0 ? everyone.slice(1) : [0, number - 1, number + 1].filter((n) => n >= 0 && n <= 30 && n !== number);

const link = (a: number, b: number): GraphLink => ({
  id: linkIdOf(id(a), id(b)),
  source: id(Math.min(a, b)),
  target: id(Math.max(a, b)),
  kind: 'co-mention',
  relations: [],
  articles: 1,
  sentences: 1,
  stories: 1,
  strength: 0.5,
  first: null,
  last: null,
});
const graphNode = (number: number, weight: number): GraphNode => ({
  ...ref(number),
  weight,
  community: 0,
  more: 1,
  first: null,
  last: null,
});

const sliceOf = (numbers: readonly number[], fixed: Readonly<Record<string, Point>> = {}): Slice => {
  const shown = new Set(numbers);
  const links = numbers.flatMap((a) => neighboursOf(a).flatMap((b) => (b > a && shown.has(b) ? [link(a, b)] : [])));
  return {
    focus: null,
    nodes: numbers.map((number) => graphNode(number, 1 / (numbers.length + number + 1))),
    links,
    positions: Object.fromEntries(numbers.map((number) => [id(number), fixed[id(number)] ?? { x: number, y: numbers.length }])),
    communities: [],
  };
};

const allows = (types: readonly NodeType[] | undefined, number: number) => !types || types.includes(typeOf(number));

const core = {
  overview: ({ types }: Args<'overview'>): Slice => sliceOf(everyone.filter((number) => allows(types, number)).slice(0, 10)),
  neighbourhood: ({ id: of, types, limit: most = 6, shown = [], fixed = {} }: Args<'neighbourhood'>): Neighbourhood => {
    const middle = numberOf(of);
    // a first picture of six: the world is small
    const limit = Math.min(most, shown.length === 0 ? 6 : most);
    const there = new Set([middle, ...shown.map(numberOf)]);
    const all = neighboursOf(middle).filter((number) => allows(types, number));
    const added = all.filter((number) => !there.has(number)).slice(0, limit);
    // a core that forgot what must not move: the board holds it all the same
    const slice = sliceOf([...there, ...added], limit > 20 ? fixed : {});
    const nodes = slice.nodes.map((node) => ({ ...node, depth: node.id === of ? 0 : 1 }));
    return { ...slice, nodes, focus: of, of: ref(middle), total: all.length, more: 0 };
  },
  neighbours: ({ id: of, types, offset = 0, limit = 40 }: Args<'neighbours'>): Neighbours => {
    const all = neighboursOf(numberOf(of)).filter((number) => allows(types, number));
    return {
      of: ref(numberOf(of)),
      items: all.slice(offset, offset + limit).map((number) => ({ node: ref(number), link: link(numberOf(of), number) })),
      total: all.length,
      byType: { company: 0, organization: 0, person: 0, place: 0, product: 0, story: 0 },
    };
  },
  slice: ({ nodes, fixed }: Args<'slice'>): Slice => sliceOf(nodes.map(numberOf), fixed),
  paths: ({ from, to }: Args<'paths'>) => ({
    found: false,
    from: ref(numberOf(from)),
    to: ref(numberOf(to)),
    searchedSteps: 6,
    searchedNodes: 31,
    gaveUp: false,
  }),
  community: ({ head, limit = 5 }: Args<'community'>) => ({
    ...sliceOf(neighboursOf(numberOf(head)).slice(0, limit)),
    name: `Those round ${numberOf(head)}`,
    total: 99,
  }),
  arrange: ({ nodes, layout, fixed = {} }: Args<'arrange'>) => ({
    positions: Object.fromEntries(nodes.map((node, at) => [node, fixed[node] ?? { x: at * 10, y: layout.length }])),
    axis: layout === 'timeline' ? [{ x: 0, label: '2025' }] : [],
  }),
  centrality: ({ nodes }: Args<'centrality'>) => Object.fromEntries(nodes.map((node, at) => [node, 1 / (at + 1)])),
};

const open = (answers: Answers = {}) => {
  const memory = memoryHost({ ...core, ...answers });
  const app = createApp(memory.host);
  return {
    app,
    board: () => app.getState().board,
    does: app.getState(),
    asked: (name: string) => memory.calls.filter((call) => call.name === name).map(({ args }) => args),
    /** All that is on the board, and what of it is to be seen. */
    ids: () => app.getState().board.nodes.map((node) => numberOf(node.id)),
    seen: () => seenOf(app.getState().board, null).nodes.map((node) => numberOf(node.id)),
    toast: () => app.getState().chrome.toasts.at(-1),
  };
};

/** A request that is answered when told to. */
const held = <Value>() => {
  let answer: (value: Value) => void = () => undefined;
  let fail: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
};

const status = (part: Partial<LibraryStatus>): LibraryStatus => ({
  folder: '/one',
  name: 'one',
  readOnly: false,
  articles: 1,
  entities: 31,
  relations: 0,
  stories: 0,
  index: 'ready',
  notices: [],
  outdated: 0,
  import: null,
  reread: null,
  ...part,
});

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

describe('asking for a map', () => {
  test('the newest question wins, however late the older one is answered', async () => {
    const first = held<Neighbourhood>();
    const { board, does, ids } = open({
      neighbourhood: (args: Args<'neighbourhood'>) => (args.id === id(5) ? first.promise : core.neighbourhood(args)),
    });
    does.nodeFocused(id(5));
    does.nodeFocused(id(7));
    await settled();
    first.answer(core.neighbourhood({ id: id(5) }));
    await settled();
    expect(board().focus).toBe(id(7));
    expect(ids()).toEqual([7, 0, 6, 8]);
    expect(board().loading.state).toBe('ready');
  });

  test('counts a generation for another question, none for the same one again', async () => {
    const { board, does } = open();
    does.nodeFocused(id(0));
    await settled();
    expect(board().generation).toBe(1);
    does.boardRefreshed();
    await settled();
    expect(board().generation).toBe(1);
    does.nodeFocused(id(3));
    await settled();
    expect(board().generation).toBe(2);
  });

  test('keeps the old map when the new one fails, and asks again on demand', async () => {
    let broken = true;
    const { board, does, ids } = open({
      overview: () => {
        if (broken) throw new NewsgraphError('unavailable', 'The core is being restarted');
        return core.overview({});
      },
    });
    does.nodeFocused(id(5));
    await settled();
    does.overviewRequested();
    await settled();
    expect(board().loading).toMatchObject({ state: 'failed', failure: { message: 'The core is being restarted' } });
    expect(ids()).toEqual([5, 0, 4, 6]);
    broken = false;
    does.boardRefreshed();
    await settled();
    expect(board().loading.state).toBe('ready');
    expect(board().drawn).toEqual({ kind: 'overview' });
    expect(ids()).toHaveLength(10);
  });

  test('given nodes are shown with the links among them; the filter, hiding and growing work there too', async () => {
    const { board, does, ids, seen, app } = open();
    does.graphModeChosen('table');
    does.nodesShown([id(4), id(5), id(6)], 'An article');
    await settled();
    expect(app.getState().graphMode).toBe('graph');
    expect(board().view).toMatchObject({ kind: 'among', title: 'An article' });
    expect(ids()).toEqual([4, 5, 6]);
    expect(board().links.map((each) => each.id)).toEqual([linkIdOf(id(4), id(5)), linkIdOf(id(5), id(6))]);

    does.nodeExpanded(id(4), 2);
    await settled();
    const grown = ids();
    expect(grown.length).toBeGreaterThan(3);
    const places = board().positions;
    does.typeToggled('person');
    expect(seen()).toEqual(grown.filter((number) => typeOf(number) !== 'person'));
    expect(board().positions).toBe(places);
    does.typeToggled('person');
    expect(seen()).toEqual(grown);

    does.nodesHidden([id(5)]);
    does.boardRefreshed();
    await settled();
    expect(seen()).toEqual(grown.filter((number) => number !== 5));
  });

  test('what paths are kept from is a step each, and stays the same board', async () => {
    const slice = sliceOf([1, 0, 2]);
    const paths = ({ from, to, without }: Args<'paths'>) => {
      const numbers = without?.includes(id(0)) ? [1, 3, 2] : [1, 0, 2];
      return { found: true, from: ref(numberOf(from)), to: ref(numberOf(to)), paths: [], slice: { ...slice, ...sliceOf(numbers) } };
    };
    const { does, board, ids, asked, app } = open({ paths });
    does.pathRequested(id(1), id(2));
    await settled();
    does.nodesMoved({ [id(1)]: { x: 70, y: 80 } });
    const steps = app.getState().history.past.length;
    does.pathKeptFrom({ id: id(0), name: 'Node 0' });
    await settled();
    does.pathKeptFrom({ id: id(0), name: 'Node 0' });
    does.pathKeptFromType('place');
    await settled();
    expect(asked('paths').at(-1)).toMatchObject({ without: [id(0)], withoutTypes: ['place'] });
    expect(ids()).toEqual([1, 3, 2]);
    expect(board().positions[id(1)]).toEqual({ x: 70, y: 80 });
    expect(
      app
        .getState()
        .history.past.slice(steps)
        .map(({ label }) => label),
    ).toEqual(['Another way without Node 0', 'Not through places']);
    does.undoRequested();
    expect(board().view).toMatchObject({ without: [id(0)], withoutTypes: [] });
    does.undoRequested();
    expect(board().view).toMatchObject({ without: [], withoutTypes: [] });
    expect(ids()).toEqual([1, 0, 2]);
    does.redoRequested();
    does.pathLetThrough({ id: id(0), name: 'Node 0' });
    await settled();
    expect(asked('paths').at(-1)).toMatchObject({ without: [], withoutTypes: [] });
    does.pathKeptFromType('place');
    await settled();
    does.pathLetThroughAll();
    await settled();
    expect(asked('paths').at(-1)).toMatchObject({ without: [], withoutTypes: [] });
    expect(app.getState().history.past.at(-1)?.label).toBe('Nothing left out');
  });

  test('a path that there is none of is an answer', async () => {
    const { board, does } = open();
    does.pathRequested(id(1), id(2));
    await settled();
    expect(board().path).toMatchObject({ found: false, searchedSteps: 6 });
    expect(board().nodes).toEqual([]);
  });

  test('leads back to a first map that was left before it had come', async () => {
    const { board, does } = open();
    does.overviewRequested();
    does.nodeFocused(id(1));
    await settled();
    expect(board().focus).toBe(id(1));
    does.boardBack();
    await settled();
    expect(board().drawn).toEqual({ kind: 'overview' });
  });

  test('leads back and forward through what was looked at', async () => {
    const { app, board, does } = open();
    for (const step of [() => does.overviewRequested(), () => does.nodeFocused(id(1)), () => does.nodeFocused(id(2))]) {
      step();
      await settled();
    }
    does.boardBack();
    await settled();
    expect(board().focus).toBe(id(1));
    does.boardBack();
    await settled();
    expect(board().drawn).toEqual({ kind: 'overview' });
    does.boardForward();
    await settled();
    expect(board().focus).toBe(id(1));
    does.nodeFocused(id(9));
    await settled();
    expect(app.getState().boardTrail.forward).toEqual([]);
  });
});

describe('growing a map', () => {
  test('leaves every node where it was, at its size', async () => {
    const { board, does, ids } = open();
    does.nodeFocused(id(0));
    await settled();
    const before = board();
    does.nodeExpanded(id(0), 4);
    await settled();
    expect(ids()).toHaveLength(before.nodes.length + 4);
    for (const node of before.nodes) {
      expect(board().positions[node.id]).toEqual(before.positions[node.id]);
      expect(board().nodes.find((each) => each.id === node.id)?.weight).toBe(node.weight);
    }
    expect(board().generation).toBe(before.generation);
  });

  test('twice in a row adds twice as much', async () => {
    const { does, ids } = open();
    does.nodeFocused(id(0));
    await settled();
    const before = ids().length;
    does.nodeExpanded(id(0), 3);
    does.nodeExpanded(id(0), 3);
    await settled();
    await settled();
    expect(ids()).toHaveLength(before + 6);
    expect(new Set(ids()).size).toBe(ids().length);
  });

  test('that comes too late for its map is dropped', async () => {
    const late = held<Neighbourhood>();
    const { board, does, ids } = open({
      neighbourhood: (args: Args<'neighbourhood'>) => (args.shown?.length ? late.promise : core.neighbourhood(args)),
    });
    does.nodeFocused(id(0));
    await settled();
    does.nodeExpanded(id(0));
    await settled();
    does.nodeFocused(id(20));
    await settled();
    late.answer(core.neighbourhood({ id: id(0), limit: 12 }));
    await settled();
    expect(board().focus).toBe(id(20));
    expect(ids()).toEqual([20, 0, 19, 21]);
  });

  test('that fails says so and leaves the map alone', async () => {
    const { app, board, does } = open({
      neighbourhood: (args: Args<'neighbourhood'>) => {
        if (args.shown?.length) throw new NewsgraphError('internal', 'It broke');
        return core.neighbourhood(args);
      },
    });
    does.nodeFocused(id(0));
    await settled();
    does.nodeExpanded(id(0));
    await settled();
    expect(board().loading.state).toBe('ready');
    expect(app.getState().chrome.toasts.at(-1)).toMatchObject({
      tone: 'problem',
      title: 'Node 0 could not be expanded',
      detail: 'It broke',
    });
  });

  test('of more than ten at once is refused, with what to do', async () => {
    const { app, does, asked } = open();
    does.nodeFocused(id(0));
    await settled();
    const before = asked('neighbourhood').length;
    does.nodesExpanded(everyone.slice(0, 11).map(id));
    await settled();
    expect(app.getState().chrome.toasts.at(-1)).toMatchObject({ title: 'At most 10 nodes are expanded at once' });
    expect(asked('neighbourhood')).toHaveLength(before);
  });

  test('with nothing to add says so', async () => {
    const { app, does } = open();
    does.nodeFocused(id(5));
    await settled();
    does.nodeExpanded(id(5));
    await settled();
    expect(app.getState().chrome.toasts.at(-1)?.title).toBe('All neighbours of Node 5 that the filter lets through are shown');
  });
});

describe('what the user does to a map', () => {
  test('a node that was put somewhere is pinned, and stays there whatever is asked again', async () => {
    const { board, does } = open();
    does.overviewRequested();
    await settled();
    does.nodesMoved({ [id(2)]: { x: 500, y: -40 } });
    expect(board().pinned.has(id(2))).toBe(true);
    does.boardRefreshed();
    await settled();
    expect(board().positions[id(2)]).toEqual({ x: 500, y: -40 });
    does.pinsToggled([id(2)]);
    expect(board().pinned.size).toBe(0);
    does.pinsToggled([id(2), id(3)]);
    does.pinsToggled([id(3), id(4)]);
    expect([...board().pinned].sort()).toEqual([id(2), id(3), id(4)]);
  });

  test('a filter is done in the window: it keeps places, what was grown and what was hidden', async () => {
    const { board, does, ids, seen, asked } = open();
    does.nodeFocused(id(0));
    await settled();
    does.nodeExpanded(id(0), 6);
    await settled();
    does.nodesMoved({ [id(4)]: { x: 77, y: 77 } });
    does.nodesHidden([id(2)]);
    const before = ids();
    const questions = asked('neighbourhood').length;
    does.typeToggled('person');
    expect(seen().every((number) => number === 0 || typeOf(number) === 'company')).toBe(true);
    expect(ids()).toEqual(before);
    does.filterChanged({ strength: 0.9 });
    expect(seen()).toEqual([0]);
    does.filterCleared();
    expect(seen()).toEqual(before.filter((number) => number !== 2));
    expect(board().positions[id(4)]).toEqual({ x: 77, y: 77 });
    expect(asked('neighbourhood')).toHaveLength(questions);
    does.hiddenShown();
    expect(seen()).toEqual(before);
  });

  test('the table follows the types of the filter, and undoing it', async () => {
    const { does, asked } = open();
    does.nodeFocused(id(0));
    await settled();
    does.filterChanged({ typesOff: ['person'] });
    does.filterChanged({ strength: 0.1 });
    does.undoRequested();
    does.undoRequested();
    await settled();
    expect(asked('neighbours').map((args) => (args as Args<'neighbours'>).types?.includes('person'))).toEqual([true, false, true]);
  });

  test('hiding takes the links along, and the selection of either', async () => {
    const { board, does, app, seen } = open();
    does.nodeFocused(id(5));
    await settled();
    does.targetSelected({ kind: 'link', id: linkIdOf(id(5), id(6)) });
    does.nodesHidden([id(6)]);
    expect(seen()).toEqual([5, 0, 4]);
    expect(seenIn(app.getState()).links.some((each) => each.source === id(6) || each.target === id(6))).toBe(false);
    expect(board().selected).toBeNull();
  });

  test('the node in the middle cannot be hidden', async () => {
    const { does, seen, toast } = open();
    does.nodeFocused(id(5));
    await settled();
    does.nodesHidden([id(5)]);
    expect(seen()).toContain(5);
    expect(toast()?.title).toBe('The node in the middle stays');
    does.nodesHidden([id(5), id(4)]);
    expect(seen()).toEqual([5, 0, 6]);
  });

  test('those that are shown alone are alone, with or without the middle', async () => {
    const { board, does, seen } = open();
    does.nodeFocused(id(5));
    await settled();
    does.nodesIsolated(new Set([id(4), id(6)]));
    expect(seen()).toEqual([4, 6]);
    expect(board()).toMatchObject({ focus: null, selected: null });
    does.undoRequested();
    expect(seen()).toEqual([5, 0, 4, 6]);
    expect(board().focus).toBe(id(5));
  });

  test('collapsing takes what expanding added, also by way of others, but nothing put somewhere by hand', async () => {
    const { does, seen, ids, toast } = open();
    does.nodesShown([id(10)], 'One');
    await settled();
    does.nodeExpanded(id(10), 3);
    await settled();
    does.nodeExpanded(id(11), 1);
    await settled();
    expect(ids()).toEqual([10, 0, 9, 11, 12]);
    does.nodesHidden([id(9)]);
    does.nodesMoved({ [id(12)]: { x: 1, y: 1 } });
    does.nodeCollapsed(id(10));
    expect(ids()).toEqual([10, 12]);
    does.nodeCollapsed(id(10));
    expect(toast()?.title).toBe('Nothing was added by expanding Node 10');
    // what was hidden and then collapsed comes back when one expands again
    does.nodeExpanded(id(10), 3);
    await settled();
    expect(seen()).toEqual([10, 12, 0, 9, 11]);
  });

  test('links that were left out are revealed, and only those', async () => {
    const { board, does, toast } = open({
      overview: () => ({ ...sliceOf([1, 2, 3, 4]), links: [link(1, 2)] }),
    });
    does.overviewRequested();
    await settled();
    does.linksRevealed(new Set([id(2), id(3)]));
    await settled();
    expect(board().links.map((each) => each.id)).toEqual([linkIdOf(id(1), id(2)), linkIdOf(id(2), id(3))]);
    does.linksRevealed(new Set([id(2), id(3)]));
    await settled();
    expect(toast()?.title).toBe('All links among these are shown');
    does.undoRequested();
    expect(board().links).toHaveLength(1);
  });

  test('picked neighbours join in one step; those that were hidden come back', async () => {
    const { board, does, ids, seen, app } = open();
    does.nodeFocused(id(0));
    await settled();
    does.nodesHidden([id(3)]);
    const steps = app.getState().history.past.length;
    does.neighboursAdded(id(0), [id(20), id(21), id(3)]);
    await settled();
    expect(ids().slice(-2)).toEqual([20, 21]);
    expect(seen()).toContain(3);
    expect(board().grown.get(id(20))).toBe(id(0));
    expect(app.getState().history.past).toHaveLength(steps + 1);
    does.undoRequested();
    expect(seen()).toEqual([0, 1, 2, 4, 5, 6]);
  });

  test('reaching farther keeps places, pins and what was hidden; it is a step, and none on the way back through maps', async () => {
    const { app, board, does, asked } = open();
    does.nodeFocused(id(5));
    await settled();
    does.nodesMoved({ [id(4)]: { x: 3, y: 4 } });
    does.nodesHidden([id(6)]);
    const { positions } = board();
    does.depthChosen(2);
    await settled();
    expect(asked('neighbourhood').at(-1)).toMatchObject({ depth: 2, fixed: positions });
    expect(board()).toMatchObject({ view: { depth: 2 }, pinned: new Set([id(4)]), hidden: new Set([id(6)]) });
    expect(app.getState().boardTrail.back).toEqual([]);
    expect(app.getState().history.past.at(-1)?.label).toBe('Depth 2');
    does.undoRequested();
    expect(board().drawn).toMatchObject({ kind: 'around', depth: 1 });
  });

  test('a map asked for with a type off has that type all the same, and as many of the others', async () => {
    const { does, ids, seen } = open();
    does.overviewRequested();
    await settled();
    does.typeToggled('company');
    does.nodeFocused(id(0));
    await settled();
    expect(seen().filter((number) => number !== 0).length).toBeGreaterThan(6);
    expect(seen().every((number) => number === 0 || typeOf(number) === 'person')).toBe(true);
    does.typeToggled('company');
    expect(seen()).toEqual(ids());
    expect(ids()).toContain(1);
  });

  test('another layout leaves pinned nodes alone where it is one by links, and is a step', async () => {
    const { board, does } = open();
    does.nodesShown([id(1), id(2), id(3)], 'Three');
    await settled();
    does.nodesMoved({ [id(2)]: { x: 5, y: 5 } });
    const { generation } = board();
    does.layoutChosen('timeline');
    await settled();
    expect(board()).toMatchObject({ layout: 'timeline', axis: [{ label: '2025' }], generation: generation + 1 });
    expect(board().positions[id(2)]).toEqual({ x: 10, y: 8 });
    does.undoRequested();
    expect(board()).toMatchObject({ layout: 'force', axis: [] });
    expect(board().positions[id(2)]).toEqual({ x: 5, y: 5 });
    does.layoutChosen('force');
    await settled();
    expect(board().positions[id(2)]).toEqual({ x: 5, y: 5 });
    expect(board().positions[id(3)]).toEqual({ x: 20, y: 5 });
  });

  test('sizes follow what runs through a node, and those who join are measured too', async () => {
    const { board, does, app } = open();
    does.nodesShown([id(1), id(2)], 'Two');
    await settled();
    does.sizingChosen('centrality');
    await settled();
    expect(seenIn(app.getState()).nodes.map(({ weight }) => weight)).toEqual([1, 0.5]);
    does.nodeExpanded(id(2), 1);
    await settled();
    await settled();
    expect(board().sizing).toBe('centrality');
    expect(seenIn(app.getState()).nodes.map(({ weight }) => weight)).toEqual([1, 0.5, 1 / 3]);
    does.sizingChosen('strength');
    expect(seenIn(app.getState()).nodes[0]?.weight).toBe(board().nodes[0]?.weight);
  });

  test('another library starts with a clean map and no way back to the old one', async () => {
    const { app, board, does } = open();
    app.setState({ library: { ...app.getState().library, status: status({}) } });
    does.overviewRequested();
    await settled();
    does.nodeFocused(id(3));
    await settled();
    does.overviewRequested();
    await settled();
    does.nodesMoved({ [id(2)]: { x: 9, y: 9 } });
    does.nodesHidden([id(1)]);
    app.setState({ library: { ...app.getState().library, status: status({ folder: '/two' }) } });
    does.overviewRequested();
    await settled();
    expect(board()).toMatchObject({ folder: '/two', pinned: new Set(), hidden: new Set() });
    expect(board().nodes).toHaveLength(10);
    expect(app.getState().boardTrail).toEqual({ back: [], forward: [] });
    expect(app.getState().history.past).toEqual([]);
  });
});

describe('what is selected', () => {
  test('one at a time by a click, more by adding, and the last of them is what the card is about', async () => {
    const { board, does } = open();
    does.overviewRequested();
    await settled();
    does.targetSelected({ kind: 'node', id: id(1) });
    does.selectionToggled(id(2));
    expect(board()).toMatchObject({ selected: { kind: 'node', id: id(2) }, selection: new Set([id(1), id(2)]) });
    does.selectionToggled(id(2));
    expect(board()).toMatchObject({ selected: { kind: 'node', id: id(1) }, selection: new Set([id(1)]) });
    does.nodesSelected([id(3), id(1), id(4)]);
    expect(board().selected?.id).toBe(id(1));
    does.targetSelected({ kind: 'link', id: linkIdOf(id(1), id(2)) });
    expect(board().selection.size).toBe(0);
    does.nodesSelected([]);
    expect(board().selected).toBeNull();
  });

  test('holds nothing that is not on the board', async () => {
    const { board, does } = open();
    does.overviewRequested();
    await settled();
    does.targetSelected({ kind: 'node', id: id(25) });
    expect(board()).toMatchObject({ selected: { id: id(25) }, selection: new Set() });
    does.selectionToggled(id(26));
    does.nodesSelected([id(27), id(3)]);
    expect(board()).toMatchObject({ selected: { id: id(3) }, selection: new Set([id(3)]) });
  });

  test('is no step to undo', async () => {
    const { app, does } = open();
    does.overviewRequested();
    await settled();
    does.nodesSelected([id(3), id(1)]);
    expect(app.getState().history.past).toEqual([]);
  });
});

describe('undo and redo', () => {
  test('another map is a step: undoing it brings back the one before at once, with its places', async () => {
    const { board, does, asked } = open();
    does.overviewRequested();
    await settled();
    does.nodesMoved({ [id(2)]: { x: 500, y: -40 } });
    const before = docOf(board());
    const { generation } = board();
    does.nodeFocused(id(5));
    await settled();
    const questions = asked('overview').length;
    does.undoRequested();
    expect(docOf(board())).toEqual(before);
    expect(board().generation).toBe(generation + 2);
    expect(asked('overview')).toHaveLength(questions);
    does.redoRequested();
    expect(board()).toMatchObject({ focus: id(5), drawn: { kind: 'around', id: id(5) } });
  });

  test('while another map is waited for, undoing stops waiting', async () => {
    const late = held<Neighbourhood>();
    const { board, does } = open({ neighbourhood: () => late.promise });
    does.overviewRequested();
    await settled();
    does.nodesHidden([id(2)]);
    does.nodeFocused(id(5));
    does.undoRequested();
    expect(board()).toMatchObject({ view: { kind: 'overview' }, loading: { state: 'ready' }, hidden: new Set([id(2)]) });
    late.answer(core.neighbourhood({ id: id(5) }));
    await settled();
    expect(board().focus).toBeNull();
    does.undoRequested();
    expect(board().hidden.size).toBe(0);
  });

  test('after a map that could not be had, the step before is undone', async () => {
    const { board, does } = open({
      neighbourhood: () => {
        throw new NewsgraphError('internal', 'It broke');
      },
    });
    does.overviewRequested();
    await settled();
    does.nodesHidden([id(2)]);
    does.nodeFocused(id(5));
    await settled();
    does.nodesHidden([id(3)]);
    does.undoRequested();
    does.undoRequested();
    expect(board()).toMatchObject({ view: { kind: 'overview' }, loading: { state: 'ready' }, hidden: new Set() });
    does.redoRequested();
    expect(board()).toMatchObject({ view: { kind: 'overview' }, hidden: new Set([id(2)]) });
  });

  test('a control that is dragged is one step', async () => {
    const { app, board, does } = open();
    does.overviewRequested();
    await settled();
    for (const strength of [0.1, 0.2, 0.3]) does.filterChanged({ strength }, 'strength');
    does.changeSettled();
    does.filterChanged({ strength: 0.4 }, 'strength');
    expect(app.getState().history.past.map(({ label }) => label)).toEqual(['Filter', 'Filter']);
    does.undoRequested();
    expect(board().filter.strength).toBe(0.3);
    does.undoRequested();
    expect(board().filter.strength).toBe(0);
  });

  test('expanding several is one step', async () => {
    const { app, does, ids } = open();
    does.nodesShown([id(10), id(20)], 'Two');
    await settled();
    does.nodesExpanded([id(10), id(20)]);
    await settled();
    await settled();
    expect(ids()).toEqual([10, 20, 0, 9, 11, 19, 21]);
    expect(app.getState().history.past.map(({ label }) => label)).toEqual(['Expand 2 nodes']);
    does.undoRequested();
    expect(ids()).toEqual([10, 20]);
    does.redoRequested();
    expect(ids()).toHaveLength(7);
  });

  test('what was corrected away meanwhile leaves a board that is brought back', async () => {
    const gone = new Set<number>();
    const { board, does, ids } = open({
      slice: ({ nodes, fixed }: Args<'slice'>) =>
        sliceOf(
          nodes.map(numberOf).filter((number) => !gone.has(number)),
          fixed,
        ),
    });
    does.nodesShown([id(1), id(2), id(3)], 'Three');
    await settled();
    does.nodesMoved({ [id(3)]: { x: 9, y: 9 } });
    does.overviewRequested();
    await settled();
    gone.add(2);
    does.boardRevised(null);
    await settled();
    does.undoRequested();
    expect(ids()).toEqual([1, 2, 3]);
    await settled();
    expect(ids()).toEqual([1, 3]);
    expect(board().positions[id(3)]).toEqual({ x: 9, y: 9 });
    expect(board().view).toMatchObject({ kind: 'among', title: 'Three' });
  });

  test('a neighbourhood whose middle was corrected away is what is left of it', async () => {
    let gone = false;
    const { board, does, ids } = open({
      neighbourhood: (args: Args<'neighbourhood'>) => {
        if (gone && args.id === id(5)) throw new NewsgraphError('not-found', 'It is gone');
        return core.neighbourhood(args);
      },
      slice: ({ nodes, fixed }: Args<'slice'>) =>
        sliceOf(
          nodes.map(numberOf).filter((number) => !(gone && number === 5)),
          fixed,
        ),
    });
    does.nodeFocused(id(5));
    await settled();
    does.nodeFocused(id(20));
    await settled();
    gone = true;
    does.boardRevised(null);
    await settled();
    does.undoRequested();
    await settled();
    expect(ids()).toEqual([0, 4, 6]);
    expect(board()).toMatchObject({ view: { kind: 'among', title: 'Node 5' }, focus: null, selected: null });
  });

  test('the last correction is undone where it came after the last step of the board', async () => {
    const { app, does, asked, seen } = open();
    does.overviewRequested();
    await settled();
    does.nodesHidden([id(1)]);
    app.setState({ corrections: { ...app.getState().corrections, made: [7] } });
    does.undoRequested();
    await settled();
    expect(asked('correctionUndo')).toEqual([{ id: 7 }]);
    expect(seen()).not.toContain(1);
    does.nodesHidden([id(2)]);
    does.undoRequested();
    expect(seen()).toContain(2);
  });
});

describe('the table beside the map', () => {
  test('lists the neighbours of the middle, a window at a time, none twice', async () => {
    const { app, does, asked } = open({
      neighbours: (args: Args<'neighbours'>) => core.neighbours({ ...args, limit: Math.min(args.limit ?? 12, 12) }),
    });
    does.nodeFocused(id(0));
    await settled();
    does.moreNeighboursRequested();
    does.moreNeighboursRequested();
    await settled();
    const { neighbours } = app.getState().table;
    expect(neighbours?.items.map(({ node }) => numberOf(node.id))).toEqual(everyone.slice(1, 25));
    expect(asked('neighbours')).toHaveLength(2);
  });

  test('is empty where there is no middle', async () => {
    const { app, does } = open();
    does.nodeFocused(id(0));
    await settled();
    does.overviewRequested();
    await settled();
    expect(app.getState().table).toEqual({ neighbours: null, loading: { state: 'idle' } });
  });
});

describe('an entity that turned out to be another one', () => {
  test('stands in the middle under the id that it has now, selected', async () => {
    const { board, does, ids } = open({
      neighbourhood: (args: Args<'neighbourhood'>) => core.neighbourhood({ ...args, id: args.id === id(5) ? id(7) : args.id }),
    });
    does.nodeFocused(id(5));
    await settled();
    expect(board()).toMatchObject({ view: { kind: 'around', id: id(7) }, focus: id(7), selected: { kind: 'node', id: id(7) } });
    expect(ids()).toContain(7);
    does.boardRefreshed();
    await settled();
    expect(board().generation).toBe(1);
  });
});

describe('a board whose articles were understood anew', () => {
  test('an overview stays where it is; only who is new is placed', async () => {
    let first = 0;
    const { board, does, ids, asked } = open({
      overview: () => sliceOf(everyone.slice(first, first + 10), first === 0 ? {} : { [id(5)]: { x: 77, y: 77 } }),
    });
    does.overviewRequested();
    await settled();
    const before = board().positions;
    first = 1;
    does.boardRevised(null);
    await settled();
    expect(ids()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(board().positions[id(5)]).toEqual(before[id(5)]);
    expect(board().positions[id(10)]).toBeDefined();
    expect(board().positions[id(0)]).toBeUndefined();
    expect(board().generation).toBe(1);
    expect(asked('slice')).toMatchObject([{ fixed: before }]);
  });

  test('one that was never drawn asks for nothing', () => {
    const { does, asked } = open();
    does.boardRevised(null);
    expect(asked('overview')).toEqual([]);
  });
});
