import { CircleDot, Clock, LayoutGrid, Share2, Spline, Workflow } from 'lucide-react';
import { type Layout, layouts } from '../../../shared/views-layout.ts';
import type { App } from '../../state/app.ts';
import type { MenuItem } from '../../ui/Menu.tsx';

/** How a map can be laid out, in words and signs. */
export const layoutWords: Record<Layout, string> = {
  force: 'By its links',
  concentric: 'Rings by strength',
  timeline: 'Timeline',
  grid: 'Grid by type',
};
export const layoutIcons = { force: Share2, concentric: CircleDot, timeline: Clock, grid: LayoutGrid } as const;

/** One item for each layout; the one that holds is checked. */
export const layoutItems = (app: App): MenuItem[] =>
  layouts.map((layout) => ({
    id: `layout-${layout}`,
    label: layoutWords[layout],
    icon: layoutIcons[layout],
    checked: app.board.layout === layout,
    onChoose: () => app.layoutChosen(layout),
  }));

/** One item for each thing that the size of a node can tell. */
export const sizingItems = (app: App): MenuItem[] => [
  {
    id: 'size-strength',
    label: 'Size by strength',
    icon: Spline,
    checked: app.board.sizing === 'strength',
    onChoose: () => app.sizingChosen('strength'),
  },
  {
    id: 'size-centrality',
    label: 'Size by centrality',
    icon: Workflow,
    checked: app.board.sizing === 'centrality',
    onChoose: () => app.sizingChosen('centrality'),
  },
];
