import { everyArticle } from '../../shared/article-filter.ts';
import { type Implementation, sliceLimit } from '../../shared/contract.ts';
import { type NodeId, nodesOfLink } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { Slice } from '../../shared/views.ts';
import { boardActivity } from './board-activity.ts';
import { arranging } from './graph/arrange.ts';
import { betweenness } from './graph/centrality.ts';
import { findingEvidence } from './graph/evidence.ts';
import { communityAround, findingCommunities } from './graph/library-communities.ts';
import { findingLinks } from './graph/links.ts';
import { neighboursOf, rankingNeighbours } from './graph/neighbours.ts';
import { makingOverview } from './graph/overview.ts';
import { findingPaths } from './graph/path-answer.ts';
import { slicingAmong, slicingAround } from './graph/slice.ts';
import { finished, type Steps } from './graph/steps.ts';
import { readableLinks, thinning } from './graph/thin.ts';
import { keptWhileUnchanged } from './kept.ts';
import { inSlices } from './pace.ts';
import type { NodeRow, Store } from './store/index.ts';

/** Overviews kept, one for each limit and choice of types, until the library changes. */
const rememberedOverviews = 8;

/** The node with an id. Throws `not-found` where the library lacks it. */
export const nodeIn = (store: Store, id: NodeId): NodeRow => {
  const [node] = store.nodeRows([id]);
  if (node === undefined) throw new NewsgraphError('not-found', `The library has no ${id.startsWith('s_') ? 'story' : 'entity'} ${id}.`);
  return node;
};

/** The result of work in steps on one state of the library: begun anew, and not interrupted, where that changed meanwhile. */
export const onOneState = async <Result>(store: Store, work: () => Steps<Result>): Promise<Result> => {
  const version = store.version();
  const result = await inSlices(work());
  return store.version() === version ? result : finished(work());
};

/** Betweenness over the links that a picture of some nodes has. */
function* centralityOf(store: Store, nodes: readonly NodeId[]): Steps<Record<NodeId, number>> {
  const rows = new Map(store.nodeRows(nodes).map((row) => [row.key, row]));
  const links = yield* findingLinks(store, rows);
  const drawn = yield* thinning(links, readableLinks(rows.size));
  const found = yield* betweenness([...rows.keys()], drawn);
  return Object.fromEntries([...rows.values()].map(({ id, key }) => [id, found.get(key) ?? 0]));
}

/** Nodes without those that the reader hides, but for the one that is asked for itself. */
const withoutHidden = (store: Store, rows: readonly NodeRow[], asked: NodeId | null): NodeRow[] => {
  const hidden = store.hiddenAmong(rows.map(({ id }) => id));
  return rows.filter(({ id }) => id === asked || !hidden.has(id));
};

/** The contract's methods about the graph, over an open library. */
export const graphMethods = (
  store: Store,
): Pick<
  Implementation,
  'overview' | 'neighbours' | 'neighbourhood' | 'slice' | 'arrange' | 'activity' | 'evidence' | 'paths' | 'centrality' | 'community'
> => {
  const overviews = new Map<string, () => Promise<Slice>>();
  const communitiesNow = keptWhileUnchanged(store, () => onOneState(store, () => findingCommunities(store)));

  return {
    overview: ({ limit, types }) => {
      const key = `${limit} ${types?.join() ?? 'all'}`;
      const known = overviews.get(key);
      if (known !== undefined) return known();
      const asked = keptWhileUnchanged(store, () => onOneState(store, () => makingOverview(store, limit, types)));
      if (overviews.size >= rememberedOverviews) overviews.clear();
      overviews.set(key, asked);
      return asked();
    },
    neighbours: ({ id, types, kinds, offset, limit }) => {
      const node = nodeIn(store, id);
      return onOneState(store, function* () {
        yield* rankingNeighbours(store, node);
        return neighboursOf(store, node, { types, kinds }, { offset, limit });
      });
    },
    neighbourhood: ({ id, ...request }) => {
      const node = nodeIn(store, id);
      const shown = withoutHidden(store, store.nodeRows(request.shown), null).map((row) => row.id);
      return onOneState(store, () => slicingAround(store, node, { ...request, shown, most: sliceLimit }));
    },
    slice: ({ nodes, focus, fixed }) => {
      const rows = withoutHidden(store, store.nodeRows(nodes), focus);
      return inSlices(slicingAmong(store, rows, { focus: rows.find(({ id }) => id === focus) ?? null, fixed }));
    },
    arrange: ({ nodes, focus, layout, fixed }) => inSlices(arranging(store, nodes, { focus, layout, fixed })),
    activity: boardActivity(store),
    evidence: async ({ link, limit, filter = everyArticle }) => {
      const [a, b] = nodesOfLink(link);
      const [one, other] = [nodeIn(store, a), nodeIn(store, b)];
      const evidence = await inSlices(findingEvidence(store, one, other, { limit, filter }));
      if (evidence === null) throw new NewsgraphError('not-found', `Nothing in the library links ${one.name} and ${other.name}.`);
      return evidence;
    },
    paths: ({ from, to, ...request }) => {
      const ends = [nodeIn(store, from), nodeIn(store, to)] as const;
      return onOneState(store, () => findingPaths(store, ...ends, request));
    },
    centrality: ({ nodes }) => onOneState(store, () => centralityOf(store, nodes)),
    community: async ({ head, limit }) => {
      const node = nodeIn(store, head);
      const communities = await communitiesNow();
      return onOneState(store, () => communityAround(store, communities, node, limit));
    },
  };
};
