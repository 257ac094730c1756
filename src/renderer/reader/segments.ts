import type { Span } from '../../shared/model.ts';

/** A thing that holds over a stretch of text. */
export interface Held<Thing> extends Span {
  thing: Thing;
}

/** A stretch over which the same things hold, in the order in which they were given. */
export interface Run<Thing> extends Span {
  holds: Thing[];
}

/**
 * Cuts a range of text wherever a thing begins or ends: the runs follow each other without gap or overlap from
 * `range.start` to `range.end`, and each knows all that holds over it. Things may overlap in any way; what lies outside
 * the range is cut off, what is empty is left out. An empty range has no runs.
 */
export const segments = <Thing>(range: Span, layers: readonly Held<Thing>[]): Run<Thing>[] => {
  if (range.end <= range.start) return [];
  const inside = layers.filter((each) => each.start < range.end && each.end > range.start && each.end > each.start);
  const cuts = new Set([range.start, range.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, range.start));
    cuts.add(Math.min(end, range.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const opening = inside.map((each, order) => ({ ...each, order })).sort((a, b) => a.start - b.start);

  const runs: Run<Thing>[] = [];
  let open: typeof opening = [];
  let next = 0;
  for (let at = 0; at + 1 < places.length; at += 1) {
    const start = places[at] ?? range.start;
    const end = places[at + 1] ?? range.end;
    open = open.filter((each) => each.end > start);
    for (let entering = opening[next]; entering && entering.start <= start; entering = opening[next]) {
      open.push(entering);
      next += 1;
    }
    const holds = [...open].sort((a, b) => a.order - b.order).map((each) => each.thing);
    runs.push({ start, end, holds });
  }
  return runs;
};

/** Puts neighbouring items with the same key together, in order. Items without a key (null) form groups of their own kind. */
export const grouped = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): { key: Key | null; items: Item[] }[] => {
  const groups: { key: Key | null; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last && last.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
};
