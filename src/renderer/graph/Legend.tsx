import { Info } from 'lucide-react';
import { useMemo } from 'react';
import { type NodeType, nodeTypes } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, plural } from '../ui/format.ts';
import { Popover } from '../ui/Popover.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './Legend.module.css';
import { LineKey } from './LineKey.tsx';
import { ShapeMark } from './ShapeMark.tsx';

interface TypeSwitchProps {
  type: NodeType;
  count: number;
  shown: boolean;
  /** False where the view has no filter: a path is shown whole. */
  able: boolean;
}

const TypeSwitch = ({ type, count, shown, able }: TypeSwitchProps) => {
  const typeToggled = useApp((app) => app.typeToggled);
  const words = nodeTypeLabels[type].many;
  const label = able ? `${shown ? 'Hide' : 'Show'} ${words.toLowerCase()}` : words;
  return (
    <Tooltip label={label} side="top">
      <button
        type="button"
        className={classes(styles.type, !shown && styles.off)}
        aria-pressed={shown}
        aria-label={`${words}, ${shown ? `${formatCount(count)} shown` : 'hidden'}`}
        disabled={!able}
        onClick={() => typeToggled(type)}
      >
        <ShapeMark type={type} />
        <span className={styles.words}>{words}</span>
        <span className={styles.count}>{shown ? formatCount(count) : '–'}</span>
      </button>
    </Tooltip>
  );
};

/** What the shapes and lines mean, and the switch for each type. */
export const Legend = () => {
  const nodes = useApp((app) => app.board.nodes);
  const shownTypes = useApp((app) => app.shownTypes);
  const able = useApp((app) => app.board.view.kind !== 'path');
  const hidden = useApp((app) => app.board.hidden.size);
  const hiddenShown = useApp((app) => app.hiddenShown);
  const types = (counts: Partial<Record<NodeType, number>>) => (able ? nodeTypes : nodeTypes.filter((type) => counts[type]));
  const counts = useMemo(() => {
    const byType: Partial<Record<NodeType, number>> = {};
    for (const { type } of nodes) byType[type] = (byType[type] ?? 0) + 1;
    return byType;
  }, [nodes]);

  return (
    <div className={styles.legend}>
      <fieldset className={styles.types} aria-label="Types shown on the map">
        {types(counts).map((type) => (
          <TypeSwitch key={type} type={type} count={counts[type] ?? 0} shown={!able || shownTypes.includes(type)} able={able} />
        ))}
      </fieldset>
      <Popover
        label="What the lines mean"
        side="top"
        trigger={
          <button type="button" className={styles.lines} aria-label="What the lines mean">
            <Info size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
        }
      >
        <LineKey />
      </Popover>
      {hidden > 0 ? (
        <Button size="small" look="quiet" onClick={hiddenShown}>
          {`Show ${plural(hidden, 'hidden node')}`}
        </Button>
      ) : null}
    </div>
  );
};
