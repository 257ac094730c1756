import { sliceLimit } from '../../shared/contract.ts';
import type { NodeId, NodeType } from '../../shared/model.ts';
import type { PathAnswer, Point, Slice } from '../../shared/views.ts';
import type { Host } from '../api/index.ts';
import { without } from './board-merge.ts';

/** What the board shows, as a question that can be asked again. */
export type BoardView =
  | { kind: 'overview' }
  | { kind: 'around'; id: NodeId }
  | { kind: 'path'; from: NodeId; to: NodeId }
  /** Given nodes and the links among them, under a title: those of an article, say. */
  | { kind: 'among'; ids: NodeId[]; title: string };

/** Whether two views ask the same. */
export const sameView = (a: BoardView | null, b: BoardView): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface Answered {
  /** What was answered: an entity that turned out to be another one is asked for by an id of before. */
  view: BoardView;
  slice: Pick<Slice, 'nodes' | 'links' | 'positions' | 'communities' | 'focus'>;
  /** Neighbours of the node in the middle that the filter lets through; 0 without one. */
  total: number;
  path: PathAnswer | null;
}

/** What stays from the answer before when the same is asked again: nodes that came by expanding, and all places. */
export interface Kept {
  grown: ReadonlyMap<NodeId, NodeType>;
  positions: Record<NodeId, Point>;
  /** Whether an overview, too, stays where it is: it is placed anew as a whole otherwise. */
  overviewStays: boolean;
}

const noSlice: Answered['slice'] = { nodes: [], links: [], positions: {}, communities: [], focus: null };

/** The answer to a view, with nodes of these types alone; a path is whole whatever they are. Rejects as the host does. */
export const answerOf = async (
  { core }: Host,
  view: BoardView,
  types: readonly NodeType[],
  { grown, positions, overviewStays }: Kept,
): Promise<Answered> => {
  switch (view.kind) {
    case 'overview': {
      const slice = await core.overview({ types: [...types] });
      if (!overviewStays) return { view, slice, total: 0, path: null };
      const { positions: places } = await core.slice({ nodes: slice.nodes.map((node) => node.id), fixed: positions });
      return { view, slice: { ...slice, positions: places }, total: 0, path: null };
    }
    case 'around': {
      const shown = [...grown].filter(([, type]) => types.includes(type)).map(([id]) => id);
      const slice = await core.neighbourhood({ id: view.id, types: [...types], shown, fixed: positions });
      return { view: { ...view, id: slice.of.id }, slice, total: slice.total, path: null };
    }
    case 'among': {
      const nodes = [...new Set([...view.ids, ...grown.keys()])].slice(0, sliceLimit);
      const slice = await core.slice({ nodes, fixed: positions });
      const filtered = new Set(slice.nodes.filter(({ type }) => !types.includes(type)).map(({ id }) => id));
      return { view, slice: { ...slice, ...without(slice, filtered) }, total: 0, path: null };
    }
    case 'path': {
      const path = await core.path({ from: view.from, to: view.to });
      return { view, slice: path.found ? path.slice : noSlice, total: 0, path };
    }
  }
};
