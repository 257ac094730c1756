import type { CheckedArgs } from '../../shared/contract.ts';
import type { LinkId, NodeId } from '../../shared/model.ts';
import type { Activity } from '../../shared/views-activity.ts';
import { activityWithin } from './graph/activity.ts';
import { type ActivityTable, readingActivity } from './graph/activity-table.ts';
import { inSlices } from './pace.ts';
import type { Store } from './store/index.ts';

/** A table as it is kept: for which library, nodes and links it was read. */
interface Kept {
  version: string;
  nodes: ReadonlySet<NodeId>;
  links: ReadonlySet<LinkId>;
  table: Promise<ActivityTable>;
}

/**
 * Answers how a board is reported within one filter after another. The table of the last board is kept until the library changes
 * or another board is asked for; reading it lets other work in. A library that changes meanwhile is read anew the next time.
 */
export const boardActivity = (store: Store): ((args: CheckedArgs<'activity'>) => Promise<Activity>) => {
  let kept: Kept | null = null;

  const tableFor = (nodes: readonly NodeId[], links: readonly LinkId[]): Promise<ActivityTable> => {
    const version = store.version();
    const asked = new Set(nodes);
    const known = kept;
    if (
      known?.version === version &&
      known.nodes.size === asked.size &&
      nodes.every((id) => known.nodes.has(id)) &&
      links.every((id) => known.links.has(id))
    ) {
      return known.table;
    }
    const table = inSlices(readingActivity(store, [...asked], links));
    const now = { version, nodes: asked, links: new Set(links), table };
    kept = now;
    table.catch(() => {
      if (kept === now) kept = null;
    });
    return table;
  };

  return async ({ nodes, links, filter, since }) => activityWithin(await tableFor(nodes, links), links, filter, since);
};
