import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BoardContent, boardVersion, noFilter } from '../../shared/board.ts';
import { type Contract, contractOver, dispatch, methodNames, methods } from '../../shared/contract.ts';
import { unwrap } from '../../shared/result.ts';
import type { ArticleList, CoreEvent, ImportProgress, ImportReport, LibraryStatus } from '../../shared/views.ts';
import { type CoreConnection, type CorePort, connectCore } from './connection.ts';
import { forkCore } from './fork.ts';
import { type Library, openLibrary } from './library.ts';

let folder: string;
let texts: string;
let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'newsgraph-library-'));
  folder = path.join(home, 'library');
  texts = path.join(home, 'texts');
  mkdirSync(texts);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const companies = ['OpenAI', 'Microsoft', 'Google', 'Nvidia', 'SoftBank', 'Anthropic', 'Amazon', 'Intel'];
const people = ['Sam Altman', 'Satya Nadella', 'Jensen Huang', 'Dario Amodei', 'Masayoshi Son'];

/** Different news about the same few names, some 250 words each. */
const writeTexts = (count: number): void => {
  for (let index = 0; index < count; index += 1) {
    const [a, b, c] = [companies[index % 8], companies[(index * 3 + 1) % 8], companies[(index * 5 + 2) % 8]];
    const person = people[index % 5];
    const paragraphs = Array.from(
      { length: 8 },
      (_, at) =>
        `${person} of ${a} said in report ${index}.${at} that ${b} would invest in ${c}. The plan number ${index * 8 + at} was told to investors in London on Monday, and ${b} declined to comment on it.`,
    );
    writeFileSync(
      path.join(texts, `news-${String(index).padStart(4, '0')}.txt`),
      `${a} and ${b} in talks, part ${index}\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
};

const contractOf = (library: Library): Contract => contractOver((name, args) => dispatch(library.implementation, name, args));

const ended = (on: (listener: (event: CoreEvent) => void) => unknown): Promise<ImportProgress> =>
  new Promise((resolve) => {
    on((event) => {
      if (event.type === 'import' && event.progress.state !== 'running') resolve(event.progress);
    });
  });

/** Opens, imports everything, closes. */
const importAll = async (place = texts): Promise<ImportReport> => {
  const library = await openLibrary(folder);
  const done = ended(library.on);
  await contractOf(library).importStart({ sources: [{ path: place }] });
  await done;
  const report = await contractOf(library).importReport({});
  await library.close();
  if (!report) throw new Error('There is no report.');
  return report;
};

const reading = async <Value>(use: (contract: Contract, library: Library) => Promise<Value>): Promise<Value> => {
  const library = await openLibrary(folder);
  await library.ready;
  try {
    return await use(contractOf(library), library);
  } finally {
    await library.close();
  }
};

describe('a library that is killed in the middle of an import', () => {
  test('has what was told, is whole, and the import can be finished with nothing twice', async () => {
    writeTexts(150);
    let port: CorePort | undefined;
    const core = connectCore(
      () => {
        port = forkCore();
        return port;
      },
      { restartPauseMs: Number.POSITIVE_INFINITY },
    );
    await core.open(folder);
    const told = new Promise<ImportProgress>((resolve) => {
      core.on((event) => {
        if (event.type !== 'import' || event.progress.articles === 0) return;
        port?.kill();
        resolve(event.progress);
      });
    });
    const gone = new Promise<void>((resolve) => core.onExit(resolve));
    unwrap(await core.call('importStart', { sources: [{ path: texts }] }));
    const progress = await told;
    await gone;
    expect(progress.state).toBe('running');

    await reading(async (contract) => {
      const status = await contract.status({});
      expect(status.articles).toBeGreaterThanOrEqual(progress.articles);
      expect(status.articles).toBeLessThan(150);
      expect(status.readOnly).toBe(false);
      const { items } = await contract.articles({ limit: 1000 });
      expect(items).toHaveLength(status.articles);
      for (const { id } of items.slice(0, 10)) expect((await contract.article({ id })).mentions.length).toBeGreaterThan(0);
      const found = await contract.search({ query: 'talks', articles: 200 });
      expect(found.total).toBe(status.articles);
    });

    const report = await importAll();
    expect(report).toMatchObject({ state: 'done', articles: 150 - report.duplicates, problems: 0 });
    await reading(async (contract) => {
      expect(await contract.status({})).toMatchObject({ articles: 150, notices: [] });
      expect((await contract.search({ query: 'talks', articles: 0 })).total).toBe(150);
    });
  }, 60_000);
});

describe('an import', () => {
  test('that is cancelled keeps what is in and can be finished', async () => {
    writeTexts(200);
    const before = await reading(async (contract, library) => {
      const done = ended(library.on);
      await contract.importStart({ sources: [{ path: texts }] });
      await new Promise<void>((resolve) => {
        library.on((event) => {
          if (event.type === 'import' && event.progress.articles > 0) resolve();
        });
      });
      const cancelled = await contract.importCancel({});
      expect(cancelled?.state).toBe('cancelled');
      expect(await done).toMatchObject({ state: 'cancelled', articles: cancelled?.articles });
      const status = await contract.status({});
      expect(status.articles).toBe(cancelled?.articles);
      expect((await contract.search({ query: 'talks', articles: 0 })).total).toBe(status.articles);
      return status.articles;
    });
    expect(before).toBeLessThan(200);
    expect(await importAll()).toMatchObject({ state: 'done', articles: 200 - before, duplicates: before });
  }, 60_000);

  test('reports each file that is no use by name, and takes the rest', async () => {
    writeTexts(3);
    const file = (name: string, content: string | Uint8Array) => writeFileSync(path.join(texts, name), content);
    file('empty.txt', '');
    file('binary.txt', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 0, 0]));
    file('broken.json', '{"title": "cut off');
    file('lines.jsonl', '{"title":"A good line","text":"Intel said that it would build a plant in Ohio."}\nnot json\n');
    file('large.txt', '');
    file('picture.xcf', '');
    truncateSync(path.join(texts, 'large.txt'), 21 * 1024 * 1024);
    const report = await importAll();
    expect(report).toMatchObject({ state: 'done', articles: 4, files: 8, filesDone: 8, problems: 5, skipped: 1 });
    const reasons = Object.fromEntries(report.problemList.map(({ place, reason }) => [path.basename(place), reason]));
    expect(Object.keys(reasons).sort()).toEqual([
      'binary.txt',
      'broken.json',
      'empty.txt',
      'large.txt',
      expect.stringContaining('lines.jsonl'),
    ]);
    expect(reasons['empty.txt']).toMatch(/empty/);
    expect(reasons['binary.txt']).toMatch(/PDF|binary/);
    expect(reasons['large.txt']).toMatch(/limit/);
  });

  test('of nothing that is there says so', async () => {
    const report = await importAll(path.join(home, 'missing'));
    expect(report).toMatchObject({ state: 'done', articles: 0, problems: 1, problemList: [{ reason: expect.stringMatching(/no such/) }] });
  });

  test('of one file with very many articles spreads over tasks, in order', async () => {
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({
        title: `Report ${at}`,
        text: `Microsoft said in report ${at} that Nvidia would supply it. ${'The talks went on. '.repeat(40)}`,
      }),
    );
    writeFileSync(path.join(texts, 'all.jsonl'), `${lines.join('\n')}\n`);
    expect(await importAll()).toMatchObject({ state: 'done', articles: 400, files: 1, filesDone: 1, problems: 0 });
    await reading(async (contract) => {
      const { items } = await contract.articles({ limit: 1000 });
      expect(items.map(({ title }) => title).reverse()).toEqual(lines.map((_, at) => `Report ${at}`));
    });
  }, 60_000);
});

describe('two on one library', () => {
  test('the second may read and not change, sees what the first brings in, and says so', async () => {
    writeTexts(5);
    const first = await openLibrary(folder);
    const second = await openLibrary(folder);
    await second.ready;
    const reader = contractOf(second);
    const status = await reader.status({});
    expect(status.readOnly).toBe(true);
    expect(status.notices[0]).toMatch(/open in another Newsgraph/);
    await expect(reader.importStart({ sources: [{ path: texts }] })).rejects.toMatchObject({ code: 'read-only' });

    const done = ended(first.on);
    await contractOf(first).importStart({ sources: [{ path: texts }] });
    await done;
    expect((await reader.status({})).articles).toBe(5);
    // The first question after a change sets the index going; the second finds it up to date.
    await reader.search({ query: 'talks' });
    await expect.poll(async () => (await reader.search({ query: 'talks' })).total).toBe(5);

    await first.close();
    await second.close();
    await reading(async (contract) => expect((await contract.status({})).readOnly).toBe(false));
  });
});

describe('a library in a folder that may not be written to', () => {
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'can be read, says so, and refuses an import in plain words [needs an ordinary user, not root]',
    async () => {
      writeTexts(3);
      await importAll();
      const files = readdirSync(folder).map((name) => path.join(folder, name));
      for (const file of files) chmodSync(file, 0o444);
      chmodSync(folder, 0o555);
      try {
        await reading(async (contract) => {
          const { readOnly, notices, articles } = await contract.status({});
          expect({ readOnly, articles }).toEqual({ readOnly: true, articles: 3 });
          expect(notices).toEqual([expect.stringMatching(/may not be written to.*permissions/)]);
          expect((await contract.search({ query: 'talks' })).total).toBe(3);
          const refused = contract.importStart({ sources: [{ path: texts }] });
          await expect(refused).rejects.toMatchObject({ code: 'read-only', hint: expect.stringMatching(/permissions/) });
        });
        const reader = await openLibrary(folder, { readOnly: true });
        expect((await contractOf(reader).articles({})).total).toBe(3);
        await reader.close();
      } finally {
        chmodSync(folder, 0o755);
      }
    },
  );
});

const emptyContent: BoardContent = {
  version: boardVersion,
  view: { kind: 'overview' },
  focus: null,
  nodes: [],
  links: {},
  pinned: [],
  hidden: [],
  grown: [],
  title: null,
  total: 0,
  filter: noFilter,
  layout: 'force',
  axis: [],
  sizing: 'strength',
  notes: [],
};

test('a library that is opened for reading refuses every method that changes it', async () => {
  await reading(async () => undefined);
  const library = await openLibrary(folder, { readOnly: true });
  for (const name of methodNames.filter((each) => methods[each].writes)) {
    const corrected = { article: `a_${'0'.repeat(24)}`, start: 0, end: 1, scope: 'article', verdict: { verb: 'not-an-entity' } };
    const entity = `e_${'0'.repeat(24)}`;
    const board = `b_${'0'.repeat(24)}`;
    const args =
      {
        importStart: { sources: [{ path: texts }] },
        correct: corrected,
        correctEntity: { verdict: { verb: 'hide', entity } },
        suggestionRefused: { a: entity, b: entity },
        correctionUndo: { id: 1 },
        boardSave: { name: 'A board', content: emptyContent },
        boardRename: { id: board, name: 'Another' },
        boardDuplicate: { id: board },
        boardDelete: { id: board },
        boardRestore: { id: board },
        noteSet: { entity, text: 'A note' },
      }[name as string] ?? {};
    expect(await dispatch(library.implementation, name, args), name).toMatchObject({ ok: false, error: { code: 'read-only' } });
  }
  await library.close();
});

describe('the search index', () => {
  const notices = () =>
    reading(async (contract) => ({ ...(await contract.status({})), total: (await contract.search({ query: 'talks' })).total }));
  const file = () => path.join(folder, 'index.jsonl');

  test('is saved, and opened again without a word', async () => {
    writeTexts(4);
    await importAll();
    expect(existsSync(file())).toBe(true);
    expect(await notices()).toMatchObject({ notices: [], total: 4, index: 'ready' });
  });

  test('shows for one letter the titles that have it and how the texts begin', async () => {
    writeTexts(2);
    await importAll();
    const { articles } = await reading((contract) => contract.search({ query: 't' }));
    expect(articles).toHaveLength(2);
    for (const { article, titleMarks, snippet } of articles) {
      expect(titleMarks.map(({ start, end }) => article.title.slice(start, end))).toEqual(['talks']);
      expect(snippet).toMatchObject({ marks: [], text: expect.stringMatching(/^\w+ \w+ of \w+ said in report/) });
    }
  });

  test.each([
    ['missing', () => rmSync(file())],
    ['cut off', () => truncateSync(file(), 2000)],
    ['empty', () => truncateSync(file(), 0)],
    ['no index', () => writeFileSync(file(), 'nonsense\n')],
    ['changed in one place', () => writeFileSync(file(), readFileSync(file(), 'utf8').replace('talks', 'walks'))],
    [
      'of another version',
      () => writeFileSync(file(), readFileSync(file(), 'utf8').replace(/"newsgraphIndex":\d+/, '"newsgraphIndex":999')),
    ],
  ])('that is %s is built anew, and it says so', async (_, damage) => {
    writeTexts(4);
    await importAll();
    damage();
    const after = await notices();
    expect(after.total).toBe(4);
    expect(after.notices).toEqual([expect.stringMatching(/built anew/)]);
    expect(await notices()).toMatchObject({ notices: [], total: 4 });
  });

  test('of another library is not believed', async () => {
    writeTexts(4);
    await importAll();
    const saved = readFileSync(file());
    rmSync(folder, { recursive: true });
    writeFileSync(path.join(texts, 'news-0003.txt'), 'Another text\n\nIntel said nothing of the kind.\n');
    await importAll();
    writeFileSync(file(), saved);
    expect(await notices()).toMatchObject({ total: 3, notices: [expect.stringMatching(/another state/)] });
  });
});

describe('the core in a process of its own', () => {
  let core: CoreConnection;
  let port: CorePort | undefined;
  const start = () => {
    port = forkCore();
    return port;
  };
  const next = (type: CoreEvent['type']) =>
    new Promise<CoreEvent>((resolve) => {
      const stop = core.on((event) => {
        if (event.type !== type) return;
        stop();
        resolve(event);
      });
    });
  afterEach(() => core.close());

  test('that dies is started again once, with the same library; who waits is told', async () => {
    core = connectCore(start);
    const opened: LibraryStatus = await core.open(folder);
    expect(opened).toMatchObject({ folder, readOnly: false });
    const restarted = next('core');
    port?.kill();
    const lost = await core.call('status', {});
    expect(lost).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await restarted).toEqual({ type: 'core', state: 'restarted' });
    expect(unwrap(await core.call('status', {}))).toMatchObject({ folder, readOnly: false });

    const down = next('core');
    port?.kill();
    expect(await down).toEqual({ type: 'core', state: 'down' });
    expect(await core.call('status', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await core.open(folder)).toMatchObject({ folder });
  }, 30_000);

  test('goes on with its import when another library can not be opened', async () => {
    writeTexts(60);
    core = connectCore(start);
    await core.open(folder);
    const done = ended(core.on);
    unwrap(await core.call('importStart', { sources: [{ path: texts }] }));
    writeFileSync(path.join(home, 'file'), '');
    await expect(core.open(path.join(home, 'file', 'below'))).rejects.toMatchObject({ code: 'unreadable' });
    expect(await core.open(folder)).toMatchObject({ folder, readOnly: false });
    expect(await done).toMatchObject({ state: 'done', articles: 60 });
  }, 30_000);

  test('opens one library after the other, and refuses what is none', async () => {
    core = connectCore(start);
    await expect(core.call('status', {})).resolves.toMatchObject({ ok: false, error: { code: 'unavailable' } });
    await core.open(folder);
    const other = path.join(home, 'other');
    expect((await core.open(other)).folder).toBe(other);
    expect((unwrap(await core.call('articles', {})) as ArticleList).total).toBe(0);
    writeFileSync(path.join(home, 'file'), '');
    await expect(core.open(path.join(home, 'file', 'below'))).rejects.toMatchObject({ code: 'unreadable' });
    // What is open stays open when another can't be, and is not opened twice.
    expect(unwrap(await core.call('status', {}))).toMatchObject({ folder: other, readOnly: false });
    expect(await core.open(path.join(other, '.'))).toMatchObject({ folder: other, readOnly: false });
    // The first library was let go of: another process may have it.
    const mine = await openLibrary(folder);
    expect((await contractOf(mine).status({})).readOnly).toBe(false);
    await mine.close();
  }, 30_000);
});
