import { ListFilter } from 'lucide-react';
import { useApp, useAppStore } from '../../state/app.ts';
import { isFiltered } from '../../state/board/seen.ts';
import { classes } from '../../ui/classes.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './FilterButton.module.css';

/** Opens the filter, and closes it. */
export const FilterButton = () => {
  const app = useAppStore();
  const open = useApp(({ filtering }) => filtering.panel);
  const filtered = useApp(({ board }) => isFiltered(board.filter));
  return (
    <Tooltip label="Filter by kind, strength, publisher, community" shortcut="Shift+F" side="top">
      <button
        type="button"
        className={classes(styles.button, filtered && styles.on)}
        aria-expanded={open}
        data-filter-button
        onClick={() => app.getState().filterPanelToggled(!open)}
      >
        <ListFilter size={15} strokeWidth={1.75} aria-hidden="true" />
        Filter
      </button>
    </Tooltip>
  );
};
