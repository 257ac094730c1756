import type { Activity } from '../../shared/views-activity.ts';
import type { SliceMaker } from './app.ts';
import { failed, idle, type Loading, loading, ready } from './failure.ts';

/** From when on something is new: by the day it was published, or by when it came into the library. */
export interface Since {
  /** How it was chosen. */
  kind: 'visit' | 'day' | 'week' | 'month' | 'date';
  /** ISO 8601. */
  date: string;
  by: 'published' | 'added';
}

export interface ActivitySlice {
  /** How the library's articles report what is on the board, within the board's filter. */
  activity: { answer: Activity | null; loading: Loading };
  /** What is marked as new on the board; null marks nothing. */
  since: Since | null;
  /** Asks how the board is reported; to be called whenever its nodes, links or filter are other ones, or what counts as new is. */
  activityRequested: () => void;
  sinceChosen: (since: Since | null) => void;
}

const nothing: ActivitySlice['activity'] = { answer: null, loading: idle };

/**
 * When and by whom what is on the board was reported. The answer before stays until the next has come. One question is under way at a
 * time: of those that come meanwhile the last alone is asked, so that a brush that is dragged asks as fast as answers come and no faster.
 */
export const activitySlice: SliceMaker<ActivitySlice> = (set, get, host) => {
  let underWay = false;
  let waiting = false;
  const folderNow = () => get().board.folder;

  const ask = async () => {
    const { board, since } = get();
    const { span, publishersOff } = board.filter;
    const question = {
      nodes: board.nodes.map(({ id }) => id),
      links: board.links.map(({ id }) => id),
      filter: { span, publishersOff: [...publishersOff] },
      since: since && { date: since.date, by: since.by },
    };
    const folder = folderNow();
    set(({ activity }) => ({ activity: { ...activity, loading } }));
    try {
      const answer = await host.core.activity(question);
      // what was emptied or opened meanwhile has nothing to do with it
      if (folder === folderNow() && get().board.nodes.length > 0) set({ activity: { answer, loading: waiting ? loading : ready } });
    } catch (thrown) {
      if (!waiting) set(({ activity }) => ({ activity: { ...activity, loading: failed(thrown) } }));
    }
  };

  const askInTurn = async () => {
    underWay = true;
    do {
      waiting = false;
      await ask();
    } while (waiting && get().board.nodes.length > 0);
    underWay = false;
  };

  return {
    activity: nothing,
    since: null,
    activityRequested: () => {
      if (get().board.nodes.length === 0) {
        waiting = false;
        set({ activity: nothing });
      } else if (underWay) waiting = true;
      else void askInTurn();
    },
    sinceChosen: (since) => set({ since }),
  };
};
