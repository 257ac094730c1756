import { useApp } from '../state/app.ts';
import { BoardState } from './BoardState.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphHeader } from './GraphHeader.tsx';
import styles from './GraphPane.module.css';
import { NeighbourTable } from './NeighbourTable.tsx';
import { PathStrip } from './PathStrip.tsx';

/** The middle of the window: the map, or the same as a table. */
export const GraphPane = () => {
  const mode = useApp((app) => app.graphMode);
  const path = useApp(({ board }) => board.path);
  return (
    <section className={styles.pane} aria-label="Map">
      <GraphHeader />
      <div className={styles.body}>
        <GraphCanvas hidden={mode === 'table'} />
        {mode === 'table' ? <NeighbourTable /> : null}
        <BoardState />
      </div>
      {path?.found ? <PathStrip path={path} /> : null}
    </section>
  );
};
