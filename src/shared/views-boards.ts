import type { BoardContent } from './board.ts';
import type { EntityId, LinkId, NodeId, NodeRef, NodeType } from './model.ts';
import type { Slice } from './views.ts';

/** A saved board in one line. */
export interface SavedBoard {
  id: string;
  name: string;
  /** ISO 8601, UTC. */
  savedAt: string;
  nodes: number;
  /** What it began with, in words: the name of the node in the middle, say. */
  began: string;
}

/** A saved board as the library has it now. */
export interface OpenedBoard {
  board: SavedBoard;
  /** As it was saved, in the ids of now and without what is gone: what was merged is the one that it is now. */
  content: BoardContent;
  /** Its nodes and the links among them as they are now: those that were drawn, and those that a map of them draws by itself. */
  slice: Slice;
  /** What the library no longer has or the reader hides, as it was called. */
  vanished: { name: string; type: NodeType; why: 'gone' | 'hidden' }[];
  /** What was on the board under a name of its own and is another entity now. */
  became: { name: string; now: NodeRef }[];
  /** What more articles tell of than when it was saved, and links that came up since. */
  changed: { nodes: NodeId[]; links: LinkId[] };
}

/** What the reader has noted on an entity; an empty text where there is nothing. */
export interface EntityNote {
  entity: EntityId;
  text: string;
}
