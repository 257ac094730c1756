import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId, ArticleRef } from '../../shared/model.ts';
import { type App, createApp } from '../state/app.ts';
import { memoryHost } from '../state/memory-host.ts';
import { neighbourInList } from './step.ts';

const ref = (place: number): ArticleRef => ({
  id: `a_${String(place).padStart(24, '0')}` as ArticleId,
  title: `Article ${place}`,
  publisher: null,
  author: null,
  published: null,
  story: null,
  words: 1,
});
const items = [ref(1), ref(2), ref(3)];

const reading = (open: ArticleRef | null): Pick<App, 'search' | 'recent' | 'detail'> => ({
  search: { query: '', answer: null, loading: { state: 'idle' } },
  recent: { list: { items, total: 3 }, loading: { state: 'ready' }, of: 'newest' },
  detail: {
    ...createApp(memoryHost().host).getState().detail,
    trail: open ? [{ kind: 'article', id: open.id }] : [],
    at: open ? 0 : -1,
  },
});

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));

describe('stepping through the list from the reader', () => {
  test('goes to the one after and before', () => {
    expect(neighbourInList(reading(ref(2)), 1)).toEqual(ref(3));
    expect(neighbourInList(reading(ref(2)), -1)).toEqual(ref(1));
  });

  test('begins at the top, and ends at the ends', () => {
    expect(neighbourInList(reading(null), 1)).toEqual(ref(1));
    expect(neighbourInList(reading(ref(9)), 1)).toEqual(ref(1));
    expect(neighbourInList(reading(ref(3)), 1)).toBeNull();
    expect(neighbourInList(reading(ref(1)), -1)).toBeNull();
  });
});
