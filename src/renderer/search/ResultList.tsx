import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import { handleListKey, type ListKeys } from './list-keys.ts';
import styles from './ResultList.module.css';
import { ResultRow } from './ResultRow.tsx';
import type { ChoosableRow, Row } from './rows.ts';

interface Props {
  id: string;
  label: string;
  rows: readonly Row[];
  /** Place of the row that Enter opens; -1 for none. */
  active: number;
  /** Id of what is open beside the list. */
  open: string | null;
  keys: ListKeys;
  onChoose: (row: ChoosableRow) => void;
  /** The end is in sight: more can be fetched. */
  onEnd: () => void;
}

/** Height in px before a row has been measured. */
const guess: Record<Row['kind'], number> = { heading: 38, entity: 32, article: 76 };

/** The DOM id of a row, for `aria-activedescendant`. */
export const rowElementId = (listId: string, row: Row): string => `${listId}-${row.id}`;

/** A long list of results: only the rows in sight are drawn. */
export const ResultList = ({ id, label, rows, active, open, keys, onChoose, onEnd }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => guess[rows[place]?.kind ?? 'article'],
    getItemKey: (place) => rows[place]?.id ?? place,
    overscan: 6,
    paddingEnd: 16,
  });
  const items = virtual.getVirtualItems();
  const clicked = ({ target }: MouseEvent) => {
    const place = target instanceof Element ? target.closest<HTMLElement>('[role="option"]')?.dataset.index : undefined;
    const row = place === undefined ? undefined : rows[Number(place)];
    if (row && row.kind !== 'heading') onChoose(row);
  };
  const activeRow = rows[active];
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1) onEnd();
  }, [last, rows.length, onEnd]);

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={activeRow ? rowElementId(id, activeRow) : undefined}
        className={styles.sizer}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => handleListKey(event, keys)}
        // the focus stays where it is: in the search box, say
        onMouseDown={(event) => event.preventDefault()}
        onClick={clicked}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const place = { transform: `translateY(${item.start}px)` };
          if (row.kind === 'heading') {
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={styles.row}
                style={place}
                aria-hidden="true"
              >
                <ResultRow row={row} />
              </div>
            );
          }
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              id={rowElementId(id, row)}
              data-index={item.index}
              role="option"
              tabIndex={-1}
              aria-selected={item.index === active}
              aria-current={row.id === open ? 'true' : undefined}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={classes(styles.row, styles.option, item.index === active && styles.active, row.id === open && styles.open)}
              style={place}
            >
              <ResultRow row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
};
