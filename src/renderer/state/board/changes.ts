import type { BoardFilter, BoardNote } from '../../../shared/board.ts';
import type { NodeId } from '../../../shared/model.ts';
import type { GraphLink, Point } from '../../../shared/views.ts';
import type { BoardDoc } from './board.ts';
import { placesOf } from './merge.ts';

/** What the user can do to a board that needs no answer from the library: pure, each gives what changes. */
type Change = Partial<BoardDoc>;

/** Takes nodes off. The one in the middle stays; answers null where nothing else was meant. */
export const hide = (doc: BoardDoc, ids: Iterable<NodeId>): Change | null => {
  const there = new Set(doc.nodes.map(({ id }) => id));
  const off = [...ids].filter((id) => there.has(id) && id !== doc.focus && !doc.hidden.has(id));
  return off.length === 0 ? null : { hidden: new Set([...doc.hidden, ...off]) };
};

/** Leaves these nodes alone on the board; null where they are alone already. */
export const isolate = (doc: BoardDoc, ids: ReadonlySet<NodeId>): Change | null => {
  const off = doc.nodes.filter(({ id }) => !ids.has(id) && !doc.hidden.has(id));
  if (off.length === 0) return null;
  return {
    hidden: new Set([...doc.hidden, ...off.map(({ id }) => id)]),
    focus: doc.focus !== null && ids.has(doc.focus) ? doc.focus : null,
  };
};

/** Brings back all that was taken off. */
export const unhide = (doc: BoardDoc): Change | null => (doc.hidden.size === 0 ? null : { hidden: new Set() });

/** The nodes that came by expanding a node, and by expanding those. */
export const grownFrom = (doc: BoardDoc, id: NodeId): Set<NodeId> => {
  const found = new Set<NodeId>();
  for (let more = true; more; ) {
    more = false;
    for (const [node, from] of doc.grown) {
      if (node !== id && !found.has(node) && (from === id || found.has(from))) {
        found.add(node);
        more = true;
      }
    }
  }
  return found;
};

/** Takes away what expanding a node added; null where that is nothing. What the user has put somewhere by hand stays. */
export const collapse = (doc: BoardDoc, id: NodeId): Change | null => {
  const gone = new Set([...grownFrom(doc, id)].filter((each) => !doc.pinned.has(each) && each !== doc.focus));
  if (gone.size === 0) return null;
  const nodes = doc.nodes.filter((node) => !gone.has(node.id));
  return {
    nodes,
    links: doc.links.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
    positions: placesOf(
      doc.positions,
      nodes.map((node) => node.id),
    ),
    grown: new Map([...doc.grown].filter(([node]) => !gone.has(node))),
    // whoever expands once more wants to see them
    hidden: new Set([...doc.hidden].filter((each) => !gone.has(each))),
  };
};

export const pin = (doc: BoardDoc, ids: Iterable<NodeId>): Change => ({ pinned: new Set([...doc.pinned, ...ids]) });

export const unpin = (doc: BoardDoc, ids: Iterable<NodeId>): Change => {
  const loose = new Set(ids);
  return { pinned: new Set([...doc.pinned].filter((id) => !loose.has(id))) };
};

/** Puts nodes somewhere: they stay there. */
export const move = (doc: BoardDoc, places: Readonly<Record<NodeId, Point>>): Change => ({
  positions: { ...doc.positions, ...places },
  pinned: new Set([...doc.pinned, ...(Object.keys(places) as NodeId[])]),
});

/** Adds links among nodes of the board that were left out of the drawing; null where all are drawn. */
export const reveal = (doc: BoardDoc, links: readonly GraphLink[]): Change | null => {
  const drawn = new Set(doc.links.map(({ id }) => id));
  const added = links.filter(({ id }) => !drawn.has(id));
  return added.length === 0 ? null : { links: [...doc.links, ...added] };
};

export const refilter = (doc: BoardDoc, part: Partial<BoardFilter>): Change => ({ filter: { ...doc.filter, ...part } });

export const addNote = (doc: BoardDoc, note: BoardNote): Change => ({ notes: [...doc.notes, note] });
export const changeNote = (doc: BoardDoc, id: string, part: Partial<BoardNote>): Change => ({
  notes: doc.notes.map((note) => (note.id === id ? { ...note, ...part } : note)),
});
export const removeNote = (doc: BoardDoc, id: string): Change => ({ notes: doc.notes.filter((note) => note.id !== id) });
