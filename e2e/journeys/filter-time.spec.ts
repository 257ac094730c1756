import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { GraphElement } from '../../src/renderer/graph/canvas/useCytoscape.ts';
import { expect, test } from '../fixtures.ts';
import { map, mapAround, nodePlace } from '../graph.ts';
import { copyOf } from '../library.ts';
import { runCommand } from '../palette.ts';

const nvidia = async (page: Page) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('nvidia');
  await page.getByRole('option', { name: /^Company Nvidia \d/ }).click();
  await mapAround(page, 'Nvidia');
};
const count = async (page: Page, what: 'nodes' | 'links') => Number(await map(page).getAttribute(`data-${what}`));
const nodes = (page: Page, many: number) => expect(map(page)).toHaveAttribute('data-nodes', String(many));
const links = (page: Page, many: number) => expect(map(page)).toHaveAttribute('data-links', String(many));
const fewerThan = (page: Page, what: 'nodes' | 'links', many: number) => expect.poll(() => count(page, what)).toBeLessThan(many);

/** Where the nodes on the map stand, by name. */
const places = (page: Page): Promise<Record<string, { x: number; y: number }>> =>
  page.evaluate(() => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return Object.fromEntries((graph?.nodes() ?? []).map((node) => [node.data('name'), { ...node.position() }]));
  });

const time = (page: Page): Locator => page.getByRole('region', { name: 'Time' });
const plot = (page: Page): Locator => time(page).getByRole('group', { name: 'Articles over time' });
const start = (page: Page): Locator => time(page).getByRole('slider', { name: 'Start of the time span' });
const end = (page: Page): Locator => time(page).getByRole('slider', { name: 'End of the time span' });
const placeOf = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));

/** Drags over the bars, from one part of their width to another. */
const brush = async (page: Page, from: number, to: number) => {
  const box = await plot(page).boundingBox();
  if (!box) throw new Error('the bars are not shown');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 3 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 3 });
  await page.mouse.up();
};

const undo = async (page: Page) => {
  await page.keyboard.press('Control+z');
};

test('filters by kind, strength, publisher and community leave places alone, and are undone', async ({ window: page }) => {
  await nvidia(page);
  const [before, linked] = [await count(page, 'nodes'), await count(page, 'links')];
  // one is set by hand
  const from = await nodePlace(page, 'TSMC');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y - 50, { steps: 4 });
  await page.mouse.up();
  const stood = await places(page);
  const unmoved = async () => {
    for (const [name, place] of Object.entries(await places(page))) expect(place, name).toEqual(stood[name]);
  };

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Filter', exact: true });
  await expect(panel).toBeFocused();
  const together = panel.getByRole('checkbox', { name: 'Named together' });
  await together.uncheck();
  await fewerThan(page, 'links', linked);
  await unmoved();
  await panel.getByRole('button', { name: 'Only Supplies' }).click();
  const supplies = await count(page, 'links');
  // the count beside the switch is what is left
  await expect(panel.getByRole('button', { name: 'Only Supplies' }).locator('xpath=following-sibling::*')).toHaveText(String(supplies));
  await unmoved();
  await undo(page);
  await undo(page);
  await links(page, linked);
  await expect(together).toBeChecked();

  // a slider that is dragged is one step to undo
  const strength = panel.getByRole('slider', { name: 'Least strength' });
  await strength.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageUp');
  await expect(strength).toHaveAttribute('aria-valuetext', /^30 %, \d+ of \d+ links shown$/);
  await fewerThan(page, 'links', linked);
  await panel.getByRole('button', { name: 'Communities: none' }).click();
  await nodes(page, 1);
  await undo(page);
  await panel.getByRole('button', { name: 'Clear the filter' }).click();
  await links(page, linked);

  await panel.getByRole('button', { name: 'Only Sample Wire' }).click();
  await fewerThan(page, 'links', linked);
  await unmoved();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Take away: Only Sample Wire' }).click();
  await nodes(page, before);
  await links(page, linked);
  expect(await places(page)).toEqual(stood);
});

test('a type that is switched off leaves the map and the table, and its count tells what it would show', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page, 'nodes');
  const people = page.getByRole('button', { name: /^People, \d+ shown/ });
  const shown = Number(/\d+/.exec((await people.getAttribute('aria-label')) ?? '')?.[0]);
  await people.click();
  await nodes(page, before - shown);
  await expect(page.getByRole('button', { name: 'People, hidden' })).toContainText(String(shown));
  await page.getByRole('radio', { name: 'Table' }).locator('..').click();
  const table = page.getByRole('grid', { name: 'Neighbours' });
  await expect(table.getByRole('row', { name: /TSMC/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /Jensen Huang/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Take away: Without people' }).click();
  await expect(table.getByRole('row', { name: /Jensen Huang/ })).toBeVisible();
});

test('a brush narrows map, table and evidence; by keys as well; Escape clears it and undo brings it back', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page, 'nodes');
  await expect(start(page)).toHaveAttribute('aria-valuetext', / \d+ articles$/);
  const all = /(\d+) articles$/.exec((await start(page).getAttribute('aria-valuetext')) ?? '')?.[1];
  await brush(page, 0.72, 0.98);
  await fewerThan(page, 'nodes', before);
  await expect(time(page).getByText(new RegExp(` of ${all} articles`))).toBeVisible();
  const [first, last, within] = [await placeOf(start(page)), await placeOf(end(page)), await count(page, 'nodes')];
  expect(first).toBeGreaterThan(0);

  await end(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(start(page)).toHaveAttribute('aria-valuenow', String(first - 1));
  await expect(end(page)).toHaveAttribute('aria-valuenow', String(last - 1));
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(end(page)).toHaveAttribute('aria-valuenow', String(last - 2));
  await expect(start(page)).toHaveAttribute('aria-valuenow', String(first - 1));
  await page.keyboard.press('Escape');
  await nodes(page, before);
  // the whole brush that was dragged is one step
  for (let step = 0; step < 3; step += 1) await undo(page);
  await expect(start(page)).toHaveAttribute('aria-valuenow', String(first));
  await nodes(page, within);

  // the table has the links as the span leaves them, and says who is left out
  await page.getByRole('radio', { name: 'Table' }).locator('..').click();
  await page
    .getByRole('button', { name: /^Show \d+ more of/ })
    .last()
    .click();
  await expect(page.getByText(/not on the map (is|are) left out while articles are filtered/)).toBeVisible();
  // who hangs on others alone within the span is on the map, and no neighbour; a row is the table's head
  const rows = await page.getByRole('grid', { name: 'Neighbours' }).getByRole('row').count();
  expect(rows).toBeGreaterThan(2);
  expect(rows).toBeLessThanOrEqual(within);
  await page.getByRole('button', { name: 'Show the sentences about OpenAI', exact: true }).click();
  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByRole('blockquote').first()).toBeVisible();
  const some = await reader.getByRole('blockquote').count();
  await time(page).getByRole('button', { name: 'Clear the time span' }).click();
  await expect.poll(() => reader.getByRole('blockquote').count()).toBeGreaterThan(some);
});

test('playing moves the span to the end and stops; all of it is one step to undo', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page, 'nodes');
  await brush(page, 0.75, 0.8);
  const first = await placeOf(start(page));
  await time(page).getByRole('button', { name: 'Speed: 1×' }).click();
  await page.getByRole('menuitemradio', { name: '2×' }).click();
  await time(page).getByRole('button', { name: 'Play the time span' }).click();
  await expect(time(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(time(page).getByRole('button', { name: 'Play the time span' })).toBeVisible();
  await expect(end(page)).toHaveAttribute('aria-valuenow', (await end(page).getAttribute('aria-valuemax')) ?? '');
  await undo(page);
  await expect(start(page)).toHaveAttribute('aria-valuenow', String(first));
  await undo(page);
  await nodes(page, before);
});

test('what is new is marked and listed; the last visit is remembered, and a reload is no visit', async ({ window: page }) => {
  // three windows in one
  test.slow();
  await nvidia(page);
  await time(page).getByRole('button', { name: 'New since…' }).click();
  const news = page.getByRole('dialog', { name: 'What is new' });
  await expect(news.getByRole('radio', { name: 'Mark nothing' })).toBeChecked();
  await expect(news.getByRole('radio', { name: /My last visit/ })).toHaveCount(0);
  await news.getByLabel('New since this date').fill('2025-06-01');
  await expect(news.getByRole('status')).toHaveText(/\d+ links are new since /);
  const list = news.getByRole('list', { name: 'New on this map' });
  await expect(page.locator('canvas[data-new-nodes]')).toHaveAttribute('data-new-links', /[1-9]/);
  await list.getByRole('button').first().click();
  await expect(list.getByRole('button').first()).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('region', { name: 'Reader' }).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(map(page)).toHaveAttribute('data-selected', '1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^New since .*2025$/ })).toBeVisible();

  await page.reload();
  await nvidia(page);
  await time(page).getByRole('button', { name: 'New since…' }).click();
  await expect(news.getByRole('radio', { name: /My last visit/ })).toHaveCount(0);
  // three hours pass
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.includes('visits '));
    if (key) localStorage.setItem(key, JSON.stringify({ seen: new Date(Date.now() - 3 * 3_600_000).toISOString(), before: null }));
  });
  await page.reload();
  await nvidia(page);
  await runCommand(page, 'Mark what is new since my last visit');
  await expect(news.getByRole('status')).toHaveText(/new since your last visit, /);
  await expect(news.getByRole('radio', { name: /My last visit/ })).toBeChecked();
  await news.getByRole('radio', { name: 'Mark nothing' }).check();
  await expect(page.locator('canvas[data-new-nodes]')).toHaveCount(0);
});

test('the strip stays folded', async ({ window: page }) => {
  await expect(plot(page)).toBeVisible();
  await time(page).getByRole('button', { name: 'Fold the time strip' }).click();
  await expect(plot(page)).toBeHidden();
  await page.reload();
  await time(page).getByRole('button', { name: 'Unfold the time strip' }).click();
  await expect(plot(page)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility finding in filter, time and news, ${colorScheme}`, async ({ open, sampleLibrary }) => {
    test.slow();
    const { page } = await open({ library: await copyOf(sampleLibrary), colorScheme });
    const complaintsOf = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes: found }) => `${id}: ${found.map((node) => node.target.join(' ')).join(', ')}`);
    };
    await nvidia(page);
    await brush(page, 0.4, 0.7);
    await page.keyboard.press('Shift+F');
    await page.getByRole('button', { name: 'Only Named together' }).click();
    expect(await complaintsOf(), 'filter').toEqual([]);
    await page.keyboard.press('Escape');
    await runCommand(page, 'Mark what is new in the last 30 days');
    await page.getByLabel('New since this date').fill('2025-01-01');
    await expect(page.getByRole('dialog', { name: 'What is new' }).getByRole('status')).toHaveText(/new since/i);
    expect(await complaintsOf(), 'news').toEqual([]);
  });
}
