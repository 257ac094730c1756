import { useMemo } from 'react';
import { useApp, useAppStore } from '../../state/app.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { chipsOf } from './chips.ts';
import styles from './FilterChips.module.css';

/** What is filtered, each part removable. `typesToo`: also the types, which the legend shows itself. */
export const FilterChips = ({ typesToo }: { typesToo: boolean }) => {
  const app = useAppStore();
  const filter = useApp(({ board }) => board.filter);
  const communities = useApp(({ board }) => board.communities);
  const publishers = useApp(({ activity }) => activity.answer?.publishers);
  const filterCleared = useApp((state) => state.filterCleared);
  const chips = useMemo(
    () => chipsOf(filter, { communities, publishers: publishers?.map(({ name }) => name) ?? [] }),
    [filter, communities, publishers],
  );
  const shown = typesToo ? chips : chips.filter(({ id }) => id !== 'typesOff');
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="What is filtered">
      {shown.map(({ id, words, without }) => (
        <li key={id} className={styles.chip}>
          <Chip title={words} onRemove={() => app.getState().filterChanged(without)} removeLabel={`Take away: ${words}`}>
            {words}
          </Chip>
        </li>
      ))}
      <li>
        <Button size="small" look="quiet" onClick={filterCleared}>
          Clear the filter
        </Button>
      </li>
    </ul>
  );
};
