import type { MouseEvent, ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import { formatCount, formatDate, formatFullDate } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './NeighbourTable.module.css';
import { ShapeMark } from './ShapeMark.tsx';
import type { Row } from './tableRows.ts';

interface Props {
  row: Row;
  /** Whether rows have a link to the node in the middle. */
  linked: boolean;
  selected: boolean;
  /** Not to be seen on the map. */
  away: boolean;
  /** The one row that Tab comes to. */
  tabStop: boolean;
  onFocus: () => void;
  onSelect: (event: MouseEvent) => void;
  onCentre: () => void;
  onMenu: (event: MouseEvent) => void;
  /** The button for the evidence. */
  children: ReactNode;
}

const DateCell = ({ date, wideOnly = false }: { date: string | null; wideOnly?: boolean }) => (
  <td className={classes(styles.date, wideOnly && styles.wideOnly)} title={date === null ? undefined : formatFullDate(date)}>
    {date === null ? '–' : formatDate(date)}
  </td>
);

/** One neighbour. A click selects it, with Shift or Ctrl along with others; a double click centres it, a right click opens its menu. */
export const TableRow = ({ row, linked, selected, away, tabStop, onFocus, onSelect, onCentre, onMenu, children }: Props) => (
  <tr
    className={classes(selected && styles.selected, away && styles.away)}
    aria-selected={selected}
    data-node={row.node.id}
    tabIndex={tabStop ? 0 : -1}
    onFocus={onFocus}
    onClick={onSelect}
    onDoubleClick={onCentre}
    onContextMenu={onMenu}
  >
    <td className={styles.name}>
      <span className={styles.named}>
        <ShapeMark type={row.node.type} />
        <MiddleTruncate text={row.node.name} />
        {away ? <span className={styles.note}>not on the map</span> : null}
      </span>
    </td>
    <td className={classes(styles.type, styles.wideOnly)}>{nodeTypeLabels[row.node.type].one}</td>
    {linked ? (
      <td className={classes(styles.how, row.link?.kind !== 'relation' && styles.weak)} title={row.how}>
        {row.how}
      </td>
    ) : null}
    <td className={styles.figures}>{formatCount(row.articles)}</td>
    <td className={classes(styles.figures, styles.wideOnly)}>{formatCount(row.sentences)}</td>
    <td className={styles.roomyOnly}>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${Math.round(row.strength * 100)}%` }} />
      </span>
      <span className="visually-hidden">{Math.round(row.strength * 100)} of 100</span>
    </td>
    <DateCell date={row.first} wideOnly />
    <DateCell date={row.last} />
    {linked ? <td className={styles.evidence}>{children}</td> : null}
  </tr>
);
