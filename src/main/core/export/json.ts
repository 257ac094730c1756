import { isStoryId } from '../../../shared/model.ts';
import type { ExportedGraph } from '../../../shared/views.ts';
import { Pace } from '../pace.ts';
import type { Store } from '../store/index.ts';
import { exportMaterial } from './material.ts';
import { pieces, undisturbed } from './pieces.ts';

/** Version of the shape that docs/file-formats.md describes. */
const version = 1;

/**
 * The whole graph as JSON: articles with the sentences that are cited, nodes with their aliases, links with relations and
 * passages (an article's id, and start and end in its text). Rejects with `unavailable` for a graph too large for one text,
 * with `busy` where articles came in meanwhile.
 */
export const exportJson = (store: Store): Promise<ExportedGraph> =>
  undisturbed(store.version, async () => {
    const { nodes, articles, links } = await exportMaterial(store);
    const pace = new Pace();
    const { add, text } = pieces();
    const list = async <Item>(items: Iterable<Item>, shown: (item: Item) => unknown): Promise<number> => {
      let count = 0;
      for (const item of items) {
        if (pace.due) await pace.breathe();
        add(`${count === 0 ? '\n' : ',\n'}${JSON.stringify(shown(item))}`);
        count += 1;
      }
      return count;
    };
    add(`{"format":"newsgraph","version":${version},"articles":[`);
    await list(articles, (article) => article);
    add('\n],"nodes":[');
    await list(nodes, ({ id, type, name, articles: reports, stories, mentions, first, last }) => {
      const aliases = isStoryId(id) ? [] : store.aliasesOf(id);
      return { id, type, name, articles: reports, stories, mentions, first, last, aliases };
    });
    add('\n],"links":[');
    const linked = await list(links(), (link) => link);
    add('\n]}\n');
    return { format: 'json', text: text(), nodes: nodes.length, links: linked };
  });
