import { useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import { useAppStore } from '../../state/app.ts';
import type { Target } from '../../state/board/board.ts';
import { announce } from '../../ui/Announcer.tsx';
import { plural } from '../../ui/format.ts';
import { nodeTypeLabels } from '../../ui/types.ts';
import type { Drawing } from '../drawing/elements.ts';
import { backingWords, statementOf } from '../words.ts';

/** "OpenAI, company, 41 links": what the cursor has come to. */
const nodeWords = (drawing: Drawing, id: NodeId): string | null => {
  const node = drawing.nodes.get(id);
  if (!node) return null;
  const links = [...drawing.links.values()].filter((link) => link.source === id || link.target === id).length;
  const words = [node.name, nodeTypeLabels[node.type].one.toLowerCase(), plural(links, 'link')];
  if (node.more > 0) words.push(`${plural(node.more, 'neighbour')} not shown`);
  if (node.pinned) words.push('pinned');
  return words.join(', ');
};

/** Has screen readers say what the keyboard's cursor is on. */
export const useAnnouncements = (drawing: Drawing, cursor: Target | null): void => {
  const app = useAppStore();
  const latest = useRef(drawing);
  useEffect(() => {
    latest.current = drawing;
  }, [drawing]);

  useEffect(() => {
    if (!cursor) return;
    if (cursor.kind === 'node') {
      const words = nodeWords(latest.current, cursor.id);
      if (words !== null) announce(words);
      return;
    }
    const link = app.getState().board.links.find((each) => each.id === cursor.id);
    if (!link) return;
    const { from, words, to } = statementOf(link);
    const nameOf = (id: NodeId) => latest.current.nodes.get(id)?.name ?? '';
    announce(`${nameOf(from)} ${words} ${nameOf(to)}, ${backingWords(link)}`);
  }, [app, cursor]);
};
