import { useEffect, useRef } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import { Chip } from '../../ui/Chip.tsx';
import { plural } from '../../ui/format.ts';
import styles from './CommunityRow.module.css';
import type { Island } from './islands.ts';

interface Props {
  islands: readonly Island[];
  /** The community that is meant. */
  lit: NodeId | null;
  onLit: (head: NodeId | null) => void;
  /** The whole of one is to be seen. */
  onChoose: (island: Island) => void;
  /** One is to be opened as a map of its own. */
  onOpen: (head: NodeId) => void;
}

/** The communities of the overview by name: a click shows the whole of one, a double click or Enter opens it. */
export const CommunityRow = ({ islands, lit, onLit, onChoose, onOpen }: Props) => {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // the name of what is pointed at on the map comes into sight
    if (lit !== null) row.current?.querySelector(`[data-head="${lit}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [lit]);
  return (
    <ul ref={row} className={styles.row} aria-label="Communities">
      {islands.map((island) => (
        <li key={island.id} data-head={island.head}>
          <Chip
            count={island.members.length}
            title={`${plural(island.members.length, 'member')} on this map. A click shows them all, a double click or Enter opens the whole community`}
            lit={island.head === lit}
            onClick={() => onChoose(island)}
            onOpen={() => onOpen(island.head)}
            onMeant={(meant) => onLit(meant ? island.head : null)}
          >
            {island.name}
          </Chip>
        </li>
      ))}
    </ul>
  );
};
