import { type Implementation, sliceLimit } from '../../shared/contract.ts';
import { type NodeId, nodesOfLink } from '../../shared/model.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { Slice } from '../../shared/views.ts';
import { exportGraphml } from './export/graphml.ts';
import { exportJson } from './export/json.ts';
import { evidenceOf } from './graph/evidence.ts';
import { neighboursOf } from './graph/neighbours.ts';
import { overviewOf } from './graph/overview.ts';
import { pathBetween } from './graph/path-answer.ts';
import { neighbourhoodOf, sliceAmong } from './graph/slice.ts';
import type { NodeRow, Store } from './store/index.ts';

/** Overviews kept, one for each limit and choice of types, until the library changes. */
const rememberedOverviews = 8;

/** The node with an id. Throws `not-found` where the library lacks it. */
export const nodeIn = (store: Store, id: NodeId): NodeRow => {
  const [node] = store.nodeRows([id]);
  if (node === undefined) throw new NewsgraphError('not-found', `The library has no ${id.startsWith('s_') ? 'story' : 'entity'} ${id}.`);
  return node;
};

/** The contract's methods about the graph, over an open library. */
export const graphMethods = (
  store: Store,
): Pick<Implementation, 'overview' | 'neighbours' | 'neighbourhood' | 'slice' | 'evidence' | 'path' | 'exportGraph'> => {
  const overviews = new Map<string, { version: string; slice: Slice }>();

  return {
    overview: ({ limit, types }) => {
      const key = `${limit} ${types?.join() ?? 'all'}`;
      const version = store.version();
      const known = overviews.get(key);
      if (known?.version === version) return known.slice;
      const slice = overviewOf(store, limit, types);
      if (overviews.size >= rememberedOverviews) overviews.clear();
      overviews.set(key, { version, slice });
      return slice;
    },
    neighbours: ({ id, types, kinds, offset, limit }) => neighboursOf(store, nodeIn(store, id), { types, kinds }, { offset, limit }),
    neighbourhood: ({ id, ...request }) => neighbourhoodOf(store, nodeIn(store, id), { ...request, most: sliceLimit }),
    slice: ({ nodes, focus, fixed }) => {
      const rows = store.nodeRows(nodes);
      return sliceAmong(store, rows, { focus: rows.find(({ id }) => id === focus) ?? null, fixed });
    },
    evidence: ({ link, limit }) => {
      const [a, b] = nodesOfLink(link);
      const [one, other] = [nodeIn(store, a), nodeIn(store, b)];
      const evidence = evidenceOf(store, one, other, limit);
      if (evidence === null) throw new NewsgraphError('not-found', `Nothing in the library links ${one.name} and ${other.name}.`);
      return evidence;
    },
    path: ({ from, to, steps, without }) =>
      pathBetween(store, nodeIn(store, from), nodeIn(store, to), {
        steps,
        without: new Set(store.nodeRows(without).map(({ key }) => key)),
      }),
    exportGraph: ({ format }) => (format === 'json' ? exportJson(store) : exportGraphml(store)),
  };
};
