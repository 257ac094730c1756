import type { BoardView } from '../../../shared/board.ts';
import { firstNeighbours, sliceLimit } from '../../../shared/contract.ts';
import { type NodeId, type NodeType, nodeTypes } from '../../../shared/model.ts';
import { failureOf } from '../../../shared/result.ts';
import type { Neighbourhood, Point, Slice } from '../../../shared/views.ts';
import type { Paths } from '../../../shared/views-paths.ts';
import type { Host } from '../../api/index.ts';

/** Whether two views ask the same. */
export const sameView = (a: BoardView | null, b: BoardView): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Answered {
  /** What was answered: an entity that turned out to be another one is asked for by an id of before. */
  view: BoardView;
  slice: Pick<Slice, 'nodes' | 'links' | 'positions' | 'communities' | 'focus'>;
  /** Neighbours of the node in the middle that the filter lets through; 0 without one. */
  total: number;
  path: Paths | null;
  /** What the library calls what was asked for, where the question alone does not tell. */
  name: string | null;
}

/** What stays from the answer before when the same is asked again. */
export interface Kept {
  nodes: readonly NodeId[];
  /** Those of them that came by expanding: no question answers with them. */
  grown: readonly NodeId[];
  positions: Readonly<Record<NodeId, Point>>;
  /** Neighbours to add to those there. */
  more: number;
  /** How many there are in all, by the answer before. */
  total: number;
}

/** Members of a community that its board shows. */
export const communityMembers = 150;

const noSlice: Answered['slice'] = { nodes: [], links: [], positions: {}, communities: [], focus: null };

/** The types that are not off. */
export const typesOn = (off: readonly NodeType[]): NodeType[] => nodeTypes.filter((type) => !off.includes(type));

/** The strongest of all types, and as many of the types that are on: turning a type on again asks for nothing. */
const overviewOf = async ({ core }: Host, types: readonly NodeType[]): Promise<Slice> => {
  const all = await core.overview({});
  if (types.length === nodeTypes.length || types.length === 0) return all;
  const on = await core.overview({ types: [...types] });
  const ids = new Set([...all.nodes, ...on.nodes].map(({ id }) => id));
  return ids.size === all.nodes.length ? all : core.slice({ nodes: [...ids], fixed: all.positions });
};

/** What of a board before stays where the same neighbourhood is asked for again: all of its nodes, or those places that are still wanted. */
export interface Staying {
  shown: readonly NodeId[];
  fixed: Readonly<Record<NodeId, Point>>;
}

/** The same of the neighbours of a node. */
const neighbourhoodOf = async (
  { core }: Host,
  { id, depth }: Extract<BoardView, { kind: 'around' }>,
  types: readonly NodeType[],
  { shown: kept, fixed }: Staying,
): Promise<Neighbourhood> => {
  const room = Math.min(firstNeighbours * (kept.length > 0 ? 1 : depth), sliceLimit - 1 - kept.length);
  const all = await core.neighbourhood({ id, depth, limit: Math.max(0, room), shown: [...kept], fixed: { ...fixed } });
  if (types.length === nodeTypes.length || types.length === 0) return all;
  const limit = firstNeighbours - all.nodes.filter(({ type }) => types.includes(type)).length;
  const shown = all.nodes.map((node) => node.id);
  return core.neighbourhood({ id, depth, types: [...types], limit: Math.max(0, limit), shown, fixed: all.positions });
};

/**
 * The answer to a view, with enough nodes of these types, as far as the question leaves a choice. Rejects as the host does.
 */
export const answerOf = async (
  host: Host,
  view: BoardView,
  types: readonly NodeType[],
  staying: Staying = { shown: [], fixed: {} },
): Promise<Answered> => {
  const { core } = host;
  switch (view.kind) {
    case 'overview':
      return { view, slice: await overviewOf(host, types), total: 0, path: null, name: null };
    case 'around': {
      const slice = await neighbourhoodOf(host, view, types, staying);
      return { view: { ...view, id: slice.of.id }, slice, total: slice.total, path: null, name: slice.of.name };
    }
    case 'among':
      return { view, slice: await core.slice({ nodes: [...new Set(view.ids)] }), total: 0, path: null, name: null };
    case 'community': {
      const slice = await core.community({ head: view.head, limit: communityMembers });
      return { view, slice, total: slice.total, path: null, name: slice.name };
    }
    case 'path': {
      const path = await core.paths({ from: view.from, to: view.to, without: view.without, withoutTypes: view.withoutTypes });
      return { view, slice: path.found ? path.slice : noSlice, total: 0, path, name: null };
    }
  }
};

/**
 * The same board after the library changed: its nodes as they are now, where they are now, and for a neighbourhood the strongest that are not there
 * yet. What the library lacks is gone.
 */
export const answeredAgain = async (host: Host, view: BoardView, types: readonly NodeType[], kept: Kept): Promise<Answered> => {
  const { core } = host;
  const { nodes, grown, positions, more } = kept;
  if (view.kind === 'overview' || view.kind === 'path') {
    const answered = await answerOf(host, view, types);
    const ids = new Set([...answered.slice.nodes.map(({ id }) => id), ...grown]);
    if (answered.path?.found === false || ids.size === 0) return answered;
    const whole = await core.slice({ nodes: [...ids], fixed: { ...positions } });
    if (grown.length > 0) return { ...answered, slice: whole };
    return { ...answered, slice: { ...answered.slice, positions: whole.positions } };
  }
  if (view.kind === 'around') {
    const shown = nodes.filter((id) => id !== view.id);
    const slice = await core.neighbourhood({
      id: view.id,
      types: [...types],
      depth: view.depth,
      limit: more,
      shown,
      fixed: { ...positions },
    });
    return { view: { ...view, id: slice.of.id }, slice, total: slice.total, path: null, name: slice.of.name };
  }
  const slice = await core.slice({ nodes: [...nodes], fixed: { ...positions } });
  return { view, slice, total: view.kind === 'community' ? kept.total : 0, path: null, name: null };
};

/**
 * A board of before as the library has it now: the same nodes at their places, but for those that are gone. One whose middle is gone is
 * what is left of it, under the name that it had.
 */
export const recalled = async (
  host: Host,
  view: BoardView,
  kept: Kept,
  { path, name }: { path: Paths | null; name: string },
): Promise<Answered> => {
  if (view.kind === 'around') {
    try {
      return await answeredAgain(host, view, nodeTypes, { ...kept, more: 0 });
    } catch (thrown) {
      if (failureOf(thrown).code !== 'not-found') throw thrown;
    }
  }
  const slice = await host.core.slice({ nodes: [...kept.nodes], fixed: { ...kept.positions } });
  if (view.kind !== 'around') return { view, slice, total: kept.total, path, name: null };
  const ids = slice.nodes.map(({ id }) => id);
  return { view: { kind: 'among', ids, title: name }, slice, total: 0, path: null, name: null };
};
