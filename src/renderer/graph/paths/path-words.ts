import type { NodeRef, NodeType, Span } from '../../../shared/model.ts';
import { nodeTypes } from '../../../shared/model.ts';
import { pathMarkdown } from '../../../shared/path-markdown.ts';
import type { FoundPath, PathStep, Paths } from '../../../shared/views-paths.ts';
import { between } from '../../state/board/path.ts';
import { fileNameOf } from '../../ui/file-name.ts';
import { formatCount, formatDate, plural } from '../../ui/format.ts';
import { linkWords } from '../words.ts';

/** How a step reads from its start to its end. */
export const stepWords = ({ link, from }: PathStep): string =>
  link.kind === 'co-mention' ? 'named together with' : linkWords(link, from.id);

/** Who published a step's sentence and when, as far as that is known. */
export const sourceWords = ({ passage: { article } }: PathStep): string =>
  [article.publisher ?? 'Unknown publisher', article.published === null ? 'undated' : formatDate(article.published)].join(' · ');

/** Where the sentence of a step stands in its article. */
export const placeOf = ({ passage: { parts, relation } }: PathStep): Span | null => {
  const part = parts.find(({ start }) => start === relation?.at) ?? parts[0];
  return part ? { start: part.start, end: part.end } : null;
};

/** The types of what lies between the ends of these paths, in the order of our list of types. */
export const typesBetween = (paths: readonly FoundPath[]): NodeType[] => {
  const there = new Set(paths.flatMap(between).map(({ type }) => type));
  return nodeTypes.filter((type) => there.has(type));
};

/** A strength from 0 to 1 as a figure of 100. */
export const strengthFigure = (strength: number): number => Math.round(strength * 100);

type Found = Extract<Paths, { found: true }>;

/** One path of an answer, or all of them, as Markdown with citations, and the name of a file for it. */
export const markdownOf = (answer: Found, at: number | null): { name: string; text: string } => {
  const paths = at === null ? answer.paths : answer.paths.slice(at, at + 1);
  return { name: fileNameOf(`${answer.from.name} – ${answer.to.name}`, 'md'), text: pathMarkdown({ ...answer, paths }) };
};

interface NotFound {
  from: NodeRef;
  to: NodeRef;
  searchedSteps: number;
  searchedNodes: number;
  gaveUp: boolean;
}

/** That nothing was found, and how far the search went. `around`: what was left out by the user may be why. */
export const notConnected = (
  { from, to, searchedSteps, searchedNodes, gaveUp }: NotFound,
  around: boolean,
): { title: string; detail: string } => {
  const nodes = `${formatCount(searchedNodes)} ${searchedNodes === 1 ? 'node was' : 'nodes were'} looked at`;
  if (gaveUp) {
    return {
      title: `No path from ${from.name} to ${to.name} was found`,
      detail: `All ways of ${plural(searchedSteps, 'link')} were gone through, and ${nodes}. The search ended there: there may be a longer one.`,
    };
  }
  const title = `Nothing links ${from.name} and ${to.name}`;
  const far = `All ways of up to ${plural(searchedSteps, 'link')} were gone through, and ${nodes}.`;
  return { title: around ? `${title} around what is left out` : title, detail: far };
};
