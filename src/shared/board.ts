import type { ArticleFilter } from './article-filter.ts';
import type { LinkId, NodeId, NodeType } from './model.ts';
import type { RelationKind } from './relations.ts';
import type { Point } from './views.ts';
import type { Layout } from './views-layout.ts';

/** What a board is made of, as it is kept: plain data, the same in the window and in the library. */

/** What a board was asked for, as a question that can be asked again. */
export type BoardView =
  | { kind: 'overview' }
  /** `depth`: how many links away from the node in the middle its neighbours may be. */
  | { kind: 'around'; id: NodeId; depth: Depth }
  /** `without` and `withoutTypes`: what no path may lead through. */
  | { kind: 'path'; from: NodeId; to: NodeId; without: NodeId[]; withoutTypes: NodeType[] }
  /** The members of the community round a node. */
  | { kind: 'community'; head: NodeId }
  /** Given nodes and the links among them, under a title: those of an article, say. */
  | { kind: 'among'; ids: NodeId[]; title: string };

export const depths = [1, 2, 3] as const;
export type Depth = (typeof depths)[number];

/** What the size of a node can tell: how strongly it is linked, or how much runs through it. */
export const boardSizings = ['strength', 'centrality'] as const;
export type BoardSizing = (typeof boardSizings)[number];

/** What a link can be filtered by: the kinds of relation that it states, else what it is. */
export type LinkKind = RelationKind | 'co-mention' | 'mention';

/** What of a board is not shown. Lists name what is off, so that whatever is new shows. */
export interface BoardFilter {
  typesOff: readonly NodeType[];
  kindsOff: readonly LinkKind[];
  /** By their heads: see `Slice.communities`. */
  communitiesOff: readonly NodeId[];
  /** Articles of these publishers count for nothing; '' stands for articles that name none. */
  publishersOff: readonly string[];
  /** Links weaker than this are off, 0 to 1. */
  strength: number;
  /** Days as ISO 8601 dates, both included; null is open. */
  span: ArticleFilter['span'];
}

export const noFilter: BoardFilter = {
  typesOff: [],
  kindsOff: [],
  communitiesOff: [],
  publishersOff: [],
  strength: 0,
  span: { from: null, to: null },
};

/** A note that stands on a board: at a place in the graph's own units. */
export interface BoardNote {
  id: string;
  text: string;
  x: number;
  y: number;
}

/** The version of `BoardContent` that this version of Newsgraph writes, and the newest that it reads. */
export const boardVersion = 1;

/** A node as a board keeps it: its name and type tell what it was where the library no longer has it. */
export interface BoardNode {
  id: NodeId;
  name: string;
  type: NodeType;
  /** In the graph's own units; null for one that had no place. */
  place: Point | null;
  /** How many articles mentioned it when the board was saved. */
  articles: number;
}

/** All that is kept of a board. */
export interface BoardContent {
  version: number;
  view: BoardView;
  /** The node in the middle. */
  focus: NodeId | null;
  /** Also those that are hidden or filtered away. */
  nodes: BoardNode[];
  /** The links that were drawn, with how many articles mentioned both ends then. */
  links: Record<LinkId, number>;
  pinned: NodeId[];
  hidden: NodeId[];
  /** Nodes that came by expanding, and what was expanded for them. */
  grown: { id: NodeId; from: NodeId }[];
  /** What the library called what was asked for, where the question alone does not tell. */
  title: string | null;
  /** How many nodes the question has in all, of which the board shows some. */
  total: number;
  filter: BoardFilter;
  layout: Layout;
  /** The ticks of a timeline. */
  axis: { x: number; label: string }[];
  sizing: BoardSizing;
  notes: BoardNote[];
}

/** Bounds of what is kept, so that a board can be sent and read at once. */
export const boardBounds = { links: 10_000, notes: 200, noteLength: 4000, nameLength: 120 } as const;
