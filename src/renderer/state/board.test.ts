import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Args } from '../../shared/contract.ts';
import { type EntityId, linkIdOf, type NodeId, type NodeRef, type NodeType } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { GraphLink, GraphNode, LibraryStatus, Neighbourhood, Neighbours, Point, Slice } from '../../shared/views.ts';
import { createApp } from './app.ts';
import { type Answers, memoryHost, settled } from './memory-host.ts';

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
const graphNode = (number: number, weight: number): GraphNode => ({ ...ref(number), weight, community: 0, more: 1 });

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
  neighbourhood: ({ id: of, types, limit = 6, shown = [], fixed = {} }: Args<'neighbourhood'>): Neighbourhood => {
    const middle = numberOf(of);
    const there = new Set([middle, ...shown.map(numberOf)]);
    const all = neighboursOf(middle).filter((number) => allows(types, number));
    const added = all.filter((number) => !there.has(number)).slice(0, limit);
    // a core that forgot what must not move: the board holds it all the same
    const slice = sliceOf([...there, ...added], limit > 20 ? fixed : {});
    return { ...slice, focus: of, of: ref(middle), total: all.length, more: 0 };
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
  path: ({ from, to }: Args<'path'>) => ({
    found: false,
    from: ref(numberOf(from)),
    to: ref(numberOf(to)),
    searchedSteps: 6,
    searchedNodes: 31,
  }),
};

const open = (answers: Answers = {}) => {
  const memory = memoryHost({ ...core, ...answers });
  const app = createApp(memory.host);
  return {
    app,
    board: () => app.getState().board,
    does: app.getState(),
    asked: (name: string) => memory.calls.filter((call) => call.name === name).map(({ args }) => args),
    ids: () => app.getState().board.nodes.map((node) => numberOf(node.id)),
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
    const { board, does, ids, app, asked } = open();
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
    await settled();
    expect(ids()).toEqual(grown.filter((number) => typeOf(number) !== 'person'));
    expect(asked('slice').at(-1)).toMatchObject({ fixed: places });
    does.typeToggled('person');
    await settled();
    expect(new Set(ids())).toEqual(new Set(grown));

    does.nodeHidden(id(5));
    does.boardRefreshed();
    await settled();
    expect(ids()).not.toContain(5);
  });

  test('a path that there is none of is an answer', async () => {
    const { board, does } = open();
    does.pathRequested(id(1), id(2));
    await settled();
    expect(board().path).toMatchObject({ found: false, searchedSteps: 6 });
    expect(board().nodes).toEqual([]);
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
    does.nodeMoved(id(2), { x: 500, y: -40 });
    expect(board().pinned.has(id(2))).toBe(true);
    does.boardRefreshed();
    await settled();
    expect(board().positions[id(2)]).toEqual({ x: 500, y: -40 });
    does.nodeUnpinned(id(2));
    expect(board().pinned.size).toBe(0);
  });

  test('a filter keeps places, what was grown and what was hidden', async () => {
    const { board, does, ids } = open();
    does.nodeFocused(id(0));
    await settled();
    does.nodeExpanded(id(0), 6);
    await settled();
    does.nodeMoved(id(4), { x: 77, y: 77 });
    does.nodeHidden(id(2));
    const before = board();
    does.typeToggled('person');
    await settled();
    expect(ids().every((number) => number === 0 || typeOf(number) === 'company')).toBe(true);
    does.typeToggled('person');
    await settled();
    expect(new Set(ids())).toEqual(new Set(before.nodes.map((node) => numberOf(node.id))));
    expect(board().positions[id(4)]).toEqual({ x: 77, y: 77 });
    does.hiddenShown();
    await settled();
    expect(ids()).toContain(2);
  });

  test('hiding takes the links along, and the selection of either', async () => {
    const { board, does } = open();
    does.nodeFocused(id(5));
    await settled();
    does.targetSelected({ kind: 'link', id: linkIdOf(id(5), id(6)) });
    does.nodeHidden(id(6));
    expect(board().links.some((each) => each.source === id(6) || each.target === id(6))).toBe(false);
    expect(board().selected).toBeNull();
    expect(board().positions[id(6)]).toBeUndefined();
  });

  test('the node in the middle cannot be hidden', async () => {
    const { app, does, ids } = open();
    does.nodeFocused(id(5));
    await settled();
    does.nodeHidden(id(5));
    expect(ids()).toContain(5);
    expect(app.getState().chrome.toasts.at(-1)?.title).toBe('The node in the middle stays');
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
    does.nodeMoved(id(2), { x: 9, y: 9 });
    does.nodeHidden(id(1));
    app.setState({ library: { ...app.getState().library, status: status({ folder: '/two' }) } });
    does.overviewRequested();
    await settled();
    expect(board()).toMatchObject({ folder: '/two', pinned: new Set(), hidden: new Set() });
    expect(board().nodes).toHaveLength(10);
    expect(app.getState().boardTrail).toEqual({ back: [], forward: [] });
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
