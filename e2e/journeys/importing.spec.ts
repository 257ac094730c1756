import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Open, test } from '../fixtures.ts';
import { temporaryFolder } from '../library.ts';

const names = ['Norvik', 'Contara', 'Belmora', 'Quentis', 'Halvara', 'Ostrell', 'Pellworth', 'Tamsen'];
const nameOf = (at: number) => names[at % names.length] ?? '';

const articles = (many: number) =>
  Array.from({ length: many }, (_, at) => ({
    name: `article-${at}.txt`,
    text: `${nameOf(at)} buys a rival, deal ${at}\n\nThe company ${nameOf(at)} Inc has agreed to acquire ${nameOf(at + 1)} Ltd, its chief executive Anna Berg said in Berlin on Monday. Microsoft and Nvidia are customers of both. This is deal number ${at}.\n`,
  }));

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

/** Writes files into a new folder and answers its path. */
const folderOf = async (files: { name: string; text: string }[]): Promise<string> => {
  const folder = await temporaryFolder();
  for (const { name, text } of files) await writeFile(path.join(folder, name), text);
  return folder;
};

/** Opens the window on a folder that is being imported; answers the longest time its thread was held until the end, in ms. */
const longestTask = async (open: Open): Promise<number> => {
  const { page, close } = await open({ sources: [await folderOf(articles(400))] });
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  await expect(page.getByText(/^400 articles/).first()).toBeVisible({ timeout: 45_000 });
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
  await close();
  return longest;
};

test('the window is not blocked by an import', async ({ open }) => {
  test.slow();
  // other programs on the machine only ever add to it, so the best of a few tells what the window itself costs
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4 && best > 100; run += 1) best = Math.min(best, await longestTask(open));
  expect(best).toBeLessThanOrEqual(100);
});
