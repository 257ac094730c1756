import { useEffect, useMemo, useRef, useState } from 'react';
import { isStoryId, type LinkId, type NodeId } from '../../shared/model.ts';
import type { Point } from '../../shared/views.ts';
import { useApp, useAppStore } from '../state/app.ts';
import type { Target } from '../state/board.ts';
import { classes } from '../ui/classes.ts';
import { Badges } from './Badges.tsx';
import { CanvasTip } from './CanvasTip.tsx';
import { CommunityRow } from './CommunityRow.tsx';
import { GlyphSource } from './canvas/GlyphSource.tsx';
import { spotAt } from './canvas/paintLabels.ts';
import { useAnnouncements } from './canvas/useAnnouncements.ts';
import { useCamera } from './canvas/useCamera.ts';
import { useCytoscape } from './canvas/useCytoscape.ts';
import { useElements } from './canvas/useElements.ts';
import { useFit } from './canvas/useFit.ts';
import { useGestures } from './canvas/useGestures.ts';
import { useHover } from './canvas/useHover.ts';
import { useKeyboard } from './canvas/useKeyboard.ts';
import { useLabels } from './canvas/useLabels.ts';
import { useMark } from './canvas/useMark.ts';
import { usePalette } from './canvas/usePalette.ts';
import { useTheme } from './canvas/useTheme.ts';
import { boardPlace, type Fit, fitPadding, overviewPadding } from './drawing/camera.ts';
import { islandsOf } from './drawing/communities.ts';
import { drawingOf } from './drawing/elements.ts';
import styles from './GraphCanvas.module.css';
import { Legend } from './Legend.tsx';
import { type MenuPlace, NodeMenu } from './NodeMenu.tsx';
import { ZoomControls } from './ZoomControls.tsx';

const keysHelp =
  'Enter goes in. Arrows move between connected nodes, Enter opens the card, C centres, E shows more neighbours, L steps through the links and Enter opens their sentences, P pins, Delete hides, Shift+F10 opens the menu, plus, minus and 0 zoom, Escape goes out.';

const useDrawing = (fit: Fit) => {
  const nodes = useApp((app) => app.board.nodes);
  const links = useApp((app) => app.board.links);
  const positions = useApp((app) => app.board.positions);
  const focus = useApp((app) => app.board.focus);
  const pinned = useApp((app) => app.board.pinned);
  return useMemo(() => drawingOf({ nodes, links, positions, focus, pinned }, fit), [nodes, links, positions, focus, pinned, fit]);
};

/** The map: nodes and links on a canvas, with all that is drawn over it. `hidden` while the table is shown instead. */
export const GraphCanvas = ({ hidden }: { hidden: boolean }) => {
  const app = useAppStore();
  const surface = useRef<HTMLDivElement>(null);
  const glyphs = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const generation = useApp(({ board }) => board.generation);
  const selected = useApp(({ board }) => board.selected);
  const busy = useApp(({ board }) => board.loading.state === 'loading');
  const overview = useApp(({ board }) => board.drawn?.kind === 'overview');
  const communities = useApp(({ board }) => board.communities);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [focused, setFocused] = useState(false);

  const padding = overview && communities.length > 1 ? overviewPadding : fitPadding;
  const nodes = useApp(({ board }) => board.nodes);
  const positions = useApp(({ board }) => board.positions);
  const fit = useFit(surface, { nodes, positions, generation, padding, spread: overview });
  const drawing = useDrawing(fit);
  const cy = useCytoscape(surface);
  const palette = usePalette();
  useTheme(cy, palette, glyphs);
  useElements(cy, drawing, generation);
  const camera = useCamera(cy, drawing, generation, fit, padding);
  const pointed = useHover(cy, drawing);

  const select = (target: Target | null) => app.getState().targetSelected(target);
  const openNode = (id: NodeId) => {
    select({ kind: 'node', id });
    if (isStoryId(id)) app.getState().storyOpened(id);
    else app.getState().entityOpened(id);
  };
  const openLink = (id: LinkId) => {
    select({ kind: 'link', id });
    app.getState().evidenceOpened(id);
  };
  const openMenu = (id: NodeId, at: Point) => {
    const box = surface.current?.getBoundingClientRect();
    if (box) setMenu({ id, at: { x: box.x + at.x, y: box.y + at.y } });
  };
  const togglePin = (id: NodeId) => {
    const { board, nodePinned, nodeUnpinned } = app.getState();
    if (board.pinned.has(id)) nodeUnpinned(id);
    else nodePinned(id);
  };

  const keyboard = useKeyboard(cy, drawing, selected, camera, {
    nodeOpened: openNode,
    nodeCentred: (id) => app.getState().nodeFocused(id),
    nodeExpanded: (id) => app.getState().nodeExpanded(id),
    nodeHidden: (id) => app.getState().nodeHidden(id),
    nodePinToggled: togglePin,
    menuOpened: (id) => {
      const node = cy?.getElementById(id);
      if (node?.nonempty()) openMenu(id, node.renderedPosition());
    },
    linkOpened: openLink,
  });
  const cursorNode = focused ? keyboard.node : null;
  const cursorLink = focused ? keyboard.link : null;
  const spots = useLabels(cy, sheet, drawing, palette, {
    pointed: pointed?.target ?? null,
    others: [selected, cursorNode, cursorLink],
  });
  useGestures(cy, {
    nodeClicked: (id) => {
      keyboard.left();
      openNode(id);
    },
    nodeDoubleClicked: (id) => app.getState().nodeExpanded(id),
    nodeRightClicked: openMenu,
    nodeDropped: (id, place) => app.getState().nodeMoved(id, boardPlace(fit, id, place)),
    linkClicked: openLink,
    backgroundClicked: (at) => {
      keyboard.left();
      // a name stands for what it names
      const spot = spotAt(spots.current, at);
      if (spot?.kind === 'node') openNode(spot.id);
      else if (spot?.kind === 'link') openLink(spot.id);
      else select(null);
    },
  });

  useMark(cy, selected, 'selected', drawing);
  useMark(cy, cursorNode, 'cursor', drawing);
  useMark(cy, cursorLink, 'cursor', drawing);
  useAnnouncements(drawing, cursorLink ?? cursorNode);

  const peeked = pointed?.target.kind === 'link' ? pointed.target.id : null;
  useEffect(() => app.getState().linkPeeked(peeked), [app, peeked]);

  const islands = useMemo(() => (overview ? islandsOf(drawing.nodes.values(), communities) : []), [overview, drawing, communities]);
  const middle = useMemo(() => [...drawing.nodes.values()].find((node) => node.focus) ?? null, [drawing]);
  const badged = [pointed?.target, selected, cursorNode].flatMap((target) => (target?.kind === 'node' ? target.id : []));

  // an application: the canvas has a cursor of its own, so keys must reach it and not a screen reader's browse mode
  const entry = {
    role: 'application',
    tabIndex: 0,
    'aria-label': middle ? `Map around ${middle.name}` : 'Map',
    'aria-roledescription': 'map',
    'aria-description': keysHelp,
    'aria-busy': busy,
    'data-nodes': drawing.nodes.size,
    'data-links': drawing.links.size,
    'data-focus': middle?.id ?? '',
    'data-generation': generation,
    onKeyDown: keyboard.onKeyDown,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };

  return (
    <div className={classes(styles.canvas, hidden && styles.away, busy && styles.busy)} inert={hidden}>
      <div
        ref={surface}
        className={classes(styles.surface, pointed !== null && styles.pointing, keyboard.node !== null && styles.entered)}
        {...entry}
      />
      <canvas ref={sheet} className={styles.labels} />
      <GlyphSource ref={glyphs} />
      <Badges cy={cy} drawing={drawing} ids={middle ? [middle.id, ...badged] : badged} />
      {islands.length > 1 ? <CommunityRow islands={islands} onChoose={(island) => camera.fit(island.members)} /> : null}
      {pointed && cy && !menu ? <CanvasTip pointed={pointed} within={{ width: cy.width(), height: cy.height() }} /> : null}
      <Legend />
      <ZoomControls camera={camera} />
      <NodeMenu place={menu} onClose={() => setMenu(null)} onOpenCard={openNode} />
    </div>
  );
};
