import type { Core } from 'cytoscape';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Target } from '../../state/board/board.ts';
import type { Drawing } from '../drawing/elements.ts';
import { labelSides, labelZoom, placeLabels } from '../drawing/labels.ts';
import type { Palette } from '../drawing/palette.ts';
import { type Attention, labelsOf } from '../drawing/wishes.ts';
import { type LabelSpots, paintLabels, type ShownLabels, shownOf } from './paintLabels.ts';
import { spriteStore } from './sprites.ts';
import { forgetTextWidths, textWidth } from './textWidth.ts';

/** What is attended to, and whether the labels of all that is not near it fade. */
interface Fading extends Attention {
  fades: boolean;
}

const attentionOf = (drawing: Drawing, pointed: Target | null, others: readonly string[], alike: ReadonlySet<string> | null): Fading => {
  const near = new Set<string>(pointed?.kind === 'node' ? [] : alike);
  if (pointed?.kind === 'node') {
    near.add(pointed.id);
    for (const link of drawing.links.values()) {
      if (link.source !== pointed.id && link.target !== pointed.id) continue;
      near.add(link.id).add(link.source).add(link.target);
    }
  }
  const on = new Set<string>(others);
  if (pointed) on.add(pointed.id);
  const link = pointed?.kind === 'link' ? drawing.links.get(pointed.id) : undefined;
  if (link) on.add(link.source).add(link.target);
  return { on, near, fades: pointed?.kind === 'node' || alike !== null };
};

/** One pass: 2 ms for 300 nodes and 900 links. */
const placed = (drawing: Drawing, zoom: number, attention: Fading): ShownLabels => {
  const { nodes, links, obstacles } = labelsOf(drawing, zoom, attention, textWidth);
  const places = placeLabels<string>([...nodes, ...links], obstacles);
  const sides = new Map([...places].map(([id, place]) => [id, labelSides[place] ?? 'below'] as const));
  return shownOf(drawing, sides, attention.fades ? attention.near : null);
};

interface Attended {
  pointed: Target | null;
  others: readonly (Target | null)[];
  /** What is looked for on the map: the labels of all else fade; null where nothing is. */
  alike: ReadonlySet<string> | null;
}

/**
 * Paints the labels on a canvas of their own above Cytoscape's: as many as fit without overlap, the important ones
 * first, at one size whatever the zoom. As Cytoscape's own labels they cost 10 to 20 ms at every step of a zoom, since
 * each change of a label's size has its element, and the layer it lies in, drawn anew. Answers where they stand.
 */
export const useLabels = (
  cy: Core | null,
  canvas: RefObject<HTMLCanvasElement | null>,
  drawing: Drawing,
  palette: Palette | null,
  { pointed, others, alike }: Attended,
): RefObject<LabelSpots> => {
  // by id: the list is a new one at every drawing of the component
  const marked = others.flatMap((target) => target?.id ?? []).join(' ');
  const attention = useMemo(() => attentionOf(drawing, pointed, marked.split(' '), alike), [drawing, pointed, marked, alike]);
  const shown = useRef<ShownLabels>({ nodes: [], links: [] });
  const spots = useRef<LabelSpots>([]);
  const repaint = useRef<(() => void) | null>(null);

  useEffect(() => {
    const sheet = canvas.current;
    const context = sheet?.getContext('2d');
    if (!cy || !palette || !sheet || !context) return;
    const ratio = window.devicePixelRatio;
    let sprite = spriteStore(palette, ratio);
    const paint = () => {
      const width = Math.round(cy.width() * ratio);
      const height = Math.round(cy.height() * ratio);
      if (sheet.width !== width) sheet.width = width;
      if (sheet.height !== height) sheet.height = height;
      spots.current = paintLabels({ context, sprite, ratio }, cy, shown.current);
    };
    repaint.current = paint;
    paint();
    cy.on('render', paint);
    let current = true;
    void document.fonts.ready.then(() => {
      if (!current) return;
      forgetTextWidths();
      sprite = spriteStore(palette, ratio);
      paint();
    });
    return () => {
      current = false;
      repaint.current = null;
      cy.off('render', paint);
    };
  }, [cy, canvas, palette]);

  useEffect(() => {
    if (!cy) return;
    let shownFor = 0;
    const pass = () => {
      const zoom = labelZoom(cy.zoom());
      if (zoom === shownFor) return;
      shownFor = zoom;
      shown.current = placed(drawing, zoom, attention);
    };
    pass();
    repaint.current?.();
    cy.on('zoom', pass);
    return () => void cy.off('zoom', pass);
  }, [cy, drawing, attention]);

  return spots;
};
