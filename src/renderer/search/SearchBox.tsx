import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useApp } from '../state/app.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { handleListKey, type ListKeys } from './list-keys.ts';
import styles from './SearchBox.module.css';

interface Props {
  /** Element id of the list while there is one, and of its row that Enter would open. */
  listId: string | undefined;
  activeId: string | undefined;
  keys: ListKeys;
}

/** The search box: the focus stays in it while the arrows move through the results. */
export const SearchBox = ({ listId, activeId, keys }: Props) => {
  const query = useApp((app) => app.search.query);
  const typed = useApp((app) => app.queryTyped);
  const focusCount = useApp((app) => app.chrome.searchFocus);
  const box = useRef<HTMLInputElement>(null);
  const seen = useRef(focusCount);

  useEffect(() => {
    if (seen.current === focusCount) return;
    seen.current = focusCount;
    box.current?.focus();
    box.current?.select();
  }, [focusCount]);

  return (
    <div className={styles.box}>
      <Search size={15} strokeWidth={1.75} aria-hidden="true" className={styles.glass} />
      <input
        ref={box}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Search articles and entities"
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        placeholder="Search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={1000}
        value={query}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={(event) => handleListKey(event, keys)}
      />
      {query === '' ? (
        <span className={styles.hint} aria-hidden="true">
          <Kbd keys="/" />
        </span>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          title="Clear the search"
          onClick={() => {
            typed('');
            box.current?.focus();
          }}
        >
          <X size={14} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
    </div>
  );
};
