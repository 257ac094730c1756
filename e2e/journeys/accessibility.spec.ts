import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { mapAround } from '../graph.ts';
import { copyOf } from '../library.ts';
import { runCommand } from '../palette.ts';

const complaintsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious accessibility finding on any page, ${colorScheme}`, async ({ open, sampleLibrary }) => {
    // each look at a whole page takes a second or more
    test.slow();
    const { page } = await open({ library: await copyOf(sampleLibrary), colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await complaintsOf(page), 'overview').toEqual([]);

    await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('openai');
    await page.getByRole('option', { name: /^Company OpenAI \d/ }).click();
    await mapAround(page, 'OpenAI');
    await expect(page.getByRole('region', { name: 'Reader' }).getByRole('heading', { level: 1, name: 'OpenAI' })).toBeVisible();
    await page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: /^Why/ }).click();
    expect(await complaintsOf(page), 'entity').toEqual([]);

    await page.getByRole('radio', { name: 'Table' }).locator('..').click();
    await page
      .getByRole('button', { name: /Show the sentences/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Reader' }).getByRole('blockquote').first()).toBeVisible();
    expect(await complaintsOf(page), 'table and evidence').toEqual([]);

    await page.getByRole('region', { name: 'Reader' }).getByRole('link').first().click();
    await expect(page.getByRole('article')).toBeVisible();
    expect(await complaintsOf(page), 'article').toEqual([]);

    const name = page.getByRole('article').locator('a[data-mention]').first();
    await name.click({ button: 'right' });
    const card = page.getByRole('dialog', { name: /^What is “/ });
    await expect(card.getByRole('button', { name: 'Not an entity' })).toBeVisible();
    expect(await complaintsOf(page), 'card of a name').toEqual([]);
    await card.getByRole('button', { name: 'Somebody else…' }).click();
    await expect(card.getByRole('option').first()).toBeVisible();
    expect(await complaintsOf(page), 'somebody else').toEqual([]);
    await page.keyboard.press('Escape');
    await card.getByRole('button', { name: 'Other type…' }).click();
    expect(await complaintsOf(page), 'other type').toEqual([]);
    await card.locator('[data-choice]:enabled').first().click();
    await expect(page.getByRole('list', { name: 'Messages' }).getByRole('button', { name: /^Undo/ })).toBeVisible();
    expect(await complaintsOf(page), 'corrected').toEqual([]);
    await runCommand(page, 'Show the corrections');
    await expect(page.getByRole('list', { name: 'Corrections', exact: true })).toBeVisible();
    expect(await complaintsOf(page), 'corrections').toEqual([]);

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Palette' })).toBeVisible();
    expect(await complaintsOf(page), 'palette').toEqual([]);
  });
}
