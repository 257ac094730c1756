import { useMemo } from 'react';
import type { Neighbours } from '../../../shared/views.ts';
import { useApp } from '../../state/app.ts';
import { seenIn } from '../../state/seen.ts';
import { neighboursWithin } from './tableFilter.ts';

/** The neighbours listed, as the board's filter leaves them. */
export const useNeighboursWithin = (neighbours: Neighbours | null): (Neighbours & { unknown: number }) | null => {
  const seen = useApp(seenIn);
  const filter = useApp(({ board }) => board.filter);
  const nodes = useApp(({ board }) => board.nodes);
  const links = useApp(({ board }) => board.links);
  const hidden = useApp(({ board }) => board.hidden);
  return useMemo(
    () => neighbours && { ...neighbours, ...neighboursWithin(neighbours, { filter, nodes, links, hidden }, seen) },
    [neighbours, filter, nodes, links, hidden, seen],
  );
};
