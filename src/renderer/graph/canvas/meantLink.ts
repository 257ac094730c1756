import type { EventObjectEdge } from 'cytoscape';
import type { LinkId } from '../../../shared/model.ts';
import { type Line, meantLine } from '../drawing/meant.ts';

/** px on either side of a line that count as on it; Cytoscape's own measure. */
const reach = 8;

/** The link that a pointer on a link means: not always the one that Cytoscape found, where several run over each other. */
export const meantLink = ({ target, position, cy }: EventObjectEdge): LinkId => {
  const lines = cy.edges().map(
    (edge): Line<LinkId> => ({
      id: edge.id() as LinkId,
      from: edge.source().position(),
      to: edge.target().position(),
      central: edge.data('central') === true,
    }),
  );
  return meantLine(position, lines, reach / cy.zoom())?.id ?? (target.id() as LinkId);
};
