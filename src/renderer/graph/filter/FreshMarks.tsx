import type { Core } from 'cytoscape';
import { useEffect, useMemo, useRef } from 'react';
import type { LinkId } from '../../../shared/model.ts';
import { useApp } from '../../state/app.ts';
import { usePalette } from '../canvas/usePalette.ts';
import { freePlace } from '../drawing/along.ts';
import type { Drawing } from '../drawing/elements.ts';
import { fadedOpacity } from '../drawing/stylesheet.ts';
import styles from './FreshMarks.module.css';

/** Radii in px: of the ring at a node, of the one on a link, and how far the paper shows round them. */
const [atNode, onLink, halo] = [4.2, 3.2, 2.2];

interface Spot {
  x: number;
  y: number;
  radius: number;
}

/** Places of the marks: those at the full, and those of what is faded. */
const spotsOf = (
  cy: Core,
  drawing: Drawing,
  nodes: readonly string[],
  links: ReadonlyMap<LinkId, number>,
): { lit: Spot[]; faded: Spot[] } => {
  const spots: { lit: Spot[]; faded: Spot[] } = { lit: [], faded: [] };
  const add = (id: string, place: () => Omit<Spot, 'radius'>, radius: number) => {
    const element = cy.getElementById(id);
    if (element.empty()) return;
    const away = element.hasClass('faded') || element.hasClass('unlike');
    spots[away ? 'faded' : 'lit'].push({ ...place(), radius });
  };
  for (const id of nodes) {
    const place = () => {
      const node = cy.getElementById(id);
      const { x, y } = node.renderedPosition();
      return { x: x + (node.renderedWidth() / 2) * Math.SQRT1_2 + 2, y: y - (node.renderedHeight() / 2) * Math.SQRT1_2 - 2 };
    };
    add(id, place, atNode);
  }
  for (const [id, part] of links) {
    const link = drawing.links.get(id);
    if (!link) continue;
    const place = () => {
      const [a, b] = [cy.getElementById(link.source).renderedPosition(), cy.getElementById(link.target).renderedPosition()];
      return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    };
    add(id, place, onLink);
  }
  return spots;
};

/** All of them at once: a path for the paper behind, one for the rings. */
const paintRings = (brush: CanvasRenderingContext2D, spots: readonly Spot[], paper: string, colour: string) => {
  const circles = (grown: number) => {
    brush.beginPath();
    for (const { x, y, radius } of spots) {
      brush.moveTo(x + radius + grown, y);
      brush.arc(x, y, radius + grown, 0, 2 * Math.PI);
    }
  };
  circles(halo);
  brush.fillStyle = paper;
  brush.fill();
  circles(0);
  brush.strokeStyle = colour;
  brush.lineWidth = 2.6;
  brush.stroke();
};

/** A ring at everything on the map that is new since the date chosen; painted, since there may be hundreds. */
export const FreshMarks = ({ cy, drawing }: { cy: Core | null; drawing: Drawing }) => {
  const sheet = useRef<HTMLCanvasElement>(null);
  const since = useApp((app) => app.since);
  const fresh = useApp(({ activity }) => activity.answer?.fresh ?? null);
  const palette = usePalette();
  const marked = useMemo(() => {
    if (since === null || fresh === null) return null;
    const nodes = fresh.nodes.filter((id) => drawing.nodes.has(id));
    const bodies = [...drawing.nodes.values()];
    const links = new Map(
      fresh.links.flatMap((id) => {
        const link = drawing.links.get(id);
        return link ? [[id, freePlace(link, drawing.nodes, bodies)] as const] : [];
      }),
    );
    return nodes.length + links.size > 0 ? { nodes, links } : null;
  }, [since, fresh, drawing]);

  useEffect(() => {
    const canvas = sheet.current;
    const brush = canvas?.getContext('2d');
    if (!cy || !palette || !canvas || !brush || !marked) return;
    const paint = () => {
      const scale = window.devicePixelRatio;
      const [width, height] = [Math.round(cy.width() * scale), Math.round(cy.height() * scale)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      brush.setTransform(scale, 0, 0, scale, 0, 0);
      brush.clearRect(0, 0, cy.width(), cy.height());
      const { lit, faded } = spotsOf(cy, drawing, marked.nodes, marked.links);
      brush.globalAlpha = fadedOpacity;
      paintRings(brush, faded, palette.paper, palette.accent);
      brush.globalAlpha = 1;
      paintRings(brush, lit, palette.paper, palette.accent);
    };
    paint();
    cy.on('render', paint);
    return () => void cy.off('render', paint);
  }, [cy, drawing, palette, marked]);

  return marked ? (
    <canvas ref={sheet} className={styles.sheet} data-new-nodes={marked.nodes.length} data-new-links={marked.links.size} />
  ) : null;
};
