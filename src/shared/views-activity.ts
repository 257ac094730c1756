import type { LinkId, NodeId } from './model.ts';
import type { LinkRelation } from './views.ts';

/** What of a link its articles within a filter bear out. */
export interface LinkActivity {
  articles: number;
  /** Independent stories among those articles. */
  stories: number;
  sentences: number;
  /** Strongest first. */
  relations: LinkRelation[];
  first: string | null;
  last: string | null;
}

/** How long a bar of a histogram is. */
export const histogramUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type HistogramUnit = (typeof histogramUnits)[number];

/** Articles over time. Bars are in order and leave no gap; `from` is a bar's first day. */
export interface Histogram {
  unit: HistogramUnit;
  bars: { from: string; articles: number }[];
  /** Articles without a date. */
  undated: number;
}

/** How what is on a board is reported within a filter. */
export interface Activity {
  /** Articles within the filter that mention each node. */
  nodes: Record<NodeId, number>;
  /** A link that nothing within the filter bears out is absent. */
  links: Record<LinkId, LinkActivity>;
  /** All publishers of articles that mention the nodes, with how many lie in the span, whoever is left out; most first. */
  publishers: { name: string; articles: number }[];
  /** Articles that mention the nodes, whatever the span, but for publishers that are left out. */
  histogram: Histogram;
  /** What is new since the date that was asked for; both empty where none was. */
  fresh: { nodes: NodeId[]; links: LinkId[] };
}
