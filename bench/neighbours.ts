import { withLibrary } from './library.ts';
import { type Question, spread } from './question.ts';

/** How fast is the table of an entity's neighbours, for hubs as for the rest? */
export const neighbours: Question = {
  title: 'Neighbours in the core',
  run: (options) =>
    withLibrary(options, async (contract) => {
      const { nodes } = await contract.overview({ limit: 150 });
      const { items } = await contract.articles({ limit: 200 });
      const ids = new Set(nodes.map((node) => node.id));
      for (const { id } of items) for (const { node } of (await contract.article({ id })).entities) ids.add(node.id);
      const times: number[] = [];
      for (const id of ids) {
        const started = performance.now();
        await contract.neighbours({ id });
        times.push(performance.now() - started);
      }
      return spread('neighbours of an entity', times, '20 ms');
    }),
};
