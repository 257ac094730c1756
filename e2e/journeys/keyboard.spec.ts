import { expect, test } from '../fixtures.ts';
import { mapAround } from '../graph.ts';

test('the main job by keyboard alone, through the table', async ({ window: page }) => {
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('anthropic');
  await expect(page.getByRole('option', { name: /^Company Anthropic \d/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await mapAround(page, 'Anthropic');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  const grid = page.getByRole('grid', { name: 'Neighbours' });
  await expect(grid).toBeVisible();
  await expect(grid.getByRole('row').nth(2)).toBeVisible();

  await page.getByRole('radio', { name: 'Table' }).focus();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    if (await grid.locator('tbody :focus, tbody:focus-within').count()) break;
  }
  const focused = grid.locator('tr:focus, tr:focus-within').last();
  const first = await focused.innerText();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => grid.locator('tr:focus, tr:focus-within').last().innerText()).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: /./ }).first()).toBeVisible();
});

test('palette, keys and Escape', async ({ window: page }) => {
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Palette' });
  await expect(palette).toBeVisible();
  await page.keyboard.type('jensen huang');
  await expect(palette.getByRole('option', { name: /Jensen Huang/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: /keys/i });
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});
