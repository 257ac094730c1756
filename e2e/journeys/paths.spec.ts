import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { GraphElement } from '../../src/renderer/graph/canvas/useCytoscape.ts';
import { expect, test } from '../fixtures.ts';
import { linkPlace, map, mapAround } from '../graph.ts';
import { copyOf } from '../library.ts';

const heading = (page: Page) => page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
const panel = (page: Page) => page.getByRole('region', { name: 'Paths' });
const rows = (page: Page) => panel(page).getByRole('list', { name: 'Paths', exact: true }).locator('> li > button');

/** Asks for a path in the palette, by keyboard alone. */
const askFor = async (page: Page, from: string, to: string) => {
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(`path from ${from} to ${to}`);
  await expect(palette.getByRole('option', { name: `Path from ${from} to ${to}`, exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(heading(page)).toHaveAccessibleName(`${from} → ${to}`);
};

/** The names of nodes with a class. */
const marked = (page: Page, mark: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const graph = document.querySelector<GraphElement>('[data-generation]')?.graph;
    return (graph?.nodes(`.${wanted}`) ?? []).map((node) => String(node.data('name')));
  }, mark);

const seriousIn = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
};

test('the palette completes both names of a path, one after the other', { tag: '@browser' }, async ({ window: page }) => {
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('path');
  await expect(palette.getByRole('option', { name: /^Path from … to …/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('nvid');
  await expect(palette.getByRole('option', { name: 'Path from Nvidia to…' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette.getByRole('combobox')).toHaveValue('path from Nvidia to ');
  await page.keyboard.type('no such name');
  await expect(palette.getByText('A path needs two names that the library has')).toBeVisible();
  await palette.getByRole('combobox').fill('path from Nvidia to samsu');
  await expect(palette.getByRole('option', { name: 'Path from Nvidia to Samsung' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveAccessibleName('Nvidia → Samsung');
  await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'true');
});

test('paths are listed best first; one stands out on the map, and its sentences lead to evidence and article', async ({ window: page }) => {
  test.slow();
  await askFor(page, 'Etsy', 'TSMC');
  await expect(rows(page).first()).toBeVisible();
  const many = await rows(page).count();
  expect(many).toBeGreaterThan(1);
  const strengths = await Promise.all(
    Array.from({ length: many }, async (_, at) => Number(/Strength\s*(\d+)$/.exec(await rows(page).nth(at).innerText())?.[1])),
  );
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  const first = await marked(page, 'back');
  expect(first.length).toBeGreaterThan(0);
  expect(first).not.toContain('Etsy');

  await rows(page).nth(1).click();
  await expect(rows(page).nth(1)).toHaveAttribute('aria-expanded', 'true');
  await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => marked(page, 'back')).not.toEqual(first);
  await rows(page).nth(1).click();
  await expect.poll(() => marked(page, 'back')).toEqual([]);
  await rows(page).first().click();
  expect(await seriousIn(page)).toEqual([]);

  const chain = panel(page).getByRole('list', { name: 'Path from Etsy to TSMC' });
  const reader = page.getByRole('region', { name: 'Reader' });
  await chain
    .getByRole('button', { name: /^Evidence: / })
    .last()
    .click();
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('TSMC');
  await expect(reader.getByRole('blockquote').first()).toBeVisible();
  const quote = chain.getByTitle(/^Read it in/).first();
  const title = /“(.*)”$/.exec((await quote.getAttribute('title')) ?? '')?.[1] ?? '';
  await quote.click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('around an entity and a type there is another way; each step can be undone; nothing left is said', { tag: '@browser' }, async ({
  window: page,
}) => {
  test.slow();
  await askFor(page, 'Etsy', 'TSMC');
  const best = await rows(page).first().innerText();
  const chain = panel(page).getByRole('list', { name: 'Path from Etsy to TSMC' });
  const without = chain.getByRole('button', { name: /^Another way without / }).first();
  const name = /without (.*)$/.exec(await without.innerText())?.[1] ?? '';
  await without.click();
  const out = page.getByRole('list', { name: 'Left out' });
  await expect(out.getByText(`without ${name}`)).toBeVisible();
  await expect(rows(page).first()).not.toHaveText(best);
  for (const row of await rows(page).all()) expect(await row.innerText()).not.toContain(name);

  await page.getByRole('button', { name: `Undo: Another way without ${name}` }).click();
  await expect(out).toBeHidden();
  await expect.poll(() => rows(page).first().innerText()).toBe(best);
  await page.keyboard.press('Control+Shift+z');
  await expect(out.getByText(`without ${name}`)).toBeVisible();
  await out.getByRole('button', { name: `Let paths lead through ${name} again` }).click();
  await expect(out).toBeHidden();
  await expect.poll(() => rows(page).first().innerText()).toBe(best);

  const types = panel(page).getByRole('button', { name: 'Not through…' });
  for (let left = 5; left > 0 && (await types.isVisible()); left -= 1) {
    await types.click();
    const item = page.getByRole('menuitem').first();
    const words = (await item.innerText()).toLowerCase();
    await item.click();
    await expect(page.getByRole('list', { name: 'Left out' }).getByText(words)).toBeVisible();
    await expect(map(page)).toHaveAttribute('aria-busy', 'false');
  }
  await expect(page.getByText('Nothing links Etsy and TSMC around what is left out')).toBeVisible();
  await expect(page.getByText(/^All ways of up to \d links? were gone through, and [\d,]+ nodes? (was|were) looked at\.$/)).toBeVisible();
  expect(await seriousIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave nothing out' }).click();
  await expect.poll(() => rows(page).first().innerText()).toBe(best);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Show what is around TSMC' }).click();
  await mapAround(page, 'TSMC');
});

test('a path is copied, and all of them are saved, as Markdown with their sources', async ({ open, sampleLibrary }) => {
  const running = await open({ library: await copyOf(sampleLibrary) });
  const { page } = running;
  await askFor(page, 'Nvidia', 'Samsung');
  await panel(page).getByRole('button', { name: 'Copy this path' }).click();
  await expect(panel(page).getByRole('button', { name: 'Copied', exact: true }).first()).toBeVisible();
  const copied = await running.copied();
  expect(copied).toMatch(/^# Nvidia – Samsung\n\n## 1\. Nvidia → Samsung/);
  expect(copied).toMatch(/> — Sample \w+, “.+”, \d{4}-\d\d-\d\d, <https:/);
  expect(copied.match(/^## /gm)).toHaveLength(1);

  const file = await running.saved(() => panel(page).getByRole('button', { name: 'Save all paths as Markdown' }).click());
  expect(file.name).toBe('Nvidia – Samsung.md');
  const saved = file.bytes.toString('utf8');
  expect(saved.match(/^## /gm)?.length).toBe(await rows(page).count());
});

test('a link’s sentences are grouped by what they state and whether it holds, with stories counted once', { tag: '@browser' }, async ({
  window: page,
}) => {
  test.slow();
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('openai');
  await page.getByRole('option', { name: /^Company OpenAI \d/ }).click();
  await mapAround(page, 'OpenAI');
  const at = await linkPlace(page, 'OpenAI', 'Microsoft');
  await page.mouse.move(at.x, at.y);
  const tip = page.getByRole('tooltip');
  await expect(tip).toContainText('Microsoft invested in');
  await expect(tip).toContainText(/\d+ articles, \d+ stories/);
  await expect(tip).toContainText(/Sample \w+ · \w+/);
  await page.mouse.click(at.x, at.y);

  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Microsoft');
  await expect(reader.getByText(/^\d+ articles, \d+ stories · .*2023\s–\s.*2025$/)).toBeVisible();
  const invested = reader.getByRole('region', { name: /^Microsoft invested in/ });
  await expect(invested.getByRole('heading', { level: 3 })).toContainText(['Stated', 'Announced']);
  await expect(invested.getByRole('heading', { level: 3 }).first()).toContainText(/\d+ sentences? in \d+ articles?, \d+ stor/);

  const together = reader.getByRole('region', { name: 'Named together' });
  const shown = await together.getByRole('blockquote').count();
  const more = together.getByRole('button', { name: /^and \d+ more reports? of this story$/ }).first();
  await more.click();
  await expect.poll(() => together.getByRole('blockquote').count()).toBeGreaterThan(shown);
  await together.getByRole('button', { name: 'Fold the other reports away' }).click();
  await expect.poll(() => together.getByRole('blockquote').count()).toBe(shown);
  expect(await seriousIn(page)).toEqual([]);

  const sentence = invested.getByRole('blockquote').first();
  const words = (await sentence.innerText()).split(/\s+/).slice(0, 4).join(' ');
  await invested.getByRole('link').first().click();
  await expect(reader.locator('[data-evidence]').first()).toContainText(words);
});
