import {
  ArrowLeftRight,
  Boxes,
  ChevronLeft,
  ChevronRight,
  CircleDot,
  Clock,
  Crosshair,
  Expand,
  Eye,
  EyeOff,
  FilterX,
  Focus,
  LayoutGrid,
  ListPlus,
  Network,
  Pin,
  Redo2,
  RefreshCw,
  Scaling,
  ScanSearch,
  Share2,
  Shrink,
  SquareDashedMousePointer,
  Table2,
  TextSearch,
  Undo2,
  Waypoints,
} from 'lucide-react';
import { type Depth, depths } from '../../shared/board.ts';
import type { NodeId } from '../../shared/model.ts';
import { type Layout, layouts } from '../../shared/views-layout.ts';
import type { App } from '../state/app.ts';
import { isFiltered } from '../state/board/seen.ts';
import { neighboursIn } from '../state/board/selecting.ts';
import { correctionIsLast } from '../state/board/slice.ts';
import { seenIn } from '../state/seen.ts';
import { type Command, selectedNode } from './command.ts';

/** What can be done to the map. */

const withNode = (does: (app: App, node: { id: NodeId; name: string }) => void) => (app: App) => {
  const node = selectedNode(app);
  if (node) does(app, node);
};

const hasNode = (app: App) => selectedNode(app) !== null;
const hasArticles = (app: App) => (app.library.status?.articles ?? 0) > 0;
const hasMap = ({ board }: App) => board.nodes.length > 0;
const someSelected = ({ board }: App) => board.selection.size > 0;
const severalSelected = ({ board }: App) => board.selection.size > 1;

const layoutNames: Record<Layout, string> = {
  force: 'by its links',
  concentric: 'in rings by strength',
  timeline: 'from left to right in time',
  grid: 'in a grid by type',
};
const layoutIcons = { force: Share2, concentric: CircleDot, timeline: Clock, grid: LayoutGrid } as const;

const depthWords: Record<Depth, string> = { 1: 'Neighbours only', 2: 'Up to two links away', 3: 'Up to three links away' };

export const mapCommands: readonly Command[] = [
  {
    id: 'overview',
    title: 'Show the overview',
    group: 'Map',
    icon: Network,
    keys: ['h'],
    when: hasArticles,
    run: (app) => app.overviewRequested(),
  },
  {
    id: 'map-back',
    title: 'Back to the previous map',
    group: 'Map',
    icon: ChevronLeft,
    keys: ['Mod+['],
    when: (app) => app.boardTrail.back.length > 0,
    run: (app) => app.boardBack(),
  },
  {
    id: 'map-forward',
    title: 'Forward to the next map',
    group: 'Map',
    icon: ChevronRight,
    keys: ['Mod+]'],
    when: (app) => app.boardTrail.forward.length > 0,
    run: (app) => app.boardForward(),
  },
  {
    id: 'undo',
    title: 'Undo',
    group: 'Map',
    icon: Undo2,
    keys: ['Mod+Z'],
    when: (app) => app.history.past.length > 0 || (correctionIsLast(app) && app.corrections.undoing === null),
    run: (app) => app.undoRequested(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Map',
    icon: Redo2,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: (app) => app.history.future.length > 0,
    run: (app) => app.redoRequested(),
  },
  {
    id: 'centre',
    title: 'Centre the selected',
    group: 'Map',
    icon: Crosshair,
    keys: ['c'],
    when: hasNode,
    run: withNode((app, { id }) => app.nodeFocused(id)),
  },
  ...depths.map(
    (depth): Command => ({
      id: `depth-${depth}`,
      title: `Depth ${depth}: ${depthWords[depth].toLowerCase()}`,
      group: 'Map',
      icon: Waypoints,
      keys: [String(depth)],
      when: ({ board }) => board.view.kind === 'around',
      run: (app) => app.depthChosen(depth),
    }),
  ),
  {
    id: 'expand',
    title: 'Expand the selected',
    group: 'Map',
    severals: true,
    icon: Expand,
    keys: ['Mod+E', 'e'],
    when: someSelected,
    run: (app) => app.nodesExpanded(app.board.selection),
  },
  {
    id: 'pick',
    title: 'Pick neighbours of the selected to add…',
    group: 'Map',
    icon: ListPlus,
    keys: ['Shift+E'],
    when: hasNode,
    run: withNode((app, { id }) => {
      app.graphModeChosen('graph');
      app.pickerOpened(id);
    }),
  },
  {
    id: 'collapse',
    title: 'Collapse what expanding the selected has added',
    group: 'Map',
    icon: Shrink,
    keys: ['Shift+C'],
    when: hasNode,
    run: withNode((app, { id }) => app.nodeCollapsed(id)),
  },
  {
    id: 'hide',
    title: 'Hide the selected',
    group: 'Map',
    severals: true,
    icon: EyeOff,
    keys: ['Delete', 'Backspace', 'Mod+H'],
    when: someSelected,
    run: (app) => app.nodesHidden(app.board.selection),
  },
  {
    id: 'isolate',
    title: 'Show the selected alone',
    group: 'Map',
    severals: true,
    icon: Focus,
    keys: ['Mod+Shift+H'],
    when: someSelected,
    run: (app) => app.nodesIsolated(app.board.selection),
  },
  {
    id: 'unhide',
    title: 'Bring back what was hidden',
    group: 'Map',
    icon: Eye,
    when: (app) => app.board.hidden.size > 0,
    run: (app) => app.hiddenShown(),
  },
  {
    id: 'pin',
    title: 'Pin the selected where they are, or let them go',
    group: 'Map',
    severals: true,
    icon: Pin,
    keys: ['p'],
    when: someSelected,
    run: (app) => app.pinsToggled(app.board.selection),
  },
  {
    id: 'reveal',
    title: 'Reveal all links among the selected',
    group: 'Map',
    severals: true,
    icon: Share2,
    keys: ['Shift+R'],
    when: severalSelected,
    run: (app) => app.linksRevealed(app.board.selection),
  },
  {
    id: 'select-neighbours',
    title: 'Select the neighbours too',
    group: 'Map',
    icon: Boxes,
    keys: ['Shift+N'],
    when: someSelected,
    run: (app) => app.nodesSelected(neighboursIn(seenIn(app), app.board.selection)),
  },
  {
    id: 'select-all',
    title: 'Select all on the map',
    group: 'Map',
    icon: SquareDashedMousePointer,
    when: hasMap,
    run: (app) => app.nodesSelected(seenIn(app).nodes.map(({ id }) => id)),
  },
  {
    id: 'invert',
    title: 'Invert the selection',
    group: 'Map',
    icon: ArrowLeftRight,
    keys: ['Shift+I'],
    when: hasMap,
    run: (app) =>
      app.nodesSelected(
        seenIn(app)
          .nodes.map(({ id }) => id)
          .filter((id) => !app.board.selection.has(id)),
      ),
  },
  {
    id: 'map-find',
    title: 'Find on the map',
    group: 'Map',
    icon: TextSearch,
    keys: ['f'],
    when: hasMap,
    run: (app) => {
      app.graphModeChosen('graph');
      app.boardSearchRequested();
    },
  },
  {
    id: 'filter-clear',
    title: 'Clear the filter of the map',
    group: 'Map',
    icon: FilterX,
    when: ({ board }) => isFiltered(board.filter),
    run: (app) => app.filterCleared(),
  },
  ...layouts.map(
    (layout): Command => ({
      id: `layout-${layout}`,
      title: `Arrange the map ${layoutNames[layout]}`,
      group: 'Map',
      icon: layoutIcons[layout],
      when: hasMap,
      run: (app) => app.layoutChosen(layout),
    }),
  ),
  {
    id: 'size-centrality',
    title: 'Size by centrality: how much runs through a node',
    group: 'Map',
    icon: Scaling,
    when: (app) => hasMap(app) && app.board.sizing !== 'centrality',
    run: (app) => app.sizingChosen('centrality'),
  },
  {
    id: 'size-strength',
    title: 'Size by strength of the links',
    group: 'Map',
    icon: Scaling,
    when: (app) => hasMap(app) && app.board.sizing !== 'strength',
    run: (app) => app.sizingChosen('strength'),
  },
  {
    id: 'community',
    title: 'Open the community of the selected',
    group: 'Map',
    icon: ScanSearch,
    when: hasNode,
    run: withNode((app, { id }) => app.communityOpened(id)),
  },
  {
    id: 'table',
    title: 'Switch between graph and table',
    group: 'Map',
    icon: Table2,
    keys: ['t'],
    when: hasArticles,
    run: (app) => app.graphModeChosen(app.graphMode === 'graph' ? 'table' : 'graph'),
  },
  {
    id: 'refresh',
    title: 'Draw the map anew',
    group: 'Map',
    icon: RefreshCw,
    keys: ['r'],
    when: hasArticles,
    run: (app) => app.boardRefreshed(),
  },
];
