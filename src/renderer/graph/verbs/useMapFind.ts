import { useMemo } from 'react';
import type { LinkId, NodeId } from '../../../shared/model.ts';
import { useApp } from '../../state/app.ts';
import { seenIn } from '../../state/seen.ts';
import { matchesOf, unlikeOf } from '../drawing/find.ts';

/** What is looked for on the map. */
export interface MapFind {
  /** The nodes that match, heaviest first; null while nothing is looked for. */
  matches: readonly NodeId[] | null;
  /** The same with the links among them: what keeps its labels. */
  alike: ReadonlySet<NodeId | LinkId> | null;
  /** What does not match; empty while nothing is looked for. */
  unlike: ReadonlySet<NodeId | LinkId>;
  /** Of how many. */
  all: number;
}

const nothing: ReadonlySet<NodeId | LinkId> = new Set();

/** The nodes on the map that match what is typed into its search box. */
export const useMapFind = (): MapFind => {
  const text = useApp(({ board }) => board.finding);
  const { nodes, links } = useApp(seenIn);
  const communities = useApp(({ board }) => board.communities);
  return useMemo(() => {
    const matches = matchesOf(nodes, communities, text);
    if (matches === null) return { matches, alike: null, unlike: nothing, all: nodes.length };
    const unlike = unlikeOf(nodes, links, matches);
    const alike = new Set([...nodes, ...links].flatMap(({ id }) => (unlike.has(id) ? [] : [id])));
    return { matches, alike, unlike, all: nodes.length };
  }, [nodes, links, communities, text]);
};
