import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type NodeId, nodeTypes } from '../../shared/model.ts';
import type { Paths } from '../../shared/views-paths.ts';
import { toldArticle } from './graph/arbitrary.ts';
import type { Told } from './graph/testing.ts';
import { incoming } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { graphOfTold } from './testing.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const over = (...articles: Told[]) => {
  const { close, ...graph } = graphOfTold(...articles);
  open.push(close);
  return graph;
};

/** The names along each path. */
const chains = (answer: Paths): string[] =>
  answer.found ? answer.paths.map(({ steps }) => [answer.from.name, ...steps.map(({ to }) => to.name)].join(' > ')) : [];

/** Told years apart: each a story of its own. */
const apart = (articles: readonly Told[]): Told[] => articles.map((told, at) => ({ ...told, published: `${1950 + at}-01-01` }));

const chain: Told[] = [
  { title: 'One', sentences: ['{A Corp} meets {B Corp}.'], published: '2024-01-01' },
  { title: 'Two', sentences: ['{B Corp} meets {C Corp}.'], published: '2024-02-01', address: 'https://news.example/two' },
  { title: 'Three', sentences: ['{C Corp} meets {D Corp}.'], published: '2024-03-01' },
  { title: 'Apart', sentences: ['{X Corp} meets {Y Corp}.'] },
];

describe('paths', () => {
  it('have a sentence for each step, and where it was published', async () => {
    const { paths, id } = over(...chain);
    const answer = await paths({ from: id('A Corp'), to: id('D Corp') });
    if (!answer.found) throw new Error('not connected');
    expect(answer.paths[0]?.steps.map(({ to, passage, address }) => [to.name, passage.parts[0]?.text, address])).toEqual([
      ['B Corp', 'A Corp meets B Corp.', null],
      ['C Corp', 'B Corp meets C Corp.', 'https://news.example/two'],
      ['D Corp', 'C Corp meets D Corp.', null],
    ]);
    expect(answer.slice.nodes).toHaveLength(4);
    expect(new Set(Object.values(answer.slice.positions).map(({ x }) => x)).size).toBe(4);
  });

  it('say how far the search went where there is none', async () => {
    const { paths, id } = over(...chain);
    expect(await paths({ from: id('A Corp'), to: id('Y Corp') })).toMatchObject({
      found: false,
      gaveUp: false,
      searchedNodes: expect.any(Number),
    });
    expect(await paths({ from: id('A Corp'), to: id('D Corp'), steps: 2 })).toMatchObject({
      found: false,
      searchedSteps: 2,
      gaveUp: false,
    });
  });

  it('go around what is left out, and around a type', async () => {
    const { paths, id } = over(
      ...apart([
        ...chain,
        { title: 'Way', sentences: ['{A Corp} sees {E Corp}.'] },
        { title: 'Other way', sentences: ['{E Corp} sees {C Corp}.'] },
        { title: 'A third', sentences: ['{A Corp} sees {Ada Grove:person}.'] },
        { title: 'Its end', sentences: ['{Ada Grove:person} sees {C Corp}.'] },
      ]),
    );
    const ends = { from: id('A Corp'), to: id('C Corp') };
    expect(chains(await paths(ends)).sort()).toEqual([
      'A Corp > Ada Grove > C Corp',
      'A Corp > B Corp > C Corp',
      'A Corp > E Corp > C Corp',
    ]);
    expect(chains(await paths({ ...ends, without: [id('B Corp')], withoutTypes: ['person'] }))).toEqual(['A Corp > E Corp > C Corp']);
    expect(chains(await paths({ ...ends, withoutTypes: ['company', 'story'] }))).toEqual(['A Corp > Ada Grove > C Corp']);
    expect(chains(await paths({ ...ends, most: 1 }))).toHaveLength(1);
    expect(await paths({ ...ends, without: [id('B Corp'), id('E Corp')], withoutTypes: ['person'] })).toMatchObject({
      found: false,
      gaveUp: false,
    });
  });

  it('prefer statements to bare mentions, also where these are fewer', async () => {
    const { paths, id } = over(
      { title: 'Seen', sentences: ['{A Corp} was there.', 'Nothing more.', '{D Corp} was too.'] },
      { title: 'Bought', sentences: ['{A Corp} bought {M Corp}.'], relations: [['A Corp', 'acquired', 'M Corp', 0]] },
      { title: 'Sued', sentences: ['{M Corp} sued {D Corp}.'], relations: [['M Corp', 'sued', 'D Corp', 0]] },
      ...Array.from({ length: 30 }, (_, at): Told => ({ title: `Else ${at}`, sentences: [`{Firm${at} Ltd} grows.`] })),
    );
    const answer = await paths({ from: id('A Corp'), to: id('D Corp') });
    expect(chains(answer)[0]).toBe('A Corp > M Corp > D Corp');
  });

  it('lead into and out of stories', async () => {
    const { paths, id, store } = over(...chain);
    const stories = store.storiesAfter(0, 10);
    const story = (called: string): NodeId => stories.find(({ name }) => name === called)?.id as NodeId;
    expect(chains(await paths({ from: story('One'), to: story('Three') }))).toContain('One > B Corp > C Corp > Three');
    expect(chains(await paths({ from: id('A Corp'), to: story('One') }))[0]).toBe('A Corp > One');
  });

  it('from a node to itself have no steps', async () => {
    const { paths, id } = over(...chain);
    expect(await paths({ from: id('A Corp'), to: id('A Corp') })).toMatchObject({ found: true, paths: [{ steps: [], strength: 1 }] });
  });

  it('are simple, short enough, around what is left out, in order, evidenced, and the same from either end', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(toldArticle, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.subarray([...nodeTypes]),
        fc.nat(),
        async (articles, steps, most, withoutTypes, seed) => {
          const { store, paths, close } = graphOfTold();
          try {
            ingest(store, articles.map(incoming));
            const nodes = [...store.entitiesAfter(0, 100), ...store.storiesAfter(0, 100)];
            const [from, to, left] = [0, 1, 2].map((at) => nodes[(seed * (at + 1) + at) % nodes.length]);
            if (from === undefined || to === undefined || left === undefined) return;
            const request = { steps, most, withoutTypes, without: [left.id] };
            const answer = await paths({ from: from.id, to: to.id, ...request });
            const back = await paths({ from: to.id, to: from.id, ...request });
            expect(chains(back)).toEqual(chains(answer).map((names) => names.split(' > ').reverse().join(' > ')));
            if (!answer.found) return;
            expect(answer.paths.length).toBeGreaterThan(0);
            expect(answer.paths.length).toBeLessThanOrEqual(most);
            const inner = answer.paths.map((path) => path.steps.slice(1).map((step) => step.from.id));
            for (const [at, one] of inner.entries()) {
              const others = inner.filter((_, index) => index !== at);
              const same = others.filter((other) => one.every((id) => other.includes(id)) && (one.length > 0 || other.length === 0));
              expect(same).toEqual([]);
            }
            const strengths = answer.paths.map(({ strength }) => strength);
            expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
            for (const path of answer.paths) {
              const way = [answer.from, ...path.steps.map((step) => step.to)];
              expect(path.steps.length).toBeLessThanOrEqual(steps);
              expect(new Set(way.map(({ id }) => id)).size).toBe(way.length);
              expect(way.at(-1)?.id).toBe(to.id);
              for (const inner of way.slice(1, -1)) {
                expect(inner.id).not.toBe(left.id);
                expect(withoutTypes).not.toContain(inner.type);
              }
              for (const { passage, link, from: a, to: b } of path.steps) {
                expect([link.source, link.target].sort()).toEqual([a.id, b.id].sort());
                const marked = new Set(passage.parts.flatMap(({ marks }) => marks.map(({ node }) => node)));
                for (const end of [a, b]) if (end.type !== 'story') expect(marked).toContain(end.id);
              }
              for (const { id } of way) expect(answer.slice.positions[id]).toBeDefined();
            }
          } finally {
            close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a library with a hub in most of its articles', () => {
  const hub = '{United States:place}';
  const crowd = Array.from(
    { length: 60 },
    (_, at): Told => ({
      title: `Report ${at}`,
      sentences: [`{Firm${at} Ltd} and {Maker${at % 7} Corp} met${at % 5 < 3 ? ` in ${hub}` : ''}.`],
    }),
  );
  const located = (name: string): Told => ({
    title: `Seat of ${name}`,
    sentences: [`{${name}} is based in ${hub}.`],
    relations: [[name, 'located_in', 'United States', 0]],
  });

  it('has paths that avoid it where there is better evidence, though they are longer', async () => {
    const stated: Told[] = [
      { title: 'Bought', sentences: ['{A Corp} bought {M Corp}.'], relations: [['A Corp', 'acquired', 'M Corp', 0]] },
      { title: 'Supplied', sentences: ['{M Corp} supplies {N Corp}.'], relations: [['M Corp', 'supplies', 'N Corp', 0]] },
      { title: 'Sued', sentences: ['{N Corp} sued {P Corp}.'], relations: [['N Corp', 'sued', 'P Corp', 0]] },
      { title: 'Owned', sentences: ['{P Corp} owns {B Corp}.'], relations: [['P Corp', 'owns', 'B Corp', 0]] },
    ];
    const { paths, id } = over(...apart([...crowd, located('A Corp'), located('B Corp'), ...stated]));
    const ends = { from: id('A Corp'), to: id('B Corp') };
    expect(chains(await paths(ends))[0]).toBe('A Corp > M Corp > N Corp > P Corp > B Corp');
    expect(chains(await paths({ ...ends, steps: 3 }))[0]).toBe('A Corp > United States > B Corp');
  });

  it('has paths through it where there is nothing else', async () => {
    const { paths, id } = over(...apart([...crowd, located('A Corp'), located('B Corp')]));
    const ends = { from: id('A Corp'), to: id('B Corp') };
    expect(chains(await paths(ends))[0]).toBe('A Corp > United States > B Corp');
    expect(await paths({ ...ends, without: [id('United States')] })).toMatchObject({ found: false, gaveUp: false });
  });

  it('has neighbourhoods that can be read: the hub is behind, and two steps away lies what is near', async () => {
    const { neighbourhood, id } = over(...apart([...crowd, located('Firm0 Ltd')]));
    const near = await neighbourhood({ id: id('Maker0 Corp'), limit: 6, types: ['company', 'place'] });
    expect(near.nodes.at(-1)?.name).not.toBe('United States');
    const far = await neighbourhood({ id: id('Firm0 Ltd'), limit: 8, depth: 2, types: ['company', 'place'] });
    const second = far.nodes.filter(({ depth }) => depth === 2);
    expect(second.length).toBeGreaterThan(0);
    const beside = new Set(
      far.links.flatMap(({ source, target }) => (source === id('Maker0 Corp') || target === id('Maker0 Corp') ? [source, target] : [])),
    );
    for (const node of second) expect(beside).toContain(node.id);
  });
});
