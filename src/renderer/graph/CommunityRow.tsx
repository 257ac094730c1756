import { Chip } from '../ui/Chip.tsx';
import styles from './CommunityRow.module.css';
import type { Island } from './drawing/communities.ts';

/** The communities of the overview by name; a click shows the whole of one. */
export const CommunityRow = ({ islands, onChoose }: { islands: readonly Island[]; onChoose: (island: Island) => void }) => (
  <ul className={styles.row} aria-label="Communities">
    {islands.map((island) => (
      <li key={island.id}>
        <Chip count={island.members.length} onClick={() => onChoose(island)}>
          {island.name}
        </Chip>
      </li>
    ))}
  </ul>
);
