import type { BoardContent, BoardNode, BoardView } from '../../shared/board.ts';
import { type LinkId, linkIdOf, type NodeId, nodesOfLink } from '../../shared/model.ts';
import type { Point } from '../../shared/views.ts';
import type { OpenedBoard, SavedBoard } from '../../shared/views-boards.ts';
import { refOf } from './graph/neighbours.ts';
import { slicingAmong } from './graph/slice.ts';
import type { Steps } from './graph/steps.ts';
import type { NodeRow, Store } from './store/index.ts';

/** Whom the ids of a saved board mean now; undefined for what is gone or hidden. */
type Now = (id: NodeId) => NodeRow | undefined;

const idsOfView = (view: BoardView): NodeId[] => {
  switch (view.kind) {
    case 'overview':
      return [];
    case 'around':
      return [view.id];
    case 'path':
      return [view.from, view.to, ...view.without];
    case 'community':
      return [view.head];
    case 'among':
      return view.ids;
  }
};

/** The same question in the ids of now; the board's nodes by themselves where what it asked about is gone. */
const viewNow = (view: BoardView, now: Now, rest: { ids: NodeId[]; title: string }): BoardView => {
  const idsNow = (ids: readonly NodeId[]): NodeId[] => [...new Set(ids.flatMap((id) => now(id)?.id ?? []))];
  const gone: BoardView = { kind: 'among', ...rest };
  switch (view.kind) {
    case 'overview':
      return view;
    case 'around': {
      const middle = now(view.id);
      return middle === undefined ? gone : { ...view, id: middle.id };
    }
    case 'path': {
      const [from, to] = [now(view.from), now(view.to)];
      if (from === undefined || to === undefined || from.id === to.id) return gone;
      return { ...view, from: from.id, to: to.id, without: idsNow(view.without) };
    }
    case 'community': {
      const head = now(view.head);
      return head === undefined ? gone : { ...view, head: head.id };
    }
    case 'among':
      return { ...view, ids: idsNow(view.ids) };
  }
};

/** What a board is of, in words. */
export const beganWith = (store: Store, content: BoardContent): string => {
  const rows = store.nodesAsked(idsOfView(content.view));
  const called = (id: NodeId): string => rows.get(id)?.name ?? content.nodes.find((node) => node.id === id)?.name ?? 'an entity';
  const { view } = content;
  switch (view.kind) {
    case 'overview':
      return 'Overview';
    case 'around':
      return called(view.id);
    case 'path':
      return `${called(view.from)} → ${called(view.to)}`;
    case 'community':
      return `Community of ${content.title ?? called(view.head)}`;
    case 'among':
      return view.title;
  }
};

/** A node of the board as it is now, and what of the saved board it stands for. */
interface Standing {
  row: NodeRow;
  place: Point | null;
  /** Its articles when the board was saved; null where it stands for several, some articles of which may be the same. */
  articles: number | null;
}

/** The nodes that are left, in the order of the board; several that turned out to be one stand where that one stood, else the first. */
const standingOf = (nodes: readonly BoardNode[], now: Now): Map<NodeId, Standing> => {
  const standing = new Map<NodeId, Standing>();
  for (const { id, place, articles } of nodes) {
    const row = now(id);
    if (row === undefined) continue;
    const there = standing.get(row.id);
    if (there === undefined) standing.set(row.id, { row, place, articles });
    else {
      there.articles = null;
      if (id === row.id || there.place === null) there.place = place ?? there.place;
    }
  }
  return standing;
};

/** Who stands for a node of the board that is not among some of them: what was not true of all that became one is not true of it. */
const standingForOthers = (nodes: readonly BoardNode[], some: readonly NodeId[], now: Now): Set<NodeId> => {
  const among = new Set(some);
  return new Set(nodes.flatMap(({ id }) => (among.has(id) ? [] : (now(id)?.id ?? []))));
};

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A saved board as the library has it now, in steps: all its nodes at their places, but for those that are gone. */
export function* opening(store: Store, board: SavedBoard, content: BoardContent, lastArticle: number): Steps<OpenedBoard> {
  const ends = (Object.keys(content.links) as LinkId[]).map((id) => ({ id, ends: nodesOfLink(id) }));
  const asked = [...content.nodes.map(({ id }) => id), ...idsOfView(content.view), ...content.filter.communitiesOff];
  const rows = store.nodesAsked([...asked, ...ends.flatMap((link) => link.ends)]);
  const hidden = store.hiddenAmong([...rows.values()].map(({ id }) => id));
  const now: Now = (id) => {
    const row = rows.get(id);
    return row === undefined || hidden.has(row.id) ? undefined : row;
  };
  const standing = standingOf(content.nodes, now);
  const idsNow = (ids: readonly NodeId[]): NodeId[] =>
    [...new Set(ids.flatMap((id) => now(id)?.id ?? []))].filter((id) => standing.has(id));

  const links = new Map<LinkId, number>();
  const joined = new Set<LinkId>();
  for (const link of ends) {
    const [a, b] = link.ends.map((id) => now(id)?.id);
    if (a === undefined || b === undefined || a === b || !standing.has(a) || !standing.has(b)) continue;
    const id = linkIdOf(a, b);
    if (links.has(id)) joined.add(id);
    links.set(id, Math.max(links.get(id) ?? 0, content.links[link.id] ?? 0));
  }
  yield;

  const focus = content.focus === null ? undefined : now(content.focus);
  const slice = yield* slicingAmong(
    store,
    [...standing.values()].map(({ row }) => row),
    {
      focus: focus !== undefined && standing.has(focus.id) ? focus : null,
      fixed: Object.fromEntries([...standing].flatMap(([id, { place }]) => (place === null ? [] : [[id, place]]))),
      always: (a, b) => links.has(linkIdOf(a, b)),
    },
  );
  yield;

  const isNews = ({ id, articles }: { id: LinkId; articles: number }): boolean => {
    const before = links.get(id);
    if (before !== undefined && !joined.has(id)) return articles > before;
    const [a, b] = nodesOfLink(id).map((end) => standing.get(end)?.row.key);
    return a !== undefined && b !== undefined && store.linkedSince(a, b, lastArticle);
  };
  const hasNews = ({ row, articles }: Standing): boolean =>
    articles === null ? (store.latestArticlesWith(row.key, 1)[0] ?? 0) > lastArticle : row.articles > articles;
  const ids = [...standing.keys()];
  const seen = standingForOthers(content.nodes, content.hidden, now);
  const begun = standingForOthers(
    content.nodes,
    content.grown.map(({ id }) => id),
    now,
  );
  const grown = content.grown.flatMap(({ id, from }) => {
    const [node, root] = [now(id)?.id, now(from)?.id];
    return node === undefined || root === undefined || node === root || begun.has(node) || !standing.has(node)
      ? []
      : [[node, { id: node, from: root }] as const];
  });
  return {
    board,
    content: {
      ...content,
      view: viewNow(content.view, now, { ids, title: board.name }),
      focus: slice.focus,
      nodes: [...standing.values()].map(({ row, place }) => ({ ...refOf(row), place })),
      links: Object.fromEntries(links) as BoardContent['links'],
      pinned: idsNow(content.pinned),
      hidden: idsNow(content.hidden).filter((id) => !seen.has(id)),
      grown: [...new Map(grown).values()],
      filter: { ...content.filter, communitiesOff: [...new Set(content.filter.communitiesOff.flatMap((id) => now(id)?.id ?? []))] },
    },
    slice,
    vanished: content.nodes.flatMap(({ id, name, type }) => {
      if (now(id) !== undefined) return [];
      return { name, type, why: rows.has(id) ? ('hidden' as const) : ('gone' as const) };
    }),
    became: content.nodes.flatMap(({ id, name }) => {
      const row = now(id);
      return row === undefined || row.id === id || sameName(row.name, name) ? [] : { name, now: refOf(row) };
    }),
    changed: {
      nodes: [...standing.values()].filter(hasNews).map(({ row }) => row.id),
      links: slice.links.filter(isNews).map(({ id }) => id),
    },
  };
}
