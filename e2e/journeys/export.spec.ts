import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { map, mapAround, nodePlace } from '../graph.ts';
import type { Running } from '../hosts.ts';
import { copyOf } from '../library.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export the board' });
const messages = (page: Page) => page.getByRole('list', { name: 'Messages' });

const openEntity = async (page: Page, name: string) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^Company ${name} \\d`) }).click();
  await mapAround(page, name);
};

/** Exports the board by keyboard and answers the file. */
const exported = async ({ page, saved }: Running, format: string, choose: () => Promise<void> = async () => undefined) => {
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('radio', { name: format, exact: true }).check({ force: true });
  await choose();
  const file = await saved(() => dialog(page).getByRole('button', { name: 'Export' }).click());
  await expect(dialog(page)).toBeHidden();
  return file;
};

interface Counts {
  nodes: number;
  links: number;
}

const counts = async (page: Page): Promise<Counts> => ({
  nodes: Number(await map(page).getAttribute('data-nodes')),
  links: Number(await map(page).getAttribute('data-links')),
});

/** How many elements of some names a text of XML holds, as the browser parses it; fails where it is not well-formed. */
const elements = (page: Page, text: string, names: readonly string[]): Promise<number[]> =>
  page.evaluate(
    ([xml, tags]) => {
      const document = new DOMParser().parseFromString(xml, 'text/xml');
      if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent ?? 'not well-formed');
      return tags.map((tag) => document.querySelectorAll(tag).length);
    },
    [text, [...names]] as const,
  );

test('pictures show the map as it is seen', async ({ open, sampleLibrary }) => {
  const running = await open({ library: await copyOf(sampleLibrary) });
  const { page } = running;
  await openEntity(page, 'Nvidia');
  const { nodes, links } = await counts(page);

  const svg = await exported(running, 'SVG');
  expect(svg.name).toBe('Nvidia.svg');
  const text = svg.bytes.toString();
  expect(await elements(page, text, ['g.node', 'g.link', 'g.legend', 'script'])).toEqual([nodes, links, 1, 0]);
  expect(text).toContain('<title>Jensen Huang</title>');

  const size = async (scale: string) => {
    const { bytes } = await exported(running, 'PNG', () => dialog(page).getByText(scale, { exact: true }).click());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  const plain = await size('1×');
  const [, width = '', height = ''] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(text) ?? [];
  expect(plain).toEqual([Number(width), Number(height)]);
  expect(await size('4×')).toEqual(plain.map((side) => 4 * side));

  const view = await exported(running, 'SVG', async () => {
    await dialog(page).getByText('What is in view').click();
    await dialog(page).getByRole('checkbox', { name: 'With the legend' }).uncheck();
  });
  const box = await map(page).boundingBox();
  const [, seenWidth = ''] = /<svg[^>]* width="(\d+)"/.exec(view.bytes.toString()) ?? [];
  expect(Math.abs(Number(seenWidth) - (box?.width ?? 0))).toBeLessThan(2);
  expect(await elements(page, view.bytes.toString(), ['g.legend'])).toEqual([0]);
});

test('what is exported holds what is seen, in every format, and says what the filter leaves out', async ({ open, sampleLibrary }) => {
  const running = await open({ library: await copyOf(sampleLibrary) });
  const { page } = running;
  await openEntity(page, 'Nvidia');
  const before = await counts(page);
  const { x, y } = await nodePlace(page, 'Jensen Huang');
  await page.mouse.click(x, y);
  await map(page).focus();
  await page.keyboard.press('Delete');
  await expect(map(page)).toHaveAttribute('data-nodes', String(before.nodes - 1));
  const all = await counts(page);

  const gexf = await exported(running, 'GEXF');
  expect(gexf.name).toBe('Nvidia.gexf');
  expect(await elements(page, gexf.bytes.toString(), ['node', 'edge'])).toEqual([all.nodes, all.links]);
  expect(gexf.bytes.toString()).toContain('1 node was taken off the board by hand.');
  await expect(messages(page).getByRole('listitem').filter({ hasText: 'Saved Nvidia.gexf' })).toContainText(
    `${all.nodes} nodes, ${all.links} links, `,
  );
  const graphml = await exported(running, 'GraphML');
  expect(await elements(page, graphml.bytes.toString(), ['node', 'edge'])).toEqual([all.nodes, all.links]);

  const json = JSON.parse((await exported(running, 'JSON')).bytes.toString()) as {
    nodes: unknown[];
    links: { evidence: { passages: unknown[] } }[];
  };
  expect([json.nodes.length, json.links.length]).toEqual([all.nodes, all.links]);
  expect(json.links.every(({ evidence }) => evidence.passages.length > 0)).toBe(true);

  const csv = (await exported(running, 'CSV')).bytes;
  expect(csv.readUInt32LE(0)).toBe(0x04034b50);
  for (const name of ['nodes.csv', 'links.csv', 'sentences.csv', 'about.csv']) expect(csv.includes(name)).toBe(true);

  const markdown = (await exported(running, 'Markdown')).bytes.toString();
  expect(markdown).toMatch(/^# Nvidia\n/);
  expect(markdown.match(/^### /gm)).toHaveLength(all.links);

  const html = (await exported(running, 'Report', () => dialog(page).getByText('The best', { exact: true }).click())).bytes.toString();
  const report = await page.evaluate(
    (text) => {
      const document = new DOMParser().parseFromString(text, 'text/html');
      const count = (selector: string) => document.querySelectorAll(selector).length;
      return {
        title: document.title,
        scripts: count('script'),
        pictured: count('figure svg g.node'),
        quotes: count('blockquote'),
        sources: count('.sources li'),
      };
      // the window's own policy would refuse the report's style
    },
    html.replace(/<style>.*?<\/style>/s, ''),
  );
  expect(report).toMatchObject({ title: 'Nvidia', scripts: 0, pictured: all.nodes, quotes: all.links });
  expect(report.sources).toBeGreaterThan(3);
});

test('the dialog says what will be in the file, is left by Escape, and is accessible', async ({ window: page }) => {
  await openEntity(page, 'Nvidia');
  const { nodes, links } = await counts(page);
  await page.getByRole('button', { name: 'More for the map' }).click();
  await page.getByRole('menuitem', { name: 'Export the board…' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'PNG', exact: true })).toBeFocused();
  await expect(dialog(page).locator('[data-contents]')).toContainText(`${nodes} nodes, ${links} links`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: 'Report' })).toBeChecked();
  await expect(dialog(page).locator('[data-contents]')).toContainText(/\d+ sentences name both ends/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes: found }) => [id, found.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('export the board');
  await page
    .getByRole('dialog', { name: 'Palette' })
    .getByRole('option', { name: /^Export the board…/ })
    .click();
  await expect(dialog(page).getByRole('radio', { name: 'Report' })).toBeFocused();
});

test('an export that fails says why, and the dialog stays', async ({ window: page, complaints, host }) => {
  test.skip(host === 'desktop', 'calls of the desktop can’t be held up from outside');
  await openEntity(page, 'Nvidia');
  await page.route('**/api/exportBoard', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'busy', message: 'Articles came in meanwhile.', hint: 'Export again.' } } }),
  );
  await page.keyboard.press('Control+Shift+E');
  await dialog(page).getByRole('radio', { name: 'JSON' }).check({ force: true });
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('Articles came in meanwhile. Export again.');

  // one that takes long can be stopped
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.unroute('**/api/exportBoard');
  await page.route('**/api/exportBoard', async (route) => {
    await held;
    await route.abort();
  });
  await dialog(page).getByRole('button', { name: 'Export' }).click();
  await expect(dialog(page).getByRole('progressbar', { name: 'Exporting' })).toBeVisible();
  await expect(dialog(page).getByRole('alert')).toBeHidden();
  await dialog(page).getByRole('button', { name: 'Stop' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Export' })).toBeEnabled();
  release();
  await expect(dialog(page).getByRole('progressbar')).toBeHidden();
  complaints.length = 0;
});
