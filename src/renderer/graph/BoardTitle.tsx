import { Network } from 'lucide-react';
import type { ReactNode } from 'react';
import { overviewNodes } from '../../shared/contract.ts';
import type { NodeId } from '../../shared/model.ts';
import type { App } from '../state/app.ts';
import { useApp } from '../state/app.ts';
import { expansionStep } from '../state/board/growing.ts';
import { isFiltered } from '../state/board/seen.ts';
import { seenIn } from '../state/seen.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import styles from './BoardTitle.module.css';

/** How much of it is shown, as far as the name leaves room for all of that. */
const Count = ({ children }: { children: ReactNode }) => (
  <span className={styles.count}>
    <span>{children}</span>
  </span>
);

/** The name of a node that the board or its table knows; empty until then. */
const nameOf = ({ board, table }: App, id: NodeId): string =>
  board.nodes.find((node) => node.id === id)?.name ?? (table.neighbours?.of.id === id ? table.neighbours.of.name : '');

const OverviewTitle = () => {
  const shown = useApp((app) => seenIn(app).nodes.length);
  const all = useApp(({ library }) => (library.status ? library.status.entities + library.status.stories : 0));
  const filtered = useApp(({ board }) => isFiltered(board.filter));
  return (
    <>
      <h2 className={styles.name}>Overview</h2>
      {shown > 0 ? (
        <Count>
          {filtered || shown < overviewNodes || all <= shown
            ? `${formatCount(shown)} shown`
            : `${formatCount(shown)} strongest of ${formatCount(all)}`}
        </Count>
      ) : null}
    </>
  );
};

const AroundTitle = ({ id }: { id: NodeId }) => {
  const name = useApp((app) => nameOf(app, id));
  const total = useApp(({ board }) => board.total);
  const shown = useApp((app) => seenIn(app).links.filter((link) => link.source === id || link.target === id).length);
  const arrived = useApp(({ board }) => board.focus === id);
  const nodeExpanded = useApp((app) => app.nodeExpanded);
  const left = total - shown;
  return (
    <>
      <h2 className={styles.name}>
        <MiddleTruncate text={name} />
      </h2>
      {arrived ? (
        <Count>
          {left > 0 ? `${formatCount(shown)} of ${formatCount(total)}` : formatCount(shown)}
          <span className={styles.unit}>{Math.max(total, shown) === 1 ? ' neighbour' : ' neighbours'}</span>
        </Count>
      ) : null}
      {arrived && left > 0 ? (
        <Button size="small" look="quiet" className={styles.wideOnly} onClick={() => nodeExpanded(id)}>
          {`Show ${Math.min(left, expansionStep)} more`}
        </Button>
      ) : null}
    </>
  );
};

const PathTitle = () => {
  const path = useApp(({ board }) => board.path);
  if (!path) return <h2 className={styles.name}>Path</h2>;
  return (
    <>
      <h2 className={styles.name}>
        <MiddleTruncate text={`${path.from.name} → ${path.to.name}`} />
      </h2>
      {path.found ? <Count>{plural(path.paths.length, 'path')}</Count> : null}
    </>
  );
};

const CommunityTitle = () => {
  const name = useApp(({ board }) => board.name);
  const total = useApp(({ board }) => board.total);
  const shown = useApp((app) => seenIn(app).nodes.length);
  return (
    <>
      <h2 className={styles.name}>
        <MiddleTruncate text={name === null ? 'Community' : `Community of ${name}`} />
      </h2>
      <Count>{total > shown ? `${formatCount(shown)} of ${formatCount(total)}` : formatCount(shown)}</Count>
    </>
  );
};

const AmongTitle = ({ title }: { title: string }) => {
  const shown = useApp((app) => seenIn(app).nodes.length);
  return (
    <>
      <h2 className={styles.name}>
        <MiddleTruncate text={title} />
      </h2>
      <Count>{`${formatCount(shown)} shown`}</Count>
    </>
  );
};

/** What the board shows, and how much of it. */
export const BoardTitle = () => {
  const view = useApp(({ board }) => board.view);
  const overviewRequested = useApp((app) => app.overviewRequested);
  return (
    <div className={styles.title}>
      {view.kind === 'overview' ? null : (
        <>
          <IconButton icon={Network} label="Overview" shortcut="H" onClick={overviewRequested} />
          <span className={styles.apart} aria-hidden="true">
            ›
          </span>
        </>
      )}
      {view.kind === 'overview' ? <OverviewTitle /> : null}
      {view.kind === 'around' ? <AroundTitle id={view.id} /> : null}
      {view.kind === 'path' ? <PathTitle /> : null}
      {view.kind === 'community' ? <CommunityTitle /> : null}
      {view.kind === 'among' ? <AmongTitle title={view.title} /> : null}
    </div>
  );
};
