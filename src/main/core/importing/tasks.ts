import type { ParsedArticle } from '../../../shared/model.ts';
import type { ImportProblem } from '../../../shared/views.ts';
import type { Incoming } from '../ingest.ts';

/** A file that the walk has found. */
export interface FoundFile {
  path: string;
  /** What it is called in reports and origins. */
  name: string;
  bytes: number;
}

/** What a worker is given: a few files, or articles of one file that holds too many to be extracted in one go. */
export type Task = { files: readonly FoundFile[] } | { rest: Rest };

/** Texts of the library that are read anew. */
export interface TextsTask {
  texts: readonly string[];
}

/** Articles of a file that are read but not yet extracted. */
export interface Rest {
  name: string;
  /** The place in the file of the first of them. */
  firstPart: number;
  articles: readonly ParsedArticle[];
  /** Length of the whole file. */
  bytes: number;
  /** Nothing of the file comes after these. */
  last: boolean;
}

/** What came of one file, or of a part of it. */
export interface Outcome {
  name: string;
  /** Length of the whole file. */
  bytes: number;
  incoming: Incoming[];
  problems: ImportProblem[];
  /** What is left to be extracted. */
  rest: Rest | null;
  /** Nothing of this file is left. */
  done: boolean;
}

/** So much text is extracted in one go, in UTF-16 units: some 0.2 seconds. Above it a file's articles are spread over tasks. */
const unitsInOneGo = 150_000;

/** Splits articles so that each part has at least one and about as much text as is extracted in one go. */
export const splitRest = ({ firstPart, articles, last, ...file }: Rest): Rest[] => {
  const parts: Rest[] = [];
  for (let from = 0; from < articles.length; ) {
    const to = endOfGo(articles, from);
    parts.push({ ...file, firstPart: firstPart + from, articles: articles.slice(from, to), last: last && to === articles.length });
    from = to;
  }
  return parts;
};

/** The end of the articles from `from` that are extracted in one go. */
export const endOfGo = (articles: readonly ParsedArticle[], from: number): number => {
  let units = 0;
  let to = from;
  while (to < articles.length && (to === from || units + (articles[to]?.text.length ?? 0) <= unitsInOneGo)) {
    units += articles[to]?.text.length ?? 0;
    to += 1;
  }
  return to;
};
