import { isEveryArticle, passing } from '../../../shared/article-filter.ts';
import type { CheckedArgs } from '../../../shared/contract.ts';
import { type ArticleId, type LinkId, linkIdOf, type NodeId, type NodeType, nodesOfLink } from '../../../shared/model.ts';
import type { Evidence, GraphLink, Passage, Point } from '../../../shared/views.ts';
import type { LinkActivity } from '../../../shared/views-activity.ts';
import { activityWithin } from '../graph/activity.ts';
import { readingActivity } from '../graph/activity-table.ts';
import { findingEvidence } from '../graph/evidence.ts';
import type { Steps } from '../graph/steps.ts';
import { noteOn } from '../notes.ts';
import type { NodeRow, Store } from '../store/index.ts';
import { type Directed, directionOf } from './graph-format.ts';
import { counted } from './text.ts';

/** All that an export of a board holds, whatever its format. */

export interface BoardNodeMaterial {
  id: NodeId;
  name: string;
  type: NodeType;
  /** In the whole library, as are `stories`, `mentions`, `first` and `last`. */
  articles: number;
  /** Of those, the articles that the filter lets through. */
  articlesWithin: number;
  stories: number;
  mentions: number;
  first: string | null;
  last: string | null;
  /** After its strongest members. */
  community: string | null;
  /** 0 to 1: what its size on the board tells. */
  weight: number;
  place: Point | null;
  pinned: boolean;
  /** What the reader has noted on it; empty where nothing is. */
  note: string;
}

/** A sentence that is quoted; in parts where two of an article stand for it. */
export interface Quote {
  parts: string[];
  /** What it states, the first that for which it was chosen; none where it only names both. */
  relations: NonNullable<Passage['relation']>[];
  article: Pick<Passage['article'], 'id' | 'title' | 'publisher' | 'author' | 'published'>;
  address: string | null;
}

export interface BoardLinkMaterial
  extends Pick<GraphLink, 'id' | 'kind' | 'relations' | 'articles' | 'sentences' | 'stories' | 'first' | 'last'> {
  direction: Directed;
  /** 0 to 1, as drawn. */
  strength: number;
  quotes: Quote[];
  /** How many sentences could have been quoted. */
  allQuotes: number;
}

export interface BoardMaterial {
  title: string;
  /** When it was exported, ISO 8601. */
  made: string;
  /** What is left out on purpose, each a sentence. */
  filter: string[];
  notes: string[];
  /** The heaviest first. */
  nodes: BoardNodeMaterial[];
  /** The strongest first. */
  links: BoardLinkMaterial[];
  /** What was on the board and is not here, each a sentence. */
  missing: string[];
  missingNodes: NodeId[];
  sentences: number;
  allSentences: number;
}

type Asked = CheckedArgs<'exportBoard'>;

/** At most so many names in a sentence. */
const namesMost = 20;

/** `A, B and C`; the rest by number. */
const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, namesMost);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, counted(rest, 'other')] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

/** What a filter of articles lets through and leaves out, each a sentence. */
const filterInWords = ({ span, publishersOff }: Asked['filter']): string[] => {
  const said: string[] = [];
  const { from, to } = span;
  if (from !== null && to !== null) said.push(`Only articles dated ${from} to ${to}.`);
  else if (from !== null) said.push(`Only articles dated ${from} or later.`);
  else if (to !== null) said.push(`Only articles dated ${to} or earlier.`);
  const named = publishersOff.filter((name) => name !== '');
  if (named.length > 0) said.push(`Without articles of ${listed(named)}.`);
  if (publishersOff.includes('')) said.push('Without articles that name no publisher.');
  return said;
};

/** A passage that is quoted, and all that it states. */
interface Chosen extends Pick<Quote, 'relations'> {
  passage: Passage;
}

/**
 * The best few passages behind a link: of each statement its newest, then of each the next, and last sentences that only
 * name both. So no statement goes unquoted while there is room, and a sentence that states several is quoted once.
 */
const bestOf = ({ groups }: Evidence, most: number): Chosen[] => {
  const stated = groups.filter(({ relation }) => relation !== null);
  const plain = groups.filter(({ relation }) => relation === null);
  const best = new Map<string, Chosen>();
  for (let round = 0; stated.some(({ passages }) => passages.length > round); round += 1) {
    for (const { passages } of stated) {
      const passage = passages[round];
      if (passage === undefined || passage.relation === null) continue;
      const sentence = `${passage.article.id} ${passage.relation.at}`;
      const there = best.get(sentence);
      if (there === undefined) best.set(sentence, { passage, relations: [passage.relation] });
      else there.relations.push(passage.relation);
    }
  }
  return [...best.values(), ...plain.flatMap(({ passages }) => passages.map((passage) => ({ passage, relations: [] })))].slice(0, most);
};

/** How often a sentence that states something is counted once more for another statement of it. */
const countedAgain = (store: Store, [one, other]: readonly [NodeRow, NodeRow], filter: Asked['filter']): number => {
  if (one.key < 0 || other.key < 0) return 0;
  const rows = store.statedOf(one.key, other.key).filter(passing(filter));
  return rows.length - new Set(rows.map(({ seq, sentence }) => `${seq} ${sentence}`)).size;
};

/** The nodes as they are now, and what became of the others. */
const nodesNow = (store: Store, asked: Asked['nodes']) => {
  const rows = store.nodesAsked(asked.map(({ id }) => id));
  const nodes = new Map<NodeId, { row: NodeRow; asked: Asked['nodes'][number] }>();
  const gone: Asked['nodes'] = [];
  const merged: string[] = [];
  for (const node of asked) {
    const row = rows.get(node.id);
    if (row === undefined) gone.push(node);
    else if (nodes.has(row.id)) merged.push(`${node.name || node.id} is ${row.name} by now, which is on the board as well.`);
    else nodes.set(row.id, { row, asked: node });
  }
  return { nodes, gone, merged, idOf: (id: NodeId): NodeId | null => rows.get(id)?.id ?? null };
};

const kindOf = (id: LinkId, { relations }: LinkActivity): GraphLink['kind'] =>
  nodesOfLink(id).some((end) => end.startsWith('s_')) ? 'mention' : relations.length > 0 ? 'relation' : 'co-mention';

/** A link with what stands behind it, before the addresses of its sources are looked up. */
function* quoting(store: Store, ends: [NodeRow, NodeRow], most: number, filter: Asked['filter']): Steps<{ best: Chosen[]; all: number }> {
  const evidence = yield* findingEvidence(store, ...ends, { limit: most, filter });
  if (evidence === null) return { best: [], all: 0 };
  return {
    best: bestOf(evidence, most),
    all: evidence.groups.reduce((sum, { total }) => sum + total, 0) - countedAgain(store, ends, filter),
  };
}

/**
 * Gathers all that an export of a board holds, in steps. `told` hears of how many links the sentences are read. What the
 * library no longer has, or nothing within the filter bears out, is told in `missing`.
 */
export function* gatheringBoard(store: Store, asked: Asked, told: (done: number, total: number) => void): Steps<BoardMaterial> {
  const { nodes, gone, merged, idOf } = nodesNow(store, asked.nodes);
  const missing = [...merged];
  if (gone.length > 0) {
    const names = listed(gone.map(({ id, name }) => name || id));
    missing.push(`${counted(gone.length, 'node')} of the board ${gone.length === 1 ? 'is' : 'are'} no longer in the library: ${names}.`);
  }

  const strengths = new Map<LinkId, number>();
  let [lost, alike] = [0, 0];
  for (const { id, strength } of asked.links) {
    const [a, b] = nodesOfLink(id).map(idOf);
    if (!a || !b || !nodes.has(a) || !nodes.has(b)) lost += 1;
    else if (a === b || strengths.has(linkIdOf(a, b))) alike += 1;
    else strengths.set(linkIdOf(a, b), strength);
  }
  const table = yield* readingActivity(store, [...nodes.keys()], [...strengths.keys()]);
  yield;
  const { links: active, nodes: within } = activityWithin(table, [...strengths.keys()], asked.filter, null);

  const found: { link: Omit<BoardLinkMaterial, 'quotes'>; chosen: Chosen[] }[] = [];
  let silent = 0;
  for (const [id, strength] of strengths) {
    const now = active[id];
    const [one, other] = nodesOfLink(id).map((end) => nodes.get(end)?.row);
    told(found.length + silent, strengths.size);
    if (now === undefined || one === undefined || other === undefined) {
      silent += 1;
      continue;
    }
    const { best, all } = yield* quoting(store, [one, other], asked.sentences, asked.filter);
    const direction = directionOf({ source: one.id, target: other.id }, now.relations);
    found.push({ link: { ...now, id, kind: kindOf(id, now), direction, strength, allQuotes: all }, chosen: best });
    yield;
  }
  told(strengths.size, strengths.size);
  if (lost > 0) missing.push(`${counted(lost, 'link')} went with what is no longer there.`);
  if (alike > 0) missing.push(`${counted(alike, 'link')} fell together with ${alike === 1 ? 'another' : 'others'}.`);
  if (silent > 0) missing.push(`Nothing bears out ${counted(silent, 'link')} ${silent === 1 ? 'that was' : 'that were'} drawn.`);

  const addresses = store.addressesOf([
    ...new Set(found.flatMap(({ chosen }) => chosen.map(({ passage }): ArticleId => passage.article.id))),
  ]);
  const links = found
    .map(
      ({ link, chosen }): BoardLinkMaterial => ({
        ...link,
        quotes: chosen.map(
          ({
            passage: {
              article: { id, title, publisher, author, published },
              parts,
            },
            relations,
          }) => ({
            parts: parts.map(({ text }) => text),
            relations,
            article: { id, title, publisher, author, published },
            address: addresses.get(id) ?? null,
          }),
        ),
      }),
    )
    .sort((left, right) => right.strength - left.strength || (left.id < right.id ? -1 : 1));
  return {
    title: asked.title,
    made: new Date().toISOString(),
    filter: [...filterInWords(asked.filter), ...asked.without],
    notes: asked.notes.map(({ text }) => text),
    nodes: [...nodes.values()]
      .map(({ row: { id, name, type, articles, stories, mentions, first, last, key }, asked: { place, weight, community, pinned } }) => {
        const note = key > 0 ? noteOn(store, key) : '';
        const articlesWithin = isEveryArticle(asked.filter) ? articles : (within[id] ?? 0);
        return { id, name, type, articles, articlesWithin, stories, mentions, first, last, community, weight, place, pinned, note };
      })
      .sort((left, right) => right.weight - left.weight || (left.id < right.id ? -1 : 1)),
    links,
    missing,
    missingNodes: gone.map(({ id }) => id),
    sentences: links.reduce((sum, { quotes }) => sum + quotes.length, 0),
    allSentences: links.reduce((sum, { allQuotes }) => sum + allQuotes, 0),
  };
}
