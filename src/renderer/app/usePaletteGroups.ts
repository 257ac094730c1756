import { useEffect, useState } from 'react';
import type { NodeId } from '../../shared/model.ts';
import type { SearchAnswer } from '../../shared/views.ts';
import { useApp, useAppStore, useHost } from '../state/app.ts';
import { latestOnly } from '../state/latest.ts';
import { commands } from './commands.ts';
import { articleItems, boardItems, commandItems, entityItems, type PaletteGroup, recentItems } from './palette-items.ts';
import { type EndsFound, pathEndsIn, pathItems, pathOffer } from './palette-path.ts';

interface Found {
  query: string;
  answer: SearchAnswer | null;
}

const nothing: Found = { query: '', answer: null };

/** What the library has for a query; the newest query wins, and the last answer stays in sight until the next is here. */
const useFound = (query: string): Found => {
  const host = useHost();
  const [newest] = useState(latestOnly);
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    const wanted = query.trim();
    void newest(async () => (wanted === '' ? null : host.core.search({ query: wanted, entities: 8, articles: 6 })), {
      arrived: (answer) => setFound({ query, answer }),
      failed: () => setFound({ query, answer: null }),
    });
  }, [query, host, newest]);
  return found;
};

interface FoundEnds {
  query: string;
  readings: EndsFound[];
}

const noEnds: FoundEnds = { query: '', readings: [] };

/** What the library knows of both ends where the query asks for a path. */
const usePathEnds = (query: string): FoundEnds => {
  const host = useHost();
  const [newest] = useState(latestOnly);
  const [found, setFound] = useState<FoundEnds>(noEnds);
  useEffect(() => {
    const hits = async (name: string | null) =>
      name === null ? [] : (await host.core.search({ query: name, entities: 6, articles: 0 })).entities;
    const asked = async () =>
      Promise.all(pathEndsIn(query).map(async (ends) => ({ ends, from: await hits(ends.from), to: await hits(ends.to) })));
    void newest(asked, {
      arrived: (readings) => setFound({ query, readings }),
      failed: () => setFound({ query, readings: [] }),
    });
  }, [query, host, newest]);
  return found;
};

/** The lines of the palette for a query, in groups; `settled` once the library has answered for it. */
export const usePaletteGroups = (query: string, connectFrom: { id: NodeId } | null): { groups: PaletteGroup[]; settled: boolean } => {
  const store = useAppStore();
  const host = useHost();
  const visits = useApp((app) => app.chrome.visits);
  const boards = useApp((app) => app.boards.list);
  const { query: answered, answer } = useFound(query);
  const ends = usePathEnds(connectFrom ? '' : query);
  const settled = answered === query && (connectFrom !== null || ends.query === query);
  const empty = query.trim() === '';
  const groups: PaletteGroup[] = [];
  if (connectFrom) {
    const items = answer ? entityItems(answer, (app, to) => app.pathRequested(connectFrom.id, to)) : [];
    groups.push({ heading: 'Companies, people, places', items: items.filter((item) => item.value !== `node ${connectFrom.id}`) });
  } else {
    const paths = [...pathItems(ends.readings), ...pathOffer(query)];
    groups.push({ heading: 'Paths', items: paths });
    // what is typed asks for a path, and is nobody's name
    const found = empty || pathEndsIn(query).length > 0 ? null : answer;
    const doable = commandItems(commands, query, store.getState(), host);
    if (found) groups.push({ heading: 'Companies, people, places', items: entityItems(found) });
    if (empty) groups.push({ heading: 'Recent', items: recentItems(visits) });
    groups.push({ heading: 'Boards', items: boardItems(boards, query) });
    groups.push({ heading: 'Commands', items: empty ? doable : doable.slice(0, 6) });
    if (found) groups.push({ heading: 'Articles', items: articleItems(found, query) });
  }
  return { groups: groups.filter((group) => group.items.length > 0), settled };
};
