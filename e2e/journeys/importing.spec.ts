import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articles } from '../articles.ts';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../library.ts';

test('first run: nothing there yet, then the sample library', async ({ open }) => {
  const { page } = await open();
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click();
  await expect(page.getByRole('application', { name: /Map/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByText(/84 articles/).first()).toBeVisible({ timeout: 30_000 });
});

test('what is named at the start comes in; what is broken is reported by name', async ({ open }) => {
  const folder = await temporaryFolder();
  for (const { name, text } of articles(5)) await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, 'empty.txt'), '');
  await writeFile(path.join(folder, 'broken.json'), '{"title": "cut off');
  await writeFile(path.join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 0, 7]));

  const { page } = await open({ sources: [folder] });
  await expect(page.getByText(/^5 articles/).first()).toBeVisible({ timeout: 30_000 });
  for (const name of ['empty.txt', 'broken.json', 'binary.txt']) await expect(page.getByText(name).first()).toBeVisible();

  const box = page.getByRole('combobox', { name: 'Search articles and entities' });
  await box.fill('quentis');
  await page
    .getByRole('option', { name: /^Company Quentis/ })
    .first()
    .click();
  await expect(page.getByRole('application', { name: /^Map around Quentis/ })).toBeVisible();
});

test('what came in is there after a restart', async ({ open }) => {
  const folder = await temporaryFolder();
  const library = path.join(folder, 'library');
  for (const { name, text } of articles(3)) await writeFile(path.join(folder, name), text);
  const first = await open({ library, sources: articles(3).map(({ name }) => path.join(folder, name)) });
  await expect(first.page.getByText(/^3 articles/).first()).toBeVisible({ timeout: 30_000 });
  await first.close();

  const second = await open({ library });
  await expect(second.page.getByText(/^3 articles/).first()).toBeVisible();
  await second.page.getByRole('combobox', { name: 'Search articles and entities' }).fill('contara');
  await expect(second.page.getByRole('option', { name: /^Company Contara/ }).first()).toBeVisible();
});
