import { type BoardContent, type BoardView, boardVersion } from '../../../shared/board.ts';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { OpenedBoard } from '../../../shared/views-boards.ts';
import type { Paths } from '../../../shared/views-paths.ts';
import { sameView } from './asking.ts';
import { type BoardDoc, emptyDoc } from './board.ts';
import type { History } from './history.ts';

/** Keeping boards: what of one is saved, and the board that comes of what was saved. */

/** What of a board is saved. */
export const contentOf = (doc: BoardDoc): BoardContent => {
  const there = new Set(doc.nodes.map(({ id }) => id));
  const among = (ids: Iterable<NodeId>): NodeId[] => [...ids].filter((id) => there.has(id));
  return {
    version: boardVersion,
    view: doc.drawn ?? doc.view,
    focus: doc.focus,
    nodes: doc.nodes.map(({ id, name, type, articles }) => ({ id, name, type, articles, place: doc.positions[id] ?? null })),
    links: Object.fromEntries(doc.links.map(({ id, articles }) => [id, articles])) as Record<LinkId, number>,
    pinned: among(doc.pinned),
    hidden: among(doc.hidden),
    grown: [...doc.grown].filter(([id]) => there.has(id)).map(([id, from]) => ({ id, from })),
    title: doc.name,
    total: doc.total,
    filter: doc.filter,
    layout: doc.layout,
    axis: [...doc.axis],
    sizing: doc.sizing,
    notes: [...doc.notes],
  };
};

/** What the user has made of a board, as text: the same for two that differ only in what the library tells of them. */
export const workOf = (content: BoardContent): string => {
  const places = content.nodes.map(({ id, place }): [NodeId, Point | null] => [id, place]).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    content.view,
    content.focus,
    places.map(([id, place]) => [id, place?.x, place?.y]),
    Object.keys(content.links).sort(),
    [...content.pinned].sort(),
    [...content.hidden].sort(),
    content.grown.map(({ id, from }) => `${id} ${from}`).sort(),
    content.filter,
    content.layout,
    content.sizing,
    content.notes,
  ]);
};

/** What the library tells beyond a saved board itself. */
export interface Beyond {
  path: Paths | null;
  total: number;
  centrality: BoardDoc['centrality'];
}

/** A saved board as it is drawn. */
export const docOfOpened = ({ board, content, slice, vanished, became, changed }: OpenedBoard, beyond: Beyond): BoardDoc => ({
  ...emptyDoc,
  view: content.view,
  drawn: content.view,
  nodes: slice.nodes,
  links: slice.links,
  positions: slice.positions,
  communities: slice.communities,
  focus: content.focus,
  pinned: new Set(content.pinned),
  hidden: new Set(content.hidden),
  grown: new Map(content.grown.map(({ id, from }) => [id, from])),
  filter: content.filter,
  layout: content.layout,
  axis: content.axis,
  sizing: content.sizing,
  notes: content.notes,
  name: content.title,
  saved: { id: board.id, name: board.name },
  changed: new Set(changed.nodes),
  news: { since: board.savedAt, vanished, became, links: new Set(changed.links) },
  ...beyond,
});

/** Whether one question only asks more closely what the other asks: another depth, another exclusion. */
export const refines = (a: BoardView | null, b: BoardView): boolean => {
  if (a === null || sameView(a, b)) return false;
  if (a.kind === 'around') return b.kind === 'around' && a.id === b.id;
  return a.kind === 'path' && b.kind === 'path' && a.from === b.from && a.to === b.to;
};

/** Whether a board stays the same one when it answers this question instead of that. */
export const sameSubject = (a: BoardView | null, b: BoardView | null): boolean => b !== null && (sameView(a, b) || refines(a, b));

/** The history once the board at its end is a saved one: the steps that led to it from the same board, and those undone, are of that one too. */
export const adopted = (history: History<BoardDoc>, now: BoardDoc, saved: BoardDoc['saved']): History<BoardDoc> => {
  const view = now.drawn ?? now.view;
  const same = (doc: BoardDoc): boolean => doc.saved?.id === now.saved?.id && sameSubject(doc.view, view);
  const { past, future } = history;
  const first = past.findLastIndex(({ before }) => !same(before)) + 1;
  const other = future.findIndex(({ after }) => !same(after));
  const end = other < 0 ? future.length : other;
  return {
    past: past.map((step, at) => (at < first ? step : { ...step, before: { ...step.before, saved } })),
    future: future.map((step, at) => (at >= end ? step : { ...step, after: { ...step.after, saved } })),
  };
};

/** A name to suggest for a board. */
export const suggestedName = (doc: BoardDoc): string => {
  const view = doc.drawn ?? doc.view;
  const called = (id: NodeId): string => doc.nodes.find((node) => node.id === id)?.name ?? '';
  switch (view.kind) {
    case 'overview':
      return 'Overview';
    case 'around':
      return called(view.id);
    case 'path':
      return doc.path === null ? 'Path' : `${doc.path.from.name} → ${doc.path.to.name}`;
    case 'community':
      return doc.name ?? 'Community';
    case 'among':
      return view.title;
  }
};
