import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Correction, EntityVerdict, Verdict } from '../../shared/corrections.ts';
import type { ArticleId, EntityId } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { CorrectionAnswer, LibraryStatus } from '../../shared/views.ts';
import { createApp } from './app.ts';
import { type Answers, memoryHost, settled } from './memory-host.ts';

const article = `a_${'a'.repeat(24)}` as ArticleId;
const [john, anna] = [`e_${'1'.repeat(24)}` as EntityId, `e_${'2'.repeat(24)}` as EntityId];
const status: LibraryStatus = {
  folder: '/library',
  name: 'Library',
  readOnly: false,
  articles: 2,
  entities: 2,
  relations: 0,
  stories: 2,
  index: 'ready',
  notices: [],
  outdated: 0,
  import: null,
  reread: null,
};
const slice = { focus: null, nodes: [], links: [], positions: {}, communities: [] };
const isAnna: Verdict = { verb: 'somebody-else', entity: anna, name: 'Anna Smith', type: 'person' };
const given = { article, start: 0, end: 5, scope: 'article', verdict: isAnna } as const;

const answer = (id: number, undone: boolean): CorrectionAnswer => {
  const correction: Correction = {
    id,
    about: 'mention',
    madeAt: '2025-03-14T09:00:00Z',
    undoneAt: undone ? '2025-03-14T09:01:00Z' : null,
    scope: 'article',
    article,
    name: 'Smith',
    was: { entity: john, name: 'John Smith', type: 'person' },
    verdict: isAnna,
  };
  return { correction, articles: 1, entity: undone ? john : anna };
};

const gone = () => {
  throw new NewsgraphError('not-found', 'There is no such entity');
};

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

const libraryWith = async (more: Answers = {}) => {
  let made = 0;
  const memory = memoryHost({
    status: () => status,
    overview: () => slice,
    neighbourhood: ({ id }: { id: EntityId }) => ({ ...slice, of: { id }, total: 0, more: 0 }),
    neighbours: ({ id }: { id: EntityId }) => ({ of: { id }, items: [], total: 0 }),
    articles: () => ({ items: [], total: 0 }),
    article: () => ({ id: article, mentions: [] }),
    entity: ({ id }: { id: EntityId }) => ({ node: { id, type: 'person', name: id, articles: 1 } }),
    corrections: () => [],
    correct: () => {
      made += 1;
      return answer(made, false);
    },
    correctionUndo: ({ id }: { id: number }) => answer(id, true),
    ...more,
  });
  const app = createApp(memory.host);
  await app.getState().libraryRequested();
  app.getState().overviewRequested();
  await settled();
  return { app, ...memory, asked: (name: string) => memory.calls.filter((call) => call.name === name).length };
};

describe('a correction', () => {
  test('brings all that is shown up to date and offers to be undone', async () => {
    const { app, asked } = await libraryWith();
    app.getState().articleOpened(article);
    await settled();
    const before = app.getState().library.revision;
    expect(await app.getState().correctionMade(given)).toBeNull();
    await settled();
    expect([asked('article'), asked('overview'), asked('articles')]).toEqual([2, 2, 1]);
    expect(app.getState().library.revision).toBe(before + 1);
    expect(app.getState().chrome.toasts).toMatchObject([{ title: '“Smith” is now Anna Smith', detail: 'In this article', undo: 1 }]);
  });

  test('that cannot be made says why, and changes nothing', async () => {
    const { app, asked } = await libraryWith({
      correct: () => {
        throw new NewsgraphError('read-only', 'This library is open for reading only');
      },
    });
    const before = app.getState();
    expect(await before.correctionMade(given)).toMatchObject({ code: 'read-only', message: 'This library is open for reading only' });
    expect(app.getState().corrections.made).toEqual([]);
    expect(app.getState().library.revision).toBe(before.library.revision);
    expect(asked('overview')).toBe(1);
  });

  test('of an entity that is gone then leads from its page and its map to who it is now', async () => {
    let corrected = false;
    const node = ({ id }: { id: EntityId }) =>
      corrected && id === john ? gone() : { node: { id, type: 'person', name: id, articles: 1 } };
    const { app } = await libraryWith({
      entity: node,
      neighbourhood: ({ id }: { id: EntityId }) => (corrected && id === john ? gone() : { ...slice, of: { id }, total: 0, more: 0 }),
    });
    app.getState().nodeFocused(john);
    app.getState().entityOpened(john);
    await settled();
    corrected = true;
    await app.getState().correctionMade(given);
    await settled();
    const { board, boardTrail, detail } = app.getState();
    expect(board).toMatchObject({ view: { kind: 'around', id: anna }, loading: { state: 'ready' } });
    expect(boardTrail.back).toEqual([{ kind: 'overview' }]);
    expect(detail).toMatchObject({ content: { kind: 'entity', card: { node: { id: anna } } }, loading: { state: 'ready' } });
  });

  test('that leaves nobody leads from the map to the overview', async () => {
    let corrected = false;
    const { app } = await libraryWith({
      correct: () => {
        corrected = true;
        return { ...answer(1, false), entity: null };
      },
      neighbourhood: ({ id }: { id: EntityId }) => (corrected ? gone() : { ...slice, of: { id }, total: 0, more: 0 }),
    });
    app.getState().nodeFocused(john);
    await settled();
    await app.getState().correctionMade({ ...given, verdict: { verb: 'not-an-entity' } });
    await settled();
    expect(app.getState().board).toMatchObject({ view: { kind: 'overview' }, loading: { state: 'ready' } });
  });
});

describe('a correction of whole entities', () => {
  const of = (verdict: EntityVerdict, undone = false): CorrectionAnswer => ({
    correction: {
      id: 7,
      about: 'entity',
      madeAt: '2025-03-14T09:00:00Z',
      undoneAt: undone ? '2025-03-14T09:01:00Z' : null,
      was: [
        { entity: john, name: 'John Smith', type: 'person' },
        { entity: anna, name: 'Smith', type: 'person' },
      ],
      verdict,
    },
    articles: 12,
    entity: john,
  });
  const merge: EntityVerdict = { verb: 'merge', entities: [john, anna], name: 'John Smith', type: 'person' };

  test('leads from the page of one that was merged to whom it is now, and tells how far it has come', async () => {
    let answered: (answer: CorrectionAnswer) => void = () => undefined;
    const { app, say } = await libraryWith({
      correctEntity: () =>
        new Promise<CorrectionAnswer>((resolve) => {
          answered = resolve;
        }),
      entity: () => ({ node: { id: john, type: 'person', name: 'John Smith', articles: 12 } }),
    });
    app.getState().entityOpened(anna);
    await settled();
    const made = app.getState().entityCorrected({ verb: 'merge', entities: [john, anna] });
    await settled();
    app.getState().hostSpoke({ type: 'correcting', progress: { done: 3, total: 12 } });
    expect(app.getState().corrections).toMatchObject({ making: 1, progress: { done: 3, total: 12 } });
    answered(of(merge));
    expect(await made).toBeNull();
    await settled();
    expect(app.getState().corrections).toMatchObject({ made: [7], making: 0, progress: null });
    expect(app.getState().detail).toMatchObject({ trail: [{ kind: 'entity', id: john }], loading: { state: 'ready' } });
    expect(app.getState().chrome.toasts).toMatchObject([{ title: 'Smith is now John Smith', detail: 'In 12 articles', undo: 7 }]);
    say({ type: 'correcting', progress: { done: 1, total: 2 } });
    expect(app.getState().corrections.progress).toBeNull();
  });

  test('of one that is none leads from its page to the list where it can be taken back', async () => {
    let gone = false;
    const { app } = await libraryWith({
      correctEntity: () => {
        gone = true;
        return { ...of({ verb: 'no-entity', entity: john }), entity: null };
      },
      entity: ({ id }: { id: EntityId }) => {
        if (gone) throw new NewsgraphError('not-found', 'There is no such entity');
        return { node: { id, type: 'person', name: id, articles: 1 } };
      },
    });
    app.getState().entityOpened(john);
    await settled();
    await app.getState().entityCorrected({ verb: 'no-entity', entity: john });
    await settled();
    expect(app.getState().detail).toMatchObject({ trail: [{ kind: 'corrections' }], content: { kind: 'corrections' } });
  });

  test('that was only suggested is refused, and the refusal can be undone', async () => {
    const { app, calls } = await libraryWith({ suggestionRefused: () => of({ verb: 'not-the-same', a: john, b: anna }) });
    await app.getState().suggestionRefused(john, anna);
    expect(app.getState().chrome.toasts).toMatchObject([{ title: 'John Smith and Smith are not the same', undo: 7 }]);
    await app.getState().correctionUndone(7);
    expect(calls.filter(({ name }) => name === 'correctionUndo')).toHaveLength(1);
  });
});

describe('undoing', () => {
  test('takes back the corrections of this window, the last one first', async () => {
    const { app, calls } = await libraryWith();
    await app.getState().correctionMade(given);
    await app.getState().correctionMade(given);
    await app.getState().lastCorrectionUndone();
    await app.getState().lastCorrectionUndone();
    await app.getState().lastCorrectionUndone();
    expect(calls.filter(({ name }) => name === 'correctionUndo').map(({ args }) => args)).toEqual([{ id: 2 }, { id: 1 }]);
    expect(app.getState().chrome.toasts).toMatchObject([{ title: '“Smith” is John Smith again', undo: null }]);
  });

  test('what was undone elsewhere is told once, and not tried again', async () => {
    const { app } = await libraryWith({
      correctionUndo: () => {
        throw new NewsgraphError('not-found', 'It was undone already');
      },
    });
    await app.getState().correctionMade(given);
    await app.getState().lastCorrectionUndone();
    expect(app.getState().chrome.toasts.at(-1)).toMatchObject({ tone: 'problem', detail: 'It was undone already' });
    expect(app.getState().corrections).toEqual({ made: [], undoing: null, making: 0, progress: null });
  });

  test('ends with the library: another one has other corrections', async () => {
    const { app, say, asked } = await libraryWith();
    await app.getState().correctionMade(given);
    app.getState().hostSpoke({ type: 'opened', status: { ...status, folder: '/other' } });
    say({ type: 'status', status });
    await app.getState().lastCorrectionUndone();
    expect(asked('correctionUndo')).toBe(0);
    expect(app.getState().chrome.toasts).toEqual([]);
  });
});

describe('the list of corrections', () => {
  test('is a page of the right-hand pane, and follows what is undone', async () => {
    let list = [answer(1, false).correction];
    const { app } = await libraryWith({
      corrections: () => list,
      correctionUndo: () => {
        list = [answer(1, true).correction];
        return answer(1, true);
      },
    });
    app.getState().correctionsOpened();
    await settled();
    expect(app.getState().detail.content).toMatchObject({ kind: 'corrections', corrections: [{ id: 1, undoneAt: null }] });
    await app.getState().correctionUndone(1);
    await settled();
    expect(app.getState().detail.content).toMatchObject({ corrections: [{ id: 1, undoneAt: '2025-03-14T09:01:00Z' }] });
  });
});
