import { expect, test } from '../fixtures.ts';
import { map, mapAround } from '../graph.ts';

test('a mention centres its entity; a link opens the other article in place; back and forward', async ({ window: page }) => {
  const box = page.getByRole('combobox', { name: 'Search articles and entities' });
  await box.fill('golden share');
  const reader = page.getByRole('region', { name: 'Reader' });
  await page.getByRole('option').filter({ hasText: 'Nippon' }).first().click();
  const title = reader.getByRole('heading', { level: 1 });
  await expect(title).toBeVisible();
  await expect(reader.locator('article mark').first()).toBeVisible();

  await reader.locator('article').getByRole('link', { name: 'Nippon Steel', exact: true }).first().click();
  await mapAround(page, 'Nippon Steel');
  await expect(title).toBeVisible();

  const first = await title.innerText();
  await reader.locator('article a[data-link][href^="https://sample.example"]').first().click();
  await expect(title).not.toHaveText(first);
  const second = await title.innerText();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title).toHaveText(first);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(title).toHaveText(second);
});

test('an entity’s card shows on hover', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('sakai');
  await page.getByRole('option').filter({ hasText: 'SoftBank to buy' }).first().click();
  const reader = page.getByRole('region', { name: 'Reader' });
  const name = reader.locator('article').getByRole('link', { name: 'Sharp', exact: true }).first();
  // names are drawn again when their marks come in: the pointer must come to rest on what is there then
  await expect(async () => {
    await page.mouse.move(640, 20);
    await name.hover();
    await expect(page.getByText(/In \d+ articles|In 1 article/).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
});

test('what an article names stands on the map beside it', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('golden share');
  await page.getByRole('option').filter({ hasText: 'One golden share' }).first().click();
  const reader = page.getByRole('region', { name: 'Reader' });
  const title = await reader.getByRole('heading', { level: 1 }).innerText();
  const names = reader.getByRole('region', { name: 'In this article' }).getByRole('listitem');
  const count = await names.count();
  expect(count).toBeGreaterThan(3);
  await reader.getByRole('button', { name: 'Show them on the map' }).click();
  await expect(map(page)).toHaveAttribute('data-nodes', String(count));
  const heading = page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
  await expect(heading).toHaveAccessibleName(title);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.keyboard.press('Control+[');
  await expect(heading).toHaveAccessibleName('Overview');
});

test('find in the article', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('sakai');
  await page.getByRole('option').filter({ hasText: 'SoftBank to buy' }).first().click();
  const reader = page.getByRole('region', { name: 'Reader' });
  await reader.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+f');
  const find = reader.getByRole('textbox', { name: 'Find in this article' });
  await find.fill('osaka');
  await expect(reader.getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
});
