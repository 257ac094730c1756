import { type LinkId, type NodeId, nodesOfLink } from '../../../shared/model.ts';
import type { LinkRelation } from '../../../shared/views.ts';
import { type Bars, barsFor, noBars } from './histogram.ts';
import type { ActivityPort, GraphNodeRow, NodeKey, Report } from './ports.ts';
import type { Steps } from './steps.ts';

/**
 * Which articles mention the nodes of a board and bear out its links, packed so that any filter is answered by going through
 * numbers. Articles go by their place: undated ones first, then by date, so that a span is a range of places.
 */
export interface ActivityTable {
  /** ISO dates by place. */
  published: (string | null)[];
  /** How many places at the front have no date. */
  undated: number;
  /** Number in `publishers` by place. */
  publisher: Uint32Array;
  publishers: string[];
  bars: Bars;
  /** Number of the histogram's bar by place. */
  bar: Uint32Array;
  /** By the ids that were asked for. */
  nodes: Map<NodeId, Mentioned>;
  links: Map<LinkId, Borne>;
}

/** The articles that mention a node. */
export interface Mentioned {
  places: Uint32Array;
  /** Date of the earliest of them, and when the first of them came into the library. */
  first: string | null;
  added: string;
}

/** The articles that bear out a link, those of one story next to each other. */
export interface Borne extends Mentioned {
  /** By article, as the places are. */
  stories: Int32Array;
  sentences: Uint32Array;
  /** Places of articles, one for each sentence, ascending. */
  relations: { relation: Pick<LinkRelation, 'kind' | 'status' | 'from' | 'to'>; places: Uint32Array }[];
}

/** What is read or sorted in one step. */
const articlesAtOnce = 100;
const reportsAtOnce = 500;
const subjectsAtOnce = 50;

interface Wanted {
  a: NodeKey;
  b: NodeKey;
  ids: LinkId[];
  places: number[];
  stories: number[];
  sentences: number[];
  relations: Borne['relations'];
}

/** Links by the keys of their ends, the lower first: two ids may have come to mean one link. */
class WantedLinks {
  readonly partners = new Map<NodeKey, Set<NodeKey>>();
  readonly #byEnds = new Map<string, Wanted>();

  constructor(links: readonly LinkId[], nodes: ReadonlyMap<NodeId, GraphNodeRow>) {
    for (const id of links) {
      const [one, other] = nodesOfLink(id).map((end) => nodes.get(end)?.key);
      if (one === undefined || other === undefined || one === other) continue;
      const [a, b] = one < other ? [one, other] : [other, one];
      const known = this.#byEnds.get(`${a} ${b}`);
      if (known !== undefined) known.ids.push(id);
      else this.#byEnds.set(`${a} ${b}`, { a, b, ids: [id], places: [], stories: [], sentences: [], relations: [] });
      this.partners.set(a, (this.partners.get(a) ?? new Set()).add(b));
    }
  }

  between(one: NodeKey, other: NodeKey): Wanted | undefined {
    return this.#byEnds.get(one < other ? `${one} ${other}` : `${other} ${one}`);
  }

  all(): IterableIterator<Wanted> {
    return this.#byEnds.values();
  }
}

/** Places of articles: undated ones first, then by date. */
interface Placed {
  reports: Report[];
  placeOf: Map<number, number>;
}

const dateOf = ({ published }: Report): string => published ?? '';

function* readReports(port: ActivityPort, seqs: readonly number[]): Steps<Placed> {
  const reports: Report[] = [];
  for (let at = 0; at < seqs.length; at += reportsAtOnce) {
    yield;
    reports.push(...port.reportsOf(seqs.slice(at, at + reportsAtOnce)));
  }
  yield;
  // A date that is none must not move the others.
  for (const report of reports) if (Number.isNaN(Date.parse(dateOf(report).slice(0, 10)))) report.published = null;
  reports.sort((left, right) => (dateOf(left) < dateOf(right) ? -1 : dateOf(left) > dateOf(right) ? 1 : left.seq - right.seq));
  yield;
  return { reports, placeOf: new Map(reports.map(({ seq }, place) => [seq, place])) };
}

const mentionedAt = (places: Uint32Array, reports: readonly Report[]): Mentioned => {
  let first: string | null = null;
  let added = '';
  for (const place of places) {
    const report = reports[place];
    if (report === undefined) continue;
    const { published, importedAt } = report;
    if (published !== null && (first === null || published < first)) first = published;
    if (added === '' || importedAt < added) added = importedAt;
  }
  return { places, first, added };
};

/** Numbers of the articles that may bear out a link: those that mention both of its ends. */
function* candidates(lists: ReadonlyMap<NodeKey, readonly number[]>, links: WantedLinks): Steps<number[]> {
  const named = new Map<number, NodeKey[]>();
  for (const [key, seqs] of lists) {
    for (const seq of seqs) {
      const there = named.get(seq);
      if (there === undefined) named.set(seq, [key]);
      else there.push(key);
    }
    yield;
  }
  const found: number[] = [];
  let looked = 0;
  for (const [seq, keys] of named) {
    const isNamed = new Set(keys);
    const some = keys.some((key) => {
      const others = links.partners.get(key);
      if (others === undefined) return false;
      if (others.size > keys.length) return keys.some((other) => others.has(other));
      for (const other of others) if (isNamed.has(other)) return true;
      return false;
    });
    if (some) found.push(seq);
    looked += 1;
    if (looked % reportsAtOnce === 0) yield;
  }
  return found.sort((left, right) => left - right);
}

function* readSupport(port: ActivityPort, seqs: readonly number[], { reports, placeOf }: Placed, links: WantedLinks): Steps<void> {
  for (let at = 0; at < seqs.length; at += articlesAtOnce) {
    yield;
    for (const { seq, a, b, sentences } of port.supportsIn(seqs.slice(at, at + articlesAtOnce), links.partners)) {
      const wanted = links.between(a, b);
      const place = placeOf.get(seq);
      if (wanted === undefined || place === undefined) continue;
      wanted.places.push(place);
      wanted.stories.push(reports[place]?.story ?? 0);
      wanted.sentences.push(sentences);
    }
  }
}

function* readStatements(
  port: ActivityPort,
  nodes: ReadonlyMap<NodeKey, GraphNodeRow>,
  { placeOf }: Placed,
  links: WantedLinks,
): Steps<void> {
  const entities = [...nodes.keys()].filter((key) => key > 0);
  for (let at = 0; at < entities.length; at += subjectsAtOnce) {
    yield;
    for (const { kind, status, subject, object, articles } of port.statementsOf(entities.slice(at, at + subjectsAtOnce), entities)) {
      const [from, to] = [nodes.get(subject)?.id, nodes.get(object)?.id] as [
        LinkRelation['from'] | undefined,
        LinkRelation['to'] | undefined,
      ];
      if (from === undefined || to === undefined) continue;
      const places = Uint32Array.from(articles.flatMap((seq) => placeOf.get(seq) ?? [])).sort();
      links.between(subject, object)?.relations.push({ relation: { kind, status, from, to }, places });
    }
  }
}

const borne = ({ places, stories, sentences, relations }: Wanted, reports: readonly Report[]): Borne => {
  const order = Uint32Array.from(places.keys()).sort((left, right) => {
    return (stories[left] ?? 0) - (stories[right] ?? 0) || (places[left] ?? 0) - (places[right] ?? 0);
  });
  return {
    ...mentionedAt(
      order.map((at) => places[at] ?? 0),
      reports,
    ),
    stories: Int32Array.from(order, (at) => stories[at] ?? 0),
    sentences: order.map((at) => sentences[at] ?? 0),
    relations,
  };
};

/** Reads the table for some nodes and links, in steps; ids that the library lacks are left out. */
export function* readingActivity(port: ActivityPort, nodeIds: readonly NodeId[], linkIds: readonly LinkId[]): Steps<ActivityTable> {
  const asked = port.nodesAsked([...nodeIds, ...linkIds.flatMap(nodesOfLink)]);
  const byKey = new Map([...asked.values()].map((row) => [row.key, row]));
  const links = new WantedLinks(linkIds, asked);
  const lists = new Map<NodeKey, number[]>();
  const seqs = new Set<number>();
  for (const key of byKey.keys()) {
    yield;
    const its = port.articlesOf(key);
    lists.set(key, its);
    for (const seq of its) seqs.add(seq);
  }
  const placed = yield* readReports(port, [...seqs]);
  const { reports, placeOf } = placed;
  yield* readSupport(port, yield* candidates(lists, links), placed, links);
  yield* readStatements(port, byKey, placed, links);

  const mentioned = new Map<NodeKey, Mentioned>();
  for (const [key, its] of lists) {
    yield;
    mentioned.set(key, mentionedAt(Uint32Array.from(its, (seq) => placeOf.get(seq) ?? 0).sort(), reports));
  }
  const found = new Map<LinkId, Borne>();
  for (const wanted of links.all()) {
    if (wanted.places.length === 0) continue;
    yield;
    const made = borne(wanted, reports);
    for (const id of wanted.ids) found.set(id, made);
  }

  yield;
  const undated = reports.filter(({ published }) => published === null).length;
  const dayAt = (place: number): string => reports[place]?.published?.slice(0, 10) ?? '';
  const bars = undated === reports.length ? noBars : barsFor(dayAt(undated), dayAt(reports.length - 1));
  const publishers = [...new Set(reports.map(({ publisher }) => publisher ?? ''))];
  const numberOf = new Map(publishers.map((name, number) => [name, number]));
  yield;
  return {
    published: reports.map(({ published }) => published),
    undated,
    publisher: Uint32Array.from(reports, ({ publisher }) => numberOf.get(publisher ?? '') ?? 0),
    publishers,
    bars,
    bar: Uint32Array.from(reports, (_, place) => (place < undated ? 0 : bars.barOf(dayAt(place)))),
    nodes: new Map(
      nodeIds.flatMap((id) => {
        const its = mentioned.get(asked.get(id)?.key ?? 0);
        return its === undefined ? [] : [[id, its] as const];
      }),
    ),
    links: found,
  };
}
