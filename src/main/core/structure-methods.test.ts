import { afterEach, describe, expect, it } from 'vitest';
import type { NodeId } from '../../shared/model.ts';
import { incoming, type Told } from './graph/testing.ts';
import { ingest } from './ingest.ts';
import { graphOfTold } from './testing.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});
const over = (...articles: Told[]) => {
  const { close, ...graph } = graphOfTold(...articles.map((told, at) => ({ ...told, published: `${1950 + at}-01-01` })));
  open.push(close);
  return graph;
};
const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name).sort();

/** Three companies that meet often. */
const group = (letter: string): Told[] =>
  Array.from(
    { length: 4 },
    (_, at): Told => ({
      title: `${letter} ${at}`,
      sentences: [`{${letter}one Corp}, {${letter}two Corp} and {${letter}three Corp} meet, ${at}.`],
    }),
  );

describe('centrality', () => {
  it('is greatest for what lies between', async () => {
    const { centrality, id } = over(
      { title: 'One', sentences: ['{A Corp} meets {B Corp}.'] },
      { title: 'Two', sentences: ['{B Corp} meets {C Corp}.'] },
      { title: 'Three', sentences: ['{B Corp} meets {D Corp}.'] },
    );
    const nodes = ['A Corp', 'B Corp', 'C Corp'].map(id);
    expect(await centrality({ nodes: [...nodes, 'e_000000000000000000000000' as NodeId] })).toEqual({
      [id('A Corp')]: 0,
      [id('B Corp')]: 1,
      [id('C Corp')]: 0,
    });
  });
});

describe('a community', () => {
  it('has the members around any of them, under one name and head', async () => {
    const { community, overview, id } = over(...group('A'), ...group('B'), ...group('C'));
    const one = await community({ head: id('Atwo Corp') });
    expect(names(one.nodes)).toEqual(['Aone Corp', 'Athree Corp', 'Atwo Corp']);
    expect(one.total).toBe(3);
    expect(one.name.split(', ').every((name) => names(one.nodes).includes(name))).toBe(true);
    const other = await community({ head: id('Aone Corp'), limit: 2 });
    expect([other.head, other.name, other.total, other.nodes.length]).toEqual([one.head, one.name, 3, 2]);
    const { communities } = await overview({ types: ['company'] });
    expect(communities).toHaveLength(3);
    for (const { head, size } of communities) expect((await community({ head })).total).toBe(size);
  });

  it('changes with the library', async () => {
    const { community, store, id } = over(...group('A'));
    const before = await community({ head: id('Aone Corp') });
    ingest(store, [incoming({ title: 'Late', sentences: ['{Aone Corp}, {Atwo Corp} and {Anew Corp} meet.'] })]);
    expect((await community({ head: id('Aone Corp') })).total).toBe(before.total + 1);
  });

  it('of what nothing is linked with is it alone', async () => {
    const { community, id } = over(...group('A'), { title: 'Alone', sentences: ['{Lone Corp} grows.'] });
    expect(await community({ head: id('Lone Corp') })).toMatchObject({ name: 'Lone Corp', total: 1, head: id('Lone Corp') });
    await expect(community({ head: 'e_000000000000000000000000' as NodeId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a neighbourhood of depth', () => {
  const line: Told[] = ['A', 'B', 'C', 'D', 'E'].slice(1).map((letter, at) => ({
    title: `Step ${letter}`,
    sentences: [`{${'ABCDE'[at]} Corp} meets {${letter} Corp}.`],
  }));

  it('reaches so many links, and says how many', async () => {
    const { neighbourhood, id } = over(...line);
    const depths = async (depth: number) => {
      const { nodes } = await neighbourhood({ id: id('A Corp'), depth, types: ['company'] });
      return nodes.map(({ name, depth: links }) => `${name[0]}${links}`);
    };
    expect(await depths(1)).toEqual(['A0', 'B1']);
    expect(await depths(2)).toEqual(['A0', 'B1', 'C2']);
    expect(await depths(3)).toEqual(['A0', 'B1', 'C2', 'D3']);
  });

  it('never adds more than asked, keeps what is there, and gives most places to the nearest', async () => {
    const spokes = Array.from({ length: 20 }, (_, at): Told[] => [
      { title: `Spoke ${at}`, sentences: [`{Hub Corp} meets {Spoke${at} Ltd}.`] },
      { title: `Rim ${at}`, sentences: [`{Spoke${at} Ltd} meets {Rim${at} Ltd}.`] },
    ]).flat();
    const { neighbourhood, id } = over(...spokes);
    const request = { id: id('Hub Corp'), depth: 2, types: ['company' as const] };
    const first = await neighbourhood({ ...request, limit: 10 });
    expect(first.nodes.filter(({ depth }) => depth === 1)).toHaveLength(6);
    expect(first.nodes.filter(({ depth }) => depth === 2)).toHaveLength(4);
    const shown = first.nodes.map((node) => node.id);
    const next = await neighbourhood({ ...request, limit: 10, shown, fixed: first.positions });
    expect(next.nodes).toHaveLength(21);
    for (const node of shown) expect(next.positions[node]).toEqual(first.positions[node]);
    expect(await neighbourhood({ ...request, limit: 10 })).toEqual(first);
  });
});
