import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type ArticleFilter, everyArticle, passing } from '../../shared/article-filter.ts';
import { entityTypes, type LinkId, linkIdOf, type NodeId } from '../../shared/model.ts';
import type { GraphLink, LinkRelation } from '../../shared/views.ts';
import { toldArticle } from './graph/arbitrary.ts';
import { incoming, libraryOf, type Told } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { graphOfTold, graphOver } from './testing.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const over = (...articles: Told[]) => {
  const { close, ...graph } = graphOfTold(...articles);
  open.push(close);
  return graph;
};

const filterOf = (given: Partial<ArticleFilter['span']> & { publishersOff?: string[] }): ArticleFilter => ({
  span: { from: given.from ?? null, to: given.to ?? null },
  publishersOff: given.publishersOff ?? [],
});

const statement = ({ kind, status, from, to }: LinkRelation): string => `${kind} ${status} ${from} ${to}`;
const inOrder = (relations: readonly LinkRelation[]): LinkRelation[] =>
  [...relations].sort((left, right) => (statement(left) < statement(right) ? -1 : 1));

const published = fc.record({
  article: toldArticle,
  publisher: fc.constantFrom(undefined, 'The Post', 'The Wire'),
});
const archive = fc
  .array(published, { minLength: 1, maxLength: 10 })
  .map((list) => list.map(({ article, publisher }): Told => ({ ...article, ...(publisher === undefined ? {} : { publisher }) })));

const nodesOf = ({ store }: ReturnType<typeof graphOver>): NodeId[] =>
  [...store.entitiesAfter(0, 100), ...store.storiesAfter(0, 100)].map(({ id }) => id);

const checkAgainst = (links: Record<LinkId, unknown>, drawn: readonly GraphLink[]): void => {
  expect(Object.keys(links).sort()).toEqual(drawn.map(({ id }) => id).sort());
  for (const { id, articles, stories, sentences, relations, first, last, kind } of drawn) {
    const { relations: told, ...rest } = links[id] as GraphLink;
    // What a story says of an entity carries the dates of the whole story.
    const dates = kind === 'mention' ? {} : { first, last };
    expect(rest).toMatchObject({ articles, stories, sentences, ...dates });
    expect(inOrder(told)).toEqual(inOrder(relations));
  }
};

const everyLink = (nodes: readonly NodeId[]): LinkId[] =>
  nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => linkIdOf(one, other)));

/** All links among some entities, as tables list them: a slice has only those that can be read. */
const linksOf = async ({ neighbours, store }: ReturnType<typeof graphOver>, nodes: readonly NodeId[]): Promise<GraphLink[]> => {
  const there = store.nodeRows(nodes);
  const found = await Promise.all(there.map(({ id }) => neighbours({ id, types: [...entityTypes], limit: 1000 })));
  return [...new Map(found.flatMap(({ items }) => items.map(({ link }) => [link.id, link] as const))).values()];
};

describe('activity', () => {
  it('without a filter is what the links and nodes themselves count', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(archive, async (articles) => {
        const { store, close } = libraryOf(...articles);
        try {
          const graph = graphOver(store);
          const nodes = nodesOf(graph);
          const slice = await graph.slice({ nodes });
          const answer = await graph.activity({ nodes, links: slice.links.map(({ id }) => id) });
          checkAgainst(answer.links, slice.links);
          for (const node of slice.nodes) expect(answer.nodes[node.id]).toBe(node.articles);
          const { articles: total } = store.counts();
          const { bars, undated } = answer.histogram;
          expect(bars.reduce((sum, bar) => sum + bar.articles, undated)).toBe(total);
          expect(answer.publishers.reduce((sum, publisher) => sum + publisher.articles, 0)).toBe(total);
        } finally {
          close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('within a filter is what a library of those articles alone would count', { timeout: 60_000 }, async () => {
    const filters = fc.record({
      from: fc.constantFrom(null, '2025-03-05', '2025-03-12'),
      to: fc.constantFrom(null, '2025-03-12', '2025-03-20'),
      publishersOff: fc.subarray(['', 'The Post', 'The Wire']),
    });
    await fc.assert(
      fc.asyncProperty(archive, filters, async (articles, given) => {
        const filter = filterOf(given);
        const passes = passing(filter);
        const kept = articles.filter((told) => passes({ published: told.published ?? null, publisher: told.publisher ?? null }));
        const [whole, part] = [libraryOf(...articles), libraryOf(...kept)];
        try {
          const [graph, alone] = [graphOver(whole.store), graphOver(part.store)];
          const nodes = whole.store.entitiesAfter(0, 100).map(({ id }) => id);
          const answer = await graph.activity({ nodes, links: everyLink(nodes), filter });
          const expected = await linksOf(alone, nodes);
          expect(Object.keys(answer.links).sort()).toEqual(expected.map(({ id }) => id).sort());
          for (const { id, articles: count, sentences, relations, first, last } of expected) {
            expect(answer.links[id]).toMatchObject({ articles: count, sentences, first, last });
            expect(inOrder(answer.links[id]?.relations ?? [])).toEqual(inOrder(relations));
            const evidence = await graph.evidence({ link: id, filter, limit: 1000 });
            expect(evidence).toMatchObject({ articles: count, stories: answer.links[id]?.stories });
            const theirs = await alone.evidence({ link: id, limit: 1000 });
            const told = ({ groups }: typeof evidence) =>
              groups.map(({ relation, polarity, total, passages }) => [relation, polarity, total, passages.map(({ parts }) => parts)]);
            expect(told(evidence).sort()).toEqual(told(theirs).sort());
          }
        } finally {
          whole.close();
          part.close();
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('of articles that name hundreds counts the pairs that the links count', async () => {
    const crowd = Array.from({ length: 130 }, (_, index) => `{Firm${index} Ltd}`);
    const graph = over(
      { title: 'Directory', sentences: crowd.map((name) => `${name} is listed.`) },
      { title: 'Deal', sentences: [`${crowd[0]} meets ${crowd[129]}.`] },
    );
    const nodes = nodesOf(graph);
    const every = everyLink(nodes);
    const { links } = await graph.slice({ nodes });
    const found: Record<LinkId, unknown> = {};
    for (let at = 0; at < every.length; at += 5000) {
      Object.assign(found, (await graph.activity({ nodes, links: every.slice(at, at + 5000) })).links);
    }
    const { store } = graph;
    const keys = store.nodeRows(nodes).map(({ key }) => key);
    expect(Object.keys(found)).toHaveLength(store.pairsAmong(keys).length + store.storyLinksAmong(keys).length);
    for (const { id, articles, sentences } of links) expect(found[id]).toMatchObject({ articles, sentences });
  });

  it('tells what is new since a date, by publication or by when it came in', async () => {
    const graph = over(
      { title: 'Old', sentences: ['{A Corp} meets {B Corp}.'], published: '2024-01-05' },
      { title: 'New', sentences: ['{A Corp} meets {C Corp} and {B Corp}.'], published: '2025-06-01' },
    );
    const nodes = ['A Corp', 'B Corp', 'C Corp'].map((name) => graph.id(name));
    const [a, b, c] = nodes as [NodeId, NodeId, NodeId];
    const links = [linkIdOf(a, b), linkIdOf(a, c), linkIdOf(b, c)];
    const freshSince = async (date: string, by: 'published' | 'added') =>
      (await graph.activity({ nodes, links, since: { date, by } })).fresh;
    const sorted = (ids: readonly string[]) => [...ids].sort();
    const fresh = await freshSince('2025-01-01', 'published');
    expect([sorted(fresh.nodes), sorted(fresh.links)]).toEqual([[c], sorted([linkIdOf(a, c), linkIdOf(b, c)])]);
    expect((await freshSince('2024-01-05', 'published')).nodes).toHaveLength(3);
    expect((await freshSince('2000-01-01', 'added')).links).toHaveLength(3);
    expect(await freshSince('2999-01-01T00:00:00Z', 'added')).toEqual({ nodes: [], links: [] });
  });

  it('is read anew when the library changes, and leaves out what it lacks', async () => {
    const graph = over({ title: 'One', sentences: ['{A Corp} meets {B Corp}.'], publisher: 'The Post' });
    const missing = 'e_000000000000000000000000' as NodeId;
    const nodes = [graph.id('A Corp'), graph.id('B Corp'), missing];
    const request = { nodes, links: [linkIdOf(nodes[0] as NodeId, nodes[1] as NodeId), linkIdOf(nodes[0] as NodeId, missing)] };
    const before = await graph.activity(request);
    expect(Object.keys(before.links)).toHaveLength(1);
    expect(before.nodes).not.toHaveProperty(missing);
    ingest(graph.store, [incoming({ title: 'Two', sentences: ['Again {A Corp} and {B Corp}.'], published: null })]);
    const after = await graph.activity({ ...request, filter: filterOf({ publishersOff: ['The Post'] }) });
    expect(after.links[request.links[0] as LinkId]).toMatchObject({ articles: 1, first: null, last: null });
    expect(after.histogram).toEqual({ unit: 'day', bars: [{ from: '2025-01-01', articles: 0 }], undated: 1 });
    expect(after.publishers).toEqual([
      { name: '', articles: 1 },
      { name: 'The Post', articles: 1 },
    ]);
  });
});

/** Reports of one event in nearly the same words. */
const copies = (count: number): Told[] =>
  Array.from(
    { length: count },
    (_, index): Told => ({
      title: 'Alder buys Birch in surprise deal',
      sentences: ['{Alder Corp} bought {Birch Labs} on Monday for nine billion in cash, its boldest step.', `Seen by desk ${index}.`],
      relations: [['Alder Corp', 'acquired', 'Birch Labs', 0, 'completed']],
      publisher: `Paper ${index}`,
    }),
  );

const strangers: Told[] = Array.from(
  { length: 12 },
  (_, index): Told => ({
    title: `Weather number ${index}`,
    sentences: [`{Cedar${index} Group} sells umbrella number ${index}.`],
    published: `2021-0${1 + (index % 9)}-01`,
  }),
);

describe('what is told again', () => {
  it('weighs about as one report, and less than three stories', async () => {
    const of = async (...articles: Told[]) => {
      const { store, id } = over(...articles, ...strangers);
      const [a, b] = store.nodeRows([id('Alder Corp'), id('Birch Labs')]);
      const { linksWith } = await import('./graph/links.ts');
      const rows = new Map([a, b].flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
      const [link] = a === undefined || b === undefined ? [] : linksWith(store, a, [b.key], rows);
      return { score: link?.score ?? 0, behind: link?.behind };
    };
    const [one, fifty] = [await of(...copies(1)), await of(...copies(50))];
    const apart = ['2022-02-01', '2023-05-01', '2025-01-01'].map(
      (date, index): Told => ({
        title: ['Takeover', 'Merger closes', 'Look back at the purchase'][index] ?? '',
        sentences: [`{Alder Corp} bought {Birch Labs}, ${['rumour had it', 'lawyers signed', 'historians wrote'][index]}.`],
        relations: [['Alder Corp', 'acquired', 'Birch Labs', 0, 'completed']],
        published: date,
      }),
    );
    const three = await of(...apart);
    expect(fifty.behind).toMatchObject({ articles: 50, stories: 1 });
    expect(three.behind).toMatchObject({ articles: 3, stories: 3 });
    expect(Math.abs(fifty.score - one.score)).toBeLessThan(0.2);
    expect(three.score).toBeGreaterThan(fifty.score + 1);
  });

  it('is told as articles and as stories, of the link and of each group', async () => {
    const graph = over(
      ...copies(6),
      {
        title: 'Regulator looks into it',
        sentences: ['{Alder Corp} denied that it bought {Birch Labs}.', '{Birch Labs} and {Alder Corp} are neighbours.'],
        relations: [['Alder Corp', 'acquired', 'Birch Labs', 0, 'denied']],
        published: '2025-09-01',
        publisher: 'The Post',
      },
      ...strangers,
    );
    const link = linkIdOf(graph.id('Alder Corp'), graph.id('Birch Labs'));
    const counted = ({ polarity, total, articles, stories }: Record<'total' | 'articles' | 'stories', number> & { polarity: string }) => [
      polarity,
      total,
      articles,
      stories,
    ];
    const whole = await graph.evidence({ link });
    expect([whole.articles, whole.stories]).toEqual([7, 2]);
    expect(whole.groups.map(counted)).toEqual([
      ['completed', 6, 6, 1],
      ['denied', 1, 1, 1],
      ['together', 1, 1, 1],
    ]);
    const without = await graph.evidence({ link, filter: filterOf({ publishersOff: ['The Post', 'Paper 0'] }) });
    expect([without.articles, without.stories, without.groups.map(counted)]).toEqual([5, 1, [['completed', 5, 5, 1]]]);
    expect(await graph.evidence({ link, filter: filterOf({ to: '1999-12-31' }) })).toMatchObject({ articles: 0, stories: 0, groups: [] });
    expect((await graph.evidence({ link, filter: everyArticle })).groups).toEqual(whole.groups);
  });

  it('keeps directions apart, but for kinds that have none', async () => {
    const graph = over({
      sentences: [
        '{Alder Corp} sued {Birch Labs}.',
        '{Birch Labs} sued {Alder Corp}.',
        '{Alder Corp} and {Birch Labs} are partners.',
        '{Birch Labs} partners {Alder Corp}.',
      ],
      relations: [
        ['Alder Corp', 'sued', 'Birch Labs', 0],
        ['Birch Labs', 'sued', 'Alder Corp', 1],
        ['Alder Corp', 'partners_with', 'Birch Labs', 2],
        ['Birch Labs', 'partners_with', 'Alder Corp', 3],
      ],
    });
    const { groups } = await graph.evidence({ link: linkIdOf(graph.id('Alder Corp'), graph.id('Birch Labs')) });
    expect(groups.map(({ relation, total }) => [relation?.kind, total])).toEqual([
      ['partners_with', 2],
      ['sued', 1],
      ['sued', 1],
    ]);
  });
});

describe('arranging', () => {
  it('places what is given as a slice of it is placed, and knows when nodes were first seen', async () => {
    const graph = over(
      { title: 'One', sentences: ['{A Corp} meets {B Corp}.'], published: '2023-01-05' },
      { title: 'Two', sentences: ['{C Corp} meets {B Corp}.'], published: '2025-06-01' },
    );
    const nodes = ['A Corp', 'B Corp', 'C Corp'].map((name) => graph.id(name));
    const slice = await graph.slice({ nodes });
    expect(slice.nodes.map(({ first, last }) => [first, last])).toEqual([
      ['2023-01-05', '2023-01-05'],
      ['2023-01-05', '2025-06-01'],
      ['2025-06-01', '2025-06-01'],
    ]);
    expect((await graph.arrange({ nodes: [...nodes].reverse(), layout: 'force' })).positions).toEqual(slice.positions);
    const { positions, axis } = await graph.arrange({ nodes, layout: 'timeline' });
    const [a, , c] = nodes.map((id) => positions[id]?.x ?? Number.NaN);
    expect(a).toBeLessThan(c as number);
    expect(axis.length).toBeGreaterThan(1);
    for (const layout of ['concentric', 'grid'] as const) {
      const fixed = { [nodes[1] as NodeId]: { x: 5, y: 7 } };
      const answer = await graph.arrange({
        nodes: [...nodes, 'e_000000000000000000000000' as NodeId],
        layout,
        fixed,
        focus: nodes[0] as NodeId,
      });
      expect(Object.keys(answer.positions)).toHaveLength(3);
      expect(answer).toMatchObject({ axis: [], positions: fixed });
    }
  });
});
