import type { BoardNews } from '../../state/board/board.ts';
import { formatDate, plural } from '../../ui/format.ts';

/** A line of what became of a saved board: how it begins, and whom it names. */
export interface NewsLine {
  id: 'gone' | 'hidden' | 'became' | 'changed';
  words: string;
  names: readonly string[];
}

/** What became of a saved board, in lines; none where all is as it was. `changed`: the names of what has news. */
export const newsLines = ({ vanished, became, since, links }: BoardNews, changed: readonly string[], now = new Date()): NewsLine[] => {
  const named = (why: 'gone' | 'hidden') => vanished.filter((each) => each.why === why).map(({ name }) => name);
  const [gone, hidden] = [named('gone'), named('hidden')];
  const saved = `since it was saved ${formatDate(since, now)}`;
  const lines: NewsLine[] = [];
  if (gone.length > 0)
    lines.push({
      id: 'gone',
      words: gone.length === 1 ? 'No longer in the library:' : `${gone.length} of its entities are no longer in the library:`,
      names: gone,
    });
  if (hidden.length > 0)
    lines.push({
      id: 'hidden',
      words:
        hidden.length === 1
          ? 'Hidden everywhere by a correction:'
          : `${hidden.length} of its entities are hidden everywhere by a correction:`,
      names: hidden,
    });
  if (became.length > 0)
    lines.push({ id: 'became', words: '', names: became.map(({ name, now: { name: other } }) => `${name} is now ${other}`) });
  if (changed.length > 0) {
    lines.push({ id: 'changed', words: `${changed.length} ${changed.length === 1 ? 'has' : 'have'} news ${saved}:`, names: changed });
  } else if (links.size > 0) {
    lines.push({ id: 'changed', words: `${plural(links.size, 'link')} ${links.size === 1 ? 'has' : 'have'} news ${saved}`, names: [] });
  }
  return lines;
};
