import { ArrowDown, ArrowUp, Quote } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { firstNeighbours } from '../../shared/contract.ts';
import type { NodeId } from '../../shared/model.ts';
import { useApp, useAppStore } from '../state/app.ts';
import { seenIn } from '../state/seen.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { FailureState } from '../ui/FailureState.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useNeighboursWithin } from './filter/useNeighboursWithin.ts';
import styles from './NeighbourTable.module.css';
import { TableRow } from './TableRow.tsx';
import { boardRows, type Column, neighbourRows, type Order, orderAfterClick, type Row, ranked, sorted } from './tableRows.ts';
import { MapMenu } from './verbs/MapMenu.tsx';
import { useRowVerbs } from './verbs/useRowVerbs.ts';

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
const grid = { role: 'grid', 'aria-multiselectable': true } as const;

/** `unknown`: neighbours left out because it is not known whether their articles pass the filter. */
const useRows = (): { rows: Row[]; linked: boolean; there: ReadonlySet<NodeId>; unknown: number } => {
  const seen = useApp(seenIn);
  const neighbours = useApp((app) => app.table.neighbours);
  const linked = useApp(({ board }) => board.view.kind === 'around');
  const within = useNeighboursWithin(neighbours);
  const rows = useMemo(() => {
    if (linked) return within ? neighbourRows(within) : [];
    return boardRows(seen);
  }, [linked, within, seen]);
  const there = useMemo(() => new Set(seen.nodes.map(({ id }) => id)), [seen]);
  return { rows, linked, there, unknown: linked ? (within?.unknown ?? 0) : 0 };
};

/** Keys of the window's verbs: they mean the row, or what is selected. */
const verbKeys = /^(?:[ehknprx]|delete|backspace)$/i;

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
  const { rows, linked, there, unknown } = useRows();
  const loading = useApp((state) => (state.board.view.kind === 'around' ? state.table.loading : state.board.loading));
  const selected = useApp(({ board }) => board.selected?.id ?? null);
  const selection = useApp(({ board }) => board.selection);
  const [order, setOrder] = useState<Order>(ranked);
  const [stop, setStop] = useState<NodeId | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const inOrder = useMemo(() => sorted(rows, order), [rows, order]);
  const shownHeads = heads.filter((head) => linked || !head.ofLink);
  const tabStop = inOrder.some((row) => row.node.id === stop) ? stop : (inOrder[0]?.node.id ?? null);

  const { open, openLink, toggle, selectTo, clicked, menuOf, mean, menu, menuClosed } = useRowVerbs(inOrder, there);
  const showEvidence = (row: Row) => {
    if (row.link) openLink(row.link.id);
  };
  const goTo = (index: number) => {
    const row = inOrder[Math.max(0, Math.min(inOrder.length - 1, index))];
    if (!row) return;
    setStop(row.node.id);
    body.current?.querySelector<HTMLElement>(`[data-node="${row.node.id}"]`)?.focus();
    return row;
  };
  const goSelecting = (index: number) => {
    const row = goTo(index);
    if (row) selectTo(row, tabStop);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || !(event.target instanceof HTMLTableRowElement)) return;
    const at = inOrder.findIndex((row) => row.node.id === tabStop);
    const row = inOrder[at];
    if (!row) return;
    const go = event.shiftKey ? goSelecting : goTo;
    const verbs: Record<string, (() => unknown) | undefined> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(inOrder.length - 1),
      PageDown: () => go(at + 10),
      PageUp: () => go(at - 10),
      Enter: () => app.getState().nodeFocused(row.node.id),
      ' ': () => (event.shiftKey ? selectTo(row) : toggle(row)),
      o: () => open(row.node.id),
      s: () => showEvidence(row),
    };
    const withModifier = event.ctrlKey || event.metaKey;
    const asked = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    const box = event.target.getBoundingClientRect();
    if (asked) menuOf(row, { x: box.x + 32, y: box.bottom });
    else if (withModifier && event.key.toLowerCase() === 'a') app.getState().nodesSelected(inOrder.map(({ node }) => node.id));
    else if (!withModifier && verbs[event.key]) verbs[event.key]?.();
    else if (!verbKeys.test(event.key) || !mean(row, event.key.toLowerCase() === 'e')) return;
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
        aria-description="Arrows move between rows, Enter centres, Space selects, O opens the card, S shows the sentences, Shift+F10 opens the menu."
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
              away={!there.has(row.node.id)}
              selected={selection.has(row.node.id) || selected === row.node.id || (row.link !== null && selected === row.link.id)}
              tabStop={row.node.id === tabStop}
              onFocus={() => setStop(row.node.id)}
              onSelect={(event) => clicked(row, event)}
              onMenu={(event) => {
                event.preventDefault();
                menuOf(row, { x: event.clientX, y: event.clientY });
              }}
              onCentre={() => app.getState().nodeFocused(row.node.id)}
            >
              {row.link ? (
                <IconButton
                  icon={Quote}
                  size="small"
                  label={`Show the sentences about ${row.node.name}`}
                  shortcut="S"
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
      {unknown > 0 ? (
        <p className={styles.unknown}>
          {`${plural(unknown, 'neighbour')} that ${unknown === 1 ? 'is' : 'are'} not on the map ${unknown === 1 ? 'is' : 'are'} left out while articles are filtered`}
        </p>
      ) : null}
      <More />
      <MapMenu place={menu} onClose={menuClosed} openNode={open} openLink={openLink} />
    </div>
  );
};
