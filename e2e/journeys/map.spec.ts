import type { Page } from '@playwright/test';
import type { GraphElement } from '../../src/renderer/graph/canvas/useCytoscape.ts';
import { expect, test } from '../fixtures.ts';
import { map, mapAround, nodePlace } from '../graph.ts';
import { copyOf } from '../library.ts';

/** Where the nodes are drawn, as discs in px of the canvas. */
const discs = (page: Page): Promise<{ x: number; y: number; radius: number }[]> =>
  page.evaluate(() => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return (graph?.nodes() ?? []).map((node) => {
      const { x, y } = node.renderedPosition();
      return { x, y, radius: Math.min(node.renderedWidth(), node.renderedHeight()) / 2 };
    });
  });

test('the overview keeps clear of the communities above it, and no node covers another', async ({ window: page }) => {
  const communities = page.getByRole('list', { name: 'Communities' });
  await expect(communities).toBeVisible();
  await expect.poll(async () => (await discs(page)).length).toBeGreaterThan(100);
  const canvas = await map(page).boundingBox();
  const chips = await communities.boundingBox();
  if (!canvas || !chips) throw new Error('the map or its communities are not shown');
  const drawn = await discs(page);
  // a name of two lines has room above the topmost node
  expect(Math.min(...drawn.map(({ y, radius }) => y - radius))).toBeGreaterThan(chips.y + chips.height - canvas.y + 30);
  const covered = drawn.filter((one, at) =>
    drawn.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius - 1),
  );
  expect(covered).toEqual([]);
});

test('the menu of a node hides it and brings it back; Escape leads back one level at a time', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('nvidia');
  await page.getByRole('option', { name: /^Company Nvidia \d/ }).click();
  await mapAround(page, 'Nvidia');
  const before = Number(await map(page).getAttribute('data-nodes'));

  const { x, y } = await nodePlace(page, 'Jensen Huang');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Hide/ }).click();
  await expect(map(page)).toHaveAttribute('data-nodes', String(before - 1));
  await page.getByRole('button', { name: 'Show 1 hidden node' }).click();
  await expect(map(page)).toHaveAttribute('data-nodes', String(before));

  const again = await nodePlace(page, 'Jensen Huang');
  await page.mouse.click(again.x, again.y, { button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await mapAround(page, 'Nvidia');
  const heading = page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
  // each level has its time: what is being closed still takes an Escape
  await expect(async () => {
    if ((await heading.innerText()) !== 'Overview') await page.keyboard.press('Escape');
    expect(await heading.innerText()).toBe('Overview');
  }).toPass();
});

test('the theme follows the system while the window is open', async ({ window: page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('in a narrow window the reader gives way to the map that is asked for from it', async ({ open, sampleLibrary }) => {
  const { page } = await open({ library: await copyOf(sampleLibrary), viewport: { width: 900, height: 700 } });
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('golden share');
  await page.getByRole('option').filter({ hasText: 'One golden share' }).first().click();
  const reader = page.getByRole('region', { name: 'Reader' });
  await reader.getByRole('button', { name: 'Show them on the map' }).click();
  await expect(page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 })).toHaveAccessibleName(/^One golden share/);
  await expect(reader).toBeHidden();
  await page.getByRole('option').filter({ hasText: 'One golden share' }).first().click();
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
});
