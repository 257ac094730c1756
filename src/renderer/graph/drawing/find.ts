import type { LinkId, NodeId } from '../../../shared/model.ts';
import type { GraphLink, GraphNode, Slice } from '../../../shared/views.ts';
import { nodeTypeLabels } from '../../ui/types.ts';

/** The words of a text as they are compared: without case and accents. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * The nodes that a text fits, heaviest first: each of its words begins a word of the name; where no name does, of the name, the type or the
 * community, which is called after its strongest members. Null for a text without words.
 */
export const matchesOf = (nodes: readonly GraphNode[], communities: Slice['communities'], text: string): NodeId[] | null => {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return null;
  const inCommunity = new Map(communities.map(({ id, name }) => [id, wordsOf(name)]));
  const fits = ({ name, type, community }: GraphNode): boolean => {
    const { one, many } = nodeTypeLabels[type];
    const words = [...wordsOf(name), ...wordsOf(one), ...wordsOf(many), ...(inCommunity.get(community) ?? [])];
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  const named = ({ name }: GraphNode): boolean => wanted.every((start) => wordsOf(name).some((word) => word.startsWith(start)));
  const byName = nodes.filter(named);
  return (byName.length > 0 ? byName : nodes.filter(fits)).sort((a, b) => b.weight - a.weight).map(({ id }) => id);
};

/** What does not match, nodes and links, so that it can be dimmed: a link matches with both its ends. */
export const unlikeOf = (nodes: readonly GraphNode[], links: readonly GraphLink[], matches: readonly NodeId[]): Set<NodeId | LinkId> => {
  const alike = new Set(matches);
  return new Set([
    ...nodes.flatMap(({ id }) => (alike.has(id) ? [] : [id])),
    ...links.flatMap(({ id, source, target }) => (alike.has(source) && alike.has(target) ? [] : [id])),
  ]);
};
