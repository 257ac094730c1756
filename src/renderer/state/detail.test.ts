import { beforeEach, describe, expect, test, vi } from 'vitest';
import { everyArticle } from '../../shared/article-filter.ts';
import { type Args, contractOver, type MethodName } from '../../shared/contract.ts';
import { type ArticleId, type ArticleRef, type EntityId, linkIdOf, type NodeRef } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { ArticleView, EntityCard, Evidence, Neighbours, Passage } from '../../shared/views.ts';
import type { Host } from '../api/index.ts';
import { createApp } from './app.ts';
import { contentBelongs, pageShown } from './detail.ts';

const entityId = (digit: string) => `e_${digit.repeat(24)}` as EntityId;
const articleId = (digit: string) => `a_${digit.repeat(24)}` as ArticleId;
const [openai, deepseek] = [entityId('1'), entityId('2')];
const link = linkIdOf(openai, deepseek);

const node = (id: EntityId): NodeRef & { id: EntityId; type: 'company' } => ({ id, type: 'company', name: id, articles: 2 });
const ref = (id: ArticleId): ArticleRef => ({ id, title: id, publisher: null, author: null, published: null, story: null, words: 9 });
const card = (id: EntityId): EntityCard => ({
  node: node(id),
  aliases: [],
  mentions: 3,
  first: null,
  last: null,
  strongest: [],
  relations: [],
  inArticle: null,
  confidence: 0.9,
  reasons: [],
  types: [{ type: 'company', mentions: 3 }],
  corrections: [],
  hidden: false,
  note: '',
});
const neighbours = (id: EntityId): Neighbours => ({
  of: node(id),
  items: [],
  total: 0,
  byType: { company: 0, organization: 0, person: 0, place: 0, product: 0, story: 0 },
});
const article = (id: ArticleId): ArticleView => ({
  ...ref(id),
  text: 'Title\n\nText.',
  blocks: [
    { kind: 'title', start: 0, end: 5 },
    { kind: 'paragraph', start: 7, end: 12 },
  ],
  links: [],
  mentions: [],
  address: null,
  language: 'en',
  origins: [],
  importedAt: '2025-01-01',
  entities: [],
  related: [],
  backlinks: [],
});
const passage = (id: ArticleId, start: number): Passage => ({
  article: ref(id),
  parts: [{ start, end: start + 4, text: 'Text', marks: [] }],
  relation: null,
});
const evidence: Evidence = {
  a: node(openai),
  b: node(deepseek),
  articles: 2,
  stories: 1,
  groups: [
    {
      relation: { kind: 'accused', status: 'stated', from: openai, to: deepseek },
      polarity: 'completed',
      passages: [passage(articleId('a'), 7)],
      total: 1,
      articles: 1,
      stories: 1,
    },
    {
      relation: null,
      polarity: 'together',
      passages: [passage(articleId('a'), 1), passage(articleId('b'), 7)],
      total: 9,
      articles: 2,
      stories: 1,
    },
  ],
};

/** A host in memory. `hold` keeps calls waiting until they are let go one by one. */
const memoryHost = () => {
  const calls: { name: MethodName; args: Record<string, unknown> }[] = [];
  const held: (() => void)[] = [];
  const control = { hold: false, fail: false };
  const answer = (name: MethodName, args: Record<string, unknown>): unknown => {
    if (name === 'entity') return card(args.id as EntityId);
    if (name === 'neighbours') return neighbours(args.id as EntityId);
    if (name === 'articles') return { items: [ref(articleId(String(args.offset ?? 0)))], total: 3 };
    if (name === 'evidence') return evidence;
    if (name === 'article') return article(args.id as ArticleId);
    throw new NewsgraphError('not-found', `There is no ${name}`);
  };
  const core = contractOver(async (name, given) => {
    const args = given as Record<string, unknown>;
    calls.push({ name, args });
    if (control.hold) await new Promise<void>((go) => held.push(go));
    return control.fail ? { ok: false, error: { code: 'internal', message: 'No' } } : { ok: true, value: answer(name, args) };
  });
  const host: Host = {
    core,
    shell: {
      kind: 'browser',
      platform: 'linux',
      openExternal: async () => undefined,
      chooseSources: async () => null,
      saveFile: async () => null,
      sourcesOf: async () => [],
    },
    on: () => () => undefined,
  };
  return { host, calls, held, control };
};

/** Resolves once everything that could arrive by itself has arrived. */
const arrived = () => new Promise<void>((go) => setTimeout(go));

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

const opened = () => {
  const memory = memoryHost();
  return { ...memory, app: createApp(memory.host) };
};

describe('the trail of the right-hand pane', () => {
  test('goes back and forward, and forgets what lay ahead when another page is opened', async () => {
    const { app } = opened();
    app.getState().entityOpened(openai);
    app.getState().articleOpened(articleId('a'));
    app.getState().detailBack();
    await arrived();
    expect(app.getState().detail.content).toMatchObject({ kind: 'entity', card: { node: { id: openai } } });
    app.getState().detailForward();
    await arrived();
    expect(app.getState().detail.content).toMatchObject({ kind: 'article', article: { id: articleId('a') } });
    app.getState().detailBack();
    app.getState().evidenceOpened(link);
    await arrived();
    expect(app.getState().detail.trail.map((page) => page.kind)).toEqual(['entity', 'evidence']);
    app.getState().detailForward();
    expect(pageShown(app.getState().detail)?.kind).toBe('evidence');
  });

  test('the same page twice stands on the trail once', () => {
    const { app } = opened();
    app.getState().entityOpened(openai);
    app.getState().entityOpened(openai);
    expect(app.getState().detail.trail).toHaveLength(1);
  });

  test('the newest page wins, however late an older one comes', async () => {
    const { app, control, held } = opened();
    control.hold = true;
    app.getState().articleOpened(articleId('a'));
    app.getState().articleOpened(articleId('b'));
    held[1]?.();
    await arrived();
    held[0]?.();
    await arrived();
    expect(app.getState().detail).toMatchObject({ loading: { state: 'ready' }, content: { article: { id: articleId('b') } } });
  });

  test('what is on its way is dropped when one goes back to an article that is still here', async () => {
    const { app, control, held } = opened();
    app.getState().articleOpened(articleId('a'));
    await arrived();
    control.hold = true;
    app.getState().articleOpened(articleId('b'));
    app.getState().detailBack();
    expect(app.getState().detail.loading.state).toBe('ready');
    held[0]?.();
    await arrived();
    expect(app.getState().detail.content).toMatchObject({ article: { id: articleId('a') } });
  });

  test('a page that was closed while on its way stays closed', async () => {
    const { app, control, held } = opened();
    control.hold = true;
    app.getState().articleOpened(articleId('a'));
    app.getState().detailClosed();
    held[0]?.();
    await arrived();
    expect(app.getState().detail).toMatchObject({ at: -1, content: { kind: 'none' }, loading: { state: 'idle' } });
  });

  test('a failure is told and can be tried again', async () => {
    const { app, control } = opened();
    control.fail = true;
    app.getState().articleOpened(articleId('a'));
    await arrived();
    expect(app.getState().detail.loading).toMatchObject({ state: 'failed', failure: { message: 'No' } });
    control.fail = false;
    app.getState().detailRetried();
    await arrived();
    const { detail } = app.getState();
    expect(contentBelongs(detail.content, pageShown(detail))).toBe(true);
  });

  test('opening a page opens the pane', () => {
    const { app } = opened();
    app.getState().detailPaneToggled(false);
    app.getState().entityOpened(openai);
    expect(app.getState().chrome.detailPane).toBe(true);
  });
});

describe('reading along the sentences of a link', () => {
  const reading = async () => {
    const made = opened();
    made.app.getState().evidenceOpened(link);
    await arrived();
    made.app.getState().passageOpened(0);
    await arrived();
    return made;
  };

  test('a passage opens its article at its sentence', async () => {
    const { app } = await reading();
    expect(pageShown(app.getState().detail)).toEqual({
      kind: 'article',
      id: articleId('a'),
      at: { start: 7, end: 11 },
      passage: { link, index: 0 },
    });
  });

  test('steps through all passages in one place of the trail', async () => {
    const { app, calls } = await reading();
    const before = calls.length;
    app.getState().passageStepped(1);
    expect(calls).toHaveLength(before);
    expect(app.getState().detail.loading.state).toBe('ready');
    app.getState().passageStepped(1);
    await arrived();
    expect(pageShown(app.getState().detail)).toMatchObject({ id: articleId('b'), passage: { index: 2 } });
    expect(calls.slice(before).map((call) => call.name)).toEqual(['article']);
    app.getState().passageStepped(1);
    expect(pageShown(app.getState().detail)).toMatchObject({ passage: { index: 2 } });
    app.getState().detailBack();
    expect(pageShown(app.getState().detail)?.kind).toBe('evidence');
  });

  test('the sentences of a link are those of the articles that count on the board, and follow them', async () => {
    const { app, calls } = opened();
    const asked = () => calls.filter((call) => call.name === 'evidence').map((call) => (call.args as Args<'evidence'>).filter);
    app.getState().evidenceOpened(link);
    await arrived();
    const span = { from: '2025-01-01', to: null };
    app.getState().filterChanged({ span, publishersOff: ['AP'] });
    app.getState().evidenceRefiltered();
    await arrived();
    expect(asked()).toEqual([
      { span: { from: null, to: null }, publishersOff: [] },
      { span, publishersOff: ['AP'] },
    ]);
    app.getState().entityOpened(openai);
    app.getState().evidenceRefiltered();
    await arrived();
    expect(asked()).toHaveLength(2);
  });

  test('coming back to a passage brings its evidence along', async () => {
    const { app, calls } = await reading();
    app.getState().evidenceOpened(linkIdOf(openai, entityId('3')));
    await arrived();
    app.getState().detailBack();
    await arrived();
    expect(app.getState().detail.evidence?.link).toBe(link);
    expect(calls.slice(-2).map((call) => call.name)).toEqual(['article', 'evidence']);
  });

  test('is of the articles that the board’s filter lets through, until all are asked for', async () => {
    const { app, calls } = opened();
    const asked = () => calls.filter(({ name }) => name === 'evidence').map(({ args }) => args.filter);
    const span = { from: '2025-01-01', to: null };
    app.getState().filterChanged({ span });
    app.getState().evidenceOpened(link);
    await arrived();
    expect(asked()).toEqual([{ span, publishersOff: [] }]);
    // an article keeps the count that it was opened from
    app.getState().passageOpened(1);
    await arrived();
    app.getState().detailBack();
    app.getState().evidenceWidened(true);
    await arrived();
    expect(asked().at(-1)).toEqual(everyArticle);
    expect(app.getState().detail.content).toMatchObject({ kind: 'evidence', filter: everyArticle });
    const many = asked().length;
    app.getState().evidenceRefiltered();
    await arrived();
    expect(asked()).toHaveLength(many);
    app.getState().detailForward();
    await arrived();
    expect(app.getState().detail.evidence?.filter).toEqual({ span, publishersOff: [] });
    app.getState().detailBack();
    app.getState().evidenceWidened(false);
    await arrived();
    expect(app.getState().detail.content).toMatchObject({ kind: 'evidence', filter: { span } });
  });

  test('a list that was opened in full is so when one comes back', async () => {
    const { app } = opened();
    app.getState().evidenceOpened(link);
    await arrived();
    app.getState().allEvidenceRequested();
    app.getState().passageOpened(1);
    app.getState().detailBack();
    expect(pageShown(app.getState().detail)).toEqual({ kind: 'evidence', link });
    expect(app.getState().detail.listedInFull).toEqual([link]);
  });
});

describe('an entity’s page', () => {
  test('brings more of its articles, after those that are there', async () => {
    const { app } = opened();
    app.getState().entityOpened(openai);
    await arrived();
    app.getState().entityArticlesRequested();
    await arrived();
    expect(app.getState().detail).toMatchObject({ content: { articles: { items: [{ id: articleId('0') }, { id: articleId('1') }] } } });
  });
});

describe('the setting of the reader', () => {
  test('is remembered', () => {
    const { app, host } = opened();
    app.getState().readerSizeStepped(1);
    app.getState().readerMarksToggled();
    expect(createApp(host).getState().reader).toEqual({ size: 20, marks: false });
  });

  test('stops at the smallest size', () => {
    const { app } = opened();
    for (let times = 0; times < 20; times += 1) app.getState().readerSizeStepped(-1);
    expect(app.getState().reader.size).toBe(15);
  });
});

describe('an entity that turned out to be another one', () => {
  test('is shown under the id that it has now, in the same place of the trail', async () => {
    const { host, app } = opened();
    const { entity } = host.core;
    Object.assign(host.core, { entity: () => entity({ id: deepseek }) });
    app.getState().entityOpened(openai);
    await arrived();
    const { detail } = app.getState();
    expect(detail.trail).toEqual([{ kind: 'entity', id: deepseek }]);
    expect(contentBelongs(detail.content, pageShown(detail))).toBe(true);
  });
});
