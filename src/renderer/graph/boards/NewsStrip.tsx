import { History, SquareDashedMousePointer, X } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../../state/app.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './NewsStrip.module.css';
import { type NewsLine, newsLines } from './news-words.ts';

/** Names of a line that are shown before they are asked for. */
const namesAtFirst = 4;

const Line = ({ line }: { line: NewsLine }) => {
  const [all, setAll] = useState(false);
  const { words, names } = line;
  const shown = all || names.length <= namesAtFirst + 1 ? names : names.slice(0, namesAtFirst);
  const left = names.length - shown.length;
  return (
    <p className={styles.line}>
      {words === '' ? null : <span className={styles.words}>{words} </span>}
      {shown.join(', ')}
      {left > 0 ? (
        <>
          {' '}
          <Button look="link" onClick={() => setAll(true)}>{`and ${formatCount(left)} more`}</Button>
        </>
      ) : null}
    </p>
  );
};

/** What became of a saved board since it was saved, once it is opened; until it is put away or saved anew. */
export const NewsStrip = () => {
  const news = useApp(({ board }) => board.news);
  const changed = useApp(({ board }) => board.changed);
  const nodes = useApp(({ board }) => board.nodes);
  const hidden = useApp(({ board }) => board.hidden);
  const nodesSelected = useApp((app) => app.nodesSelected);
  const newsRead = useApp((app) => app.newsRead);
  if (news === null) return null;
  const marked = nodes.filter(({ id }) => changed.has(id) && !hidden.has(id));
  const lines = newsLines(
    news,
    marked.map(({ name }) => name),
  );
  if (lines.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="News of this board">
      <History size={16} strokeWidth={1.75} aria-hidden="true" />
      <div className={styles.lines} role="status">
        {lines.map((line) => (
          <Line key={`${news.since} ${line.id}`} line={line} />
        ))}
      </div>
      {marked.length > 0 ? (
        <Button size="small" icon={SquareDashedMousePointer} onClick={() => nodesSelected(marked.map(({ id }) => id))}>
          Select them
        </Button>
      ) : null}
      <IconButton icon={X} label="Put the news away" size="small" onClick={newsRead} />
    </section>
  );
};
