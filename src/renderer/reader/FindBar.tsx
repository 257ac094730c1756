import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { announce } from '../ui/Announcer.tsx';
import { formatCount } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './FindBar.module.css';
import type { Find } from './useFind.ts';

/** `3 of 12`, or that there is none; nothing while nothing is looked for. */
const countOf = ({ query, places, at }: Find): string => {
  if (query.trim() === '') return '';
  return places.length === 0 ? 'No match' : `${formatCount(at + 1)} of ${formatCount(places.length)}`;
};

/** Looks for words in the article that is open. Enter and Shift+Enter step, Esc closes. */
export const FindBar = ({ find, onClose }: { find: Find; onClose: () => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const { opened } = find;
  const count = countOf(find);

  // Ctrl+F again selects what stands there, so that one can type over it
  useEffect(() => {
    if (opened > 0) input.current?.select();
  }, [opened]);
  useEffect(() => {
    if (count !== '') announce(count);
  }, [count]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className={styles.bar}>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label="Find in this article"
        placeholder="Find in this article"
        value={find.query}
        onChange={(event) => find.type(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoComplete="off"
      />
      <span className={styles.count}>{count}</span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label="Previous match"
        shortcut="Shift+Enter"
        disabled={find.places.length === 0}
        onClick={() => find.step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label="Next match"
        shortcut="Enter"
        disabled={find.places.length === 0}
        onClick={() => find.step(1)}
      />
      <IconButton icon={X} size="small" label="Close" shortcut="Escape" onClick={onClose} />
    </search>
  );
};
