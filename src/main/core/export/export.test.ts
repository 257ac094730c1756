import { setImmediate } from 'node:timers/promises';
import { DOMParser } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import { libraryOf, type Told } from '../graph/testing.ts';
import { exportGraphml, writeGraphml } from './graphml.ts';
import { exportJson, writeJson } from './json.ts';
import { inPieces } from './pieces.ts';

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
    ['graphml', writeGraphml, exportGraphml],
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

describe('the graph as GraphML', () => {
  it('is well-formed XML with typed keys, and holds every node and link', async () => {
    const answer = await exportGraphml(library());
    const document = new DOMParser().parseFromString(answer.text, 'text/xml');
    expect(document.querySelectorAll('node')).toHaveLength(answer.nodes);
    expect(document.querySelectorAll('edge')).toHaveLength(answer.links);
    const keys = new Set([...document.querySelectorAll('key')].map((key) => key.getAttribute('id')));
    for (const data of document.querySelectorAll('data')) expect(keys.has(data.getAttribute('key'))).toBe(true);
    const ids = new Set([...document.querySelectorAll('node')].map((node) => node.getAttribute('id')));
    for (const edge of document.querySelectorAll('edge')) {
      expect(ids.has(edge.getAttribute('source'))).toBe(true);
      expect(ids.has(edge.getAttribute('target'))).toBe(true);
    }
    expect(answer.text).toContain('AT&amp;T');
    expect(answer.text).not.toContain('\u0001');
    expect(answer.text).toContain('acquired (completed)');
  });
});
