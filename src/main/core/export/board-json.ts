import type { BoardMaterial } from './board.ts';
import { rounded } from './graph-format.ts';

/** Version of the shape that docs/file-formats.md describes. */
const version = 1;

/** A board as JSON. */
export const boardJson = (board: BoardMaterial): string => {
  const { title, made, filter, notes, missing, nodes, links } = board;
  const whole = {
    format: 'newsgraph-board',
    version,
    title,
    made,
    filter,
    missing,
    notes,
    nodes: nodes.map((node) => ({ ...node, weight: rounded(node.weight, 4) })),
    links: links.map(({ direction, strength, quotes, allQuotes, ...link }) => ({
      ...link,
      ...direction,
      strength: rounded(strength, 4),
      evidence: { total: allQuotes, passages: quotes },
    })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
};
