import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isStoryId, type LinkId, type NodeId } from '../../shared/model.ts';
import type { Point } from '../../shared/views.ts';
import { useApp, useAppStore } from '../state/app.ts';
import type { Target } from '../state/board/board.ts';
import { seenIn } from '../state/seen.ts';
import { announce } from '../ui/Announcer.tsx';
import { classes } from '../ui/classes.ts';
import { Later } from '../ui/Later.tsx';
import { Badges } from './Badges.tsx';
import { NewsMarks } from './boards/NewsMarks.tsx';
import { CanvasTip } from './CanvasTip.tsx';
import { GlyphSource } from './canvas/GlyphSource.tsx';
import { type LabelSpots, spotAt } from './canvas/paintLabels.ts';
import { useAnnouncements } from './canvas/useAnnouncements.ts';
import { useBoardNews } from './canvas/useBoardNews.ts';
import { useCamera } from './canvas/useCamera.ts';
import { useCytoscape } from './canvas/useCytoscape.ts';
import { useElements } from './canvas/useElements.ts';
import { useFit } from './canvas/useFit.ts';
import { useGestures } from './canvas/useGestures.ts';
import { useHover } from './canvas/useHover.ts';
import { useKeyboard } from './canvas/useKeyboard.ts';
import { useLabels } from './canvas/useLabels.ts';
import { useMarks } from './canvas/useMarks.ts';
import { usePalette } from './canvas/usePalette.ts';
import { useTheme } from './canvas/useTheme.ts';
import { areasOf } from './communities/areas.ts';
import { CommunityAreas } from './communities/CommunityAreas.tsx';
import { CommunityRow } from './communities/CommunityRow.tsx';
import { islandsOf } from './communities/islands.ts';
import { boardPlace, type Fit, fitPadding, overviewPadding } from './drawing/camera.ts';
import { drawingOf } from './drawing/elements.ts';
import { BoardExport } from './export/BoardExport.tsx';
import { FreshMarks } from './filter/FreshMarks.tsx';
import styles from './GraphCanvas.module.css';
import { Legend } from './Legend.tsx';
import { Notes } from './notes/Notes.tsx';
import { noteCorners } from './notes/places.ts';
import { usePathMarks } from './paths/usePathMarks.ts';
import { MapFindBox } from './verbs/MapFindBox.tsx';
import { MapMenu, type MenuPlace } from './verbs/MapMenu.tsx';
import { selectedTarget, subjectOf } from './verbs/map-menu.ts';
import { NeighbourPicker } from './verbs/NeighbourPicker.tsx';
import { TimeAxis } from './verbs/TimeAxis.tsx';
import { useMapFind } from './verbs/useMapFind.ts';
import { ZoomControls } from './ZoomControls.tsx';

const keysHelp =
  'Enter goes in. Arrows move between connected nodes, Enter opens the card, Space selects, C centres, E shows more neighbours, L steps through the links and Enter opens their sentences, P pins, Delete hides, Shift+F10 opens the menu, F finds, plus, minus and 0 zoom, Escape goes out.';

const useDrawing = (fit: Fit) => {
  const { nodes, links } = useApp(seenIn);
  const positions = useApp((app) => app.board.positions);
  const focus = useApp((app) => app.board.focus);
  const pinned = useApp((app) => app.board.pinned);
  return useMemo(() => drawingOf({ nodes, links, positions, focus, pinned }, fit), [nodes, links, positions, focus, pinned, fit]);
};

const targetOf = (spot: LabelSpots[number]): Target =>
  spot.kind === 'node' ? { kind: 'node', id: spot.id } : { kind: 'link', id: spot.id };

/** The map: nodes and links on a canvas, with all that is drawn over it. `hidden` while the table is shown instead. */
export const GraphCanvas = ({ hidden }: { hidden: boolean }) => {
  const app = useAppStore();
  const surface = useRef<HTMLDivElement>(null);
  const glyphs = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const generation = useApp(({ board }) => board.generation);
  const selected = useApp(({ board }) => board.selected);
  const selection = useApp(({ board }) => board.selection);
  const layout = useApp(({ board }) => board.layout);
  const busy = useApp(({ board }) => board.loading.state === 'loading');
  const overview = useApp(({ board }) => board.drawn?.kind === 'overview');
  const communities = useApp(({ board }) => board.communities);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [focused, setFocused] = useState(false);

  const padding = overview && communities.length > 1 ? overviewPadding : fitPadding;
  const nodes = useApp(({ board }) => board.nodes);
  const positions = useApp(({ board }) => board.positions);
  const fit = useFit(surface, { nodes, positions, generation, padding, layout, spread: overview && layout === 'force' });
  const drawing = useDrawing(fit);
  const cy = useCytoscape(surface);
  const palette = usePalette();
  useTheme(cy, palette, glyphs);
  useElements(cy, drawing, generation);
  const notes = useApp(({ board }) => board.notes);
  const corners = useMemo(() => noteCorners(notes, fit), [notes, fit]);
  const camera = useCamera(cy, drawing, generation, fit, padding, corners);
  const pointed = useHover(cy, drawing, menu?.subject.kind === 'selection');

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
  const openMenu = (target: Target | null, at: Point) => {
    const box = surface.current?.getBoundingClientRect();
    if (box) setMenu({ subject: subjectOf(app.getState(), target), at: { x: box.x + at.x, y: box.y + at.y } });
  };

  const keyboard = useKeyboard(cy, { drawing, generation, selected }, camera, {
    nodeOpened: openNode,
    nodeCentred: (id) => app.getState().nodeFocused(id),
    nodeToggled: (id) => {
      app.getState().selectionToggled(id);
      const { selection: now } = app.getState().board;
      announce(`${now.has(id) ? 'Selected' : 'Taken out'}, ${now.size} in all`);
    },
    nodeMeant: (id) => {
      const { board } = app.getState();
      // several that are selected are what is meant, wherever the cursor is
      if (board.selection.size < 2 && !board.selection.has(id)) select({ kind: 'node', id });
    },
    allSelected: () => app.getState().nodesSelected(drawing.nodes.keys()),
    menuAsked: (asked) => {
      if (!cy) return;
      const target = asked ?? selectedTarget(app.getState());
      const element = cy.getElementById(target?.id ?? '');
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      if (element.empty()) openMenu(target, middle);
      else openMenu(target, target?.kind === 'link' ? element.renderedMidpoint() : element.renderedPosition());
    },
    linkOpened: openLink,
  });
  const find = useMapFind();
  const finding = find.matches !== null;
  const cursorNode = focused || finding ? keyboard.node : null;
  const cursorLink = focused ? keyboard.link : null;
  const onPath = usePathMarks(cy, pointed?.target.kind === 'node');
  const spots = useLabels(cy, sheet, drawing, palette, {
    pointed: pointed?.target ?? null,
    others: [selected, cursorNode, cursorLink],
    alike: find.alike ?? onPath,
  });
  const clickNode = (id: NodeId, adds: boolean) => {
    keyboard.left();
    if (adds) app.getState().selectionToggled(id);
    else openNode(id);
  };
  useGestures(cy, {
    nodeClicked: clickNode,
    nodeDoubleClicked: (id) => app.getState().nodeExpanded(id),
    rightClicked: (target, at) => {
      const spot = target === null ? spotAt(spots.current, at) : null;
      openMenu(target ?? (spot && targetOf(spot)), at);
    },
    goAlong: (id) => (selection.has(id) ? [...selection] : []),
    nodesDropped: (places) => {
      const moved = [...places].map(([id, place]) => [id, boardPlace(fit, id, place)] as const);
      app.getState().nodesMoved(Object.fromEntries(moved));
    },
    linkClicked: openLink,
    backgroundClicked: (at, adds) => {
      // a name stands for what it names
      const spot = spotAt(spots.current, at);
      if (spot?.kind === 'node') clickNode(spot.id, adds);
      else if (spot?.kind === 'link') openLink(spot.id);
      else if (!adds) {
        keyboard.left();
        select(null);
      }
    },
    framed: (ids) => app.getState().nodesSelected([...selection, ...ids]),
  });

  const marked = useMemo(() => new Set<string>([...selection, ...(selected ? [selected.id] : [])]), [selection, selected]);
  const cursors = useMemo(() => new Set<string>([cursorNode, cursorLink].flatMap((target) => target?.id ?? [])), [cursorNode, cursorLink]);
  useMarks(cy, marked, 'selected');
  useMarks(cy, cursors, 'cursor');
  useMarks(cy, find.unlike, 'unlike');
  useAnnouncements(drawing, cursorLink ?? cursorNode);
  useBoardNews();

  const peeked = pointed?.target.kind === 'link' ? pointed.target.id : null;
  useEffect(() => app.getState().linkPeeked(peeked), [app, peeked]);

  const islands = useMemo(() => (overview ? islandsOf(drawing.nodes.values(), communities) : []), [overview, drawing, communities]);
  const areas = useMemo(() => (islands.length > 1 ? areasOf(islands, drawing, fit.scale) : []), [islands, drawing, fit.scale]);
  // apart, as the pointer comes to a name before it has left the map
  const [namedCommunity, setNamedCommunity] = useState<NodeId | null>(null);
  const [pointedCommunity, setPointedCommunity] = useState<NodeId | null>(null);
  const litCommunity = namedCommunity ?? pointedCommunity;
  const openCommunity = (head: NodeId) => app.getState().communityOpened(head);
  const middle = useMemo(() => [...drawing.nodes.values()].find((node) => node.focus) ?? null, [drawing]);
  const badged = [pointed?.target, selected, cursorNode].flatMap((target) => (target?.kind === 'node' ? target.id : []));

  const toSurface = () => surface.current?.focus();
  const anchorOf = useCallback(
    (id: NodeId) => {
      const box = surface.current?.getBoundingClientRect();
      if (!cy || !box) return null;
      const node = cy.getElementById(id);
      const { x1, y1, w, h } = node.nonempty() ? node.renderedBoundingBox() : { x1: box.width / 2, y1: box.height / 2, w: 0, h: 0 };
      return { getBoundingClientRect: () => new DOMRect(box.x + x1, box.y + y1, w, h) };
    },
    [cy],
  );

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
    'data-selected': selection.size,
    onKeyDown: keyboard.onKeyDown,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };

  return (
    <div className={classes(styles.canvas, hidden && styles.away, busy && styles.busy)} inert={hidden}>
      <TimeAxis cy={cy} fit={fit} />
      {areas.length > 0 ? (
        <CommunityAreas
          cy={cy}
          palette={palette}
          drawing={drawing}
          areas={areas}
          scale={fit.scale}
          lit={litCommunity}
          onLit={setPointedCommunity}
          onOpen={openCommunity}
          spots={spots}
        />
      ) : null}
      <div
        ref={surface}
        className={classes(styles.surface, pointed !== null && styles.pointing, keyboard.node !== null && styles.entered)}
        {...entry}
      />
      <FreshMarks cy={cy} drawing={drawing} />
      <canvas ref={sheet} className={styles.labels} />
      <GlyphSource ref={glyphs} />
      <NewsMarks cy={cy} drawing={drawing} />
      <Notes cy={cy} fit={fit} />
      <Badges cy={cy} drawing={drawing} ids={middle ? [middle.id, ...badged] : badged} />
      {islands.length > 1 ? (
        <CommunityRow
          islands={islands}
          lit={litCommunity}
          onLit={setNamedCommunity}
          onChoose={(island) => camera.fit(island.members)}
          onOpen={openCommunity}
        />
      ) : null}
      {pointed && cy && !menu ? <CanvasTip pointed={pointed} within={{ width: cy.width(), height: cy.height() }} /> : null}
      <Later frames={2}>
        <Legend />
      </Later>
      <Later frames={3}>
        <ZoomControls camera={camera} />
        <MapFindBox find={find} at={keyboard.at} onGo={keyboard.goTo} onClose={toSurface} />
        <NeighbourPicker anchorOf={anchorOf} returnTo={() => surface.current} />
        <BoardExport cy={cy} drawing={drawing} fit={fit} palette={palette} areas={areas} glyphs={glyphs} />
        <MapMenu place={menu} onClose={() => setMenu(null)} openNode={openNode} openLink={openLink} fit={camera.fit} />
      </Later>
    </div>
  );
};
