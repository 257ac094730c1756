import type { Locator, Page } from '@playwright/test';
import type { GraphElement } from '../src/renderer/graph/canvas/useCytoscape.ts';

/** The map's canvas, with its counts as data attributes. */
export const map = (page: Page): Locator => page.locator('[data-generation]');

/** Waits until the map around the entity of this name is drawn and has come to rest. */
export const mapAround = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('application', { name: `Map around ${name}` }).waitFor();
  await page.waitForFunction(() => {
    const element = document.querySelector<GraphElement>('[data-generation]');
    const graph = element?.graph;
    return Boolean(graph && graph.nodes().length > 1 && !graph.animated() && graph.elements(':animated').empty());
  });
};

interface Place {
  x: number;
  y: number;
}

/** Where a node of this name is drawn, in the page's pixels. Throws when it is not on the map. */
export const nodePlace = (page: Page, name: string): Promise<Place> =>
  page.evaluate((wanted) => {
    const element = document.querySelector<GraphElement>('[data-generation]');
    const box = element?.getBoundingClientRect();
    const node = element?.graph?.nodes().filter((each) => each.data('name') === wanted)[0];
    if (!box || !node) throw new Error(`“${wanted}” is not on the map`);
    const { x, y } = node.renderedPosition();
    return { x: box.x + x, y: box.y + y };
  }, name);

/** The same once the node has stood still for a few frames: the map may be fitted anew, or be moving. */
export const restingPlace = async (page: Page, name: string): Promise<Place> => {
  await nodePlace(page, name);
  await page.waitForFunction((wanted) => {
    const still = (last: string, frames: number): Promise<boolean> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const node = document
            .querySelector<GraphElement>('[data-generation]')
            ?.graph?.nodes()
            .filter((each) => each.data('name') === wanted)[0];
          const now = JSON.stringify(node?.renderedPosition());
          if (now !== last) resolve(false);
          else if (frames === 0) resolve(true);
          else void still(now, frames - 1).then(resolve);
        });
      });
    const node = document
      .querySelector<GraphElement>('[data-generation]')
      ?.graph?.nodes()
      .filter((each) => each.data('name') === wanted)[0];
    return still(JSON.stringify(node?.renderedPosition()), 3);
  }, name);
  return nodePlace(page, name);
};

/** A place on the line between two nodes where nothing else lies, in the page's pixels. */
export const linkPlace = (page: Page, from: string, to: string): Promise<Place> =>
  page.evaluate(
    ([a, b]) => {
      const element = document.querySelector<GraphElement>('[data-generation]');
      const box = element?.getBoundingClientRect();
      const graph = element?.graph;
      if (!element || !box || !graph) throw new Error('there is no map');
      const byName = (name: string | undefined) => graph.nodes().filter((each) => each.data('name') === name)[0];
      const [start, end] = [byName(a)?.renderedPosition(), byName(b)?.renderedPosition()];
      if (!start || !end) throw new Error(`“${a}” and “${b}” are not both on the map`);
      const at = (part: number) => ({ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part });
      const bare = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8].map(at).filter(({ x, y }) =>
        graph.nodes().every((node) => {
          const place = node.renderedBoundingBox({});
          return x < place.x1 - 3 || x > place.x2 + 3 || y < place.y1 - 3 || y > place.y2 + 3;
        }),
      );
      // where others run along it, the place that is farthest from them
      const others = graph
        .edges()
        .map((edge) => ({ names: [edge.source().data('name'), edge.target().data('name')], from: edge.source(), to: edge.target() }))
        .filter(({ names }) => !(names.includes(a) && names.includes(b)))
        .map((edge) => ({ from: edge.from.renderedPosition(), to: edge.to.renderedPosition() }));
      const room = ({ x, y }: { x: number; y: number }) =>
        Math.min(
          ...others.map((line) => {
            const [wide, high] = [line.to.x - line.from.x, line.to.y - line.from.y];
            const part = Math.min(1, Math.max(0, ((x - line.from.x) * wide + (y - line.from.y) * high) / (wide * wide + high * high || 1)));
            return Math.hypot(x - line.from.x - part * wide, y - line.from.y - part * high);
          }),
        );
      const free = bare.sort((one, other) => Math.min(12, room(other)) - Math.min(12, room(one)))[0];
      if (!free) throw new Error(`the link of “${a}” and “${b}” is covered`);
      return { x: box.x + free.x, y: box.y + free.y };
    },
    [from, to],
  );
