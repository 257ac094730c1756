import type { Core } from 'cytoscape';
import { useRef } from 'react';
import type { NodeId } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { formatCount, plural } from '../ui/format.ts';
import styles from './Badges.module.css';
import { type PlaceOf, useFollow } from './canvas/useFollow.ts';
import type { Drawing } from './drawing/elements.ts';

/** The upper right of a node: where the disc ends at 45°. */
const cornerOf: PlaceOf = (child, cy) => {
  const node = cy.getElementById(child.dataset.node ?? '');
  if (node.empty()) return null;
  const { x, y } = node.renderedPosition();
  const out = (node.renderedWidth() / 2) * Math.SQRT1_2;
  return { x: x + out + 2, y: y - out - 2 };
};

interface Props {
  cy: Core | null;
  drawing: Drawing;
  /** The nodes that show how many of their neighbours are not on the board. */
  ids: readonly NodeId[];
}

/** "+12" at nodes whose neighbours are not all shown; a click shows more. The keyboard has E for it. */
export const Badges = ({ cy, drawing, ids }: Props) => {
  const layer = useRef<HTMLDivElement>(null);
  const nodeExpanded = useApp((app) => app.nodeExpanded);
  useFollow(cy, layer, cornerOf);
  const nodes = [...new Set(ids)].flatMap((id) => drawing.nodes.get(id) ?? []).filter((node) => node.more > 0);
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      {nodes.map((node) => (
        <button
          key={node.id}
          type="button"
          tabIndex={-1}
          data-node={node.id}
          className={styles.badge}
          title={`${plural(node.more, 'more neighbour')}: show some`}
          onClick={() => nodeExpanded(node.id)}
        >
          +{formatCount(node.more)}
        </button>
      ))}
    </div>
  );
};
