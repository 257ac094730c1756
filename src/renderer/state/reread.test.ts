import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NewsgraphError } from '../../shared/result.ts';
import type { RereadProgress } from '../../shared/views.ts';
import { createApp } from './app.ts';
import { type Answers, memoryHost, settled } from './memory-host.ts';
import { leftAtPace } from './reread.ts';

const progress = (state: RereadProgress['state'], done: number): RereadProgress => ({ state, done, total: 10 });

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

const windowWith = (answers: Answers) => {
  const { host, calls } = memoryHost(answers);
  return { app: createApp(host), asked: (name: string) => calls.filter((call) => call.name === name).length };
};

describe('reading all articles again', () => {
  test('tells how far it is, and brings what is shown up to date at its end', async () => {
    const { app } = windowWith({ rereadStart: () => progress('running', 0) });
    await app.getState().rereadRequested('all');
    app.getState().hostSpoke({ type: 'reread', progress: progress('running', 4) });
    expect(app.getState().reread.progress).toEqual(progress('running', 4));
    expect(app.getState().library.revision).toBe(0);
    app.getState().hostSpoke({ type: 'reread', progress: progress('done', 10) });
    app.getState().hostSpoke({ type: 'reread', progress: progress('done', 10) });
    await settled();
    expect(app.getState().library.revision).toBe(1);
    app.getState().rereadClosed();
    expect(app.getState().reread.progress).toBeNull();
  });

  test('that has ended before its start was answered stays ended', async () => {
    const { app } = windowWith({
      rereadStart: () => {
        app.getState().hostSpoke({ type: 'reread', progress: progress('done', 10) });
        return progress('running', 0);
      },
    });
    await app.getState().rereadRequested('all');
    expect(app.getState().reread.progress?.state).toBe('done');
    expect(app.getState().library.revision).toBe(1);
  });

  test('that was stopped keeps what it found, so that is shown', async () => {
    const { app, asked } = windowWith({ rereadCancel: () => progress('cancelled', 4) });
    app.getState().hostSpoke({ type: 'reread', progress: progress('running', 4) });
    await app.getState().rereadCancelled();
    expect(asked('rereadCancel')).toBe(1);
    app.getState().hostSpoke({ type: 'reread', progress: progress('cancelled', 4) });
    expect(app.getState().library.revision).toBe(1);
  });

  test('that cannot begin says why', async () => {
    const { app } = windowWith({
      rereadStart: () => {
        throw new NewsgraphError('busy', 'An import is running');
      },
    });
    await app.getState().rereadRequested('all');
    expect(app.getState().reread.progress).toBeNull();
    expect(app.getState().chrome.toasts).toMatchObject([{ tone: 'problem', detail: 'An import is running' }]);
  });
});

describe('a window that asks for the status anew', () => {
  const found = async (reread: RereadProgress | null, before?: RereadProgress) => {
    const { app } = windowWith({ status: () => ({ articles: 10, import: null, reread }) });
    if (before) app.getState().hostSpoke({ type: 'reread', progress: before });
    await app.getState().libraryRequested();
    return app.getState().reread.progress;
  };

  test('sees a reading that runs, but none that ended before it was there', async () => {
    expect(await found(progress('running', 4))).toEqual(progress('running', 4));
    expect(await found(progress('done', 10))).toBeNull();
  });

  test('lets go of one that the core took along', async () => {
    expect(await found(null, progress('running', 4))).toBeNull();
  });
});

describe('the time left', () => {
  test('is what the rest takes at the pace so far', () => {
    expect(leftAtPace({ done: 100, atMs: 0 }, { done: 300, total: 900, atMs: 2000 })).toBe(6000);
  });

  test('is not known at once, nor while nothing is done', () => {
    expect(leftAtPace({ done: 0, atMs: 0 }, { done: 50, total: 100, atMs: 1000 })).toBeNull();
    expect(leftAtPace({ done: 5, atMs: 0 }, { done: 5, total: 100, atMs: 9000 })).toBeNull();
  });
});
