import { useMemo, useState } from 'react';
import { useApp } from '../../state/app.ts';
import { type Facets, facetsOf, leaveTheSame } from '../../state/board/seen.ts';

/** How much each switch of the filter stands for, by all the other switches. */
export const useFacets = (): Facets => {
  const nodes = useApp(({ board }) => board.nodes);
  const links = useApp(({ board }) => board.links);
  const hidden = useApp(({ board }) => board.hidden);
  const filter = useApp(({ board }) => board.filter);
  // while a span is dragged, what is left changes with the answers
  const [counted, setCounted] = useState(filter);
  if (counted !== filter && !leaveTheSame(counted, filter)) setCounted(filter);
  const focus = useApp(({ board }) => board.focus);
  const communities = useApp(({ board }) => board.communities);
  const support = useApp(({ activity }) => activity.answer);
  return useMemo(
    () => facetsOf({ nodes, links, hidden, filter: counted, focus, communities, sizing: 'strength', centrality: null }, support),
    [nodes, links, hidden, counted, focus, communities, support],
  );
};
