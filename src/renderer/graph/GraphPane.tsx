import type { ReactNode } from 'react';
import { useApp } from '../state/app.ts';
import { BoardState } from './BoardState.tsx';
import { NewsStrip } from './boards/NewsStrip.tsx';
import { FilterPanel } from './filter/FilterPanel.tsx';
import { TableFilter } from './filter/TableFilter.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphHeader } from './GraphHeader.tsx';
import styles from './GraphPane.module.css';
import { NeighbourTable } from './NeighbourTable.tsx';
import { PathPanel } from './paths/PathPanel.tsx';
import { SelectionBar } from './verbs/SelectionBar.tsx';

/** The middle of the window: the map, or the same as a table; `foot` stands beneath both. */
export const GraphPane = ({ foot }: { foot?: ReactNode }) => {
  const mode = useApp((app) => app.graphMode);
  return (
    <section className={styles.pane} aria-label="Map">
      <GraphHeader />
      <NewsStrip />
      {mode === 'table' ? <TableFilter /> : null}
      <div className={styles.body}>
        <FilterPanel />
        <GraphCanvas hidden={mode === 'table'} />
        {mode === 'table' ? <NeighbourTable /> : null}
        <SelectionBar />
        <BoardState />
      </div>
      <PathPanel />
      {foot}
    </section>
  );
};
