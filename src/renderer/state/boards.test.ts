import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type BoardContent, noFilter } from '../../shared/board.ts';
import type { Args } from '../../shared/contract.ts';
import { type EntityId, linkIdOf, type NodeId } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { GraphNode, LibraryStatus, Slice } from '../../shared/views.ts';
import type { OpenedBoard, SavedBoard } from '../../shared/views-boards.ts';
import { createApp } from './app.ts';
import { boardDiffers, savedName } from './boards.ts';
import { type Answers, memoryHost, settled } from './memory-host.ts';

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});

const id = (number: number): NodeId => `e_${number.toString(16).padStart(24, '0')}` as EntityId;
const node = (number: number): GraphNode => ({
  id: id(number),
  type: 'company',
  name: `Node ${number}`,
  articles: 2,
  weight: 0.5,
  community: 0,
  more: 0,
  first: null,
  last: null,
});
const link = (a: number, b: number): Slice['links'][number] => ({
  id: linkIdOf(id(a), id(b)),
  source: id(a),
  target: id(b),
  kind: 'co-mention',
  relations: [],
  articles: 1,
  sentences: 1,
  stories: 1,
  strength: 0.5,
  first: null,
  last: null,
});
const slice = (...numbers: number[]): Slice => ({
  focus: null,
  nodes: numbers.map(node),
  links: numbers.slice(1).map((number) => link(numbers[0] ?? 0, number)),
  positions: Object.fromEntries(numbers.map((number) => [id(number), { x: number, y: number }])),
  communities: [],
});
const around = (number: number) => ({ ...slice(number, number + 1, number + 2), focus: id(number), of: node(number), total: 2, more: 0 });
const neighbours = ({ id: of }: Args<'neighbours'>) => ({ of: { ...node(0), id: of }, items: [], total: 7, byType: {} });

const status: LibraryStatus = {
  folder: '/one',
  name: 'one',
  readOnly: false,
  articles: 1,
  entities: 3,
  relations: 0,
  stories: 0,
  index: 'ready',
  notices: [],
  outdated: 0,
  import: null,
  reread: null,
};

/** A host that keeps boards. */
const open = (answers: Answers = {}, part: Partial<LibraryStatus> = {}) => {
  const kept = new Map<string, { line: SavedBoard; content: BoardContent }>();
  const deleted = new Map<string, { line: SavedBoard; content: BoardContent }>();
  let count = 0;
  const keep = (board: string, name: string, content: BoardContent): SavedBoard => {
    count += 1;
    const line = {
      id: board,
      name,
      savedAt: `2025-01-${String(count).padStart(2, '0')}T00:00:00Z`,
      nodes: content.nodes.length,
      began: 'x',
    };
    kept.set(board, { line, content });
    return line;
  };
  const memory = memoryHost({
    status: () => ({ ...status, ...part }),
    overview: () => slice(1, 2, 3),
    neighbourhood: ({ id: of }: Args<'neighbourhood'>) => around(Number.parseInt(of.slice(2), 16)),
    neighbours,
    activity: () => ({
      nodes: {},
      links: {},
      publishers: [],
      histogram: { unit: 'day', bars: [], undated: 0 },
      fresh: { nodes: [], links: [] },
    }),
    boards: () => [...kept.values()].map(({ line }) => line),
    boardSave: ({ id: board, name, content }: Args<'boardSave'>) => {
      if (board && !kept.has(board)) throw new NewsgraphError('not-found', 'gone');
      if ([...kept.values()].some(({ line }) => line.name === name && line.id !== board)) throw new NewsgraphError('bad-argument', 'taken');
      return keep(board ?? `b_${kept.size}`, name, content as BoardContent);
    },
    boardOpen: ({ id: board }: Args<'boardOpen'>): OpenedBoard => {
      const there = kept.get(board);
      if (!there) throw new NewsgraphError('not-found', 'gone');
      const numbers = there.content.nodes.map((each) => Number.parseInt(each.id.slice(2), 16));
      const places = Object.fromEntries(there.content.nodes.map((each) => [each.id, each.place ?? { x: 0, y: 0 }]));
      const now = { ...slice(...numbers), positions: places, focus: there.content.focus };
      return { board: there.line, content: there.content, slice: now, vanished: [], became: [], changed: { nodes: [id(2)], links: [] } };
    },
    boardRename: ({ id: board, name }: Args<'boardRename'>) => {
      const there = kept.get(board);
      if (!there) throw new NewsgraphError('not-found', 'gone');
      return keep(board, name, there.content);
    },
    boardDelete: ({ id: board }: Args<'boardDelete'>) => {
      const there = kept.get(board);
      if (!there) throw new NewsgraphError('not-found', 'gone');
      deleted.set(board, there);
      kept.delete(board);
      return there.line;
    },
    boardRestore: ({ id: board }: Args<'boardRestore'>) => {
      const there = deleted.get(board);
      if (!there) throw new NewsgraphError('not-found', 'gone');
      return keep(board, there.line.name, there.content);
    },
    ...answers,
  });
  const app = createApp(memory.host);
  return {
    app,
    kept,
    board: () => app.getState().board,
    asked: (name: string) => memory.calls.filter((call) => call.name === name),
    toasts: () => app.getState().chrome.toasts,
    ready: async () => {
      await app.getState().libraryRequested();
      app.getState().overviewRequested();
      await settled();
    },
    saveAs: async (name: string) => {
      app.getState().boardSaveRequested({ anew: true });
      const failure = await app.getState().boardNamed(name);
      expect(failure).toBeNull();
    },
  };
};

describe('saving', () => {
  test('asks for a name the first time, and marks what changed since', async () => {
    const { app, board, kept, ready, asked } = open();
    await ready();
    const does = app.getState();
    does.boardSaveRequested();
    expect(app.getState().boards.naming).toEqual({ id: null, name: 'Overview' });
    expect(await does.boardNamed('Mine')).toBeNull();
    expect(savedName(app.getState())).toBe('Mine');
    expect(boardDiffers(app.getState())).toBe(false);
    expect(app.getState().boards.naming).toBeNull();

    does.nodesMoved({ [id(2)]: { x: 50, y: 60 } });
    does.noteAdded({ x: 1, y: 2 });
    expect(boardDiffers(app.getState())).toBe(true);
    does.undoRequested();
    does.undoRequested();
    expect(boardDiffers(app.getState())).toBe(false);
    does.redoRequested();
    does.boardSaveRequested();
    await settled();
    expect(asked('boardSave')).toHaveLength(2);
    expect(boardDiffers(app.getState())).toBe(false);
    const [saved] = [...kept.values()];
    expect(saved?.content.nodes.find((each) => each.id === id(2))?.place).toEqual({ x: 50, y: 60 });
    expect(saved?.content.pinned).toEqual([id(2)]);
    expect(board().saved?.name).toBe('Mine');
  });

  test('what was done before saving is undone on the saved board', async () => {
    const { app, board, ready, saveAs } = open();
    await ready();
    const does = app.getState();
    does.nodesHidden([id(2)]);
    await saveAs('Mine');
    does.undoRequested();
    expect(board().hidden.size).toBe(0);
    expect(board().saved?.name).toBe('Mine');
    expect(boardDiffers(app.getState())).toBe(true);
    does.redoRequested();
    expect(boardDiffers(app.getState())).toBe(false);
  });

  test('says why a name can’t be taken, and why a read-only library keeps nothing', async () => {
    const { app, ready, saveAs } = open();
    await ready();
    await saveAs('Mine');
    app.getState().boardSaveRequested({ anew: true });
    expect(await app.getState().boardNamed('Other')).toBeNull();
    app.getState().boardSaveRequested({ anew: true });
    expect((await app.getState().boardNamed('Mine'))?.message).toBe('taken');
    expect(app.getState().boards.naming).not.toBeNull();

    const readOnly = open({}, { readOnly: true, notices: ['Open elsewhere'] });
    await readOnly.ready();
    readOnly.app.getState().boardSaveRequested();
    expect(readOnly.app.getState().boards.naming).toBeNull();
    expect(readOnly.toasts().at(-1)).toMatchObject({ tone: 'problem', detail: 'Open elsewhere' });
  });

  test('one that was deleted elsewhere asks for a name again', async () => {
    const { app, kept, ready, saveAs } = open();
    await ready();
    await saveAs('Mine');
    kept.clear();
    app.getState().boardSaveRequested();
    await settled();
    expect(app.getState().boards.naming).toEqual({ id: null, name: 'Mine' });
  });
});

describe('opening', () => {
  test('is a step of the history, with a way back and what has news', async () => {
    const { app, board, ready, saveAs } = open();
    await ready();
    const does = app.getState();
    does.nodesMoved({ [id(3)]: { x: -9, y: 4 } });
    await saveAs('Mine');
    does.nodeFocused(id(5));
    await settled();
    expect([board().saved, board().focus]).toEqual([null, id(5)]);

    does.savedBoardOpened('b_0');
    await settled();
    expect(board().positions[id(3)]).toEqual({ x: -9, y: 4 });
    expect([...board().changed]).toEqual([id(2)]);
    expect(board().news?.since).toBe('2025-01-01T00:00:00Z');
    expect(boardDiffers(app.getState())).toBe(false);
    does.newsRead();
    expect([board().changed.size, board().news]).toEqual([0, null]);

    does.undoRequested();
    expect([board().saved, board().focus]).toEqual([null, id(5)]);
    does.redoRequested();
    expect(board().saved?.name).toBe('Mine');

    does.boardBack();
    await settled();
    expect(board().view).toEqual({ kind: 'around', id: id(5), depth: 1 });
    does.boardForward();
    await settled();
    expect(board().saved?.name).toBe('Mine');
    expect(board().positions[id(3)]).toEqual({ x: -9, y: 4 });
  });

  test('leaving a saved board with changes offers to undo', async () => {
    const { app, board, ready, saveAs, toasts } = open();
    await ready();
    await saveAs('One');
    await saveAs('Two');
    const does = app.getState();
    does.nodesHidden([id(2)]);
    does.savedBoardOpened('b_0');
    await settled();
    expect(board().saved?.name).toBe('One');
    const offered = toasts().find(({ takeBack }) => takeBack !== undefined);
    expect(offered?.title).toBe('“Two” has changes that are not saved');
    offered?.takeBack?.();
    expect(board().saved?.name).toBe('Two');
    expect(board().hidden.has(id(2))).toBe(true);
  });

  test('one that is gone says so and leaves the map', async () => {
    const { app, board, ready, toasts } = open();
    await ready();
    const before = board().nodes;
    app.getState().savedBoardOpened('b_9');
    await settled();
    expect(board().nodes).toBe(before);
    expect(board().loading.state).toBe('ready');
    expect(toasts().at(-1)?.tone).toBe('problem');
  });

  test('of a neighbourhood asks how many there are by now', async () => {
    const { app, board, ready, saveAs } = open();
    await ready();
    app.getState().nodeFocused(id(5));
    await settled();
    await saveAs('Five');
    app.getState().overviewRequested();
    await settled();
    app.getState().savedBoardOpened('b_0');
    await settled();
    expect([board().focus, board().total]).toEqual([id(5), 7]);
    expect(board().filter).toEqual(noFilter);
  });
});

test('a saved overview keeps its nodes when it is drawn anew, and when articles are understood anew', async () => {
  const { app, board, asked, ready, saveAs } = open({
    slice: ({ nodes }: Args<'slice'>) => slice(...nodes.map((each) => Number.parseInt(each.slice(2), 16))),
  });
  await ready();
  await saveAs('Whole');
  const overviews = asked('overview').length;
  app.getState().boardRefreshed();
  await settled();
  app.getState().boardRevised(null);
  await settled();
  expect(asked('overview')).toHaveLength(overviews);
  expect(board().nodes.map((each) => each.id)).toEqual([1, 2, 3].map(id));
  expect(board().saved?.name).toBe('Whole');
});

test('what is noted on an entity is told where it can’t be kept', async () => {
  const { app } = open({
    noteSet: ({ entity, text }: Args<'noteSet'>) => {
      if (text === 'no') throw new NewsgraphError('read-only', 'not here');
      return { entity, text };
    },
  });
  const entity = id(1) as EntityId;
  expect(await app.getState().entityNoted(entity, 'yes')).toBeNull();
  expect((await app.getState().entityNoted(entity, 'no'))?.message).toBe('not here');
});

test('a deleted board is brought back by undo, and is the one on the map again', async () => {
  const { app, board, kept, ready, saveAs, toasts } = open();
  await ready();
  await saveAs('Mine');
  await app.getState().savedBoardDeleted('b_0');
  expect([kept.size, board().saved, app.getState().boards.list.length]).toEqual([0, null, 0]);
  toasts().at(-1)?.takeBack?.();
  await settled();
  expect([kept.size, board().saved?.name, app.getState().boards.list.length]).toEqual([1, 'Mine', 1]);
});

test('a renamed board shows its new name, also in steps of before', async () => {
  const { app, ready, saveAs } = open();
  await ready();
  await saveAs('Mine');
  app.getState().nodesHidden([id(2)]);
  app.getState().boardRenameRequested('b_0');
  expect(await app.getState().boardNamed('Yours')).toBeNull();
  app.getState().undoRequested();
  expect(savedName(app.getState())).toBe('Yours');
});
