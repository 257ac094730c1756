import type { DetailContent } from '../state/detail.ts';
import { nodeTypeLabels } from '../ui/types.ts';

/** What a page is, in a word, and what it is about. */
export const detailTitle = (content: DetailContent): { kind: string; title: string } | null => {
  switch (content.kind) {
    case 'none':
      return null;
    case 'entity':
      return { kind: nodeTypeLabels[content.card.node.type].one, title: content.card.node.name };
    case 'story':
      return { kind: nodeTypeLabels.story.one, title: content.card.node.name };
    case 'evidence':
      return { kind: 'Evidence', title: `${content.evidence.a.name} — ${content.evidence.b.name}` };
    case 'corrections':
      return { kind: 'Library', title: 'Corrections' };
    case 'article':
      return { kind: 'Article', title: content.article.title };
  }
};
