import type { Core } from 'cytoscape';
import { type RefObject, useCallback } from 'react';
import { useApp } from '../../state/app.ts';
import { textWidth } from '../canvas/textWidth.ts';
import { type Area, areaReach } from '../communities/areas.ts';
import type { Fit } from '../drawing/camera.ts';
import type { Drawing } from '../drawing/elements.ts';
import { labelZoom } from '../drawing/labels.ts';
import type { Palette } from '../drawing/palette.ts';
import { exportTitle } from './asked.ts';
import { pictureOf } from './compose.ts';
import { type Draw, ExportDialog } from './ExportDialog.tsx';
import { signsIn } from './signs.ts';

interface Props {
  cy: Core | null;
  drawing: Drawing;
  fit: Fit;
  palette: Palette | null;
  /** The grounds under communities. */
  areas: readonly Area[];
  /** Where the signs of the types are drawn. */
  glyphs: RefObject<Element | null>;
}

/** The export of what the canvas shows: pictures are as large, and name as much, as it does at its zoom. */
export const BoardExport = ({ cy, drawing, fit, palette: own, areas, glyphs }: Props) => {
  const notes = useApp(({ board }) => board.notes);
  const axis = useApp(({ board }) => board.axis);
  const selected = useApp(({ board }) => board.selected);
  const title = useApp(exportTitle);
  const draw: Draw = useCallback(
    ({ extent, legend }, palette = own ?? undefined) => {
      if (!cy || !palette || !glyphs.current) return null;
      const { x, y } = cy.pan();
      const frame = { x1: -x, y1: -y, x2: cy.width() - x, y2: cy.height() - y };
      const zoom = extent === 'view' ? cy.zoom() : labelZoom(cy.zoom());
      return pictureOf(
        {
          title,
          drawing,
          fit,
          notes,
          axis,
          areas,
          reach: areaReach * fit.scale,
          attended: new Set(selected ? [selected.id] : []),
          frame: extent === 'view' ? frame : null,
          legend,
        },
        { zoom, palette, signs: signsIn(glyphs.current), width: textWidth },
      );
    },
    [cy, drawing, fit, areas, own, glyphs, notes, axis, selected, title],
  );
  return <ExportDialog draw={draw} />;
};
