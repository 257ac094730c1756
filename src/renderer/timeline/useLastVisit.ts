import { useEffect, useRef } from 'react';
import { useApp, useAppStore } from '../state/app.ts';
import { visitNoted } from '../state/last-visit.ts';

/** What is done is noted no more often than this. */
const noteMs = 60_000;
const doings = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const;

/** Notes that the library is being looked at, so that the next visit can tell what came since. */
export const useLastVisit = (): void => {
  const app = useAppStore();
  const folder = useApp(({ library }) => library.status?.folder ?? null);
  const before = useRef(folder);

  useEffect(() => {
    if (folder === null) return;
    // what was new in another library is not what is new in this one
    if (before.current !== null && before.current !== folder) app.getState().sinceChosen(null);
    before.current = folder;
    let noted = 0;
    const note = () => {
      const now = new Date();
      if (now.getTime() - noted < noteMs) return;
      noted = now.getTime();
      app.getState().visitBeforeTold(visitNoted(folder, now));
    };
    note();
    for (const doing of doings) window.addEventListener(doing, note, { passive: true });
    return () => {
      for (const doing of doings) window.removeEventListener(doing, note);
    };
  }, [app, folder]);
};
