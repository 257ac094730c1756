import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Contract, contractOver, dispatch } from '../../shared/contract.ts';
import { unwrap } from '../../shared/result.ts';
import type { CoreEvent, RereadProgress } from '../../shared/views.ts';
import { type CorePort, connectCore } from './connection.ts';
import { forkCore } from './fork.ts';
import { incoming, libraryOf, named } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { type Library, openLibrary } from './library.ts';
import { createRemaker } from './remaking.ts';
import { databaseName, openStore } from './store/index.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'newsgraph-reread-'));
  folder = path.join(home, 'library');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const contractOf = (library: Library): Contract => contractOver((name, args) => dispatch(library.implementation, name, args));

/** Resolves with the first event that `choose` answers something for. */
const heard = <Value>(
  on: (listener: (event: CoreEvent) => void) => () => void,
  choose: (event: CoreEvent) => Value | null,
): Promise<Value> =>
  new Promise((resolve) => {
    const stop = on((event) => {
      const value = choose(event);
      if (value === null) return;
      stop();
      resolve(value);
    });
  });
const rereadEnd = (event: CoreEvent): RereadProgress | null =>
  event.type === 'reread' && event.progress.state !== 'running' ? event.progress : null;

/** A library of some articles, as if an older version had read them. */
const olderLibrary = async (articles: number): Promise<void> => {
  const texts = path.join(home, 'texts');
  mkdirSync(texts);
  for (let index = 0; index < articles; index += 1) {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `Sam Altman of OpenAI told Microsoft in report ${index}.${at} that the plan was sound.`,
    );
    writeFileSync(
      path.join(texts, `${String(index).padStart(3, '0')}.txt`),
      `OpenAI and Microsoft talk, part ${index}\n\n${lines.join('\n\n')}\n`,
    );
  }
  const library = await openLibrary(folder);
  const end = heard(library.on, (event) => (event.type === 'import' && event.progress.state !== 'running' ? event.progress : null));
  await contractOf(library).importStart({ sources: [{ path: texts }] });
  await end;
  await library.close();
  const db = new DatabaseSync(path.join(folder, databaseName));
  db.exec('UPDATE article SET read_with = 0');
  db.close();
};

const entityIds = async (contract: Contract): Promise<string[]> => (await contract.overview({})).nodes.map(({ id }) => id).sort();

describe('reading anew', () => {
  it('goes on after a kill with what is left, and keeps all ids', async () => {
    await olderLibrary(60);
    let port: CorePort | undefined;
    const core = connectCore(
      () => {
        port = forkCore();
        return port;
      },
      { restartPauseMs: Number.POSITIVE_INFINITY },
    );
    await core.open(folder);
    const gone = new Promise<void>((resolve) => core.onExit(resolve));
    const begun = new Promise<void>((resolve) => {
      core.on((event) => {
        if (event.type !== 'changed') return;
        port?.kill();
        resolve();
      });
    });
    unwrap(await core.call('rereadStart', {}));
    await begun;
    await gone;

    const library = await openLibrary(folder);
    const contract = contractOf(library);
    await library.ready;
    const before = await contract.status({});
    expect(before.outdated).toBeGreaterThan(0);
    expect(before.outdated).toBeLessThan(60);
    const ids = await entityIds(contract);
    const end = heard(library.on, rereadEnd);
    expect((await contract.rereadStart({})).total).toBe(before.outdated);
    expect(await end).toEqual({ state: 'done', done: before.outdated, total: before.outdated });
    const after = await contract.status({});
    expect([after.outdated, after.articles, after.entities, after.relations]).toEqual([0, 60, before.entities, before.relations]);
    expect(await entityIds(contract)).toEqual(ids);
    expect((await contract.search({ query: 'sam altman' })).total).toBe(60);
    expect(await contract.rereadStart({})).toMatchObject({ total: 0 });
    await library.close();
  }, 60_000);

  it('stops when it is told to, and closing the library stops it too', async () => {
    await olderLibrary(40);
    const library = await openLibrary(folder);
    const contract = contractOf(library);
    await library.ready;
    expect(await contract.rereadCancel({})).toBeNull();
    await contract.rereadStart({});
    const stopped = await contract.rereadCancel({});
    expect(stopped).toMatchObject({ state: 'cancelled', total: 40 });
    expect((await contract.status({})).outdated).toBe(40 - (stopped?.done ?? 0));
    await contract.rereadStart({});
    await library.close();
    const again = await openLibrary(folder, { readOnly: true });
    expect((await contractOf(again).status({})).outdated).toBeGreaterThan(0);
    await again.close();
  }, 60_000);
});

describe('articles that wait to be made anew', () => {
  it('wait until the library is opened again', async () => {
    const { store, close, folder: place } = libraryOf({ sentences: ['{OpenAI} grows.'] });
    const correction = {
      scope: 'library',
      article: store.newestArticles(null, 0, 1).items[0]?.id,
      name: 'OpenAI',
      was: { entity: named(store, 'OpenAI').id, name: 'OpenAI', type: 'company' },
      verdict: { verb: 'not-an-entity' },
      becomes: null,
    };
    store.transaction(() => {
      store.addToLedger({ madeAt: '2025-01-01', verb: 'not-an-entity', payload: JSON.stringify(correction), undoes: null });
      store.markStale([1]);
    });
    const again = openStore(place);
    expect([again.counts().entities, again.staleCount()]).toEqual([1, 1]);
    await createRemaker(again, () => undefined).drain();
    expect([again.counts().entities, again.staleCount()]).toEqual([0, 0]);
    ingest(again, [incoming({ sentences: ['{OpenAI} met {Google}.'] })]);
    expect(again.counts().entities).toBe(1);
    again.close();
    close();
  });
});
