import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { graphMethods } from '../src/main/core/graph-methods.ts';
import { type Incoming, ingest } from '../src/main/core/ingest.ts';
import { readingMethods } from '../src/main/core/reading-methods.ts';
import { openStore, type Store } from '../src/main/core/store/index.ts';
import { type Args, type Contract, contractOver, dispatch, type Implementation, type MethodName } from '../src/shared/contract.ts';
import type { ArticleId, EntityId } from '../src/shared/model.ts';
import { entityTypes } from '../src/shared/model.ts';
import { layouts } from '../src/shared/views-layout.ts';
import { type GeneratedArticle, generateCorpus } from './corpus.ts';
import { type BenchOptions, type Figure, type Question, quantile, spread, time } from './question.ts';
import { randomFrom } from './random.ts';

const batchSize = 20;
/** Entities, links and pairs asked for: the hundred most reported, and as many drawn from all. */
const asked = 100;
const largest = 20;

const incoming = ({ article, extraction }: GeneratedArticle, index: number): Incoming => ({
  id: `a_${createHash('sha256').update(article.text).digest('hex').slice(0, 24)}` as ArticleId,
  article,
  extraction,
  origin: { place: `${index}.txt`, part: 0 },
});

const ingested = (store: Store, articles: readonly Incoming[]): Figure[] => {
  const times: number[] = [];
  for (let at = 0; at < articles.length; at += batchSize) {
    const started = performance.now();
    ingest(store, articles.slice(at, at + batchSize));
    times.push(performance.now() - started);
  }
  const { entities, relations, stories } = store.counts();
  const { databaseBytes } = store.stats();
  return [
    { what: 'library', value: `${entities} entities, ${relations} relations, ${stories} stories, ${(databaseBytes / 1e6).toFixed(0)} MB` },
    { what: 'taking it in', value: time(times.reduce((sum, one) => sum + one, 0)), bar: '10 s for 2,225 articles' },
    ...spread(`a batch of ${batchSize} articles`, times),
  ];
};

/** How well the stories found agree with the events generated, over all pairs of articles. */
const storiesFound = (store: Store, corpus: readonly GeneratedArticle[], articles: readonly Incoming[]): Figure => {
  const stories = store.articleRefs(articles.map(({ id }) => id)).map(({ story }) => story ?? '');
  const pairs = (keys: readonly (string | number)[]): number => {
    const sizes = new Map<string | number, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const events = corpus.map(({ event }) => event);
  const right = pairs(stories.map((story, index) => `${story} ${events[index]}`));
  const percent = (of: number): string => `${((100 * right) / Math.max(1, of)).toFixed(1)} %`;
  return { what: 'stories, pairs of articles', value: `precision ${percent(pairs(stories))}, recall ${percent(pairs(events))}` };
};

const measured = async (items: number, call: (index: number) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let index = 0; index < items; index += 1) {
    const started = performance.now();
    await call(index);
    times.push(performance.now() - started);
  }
  return times;
};

const contractOf = (store: Store): Contract => {
  const methods = { ...graphMethods(store), ...readingMethods(store) } as Implementation;
  return contractOver((name: MethodName, args: unknown) => dispatch(methods, name, args));
};

/** Calls, and the longest for which the core answered nothing else meanwhile. */
const letIn = async (items: number, call: (index: number) => Promise<unknown>): Promise<{ times: number[]; blockedMs: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times = await measured(items, call);
  delay.disable();
  return { times, blockedMs: delay.max / 1e6 };
};

/** Boards of the entities in most articles: laid out, and brushed over a time of two years. */
const boards = async (contract: Contract, store: Store): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [size, bar] of [
    [300, '500 ms'],
    [1000, '1500 ms'],
  ] as const) {
    const nodes = store.largestEntities(entityTypes, size).map(({ id }) => id);
    const { links } = await contract.slice({ nodes });
    const board = `board of ${nodes.length} nodes and ${links.length} links`;
    for (const layout of layouts) {
      const { times, blockedMs } = await letIn(5, () => contract.arrange({ nodes, layout }));
      figures.push({ what: `${board}, ${layout}, half of 5 within`, value: time(quantile(times, 0.5)), bar });
      figures.push({ what: `${board}, ${layout}, longest block`, value: time(blockedMs), bar: '50 ms' });
    }
    const ids = links.map(({ id }) => id);
    const first = await letIn(1, () => contract.activity({ nodes, links: ids }));
    figures.push({ what: `${board}, activity at first`, value: time(first.times[0] ?? 0) });
    figures.push({ what: `${board}, activity at first, longest block`, value: time(first.blockedMs), bar: '50 ms' });
    const brushed = await measured(asked, (index) => {
      const month = `${String(1 + (index % 12)).padStart(2, '0')}-01`;
      return contract.activity({ nodes, links: ids, filter: { span: { from: `2023-${month}`, to: `2024-${month}` } } });
    });
    figures.push(...spread(`${board}, brushed`, brushed, '20 ms'));
  }
  return figures;
};

const answered = async (store: Store, seed: number): Promise<Figure[]> => {
  const contract = contractOf(store);
  const random = randomFrom(seed);
  const entities = store.largestEntities(entityTypes, 1e6).map(({ id }) => id as EntityId);
  const drawn = (): EntityId => entities[Math.floor(random() * entities.length)] as EntityId;
  const hubs = entities.slice(0, asked);
  const some = Array.from({ length: asked }, drawn);
  const idAt = (index: number): EntityId => [...hubs, ...some][index] ?? drawn();
  const changed = (): void => store.transaction(() => undefined);

  const figures: Figure[] = [];
  const add = async (what: string, call: (index: number) => Promise<unknown>, bar?: string): Promise<void> => {
    changed();
    figures.push(...spread(what, await measured(2 * asked, call), bar));
  };
  await add('neighbours of an entity', (index) => contract.neighbours({ id: idAt(index) }), '20 ms');
  // Any entity's neighbours are to be there in 20 ms, though nothing of the library is remembered: those of the largest are the test.
  const cold = await measured(largest, (index) => {
    changed();
    return contract.neighbours({ id: idAt(index) });
  });
  figures.push(...spread(`neighbours of the largest ${largest}, nothing remembered`, cold, undefined, '20 ms'));
  await add('neighbourhood, placed', (index) => contract.neighbourhood({ id: idAt(index) }), '20 ms');
  const links = await Promise.all(
    [...hubs.slice(0, 10), ...some.slice(0, 10)].map(async (id) => (await contract.neighbourhood({ id })).links),
  );
  const all = links.flat();
  await add(
    'evidence of a link',
    (index) => contract.evidence({ link: (all[(index * 37) % all.length] as (typeof all)[number]).id }),
    '20 ms',
  );
  for (const depth of [2, 3]) await add(`neighbourhood ${depth} deep`, (index) => contract.neighbourhood({ id: idAt(index), depth }));
  const ways: Args<'paths'>[] = Array.from({ length: 2 * asked }, () => ({ from: drawn(), to: drawn() }));
  await add('paths between two entities', (index) => contract.paths(ways[index] as Args<'paths'>), '100 ms');
  const known: Args<'paths'>[] = ways.map(({ to }, index) => ({ from: hubs[index % asked] as EntityId, to }));
  await add('paths from an entity in many articles', (index) => contract.paths(known[index] as Args<'paths'>), '100 ms');
  const around = ways.map((way) => ({ ...way, without: hubs.slice(0, 5) }));
  await add('paths around five hubs', (index) => contract.paths(around[index] as Args<'paths'>), '100 ms');
  const afresh = await measured(largest, (index) => {
    changed();
    return contract.community({ head: idAt(index) });
  });
  figures.push(...spread('community, nothing remembered', afresh, '500 ms'));
  await add('community', (index) => contract.community({ head: idAt(index) }), '500 ms');
  const board = hubs.concat(some);
  figures.push(...spread(`centrality of ${board.length} nodes`, await measured(5, () => contract.centrality({ nodes: board }))));
  figures.push(...(await boards(contract, store)));
  const { items } = await contract.articles({ limit: 2 * asked });
  await add(
    'article as the reader shows it',
    async (index) => contract.article({ id: items[index % items.length]?.id as ArticleId }),
    '20 ms',
  );
  changed();
  figures.push({ what: 'overview, at first', value: time((await measured(1, () => contract.overview({})))[0] ?? 0), bar: '500 ms' });
  figures.push({ what: 'overview, again', value: time((await measured(1, () => contract.overview({})))[0] ?? 0) });
  return figures;
};

/** How fast does the core take articles in, and answer what the graph asks? */
export const graph: Question = {
  title: 'Store and graph in the core, names given',
  run: async (options: BenchOptions) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-bench-'));
    const corpus = [...generateCorpus(options)];
    const articles = corpus.map(incoming);
    const store = openStore(folder);
    try {
      return [...ingested(store, articles), storiesFound(store, corpus, articles), ...(await answered(store, options.seed))];
    } finally {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
