import type { Core } from 'cytoscape';
import { useMemo } from 'react';
import { useApp } from '../../state/app.ts';
import { pathMarks } from '../../state/board/path.ts';
import { seenIn } from '../../state/seen.ts';
import { useMarks } from '../canvas/useMarks.ts';

const nothing: ReadonlySet<string> = new Set();

/**
 * Lets what is on other paths stand back for the one that was chosen, unless something is pointed at (`elsewhere`). Answers what does not
 * stand back; null where no path was chosen.
 */
export const usePathMarks = (cy: Core | null, elsewhere: boolean): ReadonlySet<string> | null => {
  const path = useApp(({ board }) => board.path);
  const pathShown = useApp(({ board }) => board.pathShown);
  const { nodes, links } = useApp(seenIn);
  const marks = useMemo(() => pathMarks({ path, pathShown, nodes, links }), [path, pathShown, nodes, links]);
  useMarks(cy, marks && !elsewhere ? marks.back : nothing, 'back');
  return marks && marks.back.size > 0 ? marks.lit : null;
};
