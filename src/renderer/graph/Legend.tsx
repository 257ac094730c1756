import { Info } from 'lucide-react';
import { type NodeType, nodeTypes } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, formatDate, plural } from '../ui/format.ts';
import { Popover } from '../ui/Popover.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import { FilterButton } from './filter/FilterButton.tsx';
import { FilterChips } from './filter/FilterChips.tsx';
import { useFacets } from './filter/useFacets.ts';
import styles from './Legend.module.css';
import { LineKey } from './LineKey.tsx';
import { ShapeMark } from './ShapeMark.tsx';

interface TypeSwitchProps {
  type: NodeType;
  /** How many are shown, or would be if the type were on. */
  count: number;
  shown: boolean;
}

const TypeSwitch = ({ type, count, shown }: TypeSwitchProps) => {
  const typeToggled = useApp((app) => app.typeToggled);
  const words = nodeTypeLabels[type].many;
  return (
    <Tooltip label={`${shown ? 'Hide' : 'Show'} ${words.toLowerCase()}`} side="top">
      <button
        type="button"
        className={classes(styles.type, !shown && styles.off, count === 0 && styles.none)}
        aria-pressed={shown}
        aria-label={`${words}, ${shown ? `${formatCount(count)} shown` : 'hidden'}`}
        onClick={() => typeToggled(type)}
      >
        <ShapeMark type={type} />
        <span className={styles.words}>{words}</span>
        <span className={styles.count}>{formatCount(count)}</span>
      </button>
    </Tooltip>
  );
};

/** What the rings on the map stand for, while there can be any; a click lists what is new. */
const NewSince = () => {
  const since = useApp((app) => app.since);
  const newsToggled = useApp((app) => app.newsToggled);
  if (since === null) return null;
  return (
    <Button size="small" look="quiet" onClick={() => newsToggled(true)}>
      <svg className={styles.ring} width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <circle cx="5.5" cy="5.5" r="3.6" />
      </svg>
      {since.kind === 'visit' ? 'New since the last visit' : `New since ${formatDate(since.date)}`}
    </Button>
  );
};

/** What the shapes, lines and marks mean, the switch for each type, and what else is filtered. */
export const Legend = () => {
  const { types } = useFacets();
  const typesOff = useApp(({ board }) => board.filter.typesOff);
  const panel = useApp(({ filtering }) => filtering.panel);
  const hidden = useApp((app) => app.board.hidden.size);
  const hiddenShown = useApp((app) => app.hiddenShown);

  return (
    <div className={styles.legend}>
      <div className={styles.line}>
        {/* the open filter says it all */}
        {panel ? null : <FilterChips typesToo={false} />}
        <NewSince />
        {hidden > 0 ? (
          <Button size="small" look="quiet" onClick={hiddenShown}>
            {`Show ${plural(hidden, 'hidden node')}`}
          </Button>
        ) : null}
      </div>
      <div className={styles.line}>
        <fieldset className={styles.types} aria-label="Types shown on the map">
          {nodeTypes.map((type) => (
            <TypeSwitch key={type} type={type} count={types[type] ?? 0} shown={!typesOff.includes(type)} />
          ))}
        </fieldset>
        <FilterButton />
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
      </div>
    </div>
  );
};
