import type { BoardFormat } from '../../../shared/views-export.ts';

/** What a board can be exported as: a picture that the window draws, or what the core writes. */
export const exportFormats = ['png', 'svg', 'html', 'markdown', 'gexf', 'graphml', 'csv', 'json'] as const satisfies readonly (
  | BoardFormat
  | 'png'
  | 'svg'
)[];
export type ExportFormat = (typeof exportFormats)[number];

interface FormatWords {
  name: string;
  /** What it is for. */
  words: string;
  ending: string;
  media: string;
}

export const formatWords: Readonly<Record<ExportFormat, FormatWords>> = {
  png: { name: 'PNG', words: 'A picture, for slides and messages', ending: 'png', media: 'image/png' },
  svg: { name: 'SVG', words: 'A drawing at any size, its text as text', ending: 'svg', media: 'image/svg+xml' },
  html: { name: 'Report', words: 'HTML: picture, sentences, sources', ending: 'html', media: 'text/html' },
  markdown: { name: 'Markdown', words: 'The same report as text, without the picture', ending: 'md', media: 'text/markdown' },
  gexf: { name: 'GEXF', words: 'For Gephi, with dates for its timeline', ending: 'gexf', media: 'application/xml' },
  graphml: { name: 'GraphML', words: 'For Gephi, yEd and Cytoscape', ending: 'graphml', media: 'application/xml' },
  csv: { name: 'CSV', words: 'Tables of nodes, links, sentences; zipped', ending: 'zip', media: 'application/zip' },
  json: { name: 'JSON', words: 'All of it, for programs', ending: 'json', media: 'application/json' },
};

/** True for what the window draws itself. */
export const isPicture = (format: ExportFormat): format is 'png' | 'svg' => format === 'png' || format === 'svg';
