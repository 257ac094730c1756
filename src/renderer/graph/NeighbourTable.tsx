import { ArrowDown, ArrowUp, Quote } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { firstNeighbours } from '../../shared/contract.ts';
import { isStoryId } from '../../shared/model.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { FailureState } from '../ui/FailureState.tsx';
import { formatCount } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './NeighbourTable.module.css';
import { TableRow } from './TableRow.tsx';
import { boardRows, type Column, neighbourRows, type Order, orderAfterClick, type Row, ranked, sorted } from './tableRows.ts';

interface Head {
  column: Column;
  label: string;
  descendingFirst?: boolean;
  figures?: boolean;
  /** Only where each row has a link to the middle. */
  ofLink?: boolean;
  wideOnly?: boolean;
  /** Left out where the names would have no room else. */
  roomyOnly?: boolean;
}

const heads: readonly Head[] = [
  { column: 'name', label: 'Name' },
  { column: 'type', label: 'Type', wideOnly: true },
  { column: 'how', label: 'How', ofLink: true },
  { column: 'articles', label: 'Articles', descendingFirst: true, figures: true },
  { column: 'sentences', label: 'Sentences', descendingFirst: true, figures: true, wideOnly: true },
  { column: 'strength', label: 'Strength', descendingFirst: true, roomyOnly: true },
  { column: 'first', label: 'First', descendingFirst: true, wideOnly: true },
  { column: 'last', label: 'Last', descendingFirst: true },
];

/** A grid, not a plain table: its rows are walked and chosen by keys. */
const grid = { role: 'grid' } as const;

const useRows = (): { rows: Row[]; linked: boolean } => {
  const board = useApp((app) => app.board);
  const neighbours = useApp((app) => app.table.neighbours);
  const linked = board.view.kind === 'around';
  const rows = useMemo(() => {
    if (linked) return neighbours ? neighbourRows(neighbours) : [];
    return boardRows(board);
  }, [linked, neighbours, board]);
  return { rows, linked };
};

const More = () => {
  const neighbours = useApp((app) => app.table.neighbours);
  const loading = useApp((app) => app.table.loading);
  const moreNeighboursRequested = useApp((app) => app.moreNeighboursRequested);
  const left = neighbours ? neighbours.total - neighbours.items.length : 0;
  if (!neighbours || left <= 0) return null;
  return (
    <div className={styles.more}>
      <Button onClick={moreNeighboursRequested} disabled={loading.state === 'loading'}>
        {`Show ${Math.min(firstNeighbours, left)} more of ${formatCount(neighbours.total)}`}
      </Button>
    </div>
  );
};

/** The neighbours of the node in the middle, or all that the board shows, as a table with the same verbs as the map. */
export const NeighbourTable = () => {
  const app = useAppStore();
  const { rows, linked } = useRows();
  const loading = useApp((state) => (state.board.view.kind === 'around' ? state.table.loading : state.board.loading));
  const selected = useApp(({ board }) => board.selected?.id ?? null);
  const [order, setOrder] = useState<Order>(ranked);
  const [stop, setStop] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const inOrder = useMemo(() => sorted(rows, order), [rows, order]);
  const shownHeads = heads.filter((head) => linked || !head.ofLink);
  const tabStop = inOrder.some((row) => row.node.id === stop) ? stop : (inOrder[0]?.node.id ?? null);

  const select = (row: Row) => {
    const { targetSelected, entityOpened, storyOpened } = app.getState();
    targetSelected({ kind: 'node', id: row.node.id });
    if (isStoryId(row.node.id)) storyOpened(row.node.id);
    else entityOpened(row.node.id);
  };
  const showEvidence = (row: Row) => {
    if (!row.link) return;
    app.getState().targetSelected({ kind: 'link', id: row.link.id });
    app.getState().evidenceOpened(row.link.id);
  };
  const goTo = (index: number) => {
    const row = inOrder[Math.max(0, Math.min(inOrder.length - 1, index))];
    if (!row) return;
    setStop(row.node.id);
    body.current?.querySelector<HTMLElement>(`[data-node="${row.node.id}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLTableRowElement)) return;
    const at = inOrder.findIndex((row) => row.node.id === tabStop);
    const row = inOrder[at];
    if (!row) return;
    const verbs: Record<string, (() => void) | undefined> = {
      arrowdown: () => goTo(at + 1),
      arrowup: () => goTo(at - 1),
      home: () => goTo(0),
      end: () => goTo(inOrder.length - 1),
      pagedown: () => goTo(at + 10),
      pageup: () => goTo(at - 10),
      enter: () => app.getState().nodeFocused(row.node.id),
      ' ': () => select(row),
      e: () => showEvidence(row),
    };
    const verb = verbs[event.key.toLowerCase()];
    if (!verb) return;
    verb();
    event.preventDefault();
    event.stopPropagation();
  };

  if (loading.state === 'failed' && rows.length === 0) {
    return (
      <div className={styles.whole}>
        <FailureState
          title="The neighbours could not be listed"
          failure={loading.failure}
          onRetry={() => app.getState().boardRefreshed()}
        />
      </div>
    );
  }
  if (loading.state === 'loading' && rows.length === 0) {
    return (
      <div className={styles.whole}>
        <Skeleton lines={10} label="Listing the neighbours" list />
      </div>
    );
  }
  return (
    <div className={styles.whole} aria-busy={loading.state === 'loading'}>
      <table
        className={styles.table}
        {...grid}
        aria-label={linked ? 'Neighbours' : 'Nodes on the map'}
        aria-description="Arrows move between rows, Enter centres, Space selects, E shows the sentences."
      >
        <thead>
          <tr>
            {shownHeads.map(({ column, label, descendingFirst = false, figures, wideOnly, roomyOnly }) => {
              const sortedBy = order.column === column;
              const Arrow = order.descending ? ArrowDown : ArrowUp;
              return (
                <th
                  key={column}
                  scope="col"
                  className={classes(figures && styles.figures, wideOnly && styles.wideOnly, roomyOnly && styles.roomyOnly)}
                  aria-sort={sortedBy ? (order.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" onClick={() => setOrder(orderAfterClick(order, column, descendingFirst))}>
                    {label}
                    {sortedBy ? <Arrow size={12} strokeWidth={2} aria-hidden="true" /> : null}
                  </button>
                </th>
              );
            })}
            {linked ? (
              <th scope="col">
                <span className="visually-hidden">Evidence</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {inOrder.map((row) => (
            <TableRow
              key={row.node.id}
              row={row}
              linked={linked}
              selected={selected === row.node.id || (row.link !== null && selected === row.link.id)}
              tabStop={row.node.id === tabStop}
              onFocus={() => setStop(row.node.id)}
              onSelect={() => select(row)}
              onCentre={() => app.getState().nodeFocused(row.node.id)}
            >
              {row.link ? (
                <IconButton
                  icon={Quote}
                  size="small"
                  label={`Show the sentences about ${row.node.name}`}
                  shortcut="E"
                  side="left"
                  tabIndex={row.node.id === tabStop ? 0 : -1}
                  onClick={(event) => {
                    event.stopPropagation();
                    showEvidence(row);
                  }}
                />
              ) : null}
            </TableRow>
          ))}
        </tbody>
      </table>
      <More />
    </div>
  );
};
