import { linkInWords } from '../../../shared/link-words.ts';
import { isStoryId } from '../../../shared/model.ts';
import type { ExportedGraph } from '../../../shared/views.ts';
import { Pace } from '../pace.ts';
import type { NodeRow, Store } from '../store/index.ts';
import { gexf } from './gexf.ts';
import { type Columns, directionOf, type EdgeElement, type GraphFormat, type NodeElement } from './graph-format.ts';
import { graphml } from './graphml.ts';
import { type Citation, type ExportedLink, exportMaterial } from './material.ts';
import { asOneText, inPieces, undisturbed, type Write, type Written } from './pieces.ts';

/** The whole library in the formats of graph tools. */

const formats = { graphml, gexf } as const satisfies Record<string, GraphFormat>;
export type GraphFormatName = keyof typeof formats;

const nodeColumns: Columns = {
  type: 'string',
  articles: 'int',
  stories: 'int',
  mentions: 'int',
  first: 'string',
  last: 'string',
  aliases: 'string',
};
const edgeColumns: Columns = {
  kind: 'string',
  articles: 'int',
  sentences: 'int',
  stories: 'int',
  first: 'string',
  last: 'string',
  relations: 'string',
  evidence: 'string',
};

/** Every passage as `article:start-end`, two places of one passage joined by `+`. */
const citations = (passages: readonly Citation[]): string =>
  passages.map(({ article, parts }) => `${article}:${parts.map(({ start, end }) => `${start}-${end}`).join('+')}`).join(' ');

const nodeOf = (store: Store, { id, type, name, articles, stories, mentions, first, last }: NodeRow): NodeElement => {
  const aliases = isStoryId(id) ? [] : store.aliasesOf(id);
  const written = aliases.map((alias) => `${alias.name} (${alias.count})`).join('; ');
  const values = { type, articles, stories, mentions, first, last, aliases: written };
  return { id, label: name, type, place: null, size: null, first, last, values };
};

const edgeOf = (link: ExportedLink): EdgeElement => {
  const { id, kind, score, articles, sentences, stories, first, last } = link;
  const said = (relation: ExportedLink['relations'][number]): number => new Set(relation.passages.map(({ article }) => article)).size;
  const relations = [...link.relations].sort((left, right) => said(right) - said(left) || right.passages.length - left.passages.length);
  const direction = directionOf(link, relations);
  const told = relations.map(({ kind: of, status, from, to, passages }) => `${of} (${status}) ${from} ${to} ${citations(passages)}`);
  const behind = { kind, articles, sentences, stories, first, last, relations: told.join('; '), evidence: citations(link.passages) };
  const label =
    relations.length === 0
      ? ''
      : linkInWords({ relations: relations.map((one) => ({ ...one, sentences: 0, articles: 0 })) }, direction.source);
  return { id, ...direction, label, weight: score, first, last, values: behind };
};

/**
 * Writes the whole graph in a format of graph tools: nodes, and for each link an edge, directed where its strongest relation
 * is; relations and evidence are text attributes of it. Rejects as `write` does, and with `busy` where articles came in
 * meanwhile.
 */
export const writeGraph = (name: GraphFormatName, store: Store, write: Write): Promise<Written> =>
  undisturbed(store.version, async () => {
    const { begin, node: nodeText, between, edge: edgeText, end: ending } = formats[name];
    const { nodes, links } = await exportMaterial(store);
    const pace = new Pace();
    const { add, end } = inPieces(write);
    await add(begin({ title: 'Newsgraph', description: ['All of the library.'], made: null, nodes: nodeColumns, edges: edgeColumns }));
    for (const node of nodes) {
      if (pace.due) await pace.breathe();
      await add(nodeText(nodeOf(store, node)));
    }
    await add(between);
    let count = 0;
    for (const link of links()) {
      if (pace.due) await pace.breathe();
      await add(edgeText(edgeOf(link)));
      count += 1;
    }
    await add(ending);
    await end();
    return { nodes: nodes.length, links: count };
  });

/** The same as one text. Rejects with `unavailable` for a graph too large for that. */
export const exportGraph = (name: GraphFormatName, store: Store): Promise<ExportedGraph> =>
  asOneText(name, (write) => writeGraph(name, store, write));
