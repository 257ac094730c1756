import type { Core } from 'cytoscape';
import { useEffect, useMemo, useRef } from 'react';
import type { Target } from '../../state/board.ts';
import type { Drawing } from '../drawing/elements.ts';
import { labelGap, labelPx, labelZoom, linkLabelPx, placeLabels } from '../drawing/labels.ts';
import { type Attention, labelsOf } from '../drawing/wishes.ts';
import { forgetTextWidths, textWidth } from './textWidth.ts';

const attentionOf = (drawing: Drawing, pointed: Target | null, others: readonly (Target | null)[]): Attention => {
  const near = new Set<string>();
  if (pointed?.kind === 'node') {
    for (const link of drawing.links.values()) {
      if (link.source !== pointed.id && link.target !== pointed.id) continue;
      near.add(link.id).add(link.source).add(link.target);
    }
  }
  const on = new Set<string>([pointed, ...others].flatMap((target) => target?.id ?? []));
  const link = pointed?.kind === 'link' ? drawing.links.get(pointed.id) : undefined;
  if (link) on.add(link.source).add(link.target);
  return { on, near };
};

/** Shows just these labels, set for this zoom. Sizes are in model units: they undo the zoom. */
const show = (cy: Core, drawing: Drawing, zoom: number, attention: Attention): void => {
  const { nodes, links, obstacles } = labelsOf(drawing, zoom, attention, textWidth);
  const shown: Set<string> = placeLabels<string>([...nodes, ...links], obstacles);
  const size = { font: labelPx / zoom, halo: 2.5 / zoom, gap: labelGap / zoom };
  const linkSize = { font: linkLabelPx / zoom, halo: 1.5 / zoom };
  cy.batch(() => {
    cy.elements('.labelled').forEach((element) => {
      if (!shown.has(element.id())) element.removeClass('labelled');
    });
    for (const id of shown) {
      const element = cy.getElementById(id);
      if (element.empty()) continue;
      const wanted = element.isNode() ? size : linkSize;
      if (element.data('font') !== wanted.font) element.data(wanted);
      if (!element.hasClass('labelled')) element.addClass('labelled');
    }
  });
};

/** Keeps as many labels shown as fit without overlap, the important ones first, at one size whatever the zoom. */
export const useLabels = (cy: Core | null, drawing: Drawing, attended: { pointed: Target | null; selected: Target | null; cursor: Target | null }) => {
  const { pointed, selected, cursor } = attended;
  const attention = useMemo(() => attentionOf(drawing, pointed, [selected, cursor]), [drawing, pointed, selected, cursor]);
  const shownFor = useRef(0);

  useEffect(() => {
    if (!cy) return;
    let frame = 0;
    const pass = () => {
      frame = 0;
      shownFor.current = labelZoom(cy.zoom());
      show(cy, drawing, shownFor.current, attention);
    };
    const zoomed = () => {
      if (frame === 0 && labelZoom(cy.zoom()) !== shownFor.current) frame = requestAnimationFrame(pass);
    };
    pass();
    cy.on('zoom', zoomed);
    let current = true;
    void document.fonts.ready.then(() => {
      if (!current || document.fonts.size === 0) return;
      forgetTextWidths();
      pass();
    });
    return () => {
      current = false;
      cancelAnimationFrame(frame);
      cy.off('zoom', zoomed);
    };
  }, [cy, drawing, attention]);
};
