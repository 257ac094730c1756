import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { GraphNode } from '../../../shared/views.ts';
import type { App } from '../../state/app.ts';

/** What menus need that the state has not. */
export interface MenuHelp {
  openNode: (id: NodeId) => void;
  openLink: (id: LinkId) => void;
  /** Shows the whole map; absent where none is to be seen. */
  fit?: () => void;
  /** Puts a note where the menu was asked for. */
  addNote: () => void;
  copy: (text: string, what: string) => void;
}

/** A node of the board; null where it has none of that id. */
export const nodeOf = ({ board }: App, id: NodeId | null): GraphNode | null => board.nodes.find((node) => node.id === id) ?? null;
