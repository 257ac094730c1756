import { setImmediate } from 'node:timers/promises';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { afterEach, describe, expect, it } from 'vitest';
import { libraryOf, named, type Told } from '../graph/testing.ts';
import type { Store } from '../store/index.ts';
import { exportJson, writeJson } from './json.ts';
import { exportGraph, writeGraph } from './library-graph.ts';
import { exportMaterial } from './material.ts';
import { inPieces, type Write } from './pieces.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const articles: Told[] = [
  {
    title: 'A "deal" & <more>',
    published: '2025-05-21',
    sentences: ['{OpenAI} bought {io}.', '{Sam Altman:person} spoke.\u0001'],
    relations: [['OpenAI', 'acquired', 'io', 0, 'completed']],
  },
  { title: 'Later', published: '2025-09-01', sentences: ['{OpenAI} waits.', 'So does {AT&T}.'] },
];
const library = () => {
  const { store, close } = libraryOf(...articles);
  open.push(close);
  return store;
};

interface Exported {
  format: string;
  articles: { id: string; title: string; sentences: { start: number; end: number; text: string }[] }[];
  nodes: { id: string; name: string; aliases: { name: string; count: number }[] }[];
  links: {
    source: string;
    target: string;
    kind: string;
    relations: { kind: string; passages: { article: string; parts: { start: number; end: number }[] }[] }[];
    passages: { article: string; parts: { start: number; end: number }[] }[];
  }[];
}

describe('the graph as JSON', () => {
  it('holds every node and link, and for each link the sentences by place', async () => {
    const answer = await exportJson(library());
    const graph = JSON.parse(answer.text) as Exported;
    expect(graph.nodes).toHaveLength(answer.nodes);
    expect(graph.links).toHaveLength(answer.links);
    expect(graph.nodes.map(({ name }) => name).sort()).toEqual(['A "deal" & <more>', 'AT&T', 'Later', 'OpenAI', 'Sam Altman', 'io']);
    const sentenceAt = ({ article, parts }: { article: string; parts: { start: number; end: number }[] }) =>
      parts.map(
        ({ start, end }) =>
          graph.articles.find(({ id }) => id === article)?.sentences.find((one) => one.start === start && one.end === end)?.text,
      );
    for (const { passages } of graph.links) {
      expect(passages.length).toBeGreaterThan(0);
      for (const passage of passages) expect(sentenceAt(passage)).not.toContain(undefined);
    }
    const stated = graph.links.find(({ kind }) => kind === 'relation');
    expect(stated?.relations[0]).toMatchObject({ kind: 'acquired', status: 'completed' });
    expect(sentenceAt(stated?.relations[0]?.passages[0] ?? { article: '', parts: [] })).toEqual(['OpenAI bought io.']);
  });
});

describe('an export piece by piece', () => {
  it.each([
    ['json', writeJson, exportJson],
    ['graphml', (store: Store, write: Write) => writeGraph('graphml', store, write), (store: Store) => exportGraph('graphml', store)],
    ['gexf', (store: Store, write: Write) => writeGraph('gexf', store, write), (store: Store) => exportGraph('gexf', store)],
  ] as const)('of %s is the same text, and waits for whoever takes it', async (_, write, whole) => {
    const store = library();
    let text = '';
    let taking = 0;
    const written = await write(store, async (piece) => {
      expect(taking).toBe(0);
      taking += 1;
      await setImmediate();
      text += piece;
      taking -= 1;
    });
    expect({ ...written, text }).toEqual({ ...(await whole(store)), format: undefined });
  });

  it('joins small parts', async () => {
    const taken: string[] = [];
    const { add, end } = inPieces((piece) => {
      taken.push(piece);
    });
    const parts = Array.from({ length: 20_000 }, (_, at) => `part ${at}\n`);
    for (const part of parts) await add(part);
    await end();
    expect(taken.join('')).toBe(parts.join(''));
    expect(taken.length).toBeLessThan(6);
  });

  it('ends with what its taker throws', async () => {
    await expect(
      writeJson(library(), () => {
        throw new Error('full');
      }),
    ).rejects.toThrow('full');
  });
});

describe.each([
  ['graphml', parseGraphml],
  ['gexf', parseGexf],
] as const)('the graph as %s', (format, parse) => {
  it('is read by another reader with every node, link and attribute', async () => {
    const store = library();
    const answer = await exportGraph(format, store);
    const material = await exportMaterial(store);
    const links = [...material.links()];
    const graph = parse(Graph, answer.text);
    expect([graph.order, graph.size]).toEqual([answer.nodes, answer.links]);
    expect([graph.order, graph.size]).toEqual([material.nodes.length, links.length]);
    for (const { id, name, type, articles, stories, mentions, first, last } of material.nodes) {
      expect(graph.getNodeAttributes(id)).toMatchObject({ label: name, type, articles, stories, mentions, first, last });
    }
    for (const { id, source, target, kind, score, articles, sentences, stories, first, last } of links) {
      const is = { kind, articles, sentences, stories, first, last };
      expect(graph.getEdgeAttributes(id)).toMatchObject(is);
      expect(graph.getEdgeAttribute(id, 'weight')).toBeCloseTo(score, 3);
      expect(graph.extremities(id).sort()).toEqual([source, target]);
    }
    expect(answer.text).toContain('AT&amp;T');
    expect(answer.text).not.toContain('\u0001');
  });

  it('has relations run from who does it, and all else without direction', async () => {
    const store = library();
    const graph = parse(Graph, (await exportGraph(format, store)).text);
    const [buyer, bought] = [named(store, 'OpenAI').id, named(store, 'io').id];
    const stated = graph.filterEdges((edge) => graph.isDirected(edge));
    expect(stated.map((edge) => graph.extremities(edge))).toEqual([[buyer, bought]]);
    expect(graph.getEdgeAttributes(stated[0])).toMatchObject({ kind: 'relation', label: 'acquired (completed)' });
    expect(graph.getEdgeAttribute(stated[0], 'relations')).toContain(`acquired (completed) ${buyer} ${bought} a_`);
  });
});
