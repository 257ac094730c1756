import type { Core } from 'cytoscape';
import { useRef } from 'react';
import styles from './CommunityNames.module.css';
import { type PlaceOf, useFollow } from './canvas/useFollow.ts';
import type { Island } from './drawing/communities.ts';

const middleOf: PlaceOf = (child, cy) => {
  const zoom = cy.zoom();
  const pan = cy.pan();
  return { x: Number(child.dataset.x) * zoom + pan.x, y: Number(child.dataset.y) * zoom + pan.y };
};

/** The names of the communities, large and quiet, behind their members. */
export const CommunityNames = ({ cy, islands }: { cy: Core | null; islands: readonly Island[] }) => {
  const layer = useRef<HTMLDivElement>(null);
  useFollow(cy, layer, middleOf);
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {islands.map(({ id, name, middle }) => (
        <span key={id} className={styles.name} data-x={middle.x} data-y={middle.y}>
          <span className={styles.words}>{name}</span>
        </span>
      ))}
    </div>
  );
};
