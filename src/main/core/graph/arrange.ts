import type { NodeId } from '../../../shared/model.ts';
import type { Point } from '../../../shared/views.ts';
import type { Arrangement, Layout } from '../../../shared/views-layout.ts';
import { concentric } from './concentric.ts';
import { grid } from './grid.ts';
import type { LinkPort } from './ports.ts';
import { placing } from './positions.ts';
import { slicingAmong } from './slice.ts';
import type { Steps } from './steps.ts';
import { timeline } from './timeline.ts';

/** How nodes are to be laid out. */
export interface ArrangeRequest {
  focus: NodeId | null;
  layout: Layout;
  fixed: Readonly<Partial<Record<NodeId, Point>>>;
}

/** New places for some nodes, those in `fixed` excepted, by what links them; in steps. The same for the same nodes in any order. */
export function* arranging(port: LinkPort, ids: readonly NodeId[], { focus: wanted, layout, fixed }: ArrangeRequest): Steps<Arrangement> {
  const rows = port.nodeRows(ids);
  const focus = rows.find(({ id }) => id === wanted) ?? null;
  const { nodes, links } = yield* slicingAmong(port, rows, { focus, bare: true });
  const request = { focus: focus?.id ?? null, fixed };
  switch (layout) {
    case 'force':
      return { positions: yield* placing(nodes, links, request), axis: [] };
    case 'concentric':
      return { positions: concentric(nodes, links, request), axis: [] };
    case 'timeline':
      return timeline(nodes, request);
    case 'grid':
      return { positions: grid(nodes, request), axis: [] };
  }
}
