import { isStoryId } from '../../../shared/model.ts';
import type { ExportedGraph } from '../../../shared/views.ts';
import { Pace } from '../pace.ts';
import { spellingsOf } from '../spellings.ts';
import type { Store } from '../store/index.ts';
import { exportMaterial } from './material.ts';
import { asOneText, inPieces, undisturbed, type Write, type Written } from './pieces.ts';

/** Version of the shape that docs/file-formats.md describes. */
const version = 1;

/**
 * Writes the whole graph as JSON: articles with the sentences that are cited, nodes with their aliases, links with relations
 * and passages (an article's id, and start and end in its text). Rejects as `write` does, and with `busy` where articles
 * came in meanwhile.
 */
export const writeJson = (store: Store, write: Write): Promise<Written> =>
  undisturbed(store.version, async () => {
    const { nodes, articles, links } = await exportMaterial(store);
    const pace = new Pace();
    const { add, end } = inPieces(write);
    const list = async <Item>(items: Iterable<Item>, shown: (item: Item) => unknown): Promise<number> => {
      let count = 0;
      for (const item of items) {
        if (pace.due) await pace.breathe();
        await add(`${count === 0 ? '\n' : ',\n'}${JSON.stringify(shown(item))}`);
        count += 1;
      }
      return count;
    };
    await add(`{"format":"newsgraph","version":${version},"articles":[`);
    await list(articles, (article) => article);
    await add('\n],"nodes":[');
    await list(nodes, (node) => {
      const { id, type, name, articles: reports, stories, mentions, first, last } = node;
      const aliases = isStoryId(id) ? [] : spellingsOf(store, node);
      return { id, type, name, articles: reports, stories, mentions, first, last, aliases };
    });
    await add('\n],"links":[');
    const linked = await list(links(), (link) => link);
    await add('\n]}\n');
    await end();
    return { nodes: nodes.length, links: linked };
  });

/** The same as one text. Rejects with `unavailable` for a graph too large for that. */
export const exportJson = (store: Store): Promise<ExportedGraph> => asOneText('json', (write) => writeJson(store, write));
