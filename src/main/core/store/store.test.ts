import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { NewsgraphError } from '../../../shared/result.ts';
import { toldArticle } from '../graph/arbitrary.ts';
import { rankedNeighbours } from '../graph/neighbours.ts';
import { pairScore } from '../graph/ranking.ts';
import { incoming, libraryOf, named, type TestLibrary, type Told } from '../graph/testing.ts';
import { ingest } from '../ingest.ts';
import { openStore } from './index.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const library = (...articles: Told[]): TestLibrary => {
  const made = libraryOf(...articles);
  open.push(made.close);
  return made;
};
const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-'));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const failureOf = (work: () => unknown): NewsgraphError => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof NewsgraphError) return thrown;
    throw thrown;
  }
  throw new Error('It did not fail');
};
const allPairs = (file: string): unknown[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare('SELECT * FROM pair ORDER BY a, b').all();
  } finally {
    db.close();
  }
};

describe('opening a library', () => {
  it('makes one in a folder that does not exist yet, and finds it again', () => {
    const folder = path.join(emptyFolder(), 'deep', 'library');
    const store = openStore(folder);
    ingest(store, [incoming({ sentences: ['{OpenAI} bought {io}.'] })]);
    store.close();
    const again = openStore(folder);
    expect(again.counts()).toEqual({ articles: 1, entities: 2, relations: 0, stories: 1 });
    again.close();
  });

  it('refuses a file that is no database and leaves it as it is', () => {
    const folder = emptyFolder();
    const file = path.join(folder, 'library.sqlite');
    const text = 'This is somebody’s letter, not a library. '.repeat(200);
    writeFileSync(file, text);
    const failure = failureOf(() => openStore(folder));
    expect(failure.code).toBe('unreadable');
    expect(failure.message).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('refuses a database of another program', () => {
    const folder = emptyFolder();
    const db = new DatabaseSync(path.join(folder, 'library.sqlite'));
    db.exec('CREATE TABLE invoices (number INTEGER)');
    db.close();
    expect(failureOf(() => openStore(folder))).toMatchObject({ code: 'unreadable' });
  });

  it('refuses a library of a newer version, saying so', () => {
    const { store, folder } = library({ sentences: ['{OpenAI} grows.'] });
    const db = new DatabaseSync(store.file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    const failure = failureOf(() => openStore(folder));
    expect(failure.code).toBe('unreadable');
    expect(failure.message).toContain('newer version');
  });

  it('reads a library that another holds, and refuses to change it', () => {
    const { folder } = library({ sentences: ['{OpenAI} grows.'] });
    const reader = openStore(folder, { readOnly: true });
    expect(reader.counts().articles).toBe(1);
    expect(() => ingest(reader, [incoming({ sentences: ['{Google} grows.'] })])).toThrow();
    reader.close();
  });

  it('says that there is none where it should only read', () => {
    expect(failureOf(() => openStore(emptyFolder(), { readOnly: true })).code).toBe('not-found');
  });

  it('notices what another process has changed', () => {
    const { store, folder } = library({ sentences: ['{OpenAI} grows.'] });
    const reader = openStore(folder, { readOnly: true });
    const before = reader.version();
    expect(reader.counts().articles).toBe(1);
    ingest(store, [incoming({ sentences: ['{Google} grows.'] })]);
    expect(reader.version()).not.toBe(before);
    expect(reader.counts().articles).toBe(2);
    reader.close();
  });
});

describe('neighbours', () => {
  it('are ranked by the formula of each, however alike their counts', () => {
    fc.assert(
      fc.property(fc.array(toldArticle, { minLength: 1, maxLength: 8 }), (told) => {
        const { store, close } = libraryOf(...told);
        const total = store.counts().stories;
        for (const node of store.entitiesAfter(0, 100)) {
          const end = { type: node.type, reach: node.stories };
          const scores = new Map(store.pairsOf(node.key).map((row) => [row.key, pairScore(row, end, row, total)]));
          const ranked = rankedNeighbours(store, node).filter(({ type }) => type !== 'story');
          expect(new Map(ranked.map(({ key, score }) => [key, score]))).toEqual(scores);
          for (const { key, type, reach } of store.pairsOf(node.key)) {
            expect(store.nodesByKey([key]).get(key)).toMatchObject({ type, stories: reach });
          }
        }
        close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('taking articles in', () => {
  it('keeps an article once and notes where else it was found', () => {
    const article = incoming({ sentences: ['{OpenAI} bought {io}.'], place: 'one.txt' });
    const { store } = library();
    expect(ingest(store, [article])).toMatchObject({ added: [article.id], duplicates: 0, entities: 2 });
    const again = { ...article, origin: { place: 'two.txt', part: 3 } };
    expect(ingest(store, [again, again])).toMatchObject({ added: [], duplicates: 2, entities: 0 });
    const row = store.articleRow(article.id);
    expect(store.originsOf(row?.seq ?? 0)).toEqual([
      { place: 'one.txt', part: 0 },
      { place: 'two.txt', part: 3 },
    ]);
  });

  it('fills in what was not known of an article when its text comes again, and keeps what was', () => {
    const bare = incoming({ sentences: ['{OpenAI} bought {io}.'], published: null });
    const facts = { author: 'A. Writer', published: '2024-05-01', address: 'https://news.example/a?utm_source=x', language: 'en' };
    const { store, folder } = library({ sentences: ['{OpenAI} met {Google}.'], published: '2024-06-01' });
    const file = path.join(folder, 'library.sqlite');
    const first = { ...bare, article: { ...bare.article, publisher: 'The Paper', author: null, address: null, language: null } };
    const better = { ...bare, article: { ...first.article, ...facts, publisher: 'Another Paper' } };
    const worse = { ...bare, article: { ...better.article, published: '2030-01-01', address: 'https://other.example/', language: 'de' } };
    // In one batch the pairs of the first are still on their way when the second comes.
    ingest(store, [first, better]);
    ingest(store, [worse, first]);
    const row = store.articleRow(bare.id);
    expect(row).toMatchObject({ ...facts, publisher: 'The Paper' });
    expect(store.articlesAt([row?.addressKey ?? ''])).toEqual(new Map([[row?.addressKey, bare.id]]));
    expect(named(store, 'OpenAI')).toMatchObject({ first: '2024-05-01', last: '2024-06-01', articles: 2 });
    expect(named(store, 'io')).toMatchObject({ first: '2024-05-01', last: '2024-05-01' });
    const [story] = store.nodeRows([store.articleRefs([bare.id])[0]?.story as never]);
    expect(story).toMatchObject({ first: '2024-05-01', last: '2024-05-01', articles: 1 });
    const pairs = allPairs(file);
    expect(pairs).toContainEqual(expect.objectContaining({ first: '2024-05-01', last: '2024-05-01', articles: 1 }));
    store.rebuildPairs();
    expect(allPairs(file)).toEqual(pairs);
  });

  it('keeps nothing of a batch that fails', () => {
    const { store } = library({ sentences: ['{OpenAI} grows.'] });
    const broken = incoming({ sentences: ['{Google} grows.'] });
    expect(() =>
      ingest(store, [incoming({ sentences: ['{Meta} grows.'] }), { ...broken, origin: { place: 'x', part: {} as number } }]),
    ).toThrow();
    expect(store.counts()).toEqual({ articles: 1, entities: 1, relations: 0, stories: 1 });
    expect(ingest(store, [broken]).entities).toBe(1);
  });

  it('gives back the text as it was, in every script', () => {
    const { store } = library();
    const article = incoming({ title: 'Größe — 東京 😀', sentences: ['{Société Générale} sagte „ja“.\u0000', '{東京:place} 😀.'] });
    ingest(store, [article]);
    const row = store.articleRow(article.id);
    const text = store.articleText(row?.seq ?? 0);
    expect(text?.text).toBe(article.article.text);
    expect(text?.blocks).toEqual(article.article.blocks);
    expect(text?.sentences).toEqual(article.extraction.sentences);
    expect(store.textBySeq(row?.seq ?? 0)).toBe(article.article.text);
  });

  it('calls an entity what most articles call it in full, by the type most mentions give it', () => {
    const { store } = library(
      { sentences: ['{OPENAI} grows.'] },
      { sentences: ['{OpenAI} falls.', '{OpenAI:organization} said so.'] },
      { sentences: ['{OpenAI} rests.'] },
    );
    expect(store.counts().entities).toBe(1);
    expect(named(store, 'openai')).toMatchObject({ name: 'OpenAI', type: 'company', articles: 3, mentions: 4 });
    expect(store.aliasesOf(named(store, 'OpenAI').id as never)).toEqual([
      { name: 'OpenAI', count: 3, reason: null },
      { name: 'OPENAI', count: 1, reason: null },
    ]);
  });

  it('knows full names from surnames, and surnames as aliases', () => {
    const { store } = library({ sentences: ['{Sam Altman:person} left.', '{Altman=Sam Altman:person} returned.'] });
    expect(named(store, 'Altman').name).toBe('Sam Altman');
    expect(store.namesForIndex(0, 10).map(({ name }) => name)).toEqual(['Sam Altman', 'Altman']);
  });

  it('gives every mention a sentence, even where extraction gave none', () => {
    const { store } = library();
    const article = incoming({ sentences: ['{OpenAI} bought {io}.'] });
    ingest(store, [{ ...article, extraction: { ...article.extraction, sentences: [] } }]);
    const seq = store.articleRow(article.id)?.seq ?? 0;
    expect(store.articleText(seq)?.sentences).toEqual([{ start: 0, end: article.article.text.length }]);
  });
});

describe('pairs', () => {
  it('count articles, sentences and stories, with the first and last date', () => {
    const { store } = library(
      { sentences: ['{OpenAI} and {Microsoft} talk.', '{OpenAI} waits for {Microsoft}.'], published: '2025-02-01' },
      { title: 'Chip maker', sentences: ['{OpenAI} hires.', 'Far away {Microsoft} hires {Nvidia}.'], published: '2024-02-01T10:00:00Z' },
    );
    const [openai, microsoft] = [named(store, 'OpenAI'), named(store, 'Microsoft')];
    expect(store.pairsWith(openai.key, [microsoft.key])).toMatchObject([
      { articles: 2, near: 1, sentences: 2, relations: 0, stories: 2, first: '2024-02-01T10:00:00Z', last: '2025-02-01' },
    ]);
  });

  it('are the same counted article by article in any batches, or all anew', () => {
    fc.assert(
      fc.property(fc.array(toldArticle, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (articles, size) => {
        const { store, close } = libraryOf();
        try {
          const all = articles.map(incoming);
          for (let at = 0; at < all.length; at += size) ingest(store, all.slice(at, at + size));
          const before = allPairs(store.file);
          store.rebuildPairs();
          expect(allPairs(store.file)).toEqual(before);
        } finally {
          close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stay bounded for an article that names hundreds', () => {
    const names = Array.from({ length: 400 }, (_, index) => `{Firm${'abcdefghij'[index % 10]}${index} Ltd}`);
    const { store } = library({ sentences: [...names.map((name) => `${name} was there.`), `${names[5]} met ${names[6]}.`] });
    const pairs = allPairs(store.file).length;
    expect(pairs).toBeGreaterThan(100);
    expect(pairs).toBeLessThanOrEqual((100 * 99) / 2 + 1);
    const before = allPairs(store.file);
    store.rebuildPairs();
    expect(allPairs(store.file)).toEqual(before);
  });
});

describe('feeding the search index', () => {
  it('tells what is new since it last looked', () => {
    const { store } = library({ title: 'One', sentences: ['{OpenAI} grows.'] });
    const [first] = store.articlesForIndex(0, 10);
    expect(first).toMatchObject({ seq: store.lastSeq(), title: 'One', body: 'OpenAI grows.', names: 'OpenAI' });
    const lastName = store.lastNameRow();
    ingest(store, [incoming({ title: 'Two', sentences: ['{OpenAI} and {Google} talk.'] })]);
    expect(store.articlesForIndex(first?.seq ?? 0, 10).map(({ title }) => title)).toEqual(['Two']);
    expect(store.namesForIndex(lastName, 10).map(({ name }) => name)).toEqual(['Google']);
    expect(store.articleRefsBySeq([store.lastSeq(), 999, first?.seq ?? 0]).map(({ title }) => title)).toEqual(['Two', 'One']);
  });

  it('keeps the asked-for order of nodes and leaves out what it lacks', () => {
    const { store } = library({ sentences: ['{OpenAI} and {Google} talk.'] });
    const ids = ['Google', 'OpenAI'].map((name) => named(store, name).id);
    expect(store.nodeRefs([...ids, 'e_000000000000000000000000' as never]).map(({ name }) => name)).toEqual(['Google', 'OpenAI']);
  });
});
