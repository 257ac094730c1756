import { useEffect, useRef } from 'react';
import { useApp, useAppStore } from '../../state/app.ts';
import { seenIn } from '../../state/seen.ts';
import { announce } from '../../ui/Announcer.tsx';
import { plural } from '../../ui/format.ts';

/** Has screen readers say what a step did to the board, what undoing one did, and how many are selected. */
export const useBoardNews = (): void => {
  const app = useAppStore();
  const history = useApp((state) => state.history);
  const selected = useApp(({ board }) => board.selection.size);
  const before = useRef({ history, nodes: 0, links: 0 });

  useEffect(() => {
    const { past, future } = history;
    const { nodes, links } = seenIn(app.getState());
    const last = before.current;
    before.current = { history, nodes: nodes.length, links: links.length };
    if (last.history.past === past) return;
    const undone = future[0] !== undefined && future.length > last.history.future.length ? future[0].label : null;
    const done = past.at(-1)?.label;
    if (undone === null && done === undefined) return;
    const again = future.length === last.history.future.length - 1 && done === last.history.future[0]?.label;
    const what = undone !== null ? `Undone: ${undone}` : again ? `Done again: ${done}` : done;
    const came = nodes.length - last.nodes;
    const change = came > 0 ? `${plural(came, 'node')} came, ` : came < 0 ? `${plural(-came, 'node')} went, ` : '';
    announce(`${what}. ${change}${plural(nodes.length, 'node')} and ${plural(links.length, 'link')} shown`);
  }, [app, history]);

  useEffect(() => {
    if (selected > 1) announce(`${selected} selected`);
  }, [selected]);
};
