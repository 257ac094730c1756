import fc from 'fast-check';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { DOMParser, parseHTML } from 'linkedom';
import { marked } from 'marked';
import { afterEach, describe, expect, it } from 'vitest';
import { everyArticle } from '../../../shared/article-filter.ts';
import { type Args, checkedArgs } from '../../../shared/contract.ts';
import { linkIdOf, type NodeId } from '../../../shared/model.ts';
import { type BoardFormat, boardFormats, pictureSlot } from '../../../shared/views-export.ts';
import { exportMethods } from '../export-methods.ts';
import { libraryOf, named, type Told } from '../graph/testing.ts';
import type { Store } from '../store/index.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const address = 'https://example.com/a?b=1&c=<2>';
const articles: Told[] = [
  {
    title: 'A "deal" & <more>',
    published: '2025-05-21',
    publisher: 'Daily Ledger',
    address,
    sentences: ['{OpenAI} bought {io}.', '{Sam Altman:person} spoke of {OpenAI}.', '=1+1 {OpenAI} has {io} now.'],
    relations: [
      ['OpenAI', 'acquired', 'io', 0, 'completed'],
      ['OpenAI', 'partners_with', 'io', 2],
    ],
  },
  {
    title: 'Later',
    published: '2025-09-01T08:00:00Z',
    publisher: 'Evening Post',
    sentences: ['{OpenAI} waits with {AT&T}.', '{OpenAI} denied that it bought {io}.'],
    relations: [['OpenAI', 'acquired', 'io', 1, 'denied']],
  },
  { title: 'Undated', published: null, sentences: ['{Sam Altman:person} met {AT&T}.'] },
];

const names = ['OpenAI', 'io', 'Sam Altman', 'AT&T'] as const;
/** What of a text XML 1.0 can hold. */
const held = (text: string): string => text.replace(/[\p{Surrogate}\ufffe\uffff]/gu, '').replace(/[^\P{Cc}\t\n\r\u007f-\u009f]/gu, '');

const gone = `e_${'0'.repeat(24)}` as NodeId;

const library = (...told: Told[]): Store => {
  const { store, close } = libraryOf(...(told.length > 0 ? told : articles));
  open.push(close);
  return store;
};

type Asked = Args<'exportBoard'>;

const boardOf = (store: Store, part: Partial<Asked> = {}): Asked => {
  const ids = names.map((name) => named(store, name).id);
  return {
    title: 'Deals & more',
    format: 'json',
    nodes: ids.map((id, at) => ({
      id,
      name: names[at] ?? '',
      place: { x: at * 10.04, y: 5 },
      weight: 1 - at / 10,
      community: 'OpenAI, io',
      pinned: at === 0,
    })),
    links: ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ id: linkIdOf(a, b), strength: 0.5 }))),
    ...part,
  };
};

const exported = async (store: Store, part: Partial<Asked> = {}) =>
  exportMethods(store, () => undefined).exportBoard(checkedArgs('exportBoard', boardOf(store, part)));

const textOf = async (store: Store, format: BoardFormat, part: Partial<Asked> = {}): Promise<string> =>
  (await exported(store, { ...part, format })).files[0]?.text ?? '';

interface BoardJson {
  filter: string[];
  missing: string[];
  notes: string[];
  nodes: {
    id: string;
    name: string;
    type: string;
    articles: number;
    articlesWithin: number;
    first: string | null;
    community: string;
    note: string;
    place: { x: number; y: number };
  }[];
  links: {
    id: string;
    source: string;
    target: string;
    directed: boolean;
    kind: string;
    strength: number;
    articles: number;
    stories: number;
    sentences: number;
    first: string | null;
    last: string | null;
    relations: { kind: string; status: string; from: string; to: string }[];
    evidence: {
      total: number;
      passages: {
        parts: string[];
        relations: { kind: string }[];
        address: string | null;
        article: { title: string; published: string | null };
      }[];
    };
  }[];
}

const jsonOf = async (store: Store, part: Partial<Asked> = {}) => JSON.parse(await textOf(store, 'json', part)) as BoardJson;

/** Rows of a table as RFC 4180 has them. */
const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let inside = false;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (inside) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inside = false;
    } else if (character === '"') inside = true;
    else if (character === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      at += 1;
      rows.push([]);
    } else cell += character;
  }
  return rows.slice(0, -1);
};

describe('a board as JSON', () => {
  it('holds its nodes and links with what stands behind them', async () => {
    const store = library();
    const answer = await exported(store);
    const board = await jsonOf(store);
    expect([answer.nodes, answer.links, answer.missing]).toEqual([4, 6, []]);
    expect(board.nodes.map(({ name }) => name)).toEqual([...names]);
    const [buyer, bought] = [named(store, 'OpenAI').id, named(store, 'io').id];
    const deal = board.links.find(({ id }) => id === linkIdOf(buyer, bought));
    expect(deal).toMatchObject({ source: buyer, target: bought, directed: true, kind: 'relation', articles: 2, stories: 2, strength: 0.5 });
    expect(deal).toMatchObject({ first: '2025-05-21', last: '2025-09-01T08:00:00Z' });
    expect(deal?.relations).toHaveLength(3);
    expect(deal?.evidence.total).toBe(3);
    const first = deal?.evidence.passages.find(({ parts }) => parts[0] === 'OpenAI bought io.');
    expect(first).toMatchObject({ address, article: { title: 'A "deal" & <more>', published: '2025-05-21', publisher: 'Daily Ledger' } });
    expect(answer.sentences).toBe(board.links.reduce((sum, { evidence }) => sum + evidence.passages.length, 0));
  });

  it('quotes each statement before it quotes one twice, and says how many there are', async () => {
    const store = library();
    const id = linkIdOf(named(store, 'OpenAI').id, named(store, 'io').id);
    const { links } = await jsonOf(store, { sentences: 2, links: [{ id, strength: 1 }] });
    const [deal] = links;
    expect(deal?.evidence).toMatchObject({ total: 3 });
    expect(deal?.evidence.passages).toHaveLength(2);
    const told = await exported(store, { sentences: 2, links: [{ id, strength: 1 }] });
    expect([told.sentences, told.allSentences]).toEqual([2, 3]);
  });

  it('quotes a sentence once that states several things, and counts it once', async () => {
    const store = library(
      {
        title: 'Both',
        published: '2025-01-01',
        sentences: ['{Sam Altman:person} founded and leads {OpenAI}.', '{Sam Altman:person} spoke for {OpenAI}.'],
        relations: [
          ['Sam Altman', 'founded', 'OpenAI', 0],
          ['Sam Altman', 'leads', 'OpenAI', 0],
        ],
      },
      { title: 'Others', sentences: ['{io} met {AT&T}.'] },
    );
    const ids = [named(store, 'OpenAI').id, named(store, 'Sam Altman').id] as const;
    const part: Partial<Asked> = { nodes: ids.map((id) => ({ id, name: '' })), links: [{ id: linkIdOf(...ids), strength: 1 }] };
    const [link] = (await jsonOf(store, part)).links;
    expect(link?.evidence.total).toBe(2);
    expect(link?.evidence.passages.map(({ parts, relations }) => [parts.length, relations.map(({ kind }) => kind).sort()])).toEqual([
      [1, ['founded', 'leads']],
      [1, []],
    ]);
    const text = await textOf(store, 'markdown', part);
    expect(text).toContain('Sam Altman founded OpenAI; Sam Altman leads OpenAI');
    expect(text).toContain('2 sentences quoted');
    const { files } = await exported(store, { ...part, format: 'csv' });
    expect(rowsOf(files.find(({ name }) => name === 'sentences.csv')?.text ?? '')).toHaveLength(3);
  });

  it('counts what its articles bear out within the filter, and tells of it', async () => {
    const store = library();
    const board = await jsonOf(store, {
      filter: { span: { from: null, to: '2025-06-01' }, publishersOff: ['Evening Post', ''] },
      without: ['Places are hidden.'],
      notes: [{ text: 'Look here' }],
    });
    expect(board.filter).toEqual([
      'Only articles dated 2025-06-01 or earlier.',
      'Without articles of Evening Post.',
      'Without articles that name no publisher.',
      'Places are hidden.',
    ]);
    expect(board.notes).toEqual(['Look here']);
    const [buyer] = board.nodes;
    expect([buyer?.articlesWithin, buyer?.articles]).toEqual([1, 2]);
    const deal = board.links.find(({ kind }) => kind === 'relation');
    expect([deal?.articles, deal?.relations.map(({ status }) => status).includes('denied')]).toEqual([1, false]);
    expect(board.missing).toEqual(['Nothing bears out 3 links that were drawn.']);
  });

  it('says what the library no longer has', async () => {
    const store = library();
    const board = boardOf(store);
    const [one] = board.nodes;
    const nodes = [...board.nodes, { id: gone, name: 'Lost Company' }];
    const links = [...board.links, { id: linkIdOf(gone, one?.id ?? gone), strength: 1 }];
    const answer = await exported(store, { nodes, links });
    expect(answer.missingNodes).toEqual([gone]);
    expect(answer.missing).toEqual([
      '1 node of the board is no longer in the library: Lost Company.',
      '1 link went with what is no longer there.',
    ]);
    for (const format of boardFormats) {
      const { files } = await exported(store, { nodes, links, format });
      expect(files.map(({ text }) => text).join()).toContain('Lost Company');
    }
  });
});

describe.each([
  ['graphml', parseGraphml],
  ['gexf', parseGexf],
] as const)('a board as %s', (format, parse) => {
  it('is read by another reader with all attributes', async () => {
    const store = library();
    store.putNote(named(store, 'io').id as never, 'My\nnote', '2026-01-01T00:00:00Z');
    const board = await jsonOf(store);
    const graph = parse(Graph, await textOf(store, format));
    expect([graph.order, graph.size]).toEqual([board.nodes.length, board.links.length]);
    for (const { id, name, type, articles, first, community, place, note } of board.nodes) {
      const attributes = graph.getNodeAttributes(id);
      expect(attributes).toMatchObject({ label: name, type, articles, community, ...(first === null ? {} : { first }) });
      expect(attributes.note ?? '').toBe(note);
      expect([attributes.x, attributes.y]).toEqual([expect.closeTo(place.x, 1), expect.closeTo(-place.y, 1)]);
    }
    for (const { id, source, target, directed, kind, strength, articles, stories, sentences, evidence } of board.links) {
      const attributes = graph.getEdgeAttributes(id);
      expect(attributes).toMatchObject({ kind, weight: strength, articles, stories, sentences });
      expect(attributes).toMatchObject({ evidence_quoted: evidence.passages.length, evidence_total: evidence.total });
      expect(graph.isDirected(id)).toBe(directed);
      if (directed) expect(graph.extremities(id)).toEqual([source, target]);
      for (const { parts } of evidence.passages) expect(attributes.evidence).toContain(parts.join(' … '));
    }
  });

  it('survives any name, title and note', async () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(']]>', '<!--', '-->', '&amp;', '"\'', '\r\n\t', '\u0000\u0008\ufffe', '\ud800', '=cmd()'),
        ),
      )
      .map((parts) => parts.join(''));
    const store = library();
    const id = named(store, 'io').id;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (title, community) => {
        store.putNote(id as never, `${title}.`, '2026-01-01T00:00:00Z');
        const part = { title: title.slice(0, 1000), notes: [{ text: title.slice(0, 4000) }] };
        const nodes = boardOf(store).nodes.map((node) => ({ ...node, community: community.slice(0, 2000) }));
        const graph = parse(Graph, await textOf(store, format, { ...part, nodes }));
        expect(graph.order).toBe(names.length);
        // the database has other characters for lone halves of pairs
        expect(graph.getNodeAttribute(id, 'note')).toBe(`${held(title.replace(/\p{Surrogate}/gu, '\ufffd'))}.`);
        expect(graph.getNodeAttribute(id, 'community') ?? '').toBe(held(community.slice(0, 2000)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a board as tables', () => {
  it('has a row for each node, link and sentence, under the heads that Gephi knows', async () => {
    const store = library();
    const board = await jsonOf(store);
    const { files } = await exported(store, { format: 'csv' });
    const table = (name: string) => rowsOf(files.find((file) => file.name === name)?.text ?? '');
    const [nodeHead, ...nodes] = table('nodes.csv');
    expect(nodeHead?.slice(0, 2)).toEqual(['Id', 'Label']);
    expect(nodes.map(([id, label]) => [id, label])).toEqual(board.nodes.map(({ id, name }) => [id, name]));
    const [linkHead, ...links] = table('links.csv');
    expect(linkHead?.slice(0, 5)).toEqual(['Id', 'Source', 'Target', 'Type', 'Weight']);
    expect(links.map((row) => row.slice(0, 4))).toEqual(
      board.links.map(({ id, source, target, directed }) => [id, source, target, directed ? 'Directed' : 'Undirected']),
    );
    const [, ...sentences] = table('sentences.csv');
    expect(sentences.map((row) => row[4]?.replace(/^'/, ''))).toEqual(
      board.links.flatMap(({ evidence }) => evidence.passages.map(({ parts }) => parts.join(' … '))),
    );
    for (const row of [...nodes, ...links, ...sentences]) {
      expect([nodeHead?.length, linkHead?.length, 10]).toContain(row.length);
    }
  });

  it('holds nothing that a spreadsheet would compute', async () => {
    const store = library({
      title: '=HYPERLINK("x")',
      publisher: '@SUM(1)',
      sentences: ['-2+3 {OpenAI} met {io}.', '+1 {Sam Altman:person} {AT&T}'],
    });
    const { files } = await exported(store, { format: 'csv', notes: [{ text: '=1' }], title: '\t=2' });
    for (const { text } of files) {
      for (const cell of rowsOf(text).flat()) {
        if (/^-?\d+(\.\d+)?$/.test(cell)) continue;
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }
    }
    expect(files.map(({ text }) => text).join()).toContain("'-2+3 OpenAI met io.");
  });
});

describe('a report', () => {
  it('as Markdown quotes every sentence with its source', async () => {
    const store = library();
    const text = await textOf(store, 'markdown', { title: '# 1. *x* <b>', notes: [{ text: '- not a list\n# nor a heading' }] });
    const { document } = parseHTML(`<body>${await marked.parse(text)}</body>`);
    expect(document.querySelector('h1')?.textContent).toBe('# 1. *x* <b>');
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Notes', 'Entities', 'Links', 'Sources']);
    const board = await jsonOf(store);
    expect(document.querySelectorAll('h3')).toHaveLength(board.links.length);
    const quotes = [...document.querySelectorAll('blockquote')].map((quote) => quote.textContent ?? '');
    for (const { evidence } of board.links) {
      for (const { parts } of evidence.passages) expect(quotes.some((quote) => quote.includes(`“${parts.join(' … ')}”`))).toBe(true);
    }
    expect(quotes[0]).toContain('- not a list');
    expect(text).toContain('Daily Ledger, “A "deal" & \\<more\\>”, 2025-05-21, <https://example.com/a?b=1&c=%3C2%3E>');
  });

  it('as HTML is one file without scripts, in which every number leads to a source', async () => {
    const store = library();
    const text = await textOf(store, 'html', {
      title: '</title><script>alert(1)</script>',
      notes: [{ text: `${pictureSlot}<img src=x>` }],
    });
    expect(text.split(pictureSlot)).toHaveLength(2);
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script, img, link, iframe')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toBe('</title><script>alert(1)</script>');
    const board = await jsonOf(store);
    const sentences = board.links.reduce((sum, { evidence }) => sum + evidence.passages.length, 0);
    expect(document.querySelectorAll('blockquote')).toHaveLength(sentences);
    const targets = [...document.querySelectorAll('a.number')].map((link) => (link.getAttribute('href') ?? '').slice(1));
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(document.getElementById(target)).not.toBeNull();
    expect(document.querySelector('.sources a')?.getAttribute('href')).toBe(address);
  });

  it('links to no address that is none of the web', async () => {
    const store = library({ ...articles[0], address: 'javascript:alert(1)' } as Told, ...articles.slice(1));
    const { document } = parseHTML(await textOf(store, 'html'));
    expect(document.querySelectorAll('.sources a')).toHaveLength(0);
  });
});

describe('an export of a board', () => {
  it('is stopped when asked to, or when another begins', async () => {
    const store = library(
      ...Array.from(
        { length: 400 },
        (_, at): Told => ({ title: `Number ${at}`, sentences: ['{OpenAI} met {io} and {Sam Altman:person} of {AT&T}.'] }),
      ),
    );
    const methods = exportMethods(store, () => undefined);
    const asked = checkedArgs('exportBoard', boardOf(store, { sentences: 1000 }));
    const first = methods.exportBoard(asked);
    const stopped = expect(first).rejects.toMatchObject({ code: 'cancelled' });
    const second = methods.exportBoard(asked);
    await stopped;
    const again = expect(second).rejects.toMatchObject({ code: 'cancelled' });
    methods.exportBoardCancel({});
    await again;
    expect((await methods.exportBoard(asked)).links).toBe(6);
  });

  it('of nothing is a file that says so', async () => {
    const store = library();
    for (const format of boardFormats) {
      const { files, nodes, links } = await exported(store, { format, nodes: [], links: [], filter: everyArticle });
      expect([nodes, links]).toEqual([0, 0]);
      expect(files.every(({ text }) => text.length > 0)).toBe(true);
    }
    const empty = new DOMParser().parseFromString(await textOf(store, 'gexf', { nodes: [], links: [] }), 'text/xml');
    expect(empty.querySelectorAll('node')).toHaveLength(0);
  });
});
