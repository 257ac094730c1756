import type { Core } from 'cytoscape';
import { useCallback, useRef } from 'react';
import type { NodeId } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { formatCount, plural } from '../ui/format.ts';
import styles from './Badges.module.css';
import { type PlaceOf, useFollow } from './canvas/useFollow.ts';
import { badgePlace } from './drawing/badges.ts';
import type { Drawing } from './drawing/elements.ts';
import { labelZoom } from './drawing/labels.ts';

interface Props {
  cy: Core | null;
  drawing: Drawing;
  /** The nodes that show how many of their neighbours are not on the board. */
  ids: readonly NodeId[];
}

/** "+12" at nodes whose neighbours are not all shown; a click lists them to pick from. The keyboard has Shift+E for it. */
export const Badges = ({ cy, drawing, ids }: Props) => {
  const layer = useRef<HTMLDivElement>(null);
  const pickerOpened = useApp((app) => app.pickerOpened);
  const cornerOf = useCallback<PlaceOf>(
    (child, core) => {
      const node = drawing.nodes.get(child.dataset.node as NodeId);
      const drawn = core.getElementById(child.dataset.node ?? '');
      if (!node || drawn.empty()) return null;
      const { corner } = badgePlace(node, drawing.nodes.values(), labelZoom(core.zoom()));
      const { x, y } = drawn.renderedPosition();
      const out = { x: (drawn.renderedWidth() / 2) * Math.SQRT1_2, y: (drawn.renderedHeight() / 2) * Math.SQRT1_2 };
      return {
        x: x + corner.x * (out.x + 2) - (corner.x < 0 ? child.offsetWidth : 0),
        y: y + corner.y * (out.y + 2),
      };
    },
    [drawing],
  );
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
          title={`${plural(node.more, 'more neighbour')}: pick from them`}
          onClick={() => pickerOpened(node.id)}
        >
          +{formatCount(node.more)}
        </button>
      ))}
    </div>
  );
};
