import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sliceLimit } from '../../shared/contract.ts';
import { linkIdOf, type NodeId } from '../../shared/model.ts';
import { polarityOf, relationKinds } from '../../shared/relations.ts';
import type { GraphLink } from '../../shared/views.ts';
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
const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name);

describe('neighbours', () => {
  it('put a stated relation before a bare co-mention', async () => {
    const { neighbours, id } = over({
      sentences: ['{OpenAI} bought {io}.', '{OpenAI} and {Samsung} were there.'],
      relations: [['OpenAI', 'acquired', 'io', 0, 'completed']],
    });
    const answer = await neighbours({ id: id('OpenAI'), types: ['company'] });
    expect(answer.items.map(({ node }) => node.name)).toEqual(['io', 'Samsung']);
    expect(answer.items[0]?.link).toMatchObject({
      kind: 'relation',
      strength: 1,
      relations: [{ kind: 'acquired', status: 'completed', from: id('OpenAI'), to: id('io'), sentences: 1, articles: 1 }],
    });
  });

  it('put what goes with everything behind what goes with this', async () => {
    const noise = Array.from(
      { length: 30 },
      (_, index): Told => ({
        title: `Report ${index}`,
        sentences: [`{Firm${index} Ltd} works in {United States:place}.`],
      }),
    );
    const told = Array.from(
      { length: 4 },
      (_, index): Told => ({
        title: `Deal ${index}`,
        sentences: [
          `{OpenAI} of {United States:place} number ${index}.`,
          '{OpenAI} and {Nvidia} talk.',
          'The {United States:place} waits.',
        ],
      }),
    );
    const { neighbours, id } = over(...noise, ...told);
    const { items: ranked } = await neighbours({ id: id('OpenAI'), types: ['company', 'place'] });
    expect(names(ranked.map(({ node }) => node))).toEqual(['Nvidia', 'United States']);
    expect(ranked[1]?.link.articles).toBe(4);
  });

  it('filter by type and by kind of relation, and count what the kinds let through', async () => {
    const { neighbours, id } = over({
      sentences: ['{OpenAI} bought {io}.', '{Sam Altman:person} leads {OpenAI}.', '{OpenAI} is in {San Francisco:place}.'],
      relations: [
        ['OpenAI', 'acquired', 'io', 0],
        ['Sam Altman', 'leads', 'OpenAI', 1],
      ],
    });
    const people = await neighbours({ id: id('OpenAI'), types: ['person'] });
    expect(names(people.items.map(({ node }) => node))).toEqual(['Sam Altman']);
    expect(people.total).toBe(1);
    expect(people.byType).toEqual({ company: 1, organization: 0, person: 1, place: 1, product: 0, story: 1 });
    const led = await neighbours({ id: id('OpenAI'), kinds: ['leads'] });
    expect(names(led.items.map(({ node }) => node))).toEqual(['Sam Altman']);
    expect(led.byType).toMatchObject({ company: 0, person: 1, story: 0 });
  });

  it('come in windows that are apart and complete', async () => {
    const { neighbours, id } = over(
      ...Array.from(
        { length: 60 },
        (_, index): Told => ({
          title: `No ${index}`,
          sentences: [`{Hub Corp} meets {Spoke${index} Ltd}.`],
          published: `${1960 + index}-01-01`,
        }),
      ),
    );
    const windows = await Promise.all([0, 40, 80].map((offset) => neighbours({ id: id('Hub Corp'), offset })));
    const seen = windows.flatMap(({ items }) => items.map(({ node }) => node.id));
    expect(windows[0]?.total).toBe(120);
    expect(new Set(seen).size).toBe(120);
    expect(windows[0]?.items.filter(({ node }) => node.type === 'story').length).toBeLessThanOrEqual(12);
  });

  it('of a story are what it is about', async () => {
    const { neighbours, store } = over({ title: 'A deal', sentences: ['{OpenAI} bought {io}.', '{OpenAI} grows.'] });
    const [story] = store.storiesAfter(0, 1);
    const answer = await neighbours({ id: story?.id as NodeId });
    expect(names(answer.items.map(({ node }) => node))).toEqual(['OpenAI', 'io']);
    expect(answer.items[0]?.link).toMatchObject({ kind: 'mention', articles: 1, sentences: 2 });
  });
});

describe('a neighbourhood', () => {
  const star = (count: number): Told[] => [
    ...Array.from(
      { length: count },
      (_, index): Told => ({
        title: `No ${index}`,
        sentences: [`{Hub Corp} meets {Spoke${index} Ltd} and {Spoke${(index + 1) % count} Ltd}.`],
      }),
    ),
  ];

  it('shows at most forty, places them all, and counts the rest', async () => {
    const { neighbourhood, id } = over(...star(60));
    const answer = await neighbourhood({ id: id('Hub Corp') });
    expect(answer.nodes).toHaveLength(41);
    expect(answer.more).toBe(answer.total - 40);
    expect(Object.keys(answer.positions)).toHaveLength(41);
    expect(answer.positions[id('Hub Corp')]).toEqual({ x: 0, y: 0 });
    expect(answer.nodes[0]).toMatchObject({ name: 'Hub Corp', weight: 1, more: answer.more });
    expect(answer.nodes.filter(({ type }) => type === 'story').length).toBeLessThanOrEqual(12);
  });

  it('grows around what is shown, which stays where it is', async () => {
    const { neighbourhood, id } = over(...star(60));
    const first = await neighbourhood({ id: id('Hub Corp'), limit: 10 });
    const shown = first.nodes.map((node) => node.id);
    const next = await neighbourhood({ id: id('Hub Corp'), limit: 10, shown, fixed: first.positions });
    expect(next.nodes).toHaveLength(21);
    for (const node of shown) expect(next.positions[node]).toEqual(first.positions[node]);
  });

  it('never grows beyond what can be drawn', async () => {
    const { neighbourhood, id } = over(...star(400));
    const answer = await neighbourhood({ id: id('Hub Corp'), limit: 300 });
    expect(answer.nodes.length).toBeLessThanOrEqual(sliceLimit);
    expect(answer.links.length).toBeLessThanOrEqual(3 * answer.nodes.length);
  });

  it('says so for a node that the library lacks', async () => {
    const { neighbourhood } = over({ sentences: ['{OpenAI} grows.'] });
    await expect(neighbourhood({ id: 'e_000000000000000000000000' as NodeId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a slice', () => {
  it('has the links among the given nodes and leaves out what is unknown', async () => {
    const { slice, id } = over({ sentences: ['{A Corp} meets {B Corp}.', '{C Corp} meets {B Corp}.'] });
    const nodes = [id('A Corp'), id('B Corp'), id('C Corp'), 'e_000000000000000000000000' as NodeId];
    const answer = await slice({ nodes, focus: id('B Corp') });
    expect(answer.nodes).toHaveLength(3);
    expect(answer.links.map(({ id: link }) => link).sort()).toEqual(
      [linkIdOf(id('A Corp'), id('B Corp')), linkIdOf(id('A Corp'), id('C Corp')), linkIdOf(id('B Corp'), id('C Corp'))].sort(),
    );
  });
});

describe('evidence', () => {
  it('groups by what is stated, newest first, with the ends marked', async () => {
    const { evidence, id } = over(
      {
        title: 'Old',
        sentences: ['{OpenAI} may buy {io}.'],
        published: '2025-01-01',
        relations: [['OpenAI', 'acquired', 'io', 0, 'rumoured']],
      },
      {
        title: 'New',
        sentences: ['{OpenAI} buys {io}.', 'So {io} and {OpenAI} are one.'],
        published: '2025-05-21',
        relations: [['OpenAI', 'acquired', 'io', 0, 'completed']],
      },
      {
        title: 'Newest',
        sentences: ['{OpenAI} closes its purchase of {io}.'],
        published: '2025-07-09',
        relations: [['OpenAI', 'acquired', 'io', 0, 'completed']],
      },
    );
    const answer = await evidence({ link: linkIdOf(id('OpenAI'), id('io')) });
    expect(answer.articles).toBe(3);
    expect(answer.groups.map(({ relation, total }) => [relation?.status ?? null, total])).toEqual([
      ['completed', 2],
      ['rumoured', 1],
      [null, 1],
    ]);
    const [first] = answer.groups[0]?.passages ?? [];
    expect(first).toMatchObject({
      article: { title: 'Newest' },
      relation: { kind: 'acquired', from: id('OpenAI'), to: id('io'), rule: 'told' },
    });
    const [part] = first?.parts ?? [];
    expect(part?.marks.map(({ start, end }) => part.text.slice(start, end))).toEqual(['OpenAI', 'io']);
  });

  it('shows the two nearest sentences where none names both', async () => {
    const { evidence, id } = over({ sentences: ['{OpenAI} begins.', 'Nothing.', '{OpenAI} grows.', 'Then {io} came.', '{io} stays.'] });
    const {
      groups: [group],
    } = await evidence({ link: linkIdOf(id('OpenAI'), id('io')) });
    expect(group).toMatchObject({ relation: null, total: 1 });
    expect(group?.passages[0]?.parts.map(({ text }) => text)).toEqual(['OpenAI grows.', 'Then io came.']);
  });

  it('adds the sentence that names what the statement calls it', async () => {
    const { evidence, id } = over({
      sentences: ['{OpenAI} had a plan.', 'It bought {io}.'],
      relations: [['OpenAI', 'acquired', 'io', 1]],
    });
    const {
      groups: [group],
    } = await evidence({ link: linkIdOf(id('OpenAI'), id('io')) });
    expect(group?.relation?.kind).toBe('acquired');
    expect(group?.passages[0]?.parts.map(({ text }) => text)).toEqual(['OpenAI had a plan.', 'It bought io.']);
  });

  it('is there for every link that anything answers, and fits what the link says', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(toldArticle, { minLength: 1, maxLength: 10 }), async (articles) => {
        const { store, close } = libraryOf();
        try {
          ingest(store, articles.map(incoming));
          const { overview, neighbourhood, neighbours, slice, evidence, paths } = graphOver(store);
          const nodes = [...store.entitiesAfter(0, 100), ...store.storiesAfter(0, 100)].map(({ id }) => id);
          const links: GraphLink[] = [
            ...(await overview({ types: ['company', 'person', 'place', 'organization', 'product', 'story'] })).links,
          ];
          links.push(...(await slice({ nodes })).links);
          for (const id of nodes) {
            links.push(...(await neighbourhood({ id, limit: 5 })).links, ...(await neighbours({ id })).items.map(({ link }) => link));
            const ways = await paths({ from: id, to: nodes[0] ?? id });
            if (ways.found) links.push(...ways.slice.links, ...ways.paths.flatMap(({ steps }) => steps.map(({ link }) => link)));
          }
          for (const link of new Map(links.map((one) => [one.id, one])).values()) {
            const answer = await evidence({ link: link.id, limit: 1000 });
            const passages = answer.groups.flatMap((group) => group.passages);
            expect(passages.length).toBeGreaterThan(0);
            // what states the same, with the same outcome and the same way round, is one group
            const stated = link.relations.map(
              ({ kind, status, from, to }) => `${kind} ${polarityOf(status)} ${relationKinds[kind].symmetric ? '' : `${from} ${to}`}`,
            );
            expect(answer.groups.filter(({ relation }) => relation !== null)).toHaveLength(new Set(stated).size);
            for (const group of answer.groups) expect(group.passages).toHaveLength(group.total);
            for (const { parts } of passages) {
              const marked = new Set(parts.flatMap(({ marks }) => marks.map(({ node }) => node)));
              const ends = [link.source, link.target].filter((end) => end.startsWith('e_'));
              expect([...marked].sort()).toEqual(ends.sort());
              for (const { text, start, end } of parts) expect(text).toHaveLength(end - start);
            }
          }
        } finally {
          close();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an overview', () => {
  const group = (letter: string): Told[] =>
    Array.from(
      { length: 4 },
      (_, index): Told => ({
        title: `${letter} ${index}`,
        sentences: [`{${letter}one Corp}, {${letter}two Corp} and {${letter}three Corp} meet in {United States:place}, ${index}.`],
      }),
    );

  it('shows communities apart, each named after its strongest members', async () => {
    const { overview } = over(...group('A'), ...group('B'), ...group('C'));
    const answer = await overview({ types: ['company'] });
    expect(answer.communities).toHaveLength(3);
    expect(answer.communities.every(({ size, name }) => size === 3 && name.includes(', '))).toBe(true);
    expect(answer.focus).toBeNull();
  });

  it('is kept until the library changes', async () => {
    const { overview, store } = over(...group('A'));
    const before = await overview({});
    expect(await overview({})).toBe(before);
    ingest(store, group('B').map(incoming));
    expect((await overview({})).nodes.length).toBeGreaterThan(before.nodes.length);
  });

  it('of an empty library is empty', async () => {
    await expect(over().overview({})).resolves.toMatchObject({ nodes: [], links: [], communities: [] });
  });
});
