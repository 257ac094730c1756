import type { Core } from 'cytoscape';
import { useEffect, useRef } from 'react';
import { useApp } from '../../state/app.ts';
import type { Fit } from '../drawing/camera.ts';
import styles from './TimeAxis.module.css';

/** px between the labels of two ticks, at least. */
const labelRoom = 56;

/** The ticks of a timeline: fine lines over the height of the map with their dates above, following the camera. */
export const TimeAxis = ({ cy, fit }: { cy: Core | null; fit: Fit }) => {
  const axis = useApp(({ board }) => board.axis);
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!cy || axis.length === 0) return;
    const follow = () => {
      let taken = -Infinity;
      const ticks = layer.current?.children ?? [];
      axis.forEach(({ x }, at) => {
        const tick = ticks[at];
        if (!(tick instanceof HTMLElement)) return;
        const place = x * fit.x * cy.zoom() + cy.pan().x;
        tick.style.translate = `${place.toFixed(1)}px 0`;
        const roomy = place - taken >= labelRoom;
        tick.classList.toggle(styles.crowded ?? '', !roomy);
        if (roomy) taken = place;
      });
    };
    follow();
    cy.on('render', follow);
    return () => void cy.off('render', follow);
  }, [cy, axis, fit]);

  if (axis.length === 0) return null;
  return (
    <div ref={layer} className={styles.axis} aria-hidden="true">
      {axis.map(({ x, label }) => (
        <span key={`${x} ${label}`} className={styles.tick}>
          <span className={styles.label}>{label}</span>
        </span>
      ))}
    </div>
  );
};
