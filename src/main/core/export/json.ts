import { isStoryId } from '../../../shared/model.ts';
import type { ExportedGraph } from '../../../shared/views.ts';
import type { Store } from '../store/index.ts';
import { exportMaterial } from './material.ts';
import { pieces } from './pieces.ts';

/** Version of the shape that docs/file-formats.md describes. */
const version = 1;

/**
 * The whole graph as JSON: articles with the sentences that are cited, nodes with their aliases, links with relations and
 * passages (an article's id, and start and end in its text). Throws `unavailable` for a graph too large for one text.
 */
export const exportJson = (store: Store): ExportedGraph => {
  const { nodes, articles, links } = exportMaterial(store);
  const { add, text } = pieces();
  const list = (items: Iterable<unknown>): number => {
    let count = 0;
    for (const item of items) {
      add(`${count === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`);
      count += 1;
    }
    return count;
  };
  add(`{"format":"newsgraph","version":${version},"articles":[`);
  list(articles);
  add('\n],"nodes":[');
  list(
    nodes.map(({ id, type, name, articles: reports, stories, mentions, first, last }) => ({
      id,
      type,
      name,
      articles: reports,
      stories,
      mentions,
      first,
      last,
      aliases: isStoryId(id) ? [] : store.aliasesOf(id),
    })),
  );
  add('\n],"links":[');
  const linked = list(links());
  add('\n]}\n');
  return { format: 'json', text: text(), nodes: nodes.length, links: linked };
};
