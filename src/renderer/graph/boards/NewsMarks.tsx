import type { Core } from 'cytoscape';
import { useEffect, useRef } from 'react';
import { useApp } from '../../state/app.ts';
import { usePalette } from '../canvas/usePalette.ts';
import type { Drawing } from '../drawing/elements.ts';
import styles from './NewsMarks.module.css';

/** px from the middle of a mark to its points. */
const reach = 6;
const halo = 2;

const diamond = (brush: CanvasRenderingContext2D, x: number, y: number, size: number, colour: string) => {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.moveTo(x, y - size);
  brush.lineTo(x + size, y);
  brush.lineTo(x, y + size);
  brush.lineTo(x - size, y);
  brush.fill();
};

/** A small diamond at the upper left of every node that has news; painted, since a board may have hundreds. */
export const NewsMarks = ({ cy, drawing }: { cy: Core | null; drawing: Drawing }) => {
  const sheet = useRef<HTMLCanvasElement>(null);
  const changed = useApp(({ board }) => board.changed);
  const palette = usePalette();
  const any = changed.size > 0;

  useEffect(() => {
    const canvas = sheet.current;
    const brush = canvas?.getContext('2d');
    if (!cy || !palette || !canvas || !brush || !any) return;
    const paint = () => {
      const scale = window.devicePixelRatio;
      const [width, height] = [Math.round(cy.width() * scale), Math.round(cy.height() * scale)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      brush.setTransform(scale, 0, 0, scale, 0, 0);
      brush.clearRect(0, 0, cy.width(), cy.height());
      for (const id of changed) {
        const node = drawing.nodes.has(id) ? cy.getElementById(id) : null;
        if (!node || node.empty()) continue;
        const { x, y } = node.renderedPosition();
        const out = (node.renderedWidth() / 2) * Math.SQRT1_2;
        diamond(brush, x - out - 2, y - out - 2, reach + halo, palette.paper);
        diamond(brush, x - out - 2, y - out - 2, reach, palette.accent);
      }
    };
    paint();
    cy.on('render', paint);
    return () => void cy.off('render', paint);
  }, [cy, changed, any, drawing, palette]);

  return any ? <canvas ref={sheet} className={styles.sheet} data-marked={changed.size} /> : null;
};
