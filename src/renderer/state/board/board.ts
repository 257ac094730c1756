import { type BoardFilter, type BoardNote, type BoardSizing, type BoardView, noFilter } from '../../../shared/board.ts';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { GraphLink, GraphNode, Point, Slice } from '../../../shared/views.ts';
import type { OpenedBoard } from '../../../shared/views-boards.ts';
import type { Layout } from '../../../shared/views-layout.ts';
import type { Paths } from '../../../shared/views-paths.ts';
import { idle, type Loading } from '../failure.ts';

export type Target = { kind: 'node'; id: NodeId } | { kind: 'link'; id: LinkId };

/** What the user makes of a board, and undo brings back. */
export interface BoardDoc {
  /** What was asked for last. */
  view: BoardView;
  /** The question whose answer is drawn; differs from `view` while a request runs or after it failed. */
  drawn: BoardView | null;
  /** All nodes and links on the board, also those that are hidden or filtered away: see `seen.ts`. */
  nodes: readonly GraphNode[];
  links: readonly GraphLink[];
  positions: Readonly<Record<NodeId, Point>>;
  communities: Slice['communities'];
  /** The node in the middle of what is drawn. */
  focus: NodeId | null;
  /** Nodes whose place the user has set by hand. */
  pinned: ReadonlySet<NodeId>;
  /** Nodes that the user took off this board. */
  hidden: ReadonlySet<NodeId>;
  /** Nodes that came by expanding, beyond those of the question itself, and what was expanded for them. */
  grown: ReadonlyMap<NodeId, NodeId>;
  /** Neighbours of the focus that the filter lets through, in all. */
  total: number;
  /** The answer behind a path view. */
  path: Paths | null;
  filter: BoardFilter;
  layout: Layout;
  /** The ticks of a timeline. */
  axis: readonly { x: number; label: string }[];
  sizing: BoardSizing;
  /** Sizes by centrality, 0 to 1; null until they were asked for. */
  centrality: Readonly<Record<NodeId, number>> | null;
  notes: readonly BoardNote[];
  /** The saved board that this is; null for one that was never saved. */
  saved: { id: string; name: string } | null;
  /** Nodes that more articles tell of than when the board was saved; to be marked. */
  changed: ReadonlySet<NodeId>;
  /** What opening the saved board found; null for any other, and once it was read. */
  news: BoardNews | null;
  /** What the library calls what was asked for, where the question alone does not tell: a community's name. */
  name: string | null;
  /** Counts how often the library's articles were understood anew: an older step of the history may show what is gone. */
  revision: number;
}

/** What became of a saved board since it was saved. */
export interface BoardNews extends Pick<OpenedBoard, 'vanished' | 'became'> {
  /** When it was saved. */
  since: string;
  /** Links that more articles tell of, or that came up. */
  links: ReadonlySet<LinkId>;
}

export interface Board extends BoardDoc {
  /** What the detail pane is about. */
  selected: Target | null;
  /** All selected nodes: what verbs mean. Holds `selected` where that is a node. */
  selection: ReadonlySet<NodeId>;
  /** What is typed into the board's own search: what does not match is dimmed. */
  finding: string;
  /** Counts up whenever that search box should take the focus. */
  searchFocus: number;
  /** The node whose neighbours are being picked from. */
  picking: NodeId | null;
  /** Which of an answer's paths stands out, null for none; the strongest where nothing was chosen of the answer that is drawn. */
  pathShown: { of: Paths; at: number | null } | null;
  /** The library that this was asked of, and its articles then: tells a map that is another's, or out of date. */
  folder: string | null;
  articles: number;
  loading: Loading;
  /** Counts up whenever another question was answered: the camera fits then, and stays otherwise. */
  generation: number;
}

const nothing: ReadonlySet<NodeId> = new Set();

export const emptyDoc: BoardDoc = {
  view: { kind: 'overview' },
  drawn: null,
  nodes: [],
  links: [],
  positions: {},
  communities: [],
  focus: null,
  pinned: nothing,
  hidden: nothing,
  grown: new Map(),
  total: 0,
  path: null,
  filter: noFilter,
  layout: 'force',
  axis: [],
  sizing: 'strength',
  centrality: null,
  notes: [],
  saved: null,
  changed: nothing,
  news: null,
  name: null,
  revision: 0,
};

export const emptyBoard: Board = {
  ...emptyDoc,
  selected: null,
  selection: nothing,
  finding: '',
  searchFocus: 0,
  picking: null,
  pathShown: null,
  folder: null,
  articles: 0,
  loading: idle,
  generation: 0,
};

const docKeys = Object.keys(emptyDoc) as (keyof BoardDoc)[];

/** The part of a board that undo brings back: what is drawn, and not a question that is still to be answered. */
export const docOf = (board: BoardDoc): BoardDoc => {
  const doc = Object.fromEntries(docKeys.map((key) => [key, board[key]])) as unknown as BoardDoc;
  return { ...doc, view: board.drawn ?? board.view };
};

/** The question around a node, one link away. */
export const around = (id: NodeId): BoardView => ({ kind: 'around', id, depth: 1 });
