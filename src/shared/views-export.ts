import type { NodeId } from './model.ts';

/** What a board can be written as. */
export const boardFormats = ['graphml', 'gexf', 'csv', 'json', 'markdown', 'html'] as const;
export type BoardFormat = (typeof boardFormats)[number];

/** Where a report as HTML has room for a picture: stands in its text once. Whoever puts one there replaces it; left alone it shows nothing. */
export const pictureSlot = '<!-- picture -->';

/** A board written in one format. */
export interface ExportedBoard {
  format: BoardFormat;
  /** One file, or several that belong together. */
  files: { name: string; text: string }[];
  nodes: number;
  links: number;
  /** Sentences that are quoted, and all that could have been. */
  sentences: number;
  allSentences: number;
  /** What was asked for and is not in the files, each a sentence that also stands in them; empty where all of it is. */
  missing: string[];
  /** Nodes among them: ids that the library lacks. */
  missingNodes: NodeId[];
}

/** How far an export has come. */
export interface ExportProgress {
  /** Links whose sentences are read. */
  done: number;
  total: number;
}
