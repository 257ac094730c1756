import { Filter, Unplug, Waypoints } from 'lucide-react';
import { nodeTypes } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './BoardState.module.css';

const NoPath = () => {
  const path = useApp(({ board }) => board.path);
  const nodeFocused = useApp((app) => app.nodeFocused);
  if (!path || path.found) return null;
  return (
    <EmptyState
      icon={Unplug}
      title={`Nothing links ${path.from.name} and ${path.to.name} within ${plural(path.searchedSteps, 'step')}`}
      detail={`${formatCount(path.searchedNodes)} nodes were looked at.`}
      action={<Button onClick={() => nodeFocused(path.from.id)}>{`Show what is around ${path.from.name}`}</Button>}
    />
  );
};

const Nothing = () => {
  const filtered = useApp((app) => app.shownTypes.length < nodeTypes.length);
  const around = useApp(({ board }) => board.view.kind === 'around');
  const overviewRequested = useApp((app) => app.overviewRequested);
  const allTypesShown = useApp((app) => app.allTypesShown);
  if (filtered) {
    return (
      <EmptyState icon={Filter} title="Nothing here with this filter" action={<Button onClick={allTypesShown}>Show all types</Button>} />
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
  const empty = useApp(({ board }) => board.nodes.length === 0);
  // a node alone in the middle has no neighbours to show
  const bare = useApp(({ board }) => board.drawn?.kind === 'around' && board.nodes.length === 1 && board.hidden.size === 0);
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
