import { Filter, Unplug, Waypoints } from 'lucide-react';
import { useApp } from '../state/app.ts';
import { isFiltered } from '../state/board/seen.ts';
import { seenIn } from '../state/seen.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './BoardState.module.css';
import { LeftOut } from './paths/LeftOut.tsx';
import { notConnected } from './paths/path-words.ts';

const NoPath = () => {
  const path = useApp(({ board }) => board.path);
  const view = useApp(({ board }) => board.view);
  const nodeFocused = useApp((app) => app.nodeFocused);
  const letThroughAll = useApp((app) => app.pathLetThroughAll);
  if (!path || path.found) return null;
  const around = view.kind === 'path' && view.without.length + view.withoutTypes.length > 0;
  const { title, detail } = notConnected(path, around);
  return (
    <EmptyState
      icon={Unplug}
      title={title}
      detail={detail}
      action={
        <div className={styles.ways}>
          {around ? (
            <>
              <LeftOut />
              <Button look="primary" onClick={letThroughAll}>
                Leave nothing out
              </Button>
            </>
          ) : null}
          {[path.from, path.to].map(({ id, name }) => (
            <Button key={id} onClick={() => nodeFocused(id)}>
              {`Show what is around ${name}`}
            </Button>
          ))}
        </div>
      }
    />
  );
};

const Nothing = () => {
  const filtered = useApp(({ board }) => isFiltered(board.filter));
  const around = useApp(({ board }) => board.view.kind === 'around');
  const overviewRequested = useApp((app) => app.overviewRequested);
  const filterCleared = useApp((app) => app.filterCleared);
  if (filtered) {
    return (
      <EmptyState icon={Filter} title="Nothing here with this filter" action={<Button onClick={filterCleared}>Clear the filter</Button>} />
    );
  }
  return (
    <EmptyState
      icon={Waypoints}
      title={around ? 'No article names anything together with this' : 'Companies, people and stories will stand here once articles are in'}
      action={around ? <Button onClick={overviewRequested}>Show the overview</Button> : undefined}
    />
  );
};

/** What stands in place of the map, or over it: nothing yet, nothing at all, no path, a failure. */
export const BoardState = () => {
  const loading = useApp(({ board }) => board.loading);
  const empty = useApp((app) => seenIn(app).nodes.length === 0);
  // a node alone in the middle has no neighbours to show
  const bare = useApp(({ board }) => board.drawn?.kind === 'around' && board.nodes.length === 1);
  const noPath = useApp(({ board }) => board.path?.found === false);
  const boardRefreshed = useApp((app) => app.boardRefreshed);

  if (loading.state === 'failed') {
    return (
      <div className={styles.over}>
        <FailureState
          title="The map could not be drawn"
          failure={loading.failure}
          onRetry={boardRefreshed}
          {...(empty ? {} : { kept: 'The map before is still here' })}
        />
      </div>
    );
  }
  if (loading.state === 'loading') {
    return empty ? (
      <div className={styles.waiting}>
        <Skeleton lines={5} label="Drawing the map" />
      </div>
    ) : null;
  }
  if (noPath) {
    return (
      <div className={styles.instead}>
        <NoPath />
      </div>
    );
  }
  if (loading.state === 'ready' && (empty || bare)) {
    return (
      <div className={bare ? styles.beneath : styles.instead}>
        <Nothing />
      </div>
    );
  }
  return null;
};
