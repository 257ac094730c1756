import { isStoryId } from '../../../shared/model.ts';
import type { ExportedGraph } from '../../../shared/views.ts';
import { Pace } from '../pace.ts';
import type { Store } from '../store/index.ts';
import { type Citation, type ExportedLink, exportMaterial } from './material.ts';
import { asOneText, inPieces, undisturbed, type Write, type Written } from './pieces.ts';

type Value = string | number | null;

/** The attributes of nodes and edges: name and GraphML type. */
const nodeKeys = {
  label: 'string',
  type: 'string',
  articles: 'int',
  stories: 'int',
  mentions: 'int',
  first: 'string',
  last: 'string',
  aliases: 'string',
};
const edgeKeys = {
  kind: 'string',
  weight: 'double',
  articles: 'int',
  sentences: 'int',
  stories: 'int',
  first: 'string',
  last: 'string',
  relations: 'string',
  evidence: 'string',
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const range = (from: number, to: number): string => `\\u${from.toString(16).padStart(4, '0')}-\\u${to.toString(16).padStart(4, '0')}`;
const forbidden = new RegExp(`[${range(0, 8)}${range(11, 12)}${range(14, 31)}${range(0xfffe, 0xffff)}]`, 'g');

/** Text as XML 1.0 can hold it: escaped, without the control characters that it forbids (the database holds no lone surrogates). */
const escaped = (text: string): string => text.replace(forbidden, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);

const keysOf = (domain: 'node' | 'edge', keys: Record<string, string>): string =>
  Object.entries(keys)
    .map(([name, type]) => `  <key id="${domain}_${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');

const dataOf = (domain: 'node' | 'edge', values: Record<string, Value>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<data key="${domain}_${name}">${typeof value === 'string' ? escaped(value) : value}</data>`)
    .join('');

/** Every passage as `article:start-end`, two places of one passage joined by `+`. */
const citations = (passages: readonly Citation[]): string =>
  passages.map(({ article, parts }) => `${article}:${parts.map(({ start, end }) => `${start}-${end}`).join('+')}`).join(' ');

const relationsOf = ({ relations }: ExportedLink): string =>
  relations.map(({ kind, status, from, to, passages }) => `${kind} (${status}) ${from} ${to} ${citations(passages)}`).join('; ');

/**
 * Writes the whole graph as GraphML with typed attributes, as Gephi and yEd read it. Relations and evidence are text
 * attributes of the edges. Rejects as `write` does, and with `busy` where articles came in meanwhile.
 */
export const writeGraphml = (store: Store, write: Write): Promise<Written> =>
  undisturbed(store.version, async () => {
    const { nodes, links } = await exportMaterial(store);
    const pace = new Pace();
    const { add, end } = inPieces(write);
    await add('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"');
    await add(' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"');
    await add(' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n');
    await add(`${keysOf('node', nodeKeys)}${keysOf('edge', edgeKeys)}  <graph id="newsgraph" edgedefault="undirected">\n`);
    for (const { id, type, name, articles, stories, mentions, first, last } of nodes) {
      if (pace.due) await pace.breathe();
      const aliases = isStoryId(id) ? [] : store.aliasesOf(id);
      const written = aliases.map((alias) => `${alias.name} (${alias.count})`).join('; ');
      const data = { label: name, type, articles, stories, mentions, first, last, aliases: written };
      await add(`    <node id="${id}">${dataOf('node', data)}</node>\n`);
    }
    let count = 0;
    for (const link of links()) {
      if (pace.due) await pace.breathe();
      const { id, source, target, kind, score, articles, sentences, stories, first, last } = link;
      const weight = Math.round(score * 1000) / 1000;
      const data = {
        kind,
        weight,
        articles,
        sentences,
        stories,
        first,
        last,
        relations: relationsOf(link),
        evidence: citations(link.passages),
      };
      await add(`    <edge id="${id}" source="${source}" target="${target}">${dataOf('edge', data)}</edge>\n`);
      count += 1;
    }
    await add('  </graph>\n</graphml>\n');
    await end();
    return { nodes: nodes.length, links: count };
  });

/** The same as one text. Rejects with `unavailable` for a graph too large for that. */
export const exportGraphml = (store: Store): Promise<ExportedGraph> => asOneText('graphml', (write) => writeGraphml(store, write));
