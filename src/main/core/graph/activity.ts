import type { ArticleFilter } from '../../../shared/article-filter.ts';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { LinkRelation } from '../../../shared/views.ts';
import type { Activity, LinkActivity } from '../../../shared/views-activity.ts';
import type { ActivityTable, Borne, Mentioned } from './activity-table.ts';
import { histogramOf } from './histogram.ts';

/** Since when something counts as new, by when it was first published or when it first came into the library. */
export interface Since {
  date: string;
  by: 'published' | 'added';
}

const dayOf = (date: string): string => date.slice(0, 10);

/** The first place from `low` on whose article is of a day that satisfies `isLate`; dates only grow. */
const firstPlace = ({ published }: ActivityTable, low: number, isLate: (day: string) => boolean): number => {
  let [from, to] = [low, published.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isLate(dayOf(published[middle] ?? ''))) to = middle;
    else from = middle + 1;
  }
  return from;
};

/** The places that lie in a span, the last excluded. */
const placesIn = (table: ActivityTable, { from, to }: ArticleFilter['span']): [from: number, to: number] => {
  if (from === null && to === null) return [0, table.published.length];
  return [
    firstPlace(table, table.undated, (day) => from === null || day >= from),
    to === null ? table.published.length : firstPlace(table, table.undated, (day) => day > to),
  ];
};

/** Numbers of articles by publisher among some places. */
const byPublisher = ({ publisher, publishers }: ActivityTable, low: number, high: number): Activity['publishers'] => {
  const counts = new Uint32Array(publishers.length);
  for (const number of publisher.subarray(low, high)) counts[number] = (counts[number] ?? 0) + 1;
  return publishers
    .map((name, number) => ({ name, articles: counts[number] ?? 0 }))
    .sort((left, right) => right.articles - left.articles || (left.name < right.name ? -1 : 1));
};

/** Sentences and articles of the places that are on; `places` holds one for each sentence, ascending. */
const statedAt = (places: Uint32Array, isOn: Uint8Array): { sentences: number; articles: number } => {
  let [sentences, articles, last] = [0, 0, -1];
  for (const place of places) {
    if (isOn[place] !== 1) continue;
    sentences += 1;
    if (place !== last) articles += 1;
    last = place;
  }
  return { sentences, articles };
};

/** What of a link the articles that are on bear out; null for nothing. */
const linkWithin = (link: Borne, { published, undated }: ActivityTable, isOn: Uint8Array): LinkActivity | null => {
  const { places, stories } = link;
  let [articles, sentences, told, lastStory] = [0, 0, 0, 0];
  let [first, last] = [places.length === 0 ? 0 : published.length, -1];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    if (isOn[place] !== 1) continue;
    articles += 1;
    sentences += link.sentences[at] as number;
    // Stories are rows below zero, so none of them is the zero of the beginning.
    if (stories[at] !== lastStory) told += 1;
    lastStory = stories[at] as number;
    if (place < undated) continue;
    if (place < first) first = place;
    if (place > last) last = place;
  }
  if (articles === 0) return null;
  const relations = link.relations
    .map(({ relation, places: stated }): LinkRelation => ({ ...relation, ...statedAt(stated, isOn) }))
    .filter((relation) => relation.sentences > 0)
    .sort((left, right) => right.articles - left.articles || right.sentences - left.sentences || (left.kind < right.kind ? -1 : 1));
  return { articles, stories: told, sentences, relations, first: published[first] ?? null, last: published[last] ?? null };
};

const isFresh = ({ first, added }: Mentioned, since: Since): boolean =>
  since.by === 'added' ? added >= since.date : first !== null && dayOf(first) >= dayOf(since.date);

/** How the nodes of a table and some of its links are reported within a filter. */
export const activityWithin = (
  table: ActivityTable,
  linkIds: readonly LinkId[],
  { span, publishersOff }: ArticleFilter,
  since: Since | null,
): Activity => {
  const { publisher, publishers, bar, undated } = table;
  const off = new Set(publishersOff);
  const speaks = Uint8Array.from(publishers, (name) => (off.has(name) ? 0 : 1));
  const [low, high] = placesIn(table, span);
  const isOn = new Uint8Array(publisher.length);
  const counts = new Uint32Array(table.bars.froms.length);
  let undatedOn = 0;
  for (let place = 0; place < publisher.length; place += 1) {
    if (speaks[publisher[place] as number] !== 1) continue;
    if (place >= low && place < high) isOn[place] = 1;
    if (place < undated) undatedOn += 1;
    else counts[bar[place] as number] = (counts[bar[place] as number] ?? 0) + 1;
  }

  const nodes: Record<NodeId, number> = {};
  const fresh: Activity['fresh'] = { nodes: [], links: [] };
  for (const [id, mentioned] of table.nodes) {
    let articles = 0;
    for (const place of mentioned.places) articles += isOn[place] as number;
    nodes[id] = articles;
    if (since !== null && isFresh(mentioned, since)) fresh.nodes.push(id);
  }
  const links: Record<LinkId, LinkActivity> = {};
  for (const id of linkIds) {
    const link = table.links.get(id);
    if (link === undefined) continue;
    const within = linkWithin(link, table, isOn);
    if (within !== null) links[id] = within;
    if (since !== null && isFresh(link, since)) fresh.links.push(id);
  }
  return {
    nodes,
    links,
    publishers: byPublisher(table, low, high),
    histogram: histogramOf(table.bars, counts, undatedOn),
    fresh,
  };
};
