import type { NodeId } from '../../../shared/model.ts';
import type { Neighbour } from '../../../shared/views.ts';
import type { Board } from '../../state/board/board.ts';
import { plural } from '../../ui/format.ts';
import { linkWords } from '../words.ts';

/** A neighbour that can be added. */
export interface Choice {
  id: NodeId;
  name: string;
  type: Neighbour['node']['type'];
  /** How it hangs together with the node that it is a neighbour of. */
  how: string;
  /** "7 articles, 2 stories". */
  backing: string;
  /** On the board already, but hidden. */
  hidden: boolean;
}

/** The neighbours that are not to be seen on a board, in the order of their rank. */
export const picksOf = (items: readonly Neighbour[], board: Pick<Board, 'nodes' | 'hidden'>): Choice[] => {
  const there = new Set(board.nodes.map(({ id }) => id));
  return items.flatMap(({ node, link }) => {
    const hidden = board.hidden.has(node.id);
    if (there.has(node.id) && !hidden) return [];
    const backing = `${plural(link.articles, 'article')}, ${plural(link.stories, 'story', 'stories')}`;
    return [{ id: node.id, name: node.name, type: node.type, how: linkWords(link, node.id), backing, hidden }];
  });
};

/** Those whose name or link has the letters typed. */
export const picksLike = (picks: readonly Choice[], text: string): readonly Choice[] => {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? picks : picks.filter(({ name, how }) => `${name} ${how}`.toLowerCase().includes(wanted));
};
