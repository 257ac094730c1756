import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportProgress, LibraryStatus } from '../../shared/views.ts';
import { createApp } from './app.ts';
import { memoryHost, settled } from './memory-host.ts';

const progress = (part: Partial<ImportProgress> = {}): ImportProgress => ({
  job: 1,
  state: 'running',
  files: 4,
  skipped: 0,
  walked: true,
  filesDone: 1,
  articles: 1,
  duplicates: 0,
  entities: 3,
  relations: 0,
  problems: 0,
  elapsedMs: 10,
  leftMs: null,
  ...part,
});
const status = (part: Partial<LibraryStatus> = {}): LibraryStatus => ({
  folder: '/library',
  name: 'Library',
  readOnly: false,
  articles: 0,
  entities: 0,
  relations: 0,
  stories: 0,
  index: 'ready',
  notices: [],
  outdated: 0,
  import: null,
  reread: null,
  ...part,
});
const slice = { focus: null, nodes: [], links: [], positions: {}, communities: [] };

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

const libraryWith = (first: LibraryStatus, more: Parameters<typeof memoryHost>[0] = {}) => {
  const { host, calls } = memoryHost({
    status: () => first,
    overview: () => slice,
    articles: () => ({ items: [], total: 0 }),
    importReport: () => ({ ...progress({ state: 'done' }), problemList: [], firstArticles: [] }),
    ...more,
  });
  return { app: createApp(host), asked: (name: string) => calls.filter((call) => call.name === name).length };
};

describe('an import', () => {
  test('shows its progress from the start, and its report at the end', async () => {
    const { app } = libraryWith(status(), { importSample: () => progress() });
    await app.getState().libraryRequested();
    await app.getState().sampleRequested();
    expect(app.getState().chrome.importPanel).toBe(true);
    expect(app.getState().library.status?.import?.state).toBe('running');
    app.getState().hostSpoke({ type: 'import', progress: progress({ filesDone: 3 }) });
    expect(app.getState().library.status?.import?.filesDone).toBe(3);
    app.getState().hostSpoke({ type: 'import', progress: progress({ state: 'done', filesDone: 4 }) });
    await settled();
    expect(app.getState().library.report?.state).toBe('done');
  });

  test('the answer to its start does not undo what events have told since', async () => {
    const { app } = libraryWith(status());
    await app.getState().libraryRequested();
    const late = libraryWith(status(), {
      importSample: () => {
        late.app.getState().hostSpoke({ type: 'import', progress: progress({ filesDone: 4 }) });
        return progress({ filesDone: 0 });
      },
    });
    await late.app.getState().libraryRequested();
    await late.app.getState().sampleRequested();
    expect(late.app.getState().library.status?.import?.filesDone).toBe(4);
  });

  test('is picked up again by a window that was loaded anew', async () => {
    const { app } = libraryWith(status({ import: progress({ filesDone: 2 }) }));
    await app.getState().libraryRequested();
    expect(app.getState().chrome.importPanel).toBe(true);
  });

  test('that ended before the window was there is told of once', async () => {
    const stored = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, text: string) => stored.set(name, text),
    });
    const ended = status({ articles: 4, import: progress({ state: 'done', elapsedMs: 77 }) });
    const { app } = libraryWith(ended);
    await app.getState().libraryRequested();
    expect(app.getState().chrome.importPanel).toBe(true);
    expect(app.getState().library.report?.state).toBe('done');
    app.getState().importPanelToggled(false);

    const later = libraryWith(ended);
    await later.app.getState().libraryRequested();
    expect(later.app.getState().chrome.importPanel).toBe(false);
  });

  test('that the host has begun by itself shows too, and stays away once put away', async () => {
    const { app } = libraryWith(status());
    await app.getState().libraryRequested();
    app.getState().hostSpoke({ type: 'import', progress: progress() });
    expect(app.getState().chrome.importPanel).toBe(true);
    app.getState().importPanelToggled(false);
    app.getState().hostSpoke({ type: 'import', progress: progress({ filesDone: 2 }) });
    expect(app.getState().chrome.importPanel).toBe(false);
  });

  test('that cannot start says so', async () => {
    const { app } = libraryWith(status(), {
      importSample: () => {
        throw new Error('Another import runs');
      },
    });
    await app.getState().sampleRequested();
    expect(app.getState().chrome.toasts).toMatchObject([{ tone: 'problem', detail: 'Another import runs' }]);
  });

  test('starts with nothing when the user picks no file', async () => {
    const { app, asked } = libraryWith(status());
    await app.getState().sourcesOffered(async () => null);
    expect(asked('importStart')).toBe(0);
    expect(app.getState().library.gathering).toBeNull();
  });
});

describe('the map during an import', () => {
  test('draws the first articles at once, and the overview anew when the import has ended', async () => {
    const { app, asked } = libraryWith(status());
    await app.getState().libraryRequested();
    app.getState().hostSpoke({ type: 'changed', status: status({ articles: 5 }) });
    await settled();
    expect(asked('overview')).toBe(1);
    app.getState().hostSpoke({ type: 'import', progress: progress({ state: 'done' }) });
    await settled();
    expect(asked('overview')).toBe(2);
  });

  test('leaves an overview alone in which something is selected', async () => {
    const { app, asked } = libraryWith(status());
    await app.getState().libraryRequested();
    app.getState().hostSpoke({ type: 'changed', status: status({ articles: 5 }) });
    await settled();
    app.getState().targetSelected({ kind: 'node', id: `e_${'1'.repeat(24)}` as never });
    app.getState().hostSpoke({ type: 'import', progress: progress({ state: 'done' }) });
    await settled();
    expect(asked('overview')).toBe(1);
  });
});

describe('the core', () => {
  test('when it was started again, the library is read again', async () => {
    const { app, asked } = libraryWith(status({ articles: 2 }));
    app.getState().hostSpoke({ type: 'core', state: 'down' });
    expect(app.getState().library.coreUp).toBe(false);
    app.getState().hostSpoke({ type: 'core', state: 'restarted' });
    await settled();
    expect(app.getState().library.coreUp).toBe(true);
    expect(asked('status')).toBe(1);
  });

  test('what failed while it was away is asked for again', async () => {
    let away = true;
    const { app } = libraryWith(status({ articles: 2 }), {
      articles: () => {
        if (away) throw new Error('The core is gone');
        return { items: [], total: 2 };
      },
    });
    app.getState().recentRequested();
    await settled();
    expect(app.getState().recent.loading.state).toBe('failed');
    away = false;
    app.getState().hostSpoke({ type: 'core', state: 'restarted' });
    await settled();
    expect(app.getState().recent).toMatchObject({ list: { total: 2 }, loading: { state: 'ready' } });
  });
});
