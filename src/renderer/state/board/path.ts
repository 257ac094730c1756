import type { NodeId, NodeType } from '../../../shared/model.ts';
import type { FoundPath } from '../../../shared/views-paths.ts';
import type { Board } from './board.ts';

/** A type as it is called in running text: "not through places". */
export const manyOfType: Readonly<Record<NodeType, string>> = {
  company: 'companies',
  organization: 'organizations',
  person: 'people',
  place: 'places',
  product: 'products',
  story: 'stories',
};

/** The number of the path that stands out; null where none does, or there is none. */
export const pathShownAt = ({ path, pathShown }: Pick<Board, 'path' | 'pathShown'>): number | null => {
  if (!path?.found || path.paths.every(({ steps }) => steps.length === 0)) return null;
  return pathShown?.of === path ? pathShown.at : 0;
};

const nodesOn = ({ steps }: FoundPath): NodeId[] => steps.flatMap(({ from, to }) => [from.id, to.id]);

/** What of a board of paths stands out, and what stands back for it: neither holds what the user has added to the board. */
export interface PathMarks {
  lit: ReadonlySet<string>;
  back: ReadonlySet<string>;
}

/** Nodes and links of the path that stands out, and those of the other paths; null where none stands out. */
export const pathMarks = ({ path, pathShown, nodes, links }: Pick<Board, 'path' | 'pathShown' | 'nodes' | 'links'>): PathMarks | null => {
  const at = pathShownAt({ path, pathShown });
  const shown = at === null || !path?.found ? undefined : path.paths[at];
  if (!path?.found || !shown) return null;
  const onAny = new Set(path.paths.flatMap(nodesOn));
  const onShown = new Set(nodesOn(shown));
  const steps = new Set(shown.steps.map(({ link }) => link.id));
  const lit = new Set<string>([...onShown, ...steps]);
  const back = new Set<string>([...onAny].filter((id) => !onShown.has(id)));
  for (const { id, source, target } of links) if (onAny.has(source) && onAny.has(target) && !steps.has(id)) back.add(id);
  // what joined the board stands as it is
  for (const { id } of nodes) if (!onAny.has(id)) lit.add(id);
  for (const { id } of links) if (!back.has(id)) lit.add(id);
  return { lit, back };
};

/** The nodes that a path leads through, ends left out. */
export const between = ({ steps }: FoundPath): FoundPath['steps'][number]['to'][] => steps.slice(0, -1).map(({ to }) => to);
