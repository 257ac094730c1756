import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { GraphElement } from '../../src/renderer/graph/canvas/useCytoscape.ts';
import { expect, test } from '../fixtures.ts';
import { linkPlace, map, mapAround, nodePlace, restingPlace } from '../graph.ts';
import { runCommand } from '../palette.ts';

const around = async (page: Page, name: string, option: RegExp) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill(name.toLowerCase());
  await page.getByRole('option', { name: option }).click();
  await mapAround(page, name);
};
const nvidia = (page: Page) => around(page, 'Nvidia', /^Company Nvidia \d/);
const count = async (page: Page) => Number(await map(page).getAttribute('data-nodes'));
const links = async (page: Page) => Number(await map(page).getAttribute('data-links'));
const selected = (page: Page, many: number) => expect(map(page)).toHaveAttribute('data-selected', String(many));
const nodes = (page: Page, many: number) => expect(map(page)).toHaveAttribute('data-nodes', String(many));

/** Where nodes stand on the board, by name, in the units of the drawing. */
const places = (page: Page): Promise<Record<string, { x: number; y: number }>> =>
  page.evaluate(() => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return Object.fromEntries((graph?.nodes() ?? []).map((node) => [node.data('name'), { ...node.position() }]));
  });

/** The names of nodes with a class. */
const marked = (page: Page, mark: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return (graph?.nodes(`.${wanted}`) ?? []).map((node) => String(node.data('name')));
  }, mark);

const clickNode = async (page: Page, name: string, modifiers: ('Shift' | 'Control')[] = [], button: 'left' | 'right' = 'left') => {
  const { x, y } = await restingPlace(page, name);
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.click(x, y, { button });
  for (const key of modifiers) await page.keyboard.up(key);
};

/** Waits until nothing moves any more. */
const atRest = (page: Page) =>
  page.waitForFunction(() => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return Boolean(graph && !graph.animated() && graph.elements(':animated').empty());
  });

test('expand, collapse and the chain of undo and redo', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page);
  const stood = await places(page);
  await map(page).focus();
  await page.keyboard.press('Control+e');
  await nodes(page, before + 12);
  await atRest(page);
  // who was there stays where he is
  const now = await places(page);
  for (const [name, place] of Object.entries(stood)) expect(now[name], name).toEqual(place);

  const { x, y } = await nodePlace(page, 'Nvidia');
  await page.mouse.dblclick(x, y);
  await nodes(page, before + 24);
  await page.getByRole('button', { name: 'Undo: Expand Nvidia' }).click();
  await nodes(page, before + 12);
  await page.keyboard.press('Control+z');
  await nodes(page, before);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await nodes(page, before + 24);
  await clickNode(page, 'Nvidia', [], 'right');
  await page.getByRole('menuitem', { name: 'Collapse the 24 nodes it brought' }).click();
  await nodes(page, before);
  await page.keyboard.press('Control+z');
  await nodes(page, before + 24);
  await expect(page.getByRole('button', { name: 'Redo: Collapse' })).toBeEnabled();
});

test('neighbours are picked from a list, by mouse and by keyboard', { tag: '@browser' }, async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page);
  await page.locator('button[data-node]', { hasText: /^\+\d/ }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Pick neighbours to add' });
  const list = sheet.getByRole('listbox', { name: 'Neighbours that can be added' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  const first = await list.getByRole('option').first().innerText();
  await list.getByRole('option').first().click();
  await list.getByRole('option').nth(2).click();
  await sheet.getByRole('button', { name: 'Add 2' }).click();
  await nodes(page, before + 2);
  expect(first).not.toBe('');

  await map(page).focus();
  await page.keyboard.press('Shift+E');
  const filter = sheet.getByRole('combobox', { name: 'Filter the neighbours' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('deepseek');
  await expect(list.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /DeepSeek/ })).toHaveAttribute('aria-selected', 'true');
  await filter.fill('no such neighbour');
  await expect(sheet.getByText('None is called that')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await nodes(page, before + 3);
  await expect(sheet).toBeHidden();
  await expect(map(page)).toBeFocused();
});

test('hide, isolate, bring back, reveal, and select the neighbours', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page);
  await clickNode(page, 'Jensen Huang');
  await map(page).focus();
  await page.keyboard.press('Control+h');
  await nodes(page, before - 1);
  await page.keyboard.press('Control+z');
  await nodes(page, before);

  await clickNode(page, 'Jensen Huang');
  await clickNode(page, 'AMD', ['Shift']);
  await clickNode(page, 'TSMC', ['Control']);
  await selected(page, 3);
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toContainText('3 selected');
  expect(new Set(await marked(page, 'selected'))).toEqual(new Set(['Jensen Huang', 'AMD', 'TSMC']));
  const drawn = await links(page);
  await bar.getByRole('button', { name: 'Reveal all links among them' }).click();
  await expect
    .poll(async () => (await links(page)) > drawn || (await page.getByText('All links among these are shown').isVisible()))
    .toBe(true);
  await bar.getByRole('button', { name: 'Show them alone' }).click();
  await nodes(page, 3);
  await clickNode(page, 'AMD', [], 'right');
  await page.getByRole('menuitem', { name: 'Select the others instead' }).click();
  await selected(page, 0);
  await runCommand(page, 'Bring back what was hidden');
  await nodes(page, before);
  await clickNode(page, 'Jensen Huang');
  await map(page).focus();
  await page.keyboard.press('Shift+N');
  await expect.poll(async () => Number(await map(page).getAttribute('data-selected'))).toBeGreaterThan(1);
});

test('a frame drawn with Shift selects; several are moved together, in one step, and stay pinned', { tag: '@browser' }, async ({
  window: page,
}) => {
  await nvidia(page);
  const box = await map(page).boundingBox();
  if (!box) throw new Error('there is no map');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 6, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + box.width - 6, box.y + box.height - 90, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(async () => Number(await map(page).getAttribute('data-selected'))).toBeGreaterThan(10);
  const before = await places(page);
  const names = await marked(page, 'selected');
  const start = await nodePlace(page, 'Jensen Huang');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y + 20, { steps: 4 });
  await page.mouse.move(start.x + 60, start.y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeEnabled();
  const after = await places(page);
  const by = (name: string) => ({
    x: Math.round((after[name]?.x ?? 0) - (before[name]?.x ?? 0)),
    y: Math.round((after[name]?.y ?? 0) - (before[name]?.y ?? 0)),
  });
  expect(by('Jensen Huang').x).toBeGreaterThan(20);
  for (const name of names) expect(by(name), name).toEqual(by('Jensen Huang'));
  expect(new Set(await marked(page, 'pinned'))).toEqual(new Set(names));

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await places(page))['Jensen Huang']?.x).toBeCloseTo(before['Jensen Huang']?.x ?? 0, 0);
  expect(await marked(page, 'pinned')).toEqual([]);
  await map(page).focus();
  await page.keyboard.press('Escape');
  await selected(page, 0);
  await page.keyboard.press('Control+a');
  await selected(page, await count(page));
  await page.keyboard.press('p');
  await expect.poll(async () => (await marked(page, 'pinned')).length).toBe(await count(page));
});

test('menus of a link and of the map; the path between two', { tag: '@browser' }, async ({ window: page }) => {
  await nvidia(page);
  const at = await linkPlace(page, 'Nvidia', 'Jensen Huang');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Select both ends' }).click();
  await selected(page, 2);
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Show its sentences' }).click();
  await expect(page.getByRole('region', { name: 'Reader' })).toContainText('Jensen Huang');

  await clickNode(page, 'AMD');
  await clickNode(page, 'Lisa Su', ['Shift']);
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Path between the two' }).click();
  const heading = page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
  await expect(heading).toHaveAccessibleName('AMD → Lisa Su');
  await page.keyboard.press('Control+z');
  await mapAround(page, 'Nvidia');
});

test('depth and layouts keep what is there, and are steps to undo', { tag: '@browser' }, async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page);
  const stood = await places(page);
  const slider = page.getByRole('slider', { name: 'Depth' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '2: up to two links away');
  await expect.poll(() => count(page)).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Undo: Depth 2' }).click();
  await nodes(page, before);

  const layouts = page.getByRole('button', { name: /^Arrange the map/ });
  for (const layout of ['Timeline', 'Rings by strength', 'Grid by type']) {
    await layouts.click();
    await page.getByRole('menuitemradio', { name: layout }).click();
    await expect(page.getByRole('button', { name: `Arrange the map (now: ${layout.toLowerCase()})` })).toBeVisible();
  }
  await nodes(page, before);
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Undo: Arrange' }).click();
  await atRest(page);
  const now = await places(page);
  for (const [name, place] of Object.entries(stood)) {
    expect(now[name]?.x, name).toBeCloseTo(place.x, 0);
    expect(now[name]?.y, name).toBeCloseTo(place.y, 0);
  }
  await layouts.click();
  await page.getByRole('menuitemradio', { name: 'Size by centrality' }).click();
  await expect(page.getByRole('button', { name: 'Undo: Size' })).toBeEnabled();
});

test('finding on the map dims the rest, counts, walks and selects', { tag: '@browser' }, async ({ window: page }) => {
  await nvidia(page);
  const all = await count(page);
  await map(page).focus();
  await page.keyboard.press('f');
  const box = page.getByRole('textbox', { name: 'Find on the map' });
  await expect(box).toBeFocused();
  await page.keyboard.type('jens');
  await expect(page.getByRole('search').filter({ has: box })).toContainText(`1 of ${all}`);
  expect(await marked(page, 'unlike')).toHaveLength(all - 1);
  await page.keyboard.press('Enter');
  expect(await marked(page, 'cursor')).toEqual(['Jensen Huang']);
  await box.fill('people');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await marked(page, 'selected')).includes('Jensen Huang')).toBe(true);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  expect(await marked(page, 'unlike')).toEqual([]);
  await expect(map(page)).toBeFocused();
});

test('the whole map by keyboard, and the table with the same verbs', async ({ window: page }) => {
  await nvidia(page);
  const before = await count(page);
  await map(page).focus();
  await page.keyboard.press('Enter');
  expect(await marked(page, 'cursor')).toEqual(['Nvidia']);
  await page.keyboard.press('ArrowRight');
  const [there] = await marked(page, 'cursor');
  expect(there).not.toBe('Nvidia');
  await page.keyboard.press(' ');
  await selected(page, 2);
  await page.keyboard.press(' ');
  await page.keyboard.press('Delete');
  await nodes(page, before - 1);
  // the cursor goes on to who stands nearest
  expect(await marked(page, 'cursor')).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await nodes(page, before);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map(page)).toBeFocused();

  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  const rows = page.getByRole('grid', { name: 'Neighbours' }).locator('tbody tr');
  await rows.first().focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await selected(page, 3);
  await page.keyboard.press('Delete');
  await nodes(page, before - 3);
  await expect(rows.first()).toContainText('not on the map');
  await rows.first().focus();
  await page.keyboard.press('e');
  await nodes(page, before - 2);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Hide' }).click();
  await nodes(page, before - 3);
});

test('no serious accessibility finding in the lists, boxes and menus over the map', { tag: '@browser' }, async ({ window: page }) => {
  test.slow();
  const complaints = async () => {
    // an open menu stands between hidden stops that only hand the focus on
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-base-ui-focus-guard]').analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes: found }) => `${id}: ${found.map((each) => each.target.join(' ')).join(', ')}`);
  };
  await nvidia(page);
  await map(page).focus();
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('listbox', { name: 'Neighbours that can be added' }).getByRole('option').first()).toBeVisible();
  expect(await complaints(), 'list of neighbours').toEqual([]);
  await page.keyboard.press('Escape');
  await map(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('f');
  await page.keyboard.type('people');
  expect(await complaints(), 'selection and search').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await complaints(), 'menu').toEqual([]);
});
