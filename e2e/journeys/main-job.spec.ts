import { expect, test } from '../fixtures.ts';
import { linkPlace, map, mapAround, nodePlace } from '../graph.ts';

/** The job Newsgraph is for: how is this company connected, and who says so? */

test('from a misspelt name to the sentence in its article', async ({ window: page }) => {
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Search articles and entities' });
  await expect(box).toBeFocused();
  await box.fill('deepseak');
  await expect(page.getByText('Showing deepseek: nothing for deepseak.')).toBeVisible();
  await expect(page.getByRole('option', { name: /^Company DeepSeek \d/ })).toBeVisible();

  await page.getByRole('option', { name: /^Company DeepSeek \d/ }).click();
  await mapAround(page, 'DeepSeek');
  const reader = page.getByRole('region', { name: 'Reader' });
  await expect(reader.getByRole('heading', { level: 1, name: 'DeepSeek' })).toBeVisible();
  expect(Number(await map(page).getAttribute('data-nodes'))).toBeLessThanOrEqual(41);

  const link = await linkPlace(page, 'DeepSeek', 'Liang Wenfeng');
  await page.mouse.click(link.x, link.y);
  await expect(reader.getByRole('heading', { level: 1, name: /DeepSeek.*Liang Wenfeng|Liang Wenfeng.*DeepSeek/ })).toBeVisible();
  const passage = reader.getByRole('blockquote').first();
  await expect(passage.locator('mark').first()).toBeVisible();
  const words = (await passage.getByRole('paragraph').first().innerText()).trim();

  await reader.getByRole('link').first().click();
  const sentence = reader.locator('[data-evidence]').first();
  await expect(sentence).toBeInViewport();
  expect(words).toContain((await sentence.innerText()).trim().slice(0, 20));

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(reader.getByRole('heading', { level: 1, name: /DeepSeek.*Liang Wenfeng|Liang Wenfeng.*DeepSeek/ })).toBeVisible();
});

test('a click opens the card, a double click adds neighbours and moves nothing', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('openai');
  await page.getByRole('option', { name: /^Company OpenAI \d/ }).click();
  await mapAround(page, 'OpenAI');
  const before = Number(await map(page).getAttribute('data-nodes'));

  const microsoft = await nodePlace(page, 'Microsoft');
  await page.mouse.click(microsoft.x, microsoft.y);
  await expect(page.getByRole('region', { name: 'Reader' }).getByRole('heading', { level: 1, name: 'Microsoft' })).toBeVisible();

  const anthropic = await nodePlace(page, 'Anthropic');
  await page.mouse.dblclick(microsoft.x, microsoft.y);
  await expect.poll(async () => Number(await map(page).getAttribute('data-nodes'))).toBeGreaterThan(before);
  const after = await nodePlace(page, 'Anthropic');
  expect(Math.hypot(after.x - anthropic.x, after.y - anthropic.y)).toBeLessThan(2);
});

test('a dragged node stays where it was put', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('nvidia');
  await page.getByRole('option', { name: /^Company Nvidia \d/ }).click();
  await mapAround(page, 'Nvidia');
  const from = await nodePlace(page, 'Jensen Huang');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 20, { steps: 4 });
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
  await page.mouse.up();
  const put = await nodePlace(page, 'Jensen Huang');
  expect(Math.hypot(put.x - from.x - 60, put.y - from.y - 40)).toBeLessThan(4);

  const count = Number(await map(page).getAttribute('data-nodes'));
  const nvidia = await nodePlace(page, 'Nvidia');
  await page.mouse.dblclick(nvidia.x, nvidia.y);
  await expect.poll(async () => Number(await map(page).getAttribute('data-nodes'))).toBeGreaterThan(count);
  const kept = await nodePlace(page, 'Jensen Huang');
  expect(Math.hypot(kept.x - put.x, kept.y - put.y)).toBeLessThan(2);
});

test('how are two connected: a chain with a sentence at each step', async ({ window: page }) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill('etsy');
  await page.getByRole('option', { name: /^Company Etsy \d/ }).click();
  await mapAround(page, 'Etsy');
  await page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: 'Connect with…' }).click();
  await page.keyboard.type('tsmc');
  await page
    .getByRole('option', { name: /TSMC|Taiwan Semiconductor/ })
    .first()
    .click();
  const steps = page.getByRole('list', { name: /^Path from Etsy to / }).getByRole('listitem');
  await expect(steps.first()).toBeVisible();
  const count = await steps.count();
  for (let at = 0; at < count; at += 1) await expect(steps.nth(at).locator('mark').first()).toBeVisible();
});
