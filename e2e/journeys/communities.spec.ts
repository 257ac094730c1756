import type { Page } from '@playwright/test';
import type { GraphElement } from '../../src/renderer/graph/canvas/useCytoscape.ts';
import { expect, test } from '../fixtures.ts';
import { map } from '../graph.ts';

const heading = (page: Page) => page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
const names = (page: Page) => page.getByRole('list', { name: 'Communities' }).getByRole('button');
const areas = (page: Page) => page.locator('[data-areas]');

/** Places beside the nodes where no other node stands, in the page's pixels. */
const grounds = (page: Page): Promise<{ x: number; y: number }[]> =>
  page.evaluate(() => {
    const element = document.querySelector<GraphElement>('[data-generation]');
    const box = element?.getBoundingClientRect();
    const nodes = (element?.graph?.nodes() ?? []).map((node) => ({ ...node.renderedPosition(), radius: node.renderedOuterWidth() / 2 }));
    if (!box) throw new Error('there is no map');
    const beside = nodes.map(({ x, y, radius }) => ({ x: x - radius - 5, y: y - radius - 2 }));
    return beside
      .filter(({ x, y }) => nodes.every((node) => Math.hypot(node.x - x, node.y - y) > node.radius + 3))
      .map(({ x, y }) => ({ x: box.x + x, y: box.y + y }));
  });

test('the overview’s communities have a ground and a name; a name fits, and opens with Enter or a double click', async ({
  window: page,
}) => {
  await expect(names(page).first()).toBeVisible();
  const many = await names(page).count();
  expect(many).toBeGreaterThan(3);
  await expect(areas(page)).toHaveAttribute('data-areas', String(many));

  await names(page).nth(1).hover();
  await expect(areas(page)).not.toHaveAttribute('data-lit', '');
  const name = (await names(page).nth(1).innerText()).replace(/\s*\d+$/, '');
  const zoom = () => page.evaluate(() => document.querySelector<GraphElement>('[data-generation]')?.graph?.zoom() ?? 0);
  const before = await zoom();
  await names(page).nth(1).click();
  await expect.poll(zoom).toBeGreaterThan(before);
  await expect(heading(page)).toHaveText('Overview');

  await names(page).nth(1).press('Enter');
  await expect(heading(page)).toHaveAccessibleName(`Community of ${name}`);
  await expect(map(page)).toHaveAttribute('aria-busy', 'false');
  await expect(areas(page)).toHaveCount(0);
  const members = Number(await map(page).getAttribute('data-nodes'));
  expect(members).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Back to the previous map' }).click();
  await expect(heading(page)).toHaveText('Overview');

  await names(page).nth(1).dblclick();
  await expect(heading(page)).toHaveAccessibleName(`Community of ${name}`);
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(heading(page)).toHaveText('Overview');
});

test('a double click on the ground of a community opens it', { tag: '@browser' }, async ({ window: page }) => {
  await expect(names(page).first()).toBeVisible();
  await expect.poll(async () => Number(await map(page).getAttribute('data-nodes'))).toBeGreaterThan(100);
  await expect(areas(page)).toBeAttached();
  // a name, or a link, may lie over one
  let head = '';
  let at = { x: 0, y: 0 };
  for (const place of await grounds(page)) {
    at = place;
    await page.mouse.move(at.x, at.y);
    head = (await areas(page).getAttribute('data-lit')) ?? '';
    if (head !== '') break;
  }
  const name = page.locator(`[data-head="${head}"]`).getByRole('button');
  await expect(name).toBeInViewport();
  const words = (await name.innerText()).replace(/\s*\d+$/, '');
  await page.mouse.dblclick(at.x, at.y);
  await expect(heading(page)).toHaveAccessibleName(`Community of ${words}`);
});
